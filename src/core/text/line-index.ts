/** A place as editors count: both from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Lines and columns of a text. The only place that knows LF, CRLF and CR; offsets elsewhere never do. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  /** @param text the document without its byte-order mark. */
  constructor(text: string) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
    this.#starts = starts;
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text give its first or last position. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; positions outside the text give its nearest offset. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#length;
    return Math.min(start + Math.max(0, character), this.#starts[line + 1] ?? this.#length, this.#length);
  }
}
