import type { Diagnostic, Range } from 'vscode-languageserver';
import type { IgnoreScope } from '../core/ignore.js';
import type { FixKind, RuleGroup, Severity } from '../core/rule/rule.js';

/** What server and client say beyond the language server protocol; docs/protocol.md describes it for other clients. */

/** What a client may say at the start, in initializationOptions. */
export interface StartOptions {
  /** URI of the folder that holds the rules' pages, for links behind diagnostics. */
  readonly rulePages?: string;
  /** Language tag for messages; zh… gives Chinese. */
  readonly locale?: string;
  /** True for clients that ask for diagnostics instead of having them sent. */
  readonly pull?: boolean;
  /** True for clients that have the commands of `Commands`; the others are offered fixes only. */
  readonly commands?: boolean;
}

/** Names one document in requests that need nothing else. */
export interface DocumentParams {
  readonly uri: string;
}

/** `hegao/check`, client to server: check a document now, whatever hegao.run says. */
export const CHECK = 'hegao/check';

/** `hegao/status`, server to client, behind every check: how a document stands. */
export const STATUS = 'hegao/status';
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** True if the document was too large to be checked. */
  readonly skipped: boolean;
  /** The word segmenter that is installed; `hegao/engine` tries whether it works. */
  readonly engine: string;
  /** Names of rules that failed on it: what they check was not checked. */
  readonly failed: readonly string[];
  readonly rate: RateSummary;
  readonly marks: Marks;
}

/** 差错率: estimated errors in 10,000 characters, against the limit of the kind of publication. */
export interface RateSummary {
  readonly perTenThousand: number;
  readonly limit: number;
  readonly passes: boolean;
  /** Errors by their weights. */
  readonly errors: number;
  readonly characters: number;
}

/** Where a client may put quiet marks. */
export interface Marks {
  /** Figures that agree with the fact table. */
  readonly verified: readonly Range[];
  /** Figures that contradict it. */
  readonly mismatch: readonly Range[];
  /** Figures that could be checked and that it does not know. */
  readonly unverified: readonly Range[];
}

/** `hegao/engine`, client to server: which segmenter is in use, and why not a better one. */
export const ENGINE = 'hegao/engine';
export interface EngineResult {
  readonly engine: string;
  readonly reasons: readonly string[];
  /** The server's process. */
  readonly pid: number;
}

/** `data` of a diagnostic: where the other places are, for clients that show none themselves. */
export interface DiagnosticData {
  readonly ruleId: string;
  readonly fixes: number;
  readonly related: readonly Range[];
}

