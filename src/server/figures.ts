import type { AnalysedArticle } from '../core/article.js';
import type { Claim } from '../core/claim/claim.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import type { StatisticRow } from '../core/fact/schema.js';
import type { FigureMention } from '../core/mention.js';
import { say } from '../core/message.js';
import { multiplierValue, printedFigure } from '../core/quantity/print.js';
import type { Say } from './convert.js';
import type { RecordedFact } from './protocol.js';

/** 17,900亿元 = 1.79万亿元 = 1,790,000,000,000元: a figure in the units in which it is read and written. */
export function inUnits(figure: FigureMention): string {
  const { value } = figure.numeral;
  const unit = figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
  if (figure.numeral.fraction !== undefined) return `${figure.numeral.fraction.map(String).join('/')}${unit}`;
  const multipliers = value.abs().gte('1e7') ? ['万亿', '亿', ''] : ['万', ''];
  const forms = multipliers
    .map((multiplier) => ({ multiplier, scaled: value.div(multiplierValue(multiplier)) }))
    .filter(({ multiplier, scaled }) => multiplier === '' || (scaled.abs().gte('0.1') && scaled.round(6).eq(scaled)))
    .map(({ multiplier, scaled }) => grouped(scaled.toFixed()) + multiplier + unit);
  return [...new Set(forms)].join(' = ');
}

/** A number with thousands separators. */
export function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** The value of a table's row, for readers. */
export function valueOf({ bound, value, unit }: Pick<StatisticRow, 'bound' | 'value' | 'unit'>): string {
  return `${bound}${grouped(value)}${unit}`;
}

/** Where a row comes from: release, source, date, place in it. */
export function sourceOf(row: StatisticRow, text: Say): string {
  const { vintage, source, sourceDate, locator } = row;
  const from = [source, sourceDate, locator].filter((part) => part !== '').join('，');
  return vintage === '' || source.includes(vintage) ? from : text(say`${from}（${vintage}）`);
}

/** A claim as a row for the newsroom's own table, but for its source; undefined where it lacks a slot. */
export function recordable(
  article: AnalysedArticle,
  claim: Claim,
  { unitByName: units }: Knowledge,
): Omit<RecordedFact, 'source' | 'source_date'> | undefined {
  const { figure, subject, indicator, scope, period, kind } = claim;
  if (figure.kind === 'range' || kind === 'target' || kind === 'rank') return undefined;
  if (subject === undefined || indicator === undefined || period === undefined) return undefined;
  const printed = printedFigure(figure, article.folded);
  const unit = printed === undefined ? '' : printed.multiplier + printed.unit;
  const asPrinted = printed !== undefined && (unit === '' || units.has(unit));
  const base = figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
  return {
    subject: subject.canonical,
    indicator: indicator.canonical,
    scope,
    period: period.start === period.end ? period.start : `${period.start}/${period.end}`,
    value: asPrinted ? printed.digits.replaceAll(',', '') : figure.numeral.value.toFixed(),
    unit: asPrinted ? unit : base,
    bound: figure.bound,
  };
}
