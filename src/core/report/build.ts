import type { AnalysedArticle } from '../article.js';
import type { Claim, Target } from '../claim/claim.js';
import { errorRate, type CountedError, type ErrorRate, type Publication } from '../error-rate.js';
import type { Knowledge } from '../fact/knowledge.js';
import { verifyClaim } from '../fact/verify.js';
import type { Finding } from '../finding.js';
import type { Preset } from '../preset.js';
import type { RuleGroup } from '../rule/rule.js';
import { LineIndex, type Position } from '../text/line-index.js';
import type { Span } from '../text/span.js';

/** What a report is made of: a text with what was found in it. */
export interface ReportInput {
  /** What the text is called: its path or title. */
  readonly name: string;
  readonly text: string;
  readonly articles: readonly AnalysedArticle[];
  /** As the settings want them, in order. */
  readonly findings: readonly Finding[];
  readonly knowledge: Knowledge;
  readonly publication?: Publication;
}

/** 审读报告: what stands in it, in no language and no form yet. Spans are in the document. */
export interface Report {
  readonly name: string;
  readonly findings: readonly ReportedFinding[];
  /** Groups with findings, in the order of the first of each. */
  readonly groups: readonly GroupCount[];
  readonly rate: ErrorRate;
  /** The reckoning of the rate: errors of one kind and weight together. */
  readonly reckoning: readonly Reckoned[];
  readonly verified: readonly ReportedClaim[];
  /** Checkable, but the table does not know them: 待核. */
  readonly unverified: readonly ReportedClaim[];
  /** By deadline, then place. */
  readonly targets: readonly ReportedTarget[];
}

/** A finding with its place as editors count. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly place: Position;
  /** The text it is about, on one line, cut to `QUOTE` characters. */
  readonly quote: string;
}

export interface GroupCount {
  readonly group: RuleGroup;
  readonly strong: number;
  /** Information and hints. */
  readonly mild: number;
}

export interface Reckoned {
  readonly why: CountedError['why'];
  /** Tenths of an error each. */
  readonly tenths: number;
  readonly count: number;
}

export interface ReportedClaim {
  readonly span: Span;
  readonly place: Position;
  /** The figure as printed. */
  readonly figure: string;
  /** 主体, 指标, 口径, 时期 as far as known. */
  readonly slots: readonly string[];
  /** The rows of the table it agrees with; empty for an unverified one. */
  readonly sources: readonly { readonly title: string; readonly date: string }[];
}

export interface ReportedTarget {
  readonly span: Span;
  readonly place: Position;
  /** ISO, as precise as the text. */
  readonly deadline: string;
  /** The promise on one line, cut. */
  readonly text: string;
}

/** What kind of publication a preset is for: an official document is held to a newspaper's limit. */
export function publicationOf(preset: Preset): Publication {
  return preset === 'book' ? 'book' : 'newspaper';
}

/** Longer quotations are cut, with an ellipsis. Characters. */
const QUOTE = 60;

/** Puts a report together. */
export function buildReport(input: ReportInput): Report {
  const { name, text, articles, findings, knowledge } = input;
  const lines = new LineIndex(text);
  const quote = ({ start, end }: Span): string => cut(text.slice(start, end).replace(/\s+/g, ' ').trim());
  const rate = errorRate(text, articles, findings, input.publication);
  const verified: ReportedClaim[] = [];
  const unverified: ReportedClaim[] = [];
  const targets: ReportedTarget[] = [];
  for (const article of articles) {
    for (const claim of article.claims) {
      const { status, answer } = verifyClaim(article, knowledge, claim);
      if (status !== 'verified' && status !== 'unverified') continue;
      const span = article.toDocument(claim.figure.span);
      const sources = (answer?.rows ?? []).map(({ source, sourceDate }) => ({ title: source, date: sourceDate }));
      const reported = { span, place: lines.positionAt(span.start), figure: quote(span), slots: slotsOf(claim) };
      if (status === 'verified') verified.push({ ...reported, sources: sources.slice(0, 1) });
      else unverified.push({ ...reported, sources: [] });
    }
    for (const target of article.targets) {
      const span = article.toDocument(target.span);
      targets.push({
        span,
        place: lines.positionAt(span.start),
        deadline: target.deadline,
        text: promiseOf(article, target),
      });
    }
  }
  return {
    name,
    findings: findings.map((finding) => ({
      finding,
      place: lines.positionAt(finding.span.start),
      quote: quote(finding.span),
    })),
    groups: groupsOf(findings),
    rate,
    reckoning: reckoningOf(rate),
    verified,
    unverified,
    targets: targets.sort((a, b) =>
      a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.span.start - b.span.start,
    ),
  };
}

/** A text cut to the length of a quotation. */
function cut(text: string): string {
  const characters = [...text];
  return characters.length > QUOTE ? `${characters.slice(0, QUOTE - 1).join('')}…` : text;
}

function slotsOf({ subject, indicator, scope, period }: Claim): readonly string[] {
  return [subject?.canonical, indicator?.canonical, scope, period?.canonical].filter(
    (slot): slot is string => slot !== undefined && slot !== '',
  );
}

/** The promise from the deadline on, in the article's text: where columns cut it, it is joined. */
function promiseOf({ text }: AnalysedArticle, { span }: Target): string {
  return cut(text.slice(span.start, span.end).replace(/\s+/g, ' ').trim());
}

function groupsOf(findings: readonly Finding[]): readonly GroupCount[] {
  const counts = new Map<RuleGroup, { strong: number; mild: number }>();
  for (const { group, severity } of findings) {
    const count = counts.get(group) ?? { strong: 0, mild: 0 };
    if (severity === 'error' || severity === 'warning') count.strong++;
    else count.mild++;
    counts.set(group, count);
  }
  return [...counts].map(([group, count]) => ({ group, ...count }));
}

function reckoningOf({ errors }: ErrorRate): readonly Reckoned[] {
  const kinds = new Map<string, Reckoned>();
  for (const { why, tenths } of errors) {
    const key = `${why} ${tenths}`;
    kinds.set(key, { why, tenths, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds.values()].sort((a, b) => b.tenths - a.tenths);
}
