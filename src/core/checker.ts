import type { AnalysedArticle, Article } from './article.js';
import { analyseArticle, inOrder, pageFindings, place, reportsOf } from './check.js';
import type { ReadingOptions } from './check.js';
import type { Knowledge } from './fact/knowledge.js';
import type { Finding } from './finding.js';
import { RULES } from './rule/index.js';
import type { Report, Rule } from './rule/rule.js';
import { layOut } from './text/layout.js';

/** What a check gives: the articles as read and the findings with their default severities, in order. */
export interface Checked {
  readonly articles: readonly AnalysedArticle[];
  readonly findings: readonly Finding[];
}

/** A rule that failed on an article; the other rules' findings stand. */
export interface Fault {
  readonly ruleId: string;
  readonly error: unknown;
}

/** What is remembered of an article: everything in its own coordinates, good wherever it stands. */
interface Remembered {
  readonly analysed: AnalysedArticle;
  readonly reports: readonly { readonly rule: Rule; readonly report: Report }[];
}

/**
 * Checks a document again and again while it is edited: an article whose text and layout an edit did not touch is not read
 * again. The findings are those of a fresh `check`. One checker belongs to one document.
 */
export class Checker {
  readonly #knowledge: Knowledge;
  readonly #onFault: (fault: Fault) => void;
  #remembered = new Map<string, Remembered>();

  /** @param onFault is told of rules that throw; without it the error passes on. */
  constructor(
    knowledge: Knowledge,
    onFault: (fault: Fault) => void = ({ error }) => {
      throw error;
    },
  ) {
    this.#knowledge = knowledge;
    this.#onFault = onFault;
  }

  /** Checks in steps, one an article, so that the caller can let others go first or give up between them. */
  *steps(text: string, options: ReadingOptions = {}): Generator<undefined, Checked> {
    const articles: AnalysedArticle[] = [];
    const findings: Finding[] = [];
    const remembered = new Map<string, Remembered>();
    for (const article of layOut(text, options)) {
      const key = keyOf(article, options);
      const known = this.#remembered.get(key) ?? remembered.get(key) ?? this.#read(article, options);
      remembered.set(key, known);
      articles.push({ ...known.analysed, toDocument: (span) => article.toDocument(span) });
      findings.push(...known.reports.map(({ rule, report }) => place(rule, report, article)));
      yield;
    }
    this.#remembered = remembered;
    for (const rule of RULES) {
      try {
        findings.push(...pageFindings(rule, articles));
      } catch (error) {
        this.#onFault({ ruleId: rule.id, error });
      }
    }
    return { articles, findings: inOrder(findings) };
  }

  /** Checks in one go. */
  check(text: string, options: ReadingOptions = {}): Checked {
    const steps = this.steps(text, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  #read(article: Article, options: ReadingOptions): Remembered {
    const analysed = analyseArticle(article, this.#knowledge, options);
    const reports = RULES.flatMap((rule) => {
      try {
        return reportsOf(rule, analysed, this.#knowledge).map((report) => ({ rule, report }));
      } catch (error) {
        this.#onFault({ ruleId: rule.id, error });
        return [];
      }
    });
    return { analysed, reports };
  }
}

/** What an article's reading depends on, and nothing else. */
function keyOf({ text, blocks }: Article, { issueDate = '' }: ReadingOptions): string {
  const layout = blocks
    .map(
      ({ kind, level, span, joints, pageEnds }) =>
        `${kind}${level}:${span.start}+${joints.join('+')}|${pageEnds.join('+')}`,
    )
    .join(' ');
  return `${issueDate}\n${layout}\n${text}`;
}
