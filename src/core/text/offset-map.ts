import type { Span } from './span.js';

/** A run of article text that stands in the document unbroken. */
export interface Segment {
  readonly at: number;
  readonly document: number;
  readonly length: number;
}

/** Maps article offsets back to the document. Segments are in order of both texts. */
export class OffsetMap {
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** The last segment that begins at or before `offset`. */
  #segmentOf(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#segments[low];
  }

  /** The document offset of the code unit at `offset`; between two segments, the end of the first. */
  #place(offset: number): number {
    const segment = this.#segmentOf(offset);
    if (segment === undefined) return 0;
    return segment.document + Math.min(Math.max(0, offset - segment.at), segment.length);
  }

  /**
   * The document span of an article span: from its first code unit to behind its last, so that a span across a joint covers
   * the line end too. An empty span stays empty, before the code unit it stands at.
   */
  toDocument({ start, end }: Span): Span {
    const from = this.#place(start);
    return { start: from, end: end === start ? from : Math.max(from, this.#place(end - 1) + 1) };
  }
}
