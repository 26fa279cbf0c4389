import type { AnalysedArticle } from '../article.js';
import type { Knowledge } from '../fact/knowledge.js';
import type { Message } from '../message.js';
import type { Span } from '../text/span.js';

/** From the gravest to the least. `error` only where the text contradicts itself or an exactly keyed fact. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The groups of docs/rules, in the order an editor meets them. */
export type RuleGroup =
  'arithmetic' | 'contradiction' | 'list' | 'time' | 'form' | 'entity' | 'duplicate' | 'target' | 'fact' | 'layout';

/** Replaces the text of `span` by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** safe: form only, fit for fix-all; suggestion: changes what the text claims, one click, never in bulk. */
export type FixKind = 'safe' | 'suggestion';

/** One way to mend a finding. Edits do not overlap. */
export interface Fix {
  readonly title: Message;
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
}

/** Another place that belongs to the finding. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** Where a fact or a clause of form comes from. */
export interface Source {
  readonly title: string;
  readonly date?: string;
  /** Clause, chapter, row. */
  readonly locator?: string;
}

/** What a house may decide about form, `hegao.houseStyle.*`. */
export type StyleOption = 'rangeDash' | 'grouping' | 'numerals';

/** A finding that holds only in a house whose option has this value. */
export interface Style {
  readonly option: StyleOption;
  readonly value: string;
}

/** What a rule reports, in article coordinates. */
export interface Report {
  /** The place to change: the wrong part if it can be told, else the total. */
  readonly span: Span;
  readonly message: Message;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly source?: Source;
  /** Only where it is a matter of the house's style. A rule reports for every value; settings choose. */
  readonly style?: Style;
  /** The best first. */
  readonly fixes?: readonly Fix[];
}

/** What a rule reports of the page as a whole: spans in the article it is reported for, other places with their own article. */
export interface PageReport extends Report {
  readonly elsewhere: readonly (Related & { readonly article: AnalysedArticle })[];
}

/**
 * One check. Pure: it reads the analysed article and the tables, reports through `report`, and knows neither the
 * configuration nor any other rule. Its page is docs/rules/<id>.md, which is its documentation and its test.
 */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** What it checks, in a few words, for lists of rules. */
  readonly title: Message;
  check(article: AnalysedArticle, knowledge: Knowledge, report: (finding: Report) => void): void;
  /** What only the articles of a page together show. Runs after every edit: it must take next to no time for what did not change. */
  checkPage?(
    articles: readonly AnalysedArticle[],
    report: (article: AnalysedArticle, finding: PageReport) => void,
  ): void;
}
