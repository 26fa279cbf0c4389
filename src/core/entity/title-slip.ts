import { likeness } from './confusable.js';

/** How two titles differ by one slip: where in the first, and what. */
export interface TitleSlip {
  readonly slip: 'swap' | 'drop' | 'insert' | 'replace';
  /** Index in `printed` of the first character that differs. */
  readonly index: number;
}

/** Characters that tell titles apart: numerals, brackets, levels, parts. */
const TELLING = /[\d零〇一二三四五六七八九十两百甲乙丙丁（）《》省市县区东西南北上中下新第]/;

/**
 * How `printed` differs from `right` if the difference is one slip of the pen: two neighbours swapped, one character left out or too many,
 * or one put for another that is like it. Undefined where they are equal, or the difference makes another title (another year, 上 and 下).
 */
export function titleSlip(printed: string, right: string): TitleSlip | undefined {
  if (printed === right || Math.abs(printed.length - right.length) > 1) return undefined;
  let index = 0;
  while (index < printed.length && printed.charAt(index) === right.charAt(index)) index++;
  const [a, b] = [printed.charAt(index), right.charAt(index)];
  // 小企业会计准则 is not 企业会计准则.
  if (index === 0 && printed.length !== right.length) return undefined;
  if (printed.length < right.length)
    return printed.slice(index) === right.slice(index + 1) && !TELLING.test(b) ? { slip: 'drop', index } : undefined;
  if (printed.length > right.length)
    return printed.slice(index + 1) === right.slice(index) && !TELLING.test(a) ? { slip: 'insert', index } : undefined;
  if (TELLING.test(a) || TELLING.test(b)) return undefined;
  if (printed.slice(index + 1) === right.slice(index + 1)) {
    const alike = likeness(a, b);
    return alike === undefined ? undefined : { slip: 'replace', index };
  }
  const swapped = printed.charAt(index + 1) === b && right.charAt(index + 1) === a;
  return swapped && printed.slice(index + 2) === right.slice(index + 2) ? { slip: 'swap', index } : undefined;
}

/** Titles by their halves, to find the one that a misspelt title is a slip of: a slip leaves one half whole. */
export class TitleFinder {
  readonly #halves = new Map<string, string[]>();

  constructor(titles: Iterable<string>) {
    for (const title of titles) {
      const middle = title.length >> 1;
      this.#add(`^${title.slice(0, middle)}`, title);
      this.#add(`${title.slice(middle)}$`, title);
    }
  }

  /** The titles that `printed` is one slip away from. */
  near(printed: string): readonly string[] {
    const found = new Set<string>();
    const middle = printed.length >> 1;
    // The other title may be one character longer or shorter, and its middle lie one place beside.
    for (const cut of [middle - 1, middle, middle + 1])
      for (const key of [`^${printed.slice(0, cut)}`, `${printed.slice(cut)}$`])
        for (const title of this.#halves.get(key) ?? []) if (titleSlip(printed, title) !== undefined) found.add(title);
    return [...found];
  }

  #add(key: string, title: string): void {
    const known = this.#halves.get(key);
    if (known === undefined) this.#halves.set(key, [title]);
    else known.push(title);
  }
}
