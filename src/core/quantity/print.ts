import Big from 'big.js';
import type { FigureMention } from '../mention.js';

const MULTIPLIERS: Readonly<Record<string, string>> = { 百: '1e2', 千: '1e3', 万: '1e4', 亿: '1e8' };

/** A figure as it stands in the text, taken apart: 约19,239亿元 -> digits 19,239, multiplier 亿, unit 元. */
export interface PrintedFigure {
  /** Digits with separators and point, half width. */
  readonly digits: string;
  /** What stands between digits and multiplier: a space, or nothing. */
  readonly gap: string;
  /** 万, 亿, 万亿 or empty. */
  readonly multiplier: string;
  /** The printed unit: 元, %, 个百分点; empty for a plain number. */
  readonly unit: string;
}

/** Takes a figure apart; undefined where it is not printed in Arabic digits before its multiplier. `folded`: the article's. */
export function printedFigure(figure: FigureMention, folded: string): PrintedFigure | undefined {
  const { span } = figure.numeral;
  const match = /^(-?\d[\d,]*(?:\.\d+)?)(\s?)([百千万亿]*)$/.exec(folded.slice(span.start, span.end));
  if (match?.[1] === undefined) return undefined;
  return {
    digits: match[1],
    gap: match[2] ?? '',
    multiplier: match[3] ?? '',
    unit: folded.slice(span.end, figure.span.end).trim(),
  };
}

/** What 万, 亿, 万亿 multiply by. */
export function multiplierValue(multiplier: string): Big {
  return [...multiplier].reduce((all, each) => all.times(MULTIPLIERS[each] ?? 1), new Big(1));
}

/** `value` (in the figure's unit, multipliers multiplied out) printed the way the figure is: same multiplier, unit and grouping. */
export function printLike(value: Big, figure: FigureMention, folded: string): string {
  const printed = printedFigure(figure, folded);
  if (printed === undefined) return inWords(value) + unitName(figure);
  return (
    withGrouping(value.div(multiplierValue(printed.multiplier)), printed.digits.includes(',')) +
    printed.multiplier +
    printed.unit
  );
}

/** A number with 万 or 亿 where that shortens it: 92800000 -> 9280万. */
function inWords(value: Big): string {
  for (const [name, size] of [
    ['亿', '1e8'],
    ['万', '1e4'],
  ] as const) {
    const scaled = value.div(size);
    if (scaled.abs().gte(1) && scaled.round(4).eq(scaled)) return plainText(scaled) + name;
  }
  return plainText(value);
}

/** `value` to at most four decimals. */
export function plainText(value: Big): string {
  return value.round(4).toFixed();
}

function unitName(figure: FigureMention): string {
  return figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
}

/** A number with or without thousands separators. */
function withGrouping(value: Big, grouped: boolean): string {
  const text = plainText(value);
  if (!grouped) return text;
  const [whole = '', decimals] = text.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}
