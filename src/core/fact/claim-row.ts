import Big from 'big.js';
import type { AnalysedArticle } from '../article.js';
import type { Claim } from '../claim/claim.js';
import { multiplierValue, printedFigure } from '../quantity/print.js';
import { firstDay, lastDay } from '../time/recognise.js';
import type { Knowledge } from './knowledge.js';
import { queryOf } from './query.js';
import type { StatisticRow } from './schema.js';

/** A claim as a row of statistics.csv, its source yet to be named. */
export type ClaimRow = Pick<StatisticRow, 'subject' | 'indicator' | 'scope' | 'period' | 'value' | 'unit' | 'bound'>;

/** The row that would verify a claim, with the digits and unit as printed; undefined where the claim's key is not clear. */
export function rowOfClaim(article: AnalysedArticle, knowledge: Knowledge, claim: Claim): ClaimRow | undefined {
  const query = queryOf(article, knowledge, claim);
  const { figure } = claim;
  const [indicator] = query?.indicators ?? [];
  if (query === undefined || indicator === undefined || figure.kind === 'range') return undefined;
  const printed = printedFigure(figure, article.folded);
  if (printed === undefined) return undefined;
  const digits = printed.digits.replaceAll(',', '');
  const unit = figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
  const isUnit = knowledge.unitByName.has(printed.multiplier + unit);
  const value = isUnit ? digits : new Big(digits).times(multiplierValue(printed.multiplier)).toFixed();
  const falls = claim.kind === 'rate' && claim.direction === 'down' && !value.startsWith('-');
  return {
    subject: query.subject,
    indicator,
    scope: query.scopes[0] ?? '',
    period: periodCell(query.period),
    value: falls ? `-${value}` : value,
    unit: isUnit ? printed.multiplier + unit : unit,
    bound: figure.bound,
  };
}

/** 2021, 2021-12-31, 2021-Q1, 2021-H1, 2016/2020. */
function periodCell({ start, end }: { readonly start: string; readonly end: string }): string {
  if (start === end) return start;
  const year = start.slice(0, 4);
  const days = `${firstDay(start)}/${lastDay(end)}`;
  for (const [name, first, last] of PARTS)
    if (days === `${year}-${first}/${year}-${last}`) return name === '' ? year : `${year}-${name}`;
  return year === end.slice(0, 4) ? days : `${start}/${end}`;
}

const PARTS = [
  ['', '01-01', '12-31'],
  ['Q1', '01-01', '03-31'],
  ['Q2', '04-01', '06-30'],
  ['Q3', '07-01', '09-30'],
  ['Q4', '10-01', '12-31'],
  ['H1', '01-01', '06-30'],
  ['H2', '07-01', '12-31'],
] as const;
