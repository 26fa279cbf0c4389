import type { Knowledge } from '../core/fact/knowledge.js';
import type { StatisticRow } from '../core/fact/schema.js';
import { baseValueOf } from '../core/fact/value.js';
import { valueOf } from './figures.js';

/** Years shown either side. */
const YEARS = 3;
/** Characters of the longest bar. */
const LONGEST_BAR = 16;

/**
 * The same indicator in the years around a row's, as lines of text with bars; empty where the table has no other year.
 * @param row a row of one year.
 */
export function trend(row: StatisticRow, knowledge: Knowledge): readonly string[] {
  const year = Number(row.period.slice(0, 4));
  const unit = knowledge.unitByName.get(row.unit)?.baseUnit;
  const byYear = new Map<number, StatisticRow>();
  for (const other of knowledge.statisticsOf(row.subject, row.indicator)) {
    const isAlike =
      other.scope === row.scope &&
      other.period.length === row.period.length &&
      other.period.slice(4) === row.period.slice(4) &&
      knowledge.unitByName.get(other.unit)?.baseUnit === unit;
    const its = Number(other.period.slice(0, 4));
    // Of several releases the table names the latest last.
    if (isAlike && Math.abs(its - year) <= YEARS) byYear.set(its, other);
  }
  byYear.set(year, row);
  const rows = [...byYear].sort(([a], [b]) => a - b);
  const values = rows.map(([, each]) => baseValueOf(each, knowledge.unitByName));
  if (rows.length < 2 || values.some((value) => value.lt(0))) return [];
  const most = values.reduce((a, b) => (a.gt(b) ? a : b));
  if (most.eq(0)) return [];
  return rows.map(([its, each], i) => {
    const length = Math.max(1, Math.round(Number(values[i]?.div(most).times(LONGEST_BAR))));
    return `${its} ${'█'.repeat(length)}${'░'.repeat(LONGEST_BAR - length)} ${valueOf(each)}${its === year ? ' ◀' : ''}`;
  });
}
