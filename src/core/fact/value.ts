import Big from 'big.js';
import type { FigureMention } from '../mention.js';
import { scale, type Interval } from '../quantity/interval.js';
import type { FactBound, UnitRow } from './schema.js';

/** What a figure can mean, in the base unit of its dimension; only measures of one base unit are compared. */
export interface Measure {
  readonly interval: Interval;
  readonly baseUnit: string;
}

type Units = ReadonlyMap<string, UnitRow>;

/** Room that 约 leaves in a table: 2% either side, or the rounding of the printed digits where that is more. */
const ABOUT = '0.02';

/** The measure of a table's row with the rounding of its last printed digit and its bound; undefined for an unknown unit. */
export function measureOfRow(
  row: { readonly value: string; readonly unit: string; readonly bound: FactBound },
  units: Units,
): Measure | undefined {
  const value = new Big(row.value);
  const decimals = row.value.split('.')[1]?.length ?? 0;
  const half = new Big('0.5').times(new Big(10).pow(-decimals));
  const about = value.abs().times(ABOUT);
  const room = row.bound === '≈' && about.gt(half) ? about : half;
  const interval: Interval = {
    lower: row.bound.startsWith('<') ? undefined : value.minus(room),
    upper: row.bound.startsWith('>') ? undefined : value.plus(room),
  };
  return inBase(interval, row.unit, units);
}

/** The measure of a printed figure. */
export function measureOfFigure(figure: FigureMention, units: Units): Measure | undefined {
  switch (figure.kind) {
    case 'quantity':
      return { interval: figure.baseInterval, baseUnit: figure.unit.baseUnit };
    case 'percent':
      return inBase(figure.interval, figure.unit, units);
    case 'number':
      return { interval: figure.interval, baseUnit: '' };
  }
}

/** The value of a row in the base unit, without its rounding. */
export function baseValueOf(row: { readonly value: string; readonly unit: string }, units: Units): Big {
  const unit = units.get(row.unit);
  return new Big(row.value).times(unit?.factor ?? 1);
}

function inBase(interval: Interval, name: string, units: Units): Measure | undefined {
  if (name === '') return { interval, baseUnit: '' };
  const unit = units.get(name);
  return unit === undefined ? undefined : { interval: scale(interval, new Big(unit.factor)), baseUnit: unit.baseUnit };
}
