import Big from 'big.js';
import type { FigureMention } from '../mention.js';
import type { Span } from '../text/span.js';
import { factorOf, isCount } from './figure.js';
import type { Interval } from './interval.js';
import { multiplierValue, printedFigure } from './print.js';
import type { PrintedFigure } from './print.js';

/**
 * How one slip of the keyboard or of copying changes a figure: the point for the separator, 万 for 亿, two digits swapped, the
 * point moved or lost, one digit wrong, the multiplier lost, a zero or a doubled digit too few or too many, any digit so; or,
 * where a rule says so, the sign or the word of direction.
 */
export type SlipKind =
  'separator' | 'sign' | 'unit' | 'swap' | 'point' | 'digit' | 'multiplier' | 'double' | 'length' | 'direction';

/** One way to read a figure if it holds a single slip. */
export interface Repair {
  readonly figure: FigureMention;
  readonly kind: SlipKind;
  /** What stands there now and what should, without unit: 13.271 and 13,271; with the multiplier where that is what changes. */
  readonly wrong: string;
  readonly right: string;
  /** What to replace, and by what; as wide and as spaced as the print. */
  readonly span: Span;
  readonly newText: string;
  /** What the mended figure means, in base units, by rounding only. */
  readonly interval: Interval;
  /** Its printed value in base units. */
  readonly value: Big;
}

/** The page a figure stands on. */
export interface Page {
  readonly text: string;
  readonly folded: string;
}

const NUMBER = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;

type Add = (kind: SlipKind, digits: string, multiplier?: string) => void;

/**
 * Every single-slip reading of a figure printed in Arabic digits; none where it is not.
 * @param groups whether the page prints a number of so many digits with separators, for those that a slip has lost.
 */
export function slipsOf(
  figure: FigureMention,
  page: Page,
  groups: (digits: number) => boolean = () => true,
): readonly Repair[] {
  const printed = printedFigure(figure, page.folded);
  if (printed === undefined) return [];
  const repairs: Repair[] = [];
  const seen = new Set<string>([printed.digits + printed.multiplier]);
  const counts = isCount(figure);
  const { span } = figure.numeral;
  const original = page.text.slice(span.start, span.end);
  const add: Add = (kind, digits, multiplier = printed.multiplier) => {
    if (seen.has(digits + multiplier) || !NUMBER.test(digits)) return;
    // Nobody counts 0.7 things.
    if (counts && multiplier === '' && digits.includes('.')) return;
    seen.add(digits + multiplier);
    const whole = multiplier !== printed.multiplier;
    const scale = multiplierValue(multiplier);
    const value = new Big(digits.replaceAll(',', '')).times(scale);
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    const half =
      counts && multiplier === '' && decimals === 0 ? new Big(0) : new Big(10).pow(-decimals).times(scale).div(2);
    const factor = factorOf(figure);
    repairs.push({
      figure,
      kind,
      wrong: whole ? printed.digits + printed.multiplier : printed.digits,
      right: whole ? digits + multiplier : digits,
      span,
      newText: asWideAs(digits, original) + printed.gap + multiplier,
      interval: { lower: value.minus(half).times(factor), upper: value.plus(half).times(factor) },
      value: value.times(factor),
    });
  };
  separators(printed, add, groups);
  units(printed, add);
  digitSlips(printed, add);
  return repairs;
}

function separators({ digits }: PrintedFigure, add: Add, groups: (digits: number) => boolean): void {
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(digits)) {
    const bare = digits.replace('.', '');
    const grouped = digits.replace('.', ',');
    add('separator', groups(bare.replace('-', '').length) ? grouped : bare);
  }
  if (/^-?\d{1,3},\d{3}$/.test(digits)) add('separator', digits.replace(',', '.'));
}

function units({ digits, multiplier }: PrintedFigure, add: Add): void {
  for (const other of ['万', '亿', '万亿', ''])
    if (other !== multiplier) add(other === '' || multiplier === '' ? 'multiplier' : 'unit', digits, other);
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
    if (j === undefined || bare[i] === bare[j]) continue;
    const swapped = [...bare];
    [swapped[i], swapped[j]] = [bare[j] ?? '', bare[i] ?? ''];
    put('swap', swapped.join(''));
  }
  points(bare, put);
  for (const i of places) for (const digit of '0123456789') put('digit', bare.slice(0, i) + digit + bare.slice(i + 1));
  // A key pressed once too often or too seldom, most often one that is pressed twice, or a zero at the end.
  for (const i of places) if (bare[i] === bare[i + 1]) put('double', bare.slice(0, i) + bare.slice(i + 1));
  for (const i of places) put('double', bare.slice(0, i) + (bare[i] ?? '') + bare.slice(i));
  if (!bare.includes('.')) {
    put('double', `${bare}0`);
    if (bare.endsWith('0')) put('double', bare.slice(0, -1));
  }
  for (const i of places) if (places.length > 1) put('length', bare.slice(0, i) + bare.slice(i + 1));
  for (let i = places[0] ?? 0; i <= bare.length; i++)
    for (const digit of '0123456789') put('length', bare.slice(0, i) + digit + bare.slice(i));
}

/** The point lost, set where none was, or moved; the digits stay as they are, save zeros that then lead. */
function points(bare: string, put: (kind: SlipKind, text: string) => void): void {
  const sign = bare.startsWith('-') ? '-' : '';
  const digits = bare.replace(/[-.]/g, '');
  const now = bare.includes('.') ? bare.length - sign.length - bare.indexOf('.', sign.length) - 1 : 0;
  const texts: { readonly text: string; readonly moved: number }[] = [];
  for (let decimals = 0; decimals <= digits.length; decimals++) {
    const moved = Math.abs(decimals - now);
    if (moved === 0 || moved > 4) continue;
    const whole = digits.slice(0, digits.length - decimals).replace(/^0+(?=\d)/, '');
    const text = `${sign}${whole === '' ? '0' : whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
    texts.push({ text, moved });
  }
  for (const { text } of texts.sort((a, b) => a.moved - b.moved)) put('point', text);
}

function regroup(text: string): string {
  const [whole = '', decimals] = text.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** A figure's text in full-width digits and percent sign if the print has such; the print's own sign for the point is kept. */
export function asWideAs(text: string, print: string): string {
  if (!/[０-９]/.test(print)) return text;
  const signs: Readonly<Record<string, string>> = { '.': /[.．]/.exec(print)?.[0] ?? '．', ',': '，', '%': '％' };
  return [...text]
    .map((char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : (signs[char] ?? char)))
    .join('');
}
