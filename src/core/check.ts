import type { AnalysedArticle } from './article.js';
import type { Knowledge } from './fact/knowledge.js';
import type { Finding } from './finding.js';

/** How a text is to be read. */
export interface ReadingOptions {
  /** Markdown markup (headings, lists, tables, code) is layout, not text. Default: plain. */
  readonly language?: 'plain' | 'markdown';
  /** ISO date of the issue, to resolve 今年, 3月30日; without it the dateline is used, if there is one. */
  readonly issueDate?: string;
}

/** The way through the house: text -> articles -> mentions -> claims. */
export function analyse(
  _text: string,
  _knowledge: Knowledge,
  _options: ReadingOptions = {},
): readonly AnalysedArticle[] {
  return [];
}

/**
 * All findings of all rules with their default severities, sorted by start, then rule id. Settings (severity, ignored)
 * are applied outside the core by `applySettings`.
 */
export function check(text: string, knowledge: Knowledge, options: ReadingOptions = {}): readonly Finding[] {
  void analyse(text, knowledge, options);
  return [];
}