/** `hegao/outline`, client to server: all there is to list of a document. Null while it is being checked or if it is not. */
export const OUTLINE = 'hegao/outline';
export interface Outline {
  readonly uri: string;
  readonly version: number;
  readonly articles: readonly ArticleItem[];
  readonly claims: readonly ClaimItem[];
  readonly targets: readonly TargetItem[];
  readonly entities: readonly EntityItem[];
}
export interface ArticleItem {
  readonly title: string;
  readonly range: Range;
  /** In order of the text. */
  readonly findings: readonly FindingItem[];
}
export interface FindingItem {
  readonly ruleId: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly range: Range;
  readonly text: string;
  readonly message: string;
  readonly fixes: readonly FixItem[];
}
export interface FixItem {
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
export type ClaimState = 'verified' | 'mismatch' | 'unverified' | 'not-checkable';
export interface ClaimItem {
  /** The figure. */
  readonly range: Range;
  readonly text: string;
  readonly state: ClaimState;
  /** Empty where the text does not say. */
  readonly subject: string;
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  /** What the table says, in one line; empty if nothing. */
  readonly fact: string;
}
export interface TargetItem {
  /** 到2025年 */
  readonly range: Range;
  /** ISO, as precise as the text. */
  readonly deadline: string;
  /** The promise, from its deadline on. */
  readonly text: string;
  readonly subject: string;
  readonly indicator: string;
}
export interface EntityItem {
  readonly kind: 'region' | 'organization' | 'document';
  readonly canonical: string;
  /** As printed, the most frequent first; the ranges in order of the text. */
  readonly forms: readonly { readonly text: string; readonly ranges: readonly Range[] }[];
}

/** `hegao/facts`, client to server: rows of the fact table that hold every word of the query. */
export const FACTS = 'hegao/facts';
export interface FactsParams {
  readonly query: string;
  /** The document whose tables are searched; without it those of the first folder. */
  readonly uri?: string;
  /** At most so many rows. */
  readonly limit: number;
}
export interface FactsResult {
  /** How many rows fit. */
  readonly total: number;
  readonly rows: readonly FactItem[];
}
export interface FactItem {
  readonly kind: 'statistic' | 'target' | 'document' | 'event';
  readonly subject: string;
  readonly what: string;
  readonly when: string;
  readonly value: string;
  readonly source: string;
}

/** `hegao/ignore`, client to server: keep quiet about a finding from now on. */
export const IGNORE = 'hegao/ignore';
export interface IgnoreParams {
  readonly uri: string;
  readonly ruleId: string;
  readonly range: Range;
  readonly scope: IgnoreScope;
}
export interface IgnoreResult {
  /** Where the entry is kept: in the folder's file, or, where there is no folder, until the server ends. `none`: no such finding. */
  readonly kept: 'file' | 'session' | 'none';
}

/** `hegao/ignored`, client to server: the entries of the document's folder. */
export const IGNORED = 'hegao/ignored';
export interface IgnoredItem {
  readonly scope: IgnoreScope;
  readonly ruleId: string;
  /** Path in the folder; empty for the whole workspace. */
  readonly document: string;
  /** The marked words with those beside them. */
  readonly text: string;
  /** True if nothing is found any more that it would silence. */
  readonly unused: boolean;
  /** To name it in `hegao/unignore`. */
  readonly key: string;
}

/** `hegao/unignore`, client to server: take entries out. Without keys: the one made last. */
export const UNIGNORE = 'hegao/unignore';
export interface UnignoreParams {
  readonly uri: string;
  readonly keys?: readonly string[];
}

/** `hegao/record`, client to server: add a figure to the newsroom's own table. Gives the table's URI. */
export const RECORD = 'hegao/record';
export interface RecordParams {
  readonly uri: string;
  readonly fact: RecordedFact;
}
/** A row for statistics.csv, by its columns. */
export interface RecordedFact {
  readonly subject: string;
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly bound: string;
  readonly source: string;
  readonly source_date: string;
}

/** Commands that code actions name; a client that says `commands: true` at the start has them. */
export const Commands = {
  /** (params: IgnoreParams) */
  ignore: 'hegao.ignore',
  /** (uri: string, range: Range) */
  goTo: 'hegao.goTo',
  /** (uri: string, one: Range, other: Range) */
  compare: 'hegao.compare',
  /** (ruleId: string) */
  openRulePage: 'hegao.openRulePage',
  /** (query: string) */
  findFact: 'hegao.findFact',
  /** (uri: string, fact without its source) */
  recordFact: 'hegao.recordFact',
} as const;

/** `hegao/report`, client to server: the report (审读报告) on a document. Null while it is being checked or if it is not. */
export const REPORT = 'hegao/report';
export interface ReportParams {
  readonly uri: string;
  /** What the text is called in the report. */
  readonly name: string;
  /** When the report is made, as it should stand there. */
  readonly made: string;
  /** html: a page of its own; markdown; notes: for the margin of the manuscript. */
  readonly form: 'html' | 'markdown' | 'notes';
  /** Language tag of the page. */
  readonly language: string;
  /** Ready-made HTML at the head of the page. */
  readonly tools?: string;
  /** The client's command that shows a place; its arguments are the URI and the range. Without it places are plain text. */
  readonly place?: string;
}
export interface ReportResult {
  readonly version: number;
  /** The page or the Markdown. */
  readonly content?: string;
  /** Notes at spans of the document, in UTF-16 code units, one line a paragraph. */
  readonly notes?: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly lines: readonly string[];
  }[];
  /** Lines of the document that are titles and headings; the others are body. */
  readonly lines?: readonly LineStyle[];
}
export interface LineStyle {
  readonly line: number;
  readonly style: 'title' | 'heading';
}

/** `hegao/checkText`, client to server: check the text of a file that is not open. Null if it is not to be checked. */
export const CHECK_TEXT = 'hegao/checkText';
export interface CheckTextParams {
  readonly uri: string;
  readonly text: string;
  readonly language: 'plain' | 'markdown';
}
export interface CheckTextResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly paragraphs: readonly Paragraph[];
}
/** A paragraph long enough to be compared with those of other files. */
export interface Paragraph {
  readonly range: Range;
  readonly text: string;
}
