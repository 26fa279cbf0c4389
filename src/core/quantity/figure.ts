import Big from 'big.js';
import type { FigureMention, Mention } from '../mention.js';
import type { Interval } from './interval.js';

/** How the figures of a relation are read: the values each can mean, in base units. */
export type Reading = (figure: FigureMention) => Interval;

/** True for the mentions that carry one printed figure. */
export function isFigure(mention: Mention): mention is FigureMention {
  return mention.kind === 'quantity' || mention.kind === 'percent' || mention.kind === 'number';
}

/** True if both are amounts of one measure, so that they may be added and compared. */
export function isLike(a: FigureMention, b: FigureMention): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity')
    return a.unit.baseUnit === b.unit.baseUnit && a.unit.dimension === b.unit.dimension;
  if (a.kind === 'percent' && b.kind === 'percent') return a.unit === b.unit;
  return a.kind === 'number' && b.kind === 'number';
}

/** What one of a figure's units is in its base unit. */
export function factorOf(figure: FigureMention): string {
  return figure.kind === 'quantity' && figure.unit.factor !== '' ? figure.unit.factor : '1';
}

/** The printed value in the base unit. */
export function valueOf(figure: FigureMention): Big {
  return figure.numeral.value.times(factorOf(figure));
}

/** All that a figure can mean, in base units: rounding, and the words that soften or bound it. */
export const valuesOf: Reading = (figure) => (figure.kind === 'quantity' ? figure.baseInterval : figure.interval);

/** A figure's unit under which like figures can be looked up. */
export function unitOf(figure: FigureMention): string {
  return figure.kind === 'quantity' ? figure.unit.baseUnit : figure.kind === 'percent' ? figure.unit : '';
}

/** True if the figure counts things one by one, so that its last digit is exact and it has no decimals. */
export function isCount(figure: FigureMention): boolean {
  return figure.kind === 'quantity' && (figure.unit.dimension === 'count' || figure.unit.dimension === 'population');
}

/** What the printed digits mean by rounding alone, in base units. */
export function rounded(figure: FigureMention): Interval {
  const { value, ulp } = figure.numeral;
  const half = isCount(figure) && ulp.lte(1) ? new Big(0) : ulp.div(2);
  return {
    lower: value.minus(half).times(factorOf(figure)),
    upper: value.plus(half).times(factorOf(figure)),
  };
}
