import { meets } from '../quantity/interval.js';
import { firstDay, lastDay } from '../time/recognise.js';
import type { Knowledge } from './knowledge.js';
import type { StatisticRow } from './schema.js';
import { measureOfRow, type Measure } from './value.js';

/** A question to the table: subject × indicator × scope × period, and the figure to hold against it. */
export interface FactQuery {
  readonly subject: string;
  /** The table's names of what the words can mean; a row of any of them counts. */
  readonly indicators: readonly string[];
  /** 口径: the scopes of the table the words can mean; an empty one where none is printed. */
  readonly scopes: readonly string[];
  /** ISO ends, inclusive, as precise as the text. */
  readonly period: { readonly start: string; readonly end: string };
  readonly measure: Measure;
  /** Which release the text names; undefined where it names none, and any will do. */
  readonly release?: Release;
}

/** What the table says. */
export interface FactAnswer {
  /**
   * The nearest key the table knows. other-vintage: the key is exact, but the release that the text names is not there; `unknown` also where the
   * table's unit cannot be compared with the figure's.
   */
  readonly match: 'exact' | 'other-vintage' | 'other-scope' | 'other-period' | 'unknown';
  /** True if the key is exact and the figure fits at least one release (vintage) of the fact. */
  readonly agrees: boolean;
  /** All releases under that key; for `agrees`, those the figure fits. */
  readonly rows: readonly StatisticRow[];
  /** Of the same subject and indicator, other releases, scopes or periods whose value the figure would fit. */
  readonly elsewhere: readonly StatisticRow[];
}

/** The releases of a figure in their order: as first published (公报, 报告, 初步核算), verified a year later, revised after a census. */
export type Release = 'first' | 'verified' | 'census';

/** The release that words or a row's vintage name; those that name none are the first. */
export function releaseOf(words: string): Release {
  return /普查(?:后)?修订/.test(words) ? 'census' : words.includes('最终核实') ? 'verified' : 'first';
}

/** Looks a figure up. A figure is wrong only if it fits no release of a fact with exactly its key. */
export function lookUpFact(knowledge: Knowledge, query: FactQuery): FactAnswer {
  const fits = (row: StatisticRow): boolean => {
    const measure = measureOfRow(row, knowledge.unitByName);
    return measure?.baseUnit === query.measure.baseUnit && meets(measure.interval, query.measure.interval);
  };
  const known = query.indicators
    .flatMap((indicator) => knowledge.statisticsOf(query.subject, indicator))
    .filter((row) => measureOfRow(row, knowledge.unitByName)?.baseUnit === query.measure.baseUnit);
  const inPeriod = known.filter((row) => isSamePeriod(row.period, query.period));
  const keyed = inPeriod.filter(({ scope }) => query.scopes.includes(scope));
  const exact = keyed.filter(({ vintage }) => query.release === undefined || releaseOf(vintage) === query.release);
  const elsewhere = known.filter((row) => row.bound === '' && !exact.includes(row) && fits(row));
  if (exact.length > 0) {
    const fitting = exact.filter(fits);
    const agrees = fitting.length > 0;
    return { match: 'exact', agrees, rows: agrees ? fitting : exact, elsewhere };
  }
  if (keyed.length > 0) return { match: 'other-vintage', agrees: false, rows: keyed, elsewhere };
  if (inPeriod.length > 0) return { match: 'other-scope', agrees: false, rows: inPeriod, elsewhere };
  return { match: known.length > 0 ? 'other-period' : 'unknown', agrees: false, rows: known, elsewhere };
}

/**
 * True if a row's period is that of the text. A row of one day (a stock: 2021-12-31) also answers for the month and the year that
 * end with it; a row of a year also answers for its last day (2021年末), but not for December.
 */
export function isSamePeriod(period: string, { start, end }: FactQuery['period']): boolean {
  if (period === '') return true;
  const [from, to] = daysOf(period);
  const [first, last] = [firstDay(start), lastDay(end)];
  if (to !== last) return false;
  if (from === first) return true;
  return from === to
    ? first === firstDay(to.slice(0, 7)) || first === firstDay(to.slice(0, 4)) || first === to
    : first === last && last.endsWith('-12-31') && from === firstDay(to.slice(0, 4));
}

/** First and last day of a table's period: 2021, 2021-12-31, 2021-Q1, 2021-H1, 2016/2020. */
function daysOf(period: string): readonly [string, string] {
  const part = /^(\d{4})-([QH])(\d)$/.exec(period);
  if (part === null) {
    const [from = '', to = from] = period.split('/');
    return [firstDay(from), lastDay(to)];
  }
  const [, year = '', kind, index] = part;
  const months = kind === 'Q' ? 3 : 6;
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  return [firstDay(month((Number(index) - 1) * months + 1)), lastDay(month(Number(index) * months))];
}
