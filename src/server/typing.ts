import type { Finding } from '../core/finding.js';
import type { Span } from '../core/text/span.js';

/** What was last shown of a document. */
export interface Shown {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Tells a finding again in the next version of its line. */
function keyOf({ ruleId, span }: Finding, text: string): string {
  return `${ruleId}\n${text.slice(span.start, span.end)}`;
}

/**
 * The line that is being typed in: where a text differs from what was last shown, if that is within one line; its line end is not part of it.
 * Undefined for no change, and for larger ones, which are no typing.
 */
export function lineTyped(before: string, after: string): Span | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head === before.length && head === after.length) return undefined;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';
  for (const [text, end] of [
    [before, before.length - tail],
    [after, after.length - tail],
  ] as const)
    for (let i = head; i < end; i++) if (isLineEnd(text[i])) return undefined;
  let start = head;
  while (start > 0 && !isLineEnd(after[start - 1])) start--;
  let end = after.length - tail;
  while (end < after.length && !isLineEnd(after[end])) end++;
  return { start, end };
}

/**
 * The findings without those that an unfinished line has given rise to: what was shown in it before stays, new ones wait.
 * @param line as it is now; it began at the same place before.
 */
export function withoutUnfinished(
  findings: readonly Finding[],
  text: string,
  line: Span,
  before: Shown,
): readonly Finding[] {
  const end = line.end - text.length + before.text.length;
  const isIn = ({ span }: Finding, lineEnd: number): boolean => span.end > line.start && span.start < lineEnd;
  const known = new Set(
    before.findings.filter((finding) => isIn(finding, end)).map((finding) => keyOf(finding, before.text)),
  );
  return findings.filter((finding) => !isIn(finding, line.end) || known.has(keyOf(finding, text)));
}
