import type { Severity } from '../rule/rule.js';

/** The least sure a row may be for more than a hint. */
const SURE = 0.9;

/**
 * The gravest severity a row of a table can carry by itself: `error` for a row read in the official text itself (A, 0.97 and above, or a user's row
 * without a mark), `warning` for one good source (B), `hint` for what only its editor knows (编者知识) or holds for less than nine tenths sure.
 * A rule takes the lesser of this and its own.
 */
export function gravest(row: { readonly source: string; readonly confidence: string }): Severity {
  const sources = row.source.split(/[;；]/).map((part) => part.trim());
  if (sources.every((source) => source === '' || source.startsWith('编者知识') || source.startsWith('语料')))
    return 'hint';
  if (row.confidence === 'A' || row.confidence === '') return 'error';
  if (row.confidence === 'B') return 'warning';
  const confidence = Number(row.confidence);
  return confidence >= 0.97 ? 'error' : confidence >= SURE ? 'warning' : 'hint';
}

const ORDER: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The lesser of severities. */
export function least(...severities: readonly Severity[]): Severity {
  return ORDER.find((severity) => severities.includes(severity)) ?? 'hint';
}

/** The greatest of severities. */
export function most(...severities: readonly Severity[]): Severity {
  return ORDER.findLast((severity) => severities.includes(severity)) ?? 'hint';
}
