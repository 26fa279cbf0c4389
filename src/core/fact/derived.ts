import Big from 'big.js';
import type { Interval } from '../quantity/interval.js';
import type { Knowledge } from './knowledge.js';
import { isSamePeriod, type FactQuery } from './look-up.js';
import type { StatisticRow } from './schema.js';
import { measureOfRow } from './value.js';

/** A fact that the table does not hold but that follows from its rows by arithmetic. It can verify a figure, never contradict one. */
export interface DerivedFact {
  /** sum: of the member divisions of a group; growth: between the levels of two years; share: of a part in its whole. */
  readonly kind: 'sum' | 'growth' | 'share';
  /** All values that the rows' roundings and releases allow, in the base unit. */
  readonly interval: Interval;
  readonly baseUnit: string;
  readonly parts: readonly StatisticRow[];
}

/**
 * What the table's rows give for a question that none of them answers; undefined where it would not be safe: growth in real terms (of output, of
 * investment on a comparable basis) never follows from levels.
 */
export function deriveFact(knowledge: Knowledge, query: FactQuery): DerivedFact | undefined {
  return sumOfMembers(knowledge, query) ?? growthOfLevels(knowledge, query) ?? shareOfWhole(knowledge, query);
}

/** Ends of what a fact may be, over all its releases. */
interface Ends {
  readonly lower: Big;
  readonly upper: Big;
  readonly baseUnit: string;
  readonly rows: readonly StatisticRow[];
}

/** The rows of one key with plain values; undefined where there is none. */
function endsOf(
  knowledge: Knowledge,
  subject: string,
  indicator: string,
  period: FactQuery['period'],
): Ends | undefined {
  const rows = knowledge
    .statisticsOf(subject, indicator)
    .filter((row) => row.scope === '' && row.bound === '' && row.period !== '' && isSamePeriod(row.period, period));
  let found: Ends | undefined;
  for (const row of rows) {
    const measure = measureOfRow(row, knowledge.unitByName);
    if (measure?.interval.lower === undefined || measure.interval.upper === undefined) continue;
    const { lower, upper } = measure.interval;
    if (found === undefined) found = { lower, upper, baseUnit: measure.baseUnit, rows: [row] };
    else if (found.baseUnit === measure.baseUnit)
      found = {
        ...found,
        lower: lower.lt(found.lower) ? lower : found.lower,
        upper: upper.gt(found.upper) ? upper : found.upper,
        rows: [...found.rows, row],
      };
  }
  return found;
}

function sumOfMembers(knowledge: Knowledge, { subject, indicators, period }: FactQuery): DerivedFact | undefined {
  const group = knowledge.groupOf(subject);
  if (group === undefined || group.members.length < 2 || group.memberType === 'country') return undefined;
  for (const indicator of indicators) {
    if (!(knowledge.indicatorsByName.get(indicator) ?? []).some((row) => row.indicator === indicator && row.aggregates))
      continue;
    const parts = group.members.map((member) => endsOf(knowledge, member, indicator, period));
    const [first] = parts;
    if (first === undefined || !parts.every((part) => part?.baseUnit === first.baseUnit)) continue;
    const known = parts.filter((part) => part !== undefined);
    return {
      kind: 'sum',
      interval: { lower: total(known.map(({ lower }) => lower)), upper: total(known.map(({ upper }) => upper)) },
      baseUnit: first.baseUnit,
      parts: known.flatMap(({ rows }) => rows),
    };
  }
  return undefined;
}

function total(values: readonly Big[]): Big {
  return values.reduce((sum, value) => sum.plus(value), new Big(0));
}

/** Money whose growth is reported at current prices and from the levels as published. */
const NOMINAL =
  /^(?:一般公共预算|货物(?:进出口|出口|进口)总额|(?:全国|全体|城镇|农村)?居民人均可支配收入|实物商品网上零售额)/;
/** A rate is printed from finer levels than the table may hold: half a point of the last digit, either way. */
const RATE_ROOM = '0.0005';

function growthOfLevels(knowledge: Knowledge, { subject, indicators, period }: FactQuery): DerivedFact | undefined {
  const year = /^\d{4}/.exec(period.end)?.[0];
  if (year === undefined || period.start.slice(0, 4) !== year) return undefined;
  const before = String(Number(year) - 1);
  const earlier = { start: period.start.replace(year, before), end: period.end.replace(year, before) };
  for (const indicator of indicators) {
    const base = /^(.+?)(?<!实际)增速$/.exec(indicator)?.[1];
    if (base === undefined) continue;
    const dimension = knowledge.indicatorsByName.get(base)?.find((row) => row.indicator === base)?.dimension;
    if (dimension === undefined || dimension === 'ratio' || (dimension === 'money' && !NOMINAL.test(base))) continue;
    const [from, to] = [endsOf(knowledge, subject, base, earlier), endsOf(knowledge, subject, base, period)];
    if (from?.baseUnit === undefined || from.baseUnit !== to?.baseUnit || from.lower.lte(0)) continue;
    return {
      kind: 'growth',
      interval: {
        lower: to.lower.div(from.upper).minus(1).minus(RATE_ROOM),
        upper: to.upper.div(from.lower).minus(1).plus(RATE_ROOM),
      },
      baseUnit: '1',
      parts: [...from.rows, ...to.rows],
    };
  }
  return undefined;
}

/** 第三产业增加值占比: of the subject's gross product. */
function shareOfWhole(knowledge: Knowledge, { subject, indicators, period }: FactQuery): DerivedFact | undefined {
  for (const indicator of indicators) {
    const part = /^(第[一二三]产业增加值|全部工业增加值|建筑业增加值)(?:占比|比重)$/.exec(indicator)?.[1];
    if (part === undefined) continue;
    const some = endsOf(knowledge, subject, part, period);
    const whole = ['国内生产总值', '地区生产总值']
      .map((name) => endsOf(knowledge, subject, name, period))
      .find(Boolean);
    if (some === undefined || whole?.baseUnit !== some.baseUnit || whole.lower.lte(0)) continue;
    return {
      kind: 'share',
      interval: { lower: some.lower.div(whole.upper), upper: some.upper.div(whole.lower) },
      baseUnit: '1',
      parts: [...some.rows, ...whole.rows],
    };
  }
  return undefined;
}
