/**
 * A half-open range `[start, end)` of UTF-16 code units.
 *
 * Which text it counts in is said by its owner: inside the core it is `Article.text`; in results handed
 * out of the core it is the document as it is.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` to `end`. Throws a RangeError if it would run backwards or begin before 0. */
export function span(start: number, end: number): Span {
  if (start < 0 || end < start) throw new RangeError(`not a span: ${start}..${end}`);
  return { start, end };
}

/** The text a span covers. */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** True if the two spans share at least one code unit. Empty spans share nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies within `outer` (edges may touch). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The same span, moved by `offset` code units. */
export function shift({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** Orders spans by start, then the longer first, so that an outer span comes before what it holds. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

/** The place, among parts in order, of the last one that begins at `offset` or before it; 0 if none does. */
export function lastUpTo(parts: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
