import type { Finding } from './finding.js';
import type { Edit } from './rule/rule.js';
import { cover, overlaps } from './text/span.js';
import type { Span } from './text/span.js';

/** How often safe fixes are made on one text: mending one place may let another be seen. */
const ROUNDS = 8;

/** A text with all safe fixes made, and the edits that lead from the one to the other. */
export interface Fixed {
  readonly text: string;
  /** In the text as it was; in order, not overlapping. */
  readonly edits: readonly Edit[];
}

/**
 * Makes all safe fixes until none is left, so that a second time changes nothing.
 * @param findingsOf all that is found in a text and may be mended.
 */
export function fixAll(text: string, findingsOf: (text: string) => readonly Finding[]): Fixed {
  let fixed = text;
  let pieces: readonly Piece[] = [{ span: { start: 0, end: text.length }, text: undefined }];
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(findingsOf(fixed));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
    pieces = edited(pieces, edits);
  }
  return { text: fixed, edits: changesIn(pieces) };
}

/** The edits of all safe first fixes that do not overlap, in order of the text. A fix is made whole or not at all. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const [first] = fixes;
    if (first?.kind !== 'safe' || !first.edits.every(({ span }) => isFree(taken, span))) continue;
    for (const edit of first.edits) taken.splice(placeOf(taken, edit.span.start), 0, edit);
  }
  return taken;
}

/** The text with edits made. Edits are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Index of the first edit that begins at `start` or behind it. */
function placeOf(edits: readonly Edit[], start: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two edits at one place would depend on their order, even where one only inserts. */
function isFree(taken: readonly Edit[], span: Span): boolean {
  const index = placeOf(taken, span.start);
  return [taken[index - 1], taken[index]].every(
    (other) => other === undefined || (!overlaps(other.span, span) && other.span.start !== span.start),
  );
}

/** A stretch of the text as it was: as it stands there, or with other text in its place. */
interface Piece {
  readonly span: Span;
  /** undefined: unchanged. */
  readonly text: string | undefined;
}

function sizeOf({ span, text }: Piece): number {
  return text === undefined ? span.end - span.start : text.length;
}

/** Both parts of a piece, the first `size` long. What is not of the original any more stands for its span with the first part. */
function cut({ span, text }: Piece, size: number): readonly [Piece, Piece] {
  const middle = text === undefined ? span.start + size : span.end;
  return [
    { span: { start: span.start, end: middle }, text: text?.slice(0, size) },
    { span: { start: middle, end: span.end }, text: text?.slice(size) },
  ];
}

/** The pieces after edits of the text that they make up. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const rest = [...pieces].reverse();
  const take = (length: number): readonly Piece[] => {
    const taken: Piece[] = [];
    for (let left = length; left > 0;) {
      const piece = rest.pop();
      if (piece === undefined) break;
      const size = sizeOf(piece);
      if (size <= left) taken.push(piece);
      else {
        const [head, tail] = cut(piece, left);
        taken.push(head);
        rest.push(tail);
      }
      left -= Math.min(size, left);
    }
    return taken;
  };
  const result: Piece[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    result.push(...take(span.start - at));
    const gone = take(span.end - span.start);
    const start = gone[0]?.span.start ?? result.at(-1)?.span.end ?? 0;
    result.push({ span: { start, end: gone.at(-1)?.span.end ?? start }, text: newText });
    at = span.end;
  }
  return [...result, ...rest.reverse()];
}

/** The changed pieces as edits; those that touch become one. */
function changesIn(pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { span, text } of pieces) {
    if (text === undefined) continue;
    const last = edits.at(-1);
    if (last?.span.end === span.start)
      edits[edits.length - 1] = { span: cover(last.span, span), newText: last.newText + text };
    else edits.push({ span, newText: text });
  }
  return edits;
}
