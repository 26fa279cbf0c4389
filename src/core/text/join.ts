import { cannotBegin, cannotEnd, isFinished, isHeadingLike, markerOf, openMarks } from './line.js';
import type { Line } from './line.js';
import { PairCounts } from './pair-counts.js';

/** A fragment this long is no heading. */
const SURELY_BODY = 50;

/**
 * Tells whether a line goes on in the next one: the end of a column or of a printed line cut it. Each line end is judged by
 * what stands at it: marks left open, stops that cannot begin a line, words that the rest of the document shows to be
 * whole (同|城化 where 同城化 stands elsewhere), and by whether the page shows other cuts.
 */
export class JoinJudge {
  readonly #lines: readonly Line[];
  readonly #document: string;
  /** The column at which a hard-wrapped document is cut, 0 for none. */
  readonly #column: number;
  readonly #indented: boolean;
  /** Occurrences of characters and pairs of the document, for the evidence of words. */
  #counts: PairCounts | undefined;
  #pageIsCut: boolean | undefined;

  constructor(lines: readonly Line[], document: string) {
    this.#lines = lines;
    this.#document = document;
    this.#column = wrapColumn(lines);
    const indented = lines.filter(({ indent }) => indent >= 2).length;
    this.#indented =
      this.#column > 0
        ? indented >= 2 && indented * 5 < lines.length * 4
        : indented >= 3 && indented * 3 >= lines.length;
  }

