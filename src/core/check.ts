import type { AnalysedArticle, Article } from './article.js';
import { IndicatorIndex } from './claim/indicator.js';
import { recogniseLists } from './claim/list.js';
import { recogniseClaims } from './claim/recognise.js';
import { recogniseTargets } from './claim/target.js';
import { lexiconFor } from './entity/lexicon.js';
import type { Lexicon } from './entity/lexicon.js';
import { recogniseEntities } from './entity/recognise.js';
import type { Knowledge } from './fact/knowledge.js';
import type { Finding } from './finding.js';
import { recogniseFigures } from './quantity/recognise.js';
import { UnitIndex } from './quantity/unit.js';
import { RULES } from './rule/index.js';
import type { Report, Rule } from './rule/rule.js';
import { layOut } from './text/layout.js';
import { splitSentences } from './text/sentence.js';
import { bySpan } from './text/span.js';
import type { Span } from './text/span.js';
import { recogniseTimes } from './time/recognise.js';

/** How a text is to be read. */
export interface ReadingOptions {
  /** Markdown markup (headings, lists, tables, code) is layout, not text. Default: plain. */
  readonly language?: 'plain' | 'markdown';
  /** ISO date of the issue, to resolve 今年, 3月30日; without it the dateline is used, if there is one. */
  readonly issueDate?: string;
}

/** Everything built once from the tables that recognisers need. */
interface Recognisers {
  readonly units: UnitIndex;
  readonly indicators: IndicatorIndex;
  readonly lexicon: Lexicon;
}

/** The recognisers of a Knowledge, built on first use. The cache holds no state that a result could depend on. */
const recognisersOf = new WeakMap<Knowledge, Recognisers>();

function recognisers(knowledge: Knowledge): Recognisers {
  const known = recognisersOf.get(knowledge);
  if (known !== undefined) return known;
  const made: Recognisers = {
    units: new UnitIndex(knowledge),
    indicators: new IndicatorIndex(knowledge),
    lexicon: lexiconFor(knowledge),
  };
  recognisersOf.set(knowledge, made);
  return made;
}

/** The way through the house: text -> articles -> mentions -> claims. */
export function analyse(text: string, knowledge: Knowledge, options: ReadingOptions = {}): readonly AnalysedArticle[] {
  return layOut(text, options).map((article) => analyseArticle(article, knowledge, options));
}

/** One article with all that is recognised in it. */
export function analyseArticle(article: Article, knowledge: Knowledge, options: ReadingOptions = {}): AnalysedArticle {
  const { units, indicators, lexicon } = recognisers(knowledge);
  const issueDate = options.issueDate;
  const times = recogniseTimes(article, issueDate);
  const figures = recogniseFigures(
    article,
    units,
    times.map(({ span }) => span),
  );
  const mentions = [...times, ...figures, ...recogniseEntities(article, lexicon)].sort(bySpan);
  const sentences = splitSentences(article);
  const claims = recogniseClaims(article, sentences, mentions, indicators);
  const targets = recogniseTargets(article, sentences, mentions, claims, issueDate);
  const lists = recogniseLists(article, sentences, mentions);
  return { ...article, mentions, sentences, lists, claims, targets, issueDate };
}

/** What one rule says of one article, in document spans. */
export function runRule(rule: Rule, article: AnalysedArticle, knowledge: Knowledge): readonly Finding[] {
  return reportsOf(rule, article, knowledge).map((report) => place(rule, report, article));
}

/** What one rule says of one article, in article spans. */
export function reportsOf(rule: Rule, article: AnalysedArticle, knowledge: Knowledge): readonly Report[] {
  const reports: Report[] = [];
  rule.check(article, knowledge, (report) => reports.push(report));
  return reports;
}

/** What one rule says of a whole page: of each article, and of the articles together. */
export function runRuleOnPage(
  rule: Rule,
  articles: readonly AnalysedArticle[],
  knowledge: Knowledge,
): readonly Finding[] {
  return inOrder([
    ...articles.flatMap((article) => runRule(rule, article, knowledge)),
    ...pageFindings(rule, articles),
  ]);
}

/** What one rule says of the articles of a page together, in document spans. */
export function pageFindings(rule: Rule, articles: readonly AnalysedArticle[]): readonly Finding[] {
  const findings: Finding[] = [];
  if (articles.length > 1)
    rule.checkPage?.(articles, (article, report) => {
      const finding = place(rule, report, article);
      const elsewhere = report.elsewhere.map((there) => ({
        span: there.article.toDocument(there.span),
        message: there.message,
      }));
      findings.push({ ...finding, related: [...finding.related, ...elsewhere] });
    });
  return findings;
}

/** Moves a report from the article to the document. */
export function place(rule: Rule, report: Report, article: Article): Finding {
  const at = (span: Span): Span => article.toDocument(span);
  return {
    ruleId: rule.id,
    group: rule.group,
    severity: report.severity ?? rule.severity,
    span: at(report.span),
    message: report.message,
    ...(report.source === undefined ? {} : { source: report.source }),
    ...(report.style === undefined ? {} : { style: report.style }),
    related: (report.related ?? []).map(({ span, message }) => ({ span: at(span), message })),
    fixes: (report.fixes ?? []).map(({ title, kind, edits }) => ({
      title,
      kind,
      edits: edits.map(({ span, newText }) => ({ span: at(span), newText })),
    })),
  };
}

/**
 * All findings of all rules with their default severities, sorted by start, then rule id. Settings (severity, ignored)
 * are applied outside by `applySettings`.
 */
export function check(text: string, knowledge: Knowledge, options: ReadingOptions = {}): readonly Finding[] {
  const articles = analyse(text, knowledge, options);
  return inOrder([
    ...articles.flatMap((article) => checkArticle(article, knowledge)),
    ...RULES.flatMap((rule) => pageFindings(rule, articles)),
  ]);
}

/** The findings of all rules in one article. */
export function checkArticle(article: AnalysedArticle, knowledge: Knowledge): readonly Finding[] {
  return RULES.flatMap((rule) => runRule(rule, article, knowledge));
}

/** Findings sorted by start, then rule id, as every output gives them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : a.span.end - b.span.end),
  );
}
