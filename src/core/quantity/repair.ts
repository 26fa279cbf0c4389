import Big from 'big.js';
import type { FigureMention } from '../mention.js';
import type { Interval } from './interval.js';
import { multiplierValue, printedFigure } from './print.js';
import type { PrintedFigure } from './print.js';

/**
 * How one slip of the keyboard or of copying changes a number, the likelier first: the point for the separator, 万 for 亿,
 * two digits swapped, one digit wrong, the point moved, one digit dropped or doubled.
 */
export type SlipKind = 'separator' | 'unit' | 'swap' | 'digit' | 'point' | 'length';

const ORDER: readonly SlipKind[] = ['separator', 'unit', 'swap', 'point', 'digit', 'length'];

/** One way to read a figure if it holds a single slip. */
export interface Repair {
  readonly figure: FigureMention;
  readonly kind: SlipKind;
  /** What stands there now and what should, without unit: 13.271 and 13,271; with the multiplier where that is what changes. */
  readonly wrong: string;
  readonly right: string;
  /** The whole figure's digits and multiplier, mended: fits `figure.numeral.span`. */
  readonly newText: string;
  /** What the mended figure means, in the figure's own unit, by rounding only. */
  readonly interval: Interval;
}

/** Every single-slip reading of a figure printed in Arabic digits. `folded`: the article's folded text. */
export function repairsOf(figure: FigureMention, folded: string): readonly Repair[] {
  const printed = printedFigure(figure, folded);
  if (printed === undefined) return [];
  const repairs: Repair[] = [];
  const seen = new Set<string>([printed.digits + printed.multiplier]);
  const add = (kind: SlipKind, digits: string, multiplier = printed.multiplier): void => {
    const newText = digits + multiplier;
    if (seen.has(newText) || !/^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(digits)) return;
    seen.add(newText);
    const whole = multiplier !== printed.multiplier;
    repairs.push({
      figure,
      kind,
      wrong: whole ? printed.digits + printed.multiplier : printed.digits,
      right: whole ? newText : digits,
      newText,
      interval: rounding(digits, multiplier, figure),
    });
  };
  separators(printed, add);
  units(printed, add);
  digitSlips(printed, add);
  return repairs;
}

type Add = (kind: SlipKind, digits: string, multiplier?: string) => void;

function separators({ digits }: PrintedFigure, add: Add): void {
  if (/^-?\d{1,3}\.\d{3}$/.test(digits)) {
    add('separator', digits.replace('.', ','));
    add('separator', digits.replace('.', ''));
  }
  if (/^-?\d{1,3},\d{3}$/.test(digits)) add('separator', digits.replace(',', '.'));
}

function units({ digits, multiplier }: PrintedFigure, add: Add): void {
  for (const other of ['', '万', '亿', '万亿']) if (other !== multiplier) add('unit', digits, other);
}

function digitSlips({ digits }: PrintedFigure, add: Add): void {
  const grouped = digits.includes(',');
  const bare = digits.replaceAll(',', '');
  const put = (kind: SlipKind, text: string): void => {
    add(kind, grouped ? regroup(text) : text);
  };
  const places = [...bare].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  for (const [n, i] of places.entries()) {
    const j = places[n + 1];
    if (j !== undefined && bare[i] !== bare[j]) {
      const swapped = [...bare];
      [swapped[i], swapped[j]] = [bare[j] ?? '', bare[i] ?? ''];
      put('swap', swapped.join(''));
    }
  }
  const point = bare.indexOf('.');
  const whole = bare.replace('.', '').replace('-', '');
  const sign = bare.startsWith('-') ? '-' : '';
  const at = (point < 0 ? bare.length : point) - sign.length;
  for (const shift of [-3, -2, -1, 1, 2, 3]) {
    const to = at + shift;
    const padded = to <= 0 ? '0'.repeat(1 - to) + whole : whole.padEnd(to, '0');
    const place = to <= 0 ? 1 : to;
    const text = `${padded.slice(0, place).replace(/^0+(?=\d)/, '')}.${padded.slice(place)}`
      .replace(/\.$/, '')
      .replace(/(\.\d*?)0+$/, (_, kept: string) => (point < 0 ? kept.replace(/\.$/, '') : kept || ''));
    put('point', sign + text.replace(/\.$/, ''));
  }
  for (const i of places) {
    for (let digit = 0; digit <= 9; digit++) put('digit', bare.slice(0, i) + String(digit) + bare.slice(i + 1));
  }
  for (const i of places) if (places.length > 1) put('length', bare.slice(0, i) + bare.slice(i + 1));
  for (let i = sign.length; i <= bare.length; i++) {
    for (let digit = 0; digit <= 9; digit++) put('length', bare.slice(0, i) + String(digit) + bare.slice(i));
  }
}

function regroup(text: string): string {
  const [whole = '', decimals] = text.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** What the digits mean by rounding, in the figure's unit. Counts (family 6人) are exact. */
function rounding(digits: string, multiplier: string, figure: FigureMention): Interval {
  const bare = digits.replaceAll(',', '');
  const scale = multiplierValue(multiplier);
  const value = new Big(bare).times(scale);
  const decimals = bare.includes('.') ? bare.length - bare.indexOf('.') - 1 : 0;
  const counted =
    figure.kind === 'quantity' && (figure.unit.dimension === 'count' || figure.unit.dimension === 'population');
  const half =
    counted && multiplier === '' && decimals === 0 ? new Big(0) : new Big(10).pow(-decimals).times(scale).div(2);
  return { lower: value.minus(half), upper: value.plus(half) };
}

/**
 * The one single-slip reading that makes a relation hold, if it is the only one of its likelihood: the likeliest kind of slip that
 * offers any decides, and offers none if it offers two.
 * @param holds tells whether the relation holds with `figure` read as `interval` (in its own unit).
 */
export function soleRepair(
  figures: readonly FigureMention[],
  folded: string,
  holds: (figure: FigureMention, interval: Interval) => boolean,
): Repair | undefined {
  const fitting = figures.flatMap((figure) =>
    repairsOf(figure, folded).filter(({ interval }) => holds(figure, interval)),
  );
  for (const kind of ORDER) {
    const ofKind = fitting.filter((repair) => repair.kind === kind);
    if (ofKind.length === 0) continue;
    const [first] = ofKind;
    // 13,271 and 13271 mend the same slip in two spellings; the first is the printed style.
    const values = new Set(ofKind.map(({ figure, newText }) => `${figure.span.start}:${newText.replaceAll(',', '')}`));
    return values.size === 1 ? first : undefined;
  }
  return undefined;
}