  /** True if line `second` goes on where the block `block`, whose last line is `first`, stops. */
  continues(block: string, first: number, second: number): boolean {
    const a = this.#lines[first];
    const b = this.#lines[second];
    if (a === undefined || b === undefined || b.blankBefore > 1) return false;
    const marker = markerOf(b.text);
    if (marker !== undefined && !(marker === 'numbered' && this.#column > 0)) return false;
    if (markerOf(block) === 'byline' || markerOf(a.text) === 'figure') return false;
    if (this.#column > 0 && b.blankBefore === 0) return this.#wraps(a, b);
    if (isFinished(a.text)) return false;
    if (this.#indented && b.indent >= 2) return false;
    if (this.#isCutSurely(block, a, b)) return true;
    if (this.#isPiece(block, second)) return true;
    if (isHeadingLike(b.text) || !isBodyFragment(block)) return false;
    return this.#isOneWord(a.text, b.text) || this.#isPageCut();
  }

  /**
   * In a hard-wrapped document a line goes on if what begins the next one (a character, a number that is not cut) would not have fitted
   * in, unless a new paragraph is set off.
   */
  #wraps(a: Line, b: Line): boolean {
    const firstPiece = /^[\x21-\x7e]+/.exec(b.text)?.[0].length ?? 2;
    if (b.indent > a.indent + 1 || width(a) + firstPiece / 2 - 1 < this.#column - 3) return false;
    if (this.#indented && b.indent >= 2) return false;
    if (!isFinished(a.text)) return true;
    if (!this.#indented && width(a) + firstPiece / 2 < this.#column) return false;
    return markerOf(b.text) === undefined && !(isHeadingLike(b.text) && width(b) < this.#column - 3);
  }

  /** A short line between two that belong together: the one behind it begins with a stop, as no line can. */
  #isPiece(block: string, second: number): boolean {
    const [b, c] = [this.#lines[second], this.#lines[second + 1]];
    if (b === undefined || c === undefined || c.blankBefore > 0) return false;
    return !isFinished(b.text) && isBodyFragment(block) && (cannotBegin(c.text) || /^(?:是|为)[：:]/.test(c.text));
  }

  /** What stands at the line end leaves no doubt. */
  #isCutSurely(block: string, a: Line, b: Line): boolean {
    if (!/[\u4e00-\u9fffA-Za-z\d]/.test(b.text.slice(0, 40)) && !cannotBegin(b.text)) return false;
    if (cannotBegin(b.text) || /^(?:[是为][：:]|的(?!士|确|卢))/.test(b.text)) return true;
    if (/\S{4}\d\.$/.test(a.text) && /^\d/.test(b.text)) return true;
    if (/[A-Za-z\d.,]$/.test(a.text) && /^[\d万亿%％]/.test(b.text) && isBodyFragment(block)) return true;
    if (/[的与及]$/.test(a.text) && isBodyFragment(block)) return true;
    if (isHeadingLike(b.text) && !/[，、,（《“(]$/.test(a.text)) return false;
    if (/[，、,（《“(]$/.test(a.text)) return true;
    const open = openMarks(block.slice(-80)).at(-1);
    if (open !== undefined && closes(open, b.text)) return true;
    if (stopsInClause(a.text) && isBody(b.text)) return true;
    return cannotEnd(a.text) && isBody(b.text) && isBodyFragment(block);
  }

  /** The characters either side of the line end are one word elsewhere in the document. */
  #isOneWord(a: string, b: string): boolean {
    const left = a.slice(-2);
    const right = b.slice(0, 2);
    const last = left.slice(-1);
    const first = right.slice(0, 1);
    this.#counts ??= new PairCounts(this.#document);
    const pairs = this.#counts.pair(last, first);
    if (pairs >= 2) {
      const share = Math.max(pairs / this.#counts.character(last), pairs / this.#counts.character(first));
      if (share >= 0.08) return true;
    }
    return this.#document.includes(left + first) || this.#document.includes(last + right);
  }

  /** True if the page shows two or more cuts beyond doubt: then other fragments on it are cuts as well. */
  #isPageCut(): boolean {
    this.#pageIsCut ??= this.#countSureCuts() >= 2;
    return this.#pageIsCut;
  }

  #countSureCuts(): number {
    let cuts = 0;
    for (let i = 0; i + 1 < this.#lines.length && cuts < 2; i++) {
      const a = this.#lines[i];
      const b = this.#lines[i + 1];
      if (
        a === undefined ||
        b === undefined ||
        b.blankBefore > 1 ||
        isFinished(a.text) ||
        markerOf(b.text) !== undefined
      )
        continue;
      if (!isBody(b.text) || !isBodyFragment(a.text)) continue;
      if (this.#isCutSurely(a.text, a, b) || this.#isOneWord(a.text, b.text)) cuts++;
    }
    return cuts;
  }
}

/** True for text that stops one or two characters into a clause (…一体化、同). A numbered heading (二、农业) does not. */
function stopsInClause(text: string): boolean {
  return /^(?![一二三四五六七八九十]{1,3}、|第).*[，、：；][^，、：；]{1,2}$/.test(text);
}

/** True for a line that holds a clause or a sentence's end, as body lines do. */
function isBody(text: string): boolean {
  return /[，。；]/.test(text) && !isHeadingLike(text);
}

/** True for text that stops in the middle but can be no heading: too long, holding a full stop, or opening as sentences do. */
function isBodyFragment(text: string): boolean {
  if (text.length > SURELY_BODY || /[。；！？]/.test(text)) return true;
  if (stopsInClause(text)) return true;
  return (
    !text.startsWith('第') &&
    /^(?:[\u4e00-\u9fff]{1,3}|据[\u4e00-\u9fff]{1,8}|近年来|截至.{1,12}|自.{1,14}以来)，/.test(text)
  );
}

/** True if `text` closes the mark before it opens another of its kind. */
function closes(mark: string, text: string): boolean {
  const CLOSERS: Readonly<Record<string, string>> = {
    '“': '”',
    '‘': '’',
    '《': '》',
    '（': '）',
    '(': ')',
    '【': '】',
    '〔': '〕',
    '「': '」',
  };
  const closer = CLOSERS[mark] ?? '';
  const close = text.indexOf(closer);
  const open = text.indexOf(mark);
  return close >= 0 && (open < 0 || close < open) && close < 60;
}

/** Printed width in Chinese characters: ASCII takes half the room. */
function width({ text, indent }: Line): number {
  const narrow = text.match(/[\x20-\x7e]/g)?.length ?? 0;
  return indent + text.length - narrow / 2;
}

/** The width a hard-wrapped document was cut at: most of its unfinished lines fill it. 0 if it was not. */
function wrapColumn(lines: readonly Line[]): number {
  const widths = lines.filter(({ text }) => !isFinished(text)).map(width);
  if (widths.length < 8 || widths.length * 5 < lines.length * 2) return 0;
  const sorted = [...widths].sort((x, y) => x - y);
  const column = sorted[Math.floor(sorted.length * 0.8)] ?? 0;
  if (column < 12 || column > 100) return 0;
  // A page of headlines and long paragraphs is not wrapped: many of its lines are wider.
  if (lines.filter((line) => width(line) > column + 2).length * 5 > lines.length) return 0;
  const full = widths.filter((each) => each >= column - 3 && each <= column + 2).length;
  return full * 10 >= widths.length * 6 ? column : 0;
}
