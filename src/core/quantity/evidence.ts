import type Big from 'big.js';
import type { FigureMention, Mention } from '../mention.js';
import { isFigure, isLike, valueOf } from './figure.js';
import { printedFigure } from './print.js';
import type { Page, Repair } from './slip.js';

/** A page with what was recognised on it, sorted by start. */
export type ReadPage = Page & { readonly mentions: readonly Mention[] };

/** How many mentions either side of a figure are looked at. */
const REACH = 300;
const NEAR = 24;

/** What the other figures of the page say on a slip in one of those of a relation. */
export class Evidence {
  readonly #page: ReadPage;
  readonly #others: readonly FigureMention[];
  readonly #near: readonly FigureMention[];

  /** @param figures those of the relation, which are no witnesses. */
  constructor(page: ReadPage, figures: readonly FigureMention[]) {
    this.#page = page;
    const at = indexAt(page.mentions, figures[0]?.span.start ?? 0);
    const around = (reach: number): readonly FigureMention[] =>
      page.mentions.slice(Math.max(0, at - reach), at + reach).filter(isFigure);
    this.#others = around(REACH).filter((figure) => !figures.includes(figure));
    this.#near = [...new Set([...figures, ...around(NEAR)])];
  }

  /** True if the page prints this value of this measure elsewhere; only values of some digits, others meet by chance. */
  restates(value: Big, figure: FigureMention): boolean {
    const digits = value.c.length;
    return digits >= 3 && this.#others.some((other) => isLike(other, figure) && valueOf(other).eq(value));
  }

  /** How much better (above 0) or worse the mended print goes with the figures of its measure around it than what is printed. */
  suits({ figure, kind, newText }: Repair): number {
    const printed = printedFigure(figure, this.#page.folded);
    const mended = /^(.*?)\s?([万亿]*)$/.exec(newText);
    if (printed === undefined || mended === null || (kind !== 'unit' && kind !== 'multiplier' && kind !== 'point'))
      return 0;
    const like = this.#near.filter((other) => other !== figure && isLike(other, figure));
    const prints = like.flatMap((other) => printedFigure(other, this.#page.folded) ?? []);
    const trait =
      kind === 'point'
        ? (digits: string): string => String(/[.．](.*)$/.exec(digits)?.[1]?.length ?? 0)
        : (_: string, multiplier: string): string => multiplier;
    const [now, then] = [trait(printed.digits, printed.multiplier), trait(mended[1] ?? '', mended[2] ?? '')];
    const votes = (wanted: string): number =>
      prints.filter(({ digits, multiplier }) => trait(digits, multiplier) === wanted).length;
    return Math.sign(votes(then) - votes(now));
  }

  /** Whether numbers of so many digits are printed with separators here. */
  readonly groups = (digits: number): boolean => {
    const prints = [...this.#near, ...this.#others].flatMap(
      (figure) => printedFigure(figure, this.#page.folded)?.digits ?? [],
    );
    const whole = (print: string): number => print.replace(/\..*$/, '').replace(/\D/g, '').length;
    const like = prints.filter((print) => (digits > 4 ? whole(print) > 4 : whole(print) === 4));
    const voters = like.length > 0 ? like : prints.filter((print) => print.includes(','));
    return voters.filter((print) => print.includes(',')).length * 2 > voters.length;
  };
}

/** Index of the first mention that starts at or behind an offset. */
function indexAt(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
