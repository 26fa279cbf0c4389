import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, PercentMention } from '../../mention.js';
import { say } from '../../message.js';
import { meets } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { soleRepair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Report, Rule } from '../rule.js';
import { figureRows, isLike, readWith, valueOf, valuesOf } from './figure-row.js';
import type { RowFigure } from './figure-row.js';
import { figureFix, repairFix } from './repair-fix.js';

/** Their growth is real, at constant prices or on another basis: it does not follow from levels in current prices. */
const REAL =
  /生产总值|增加值|总产值|GDP|实际|可比|不变价|同口径|剔除|扣除|可支配收入|固定资产投资|零售|工资|消费支出|劳动生产率|年均|平均每年|折合|指数|利润|营业收入|出口|进口/;
/** Between the level and its change: 比上年增加, （增加. */
const CHANGE =
  /^[，,、（(]?(?:[比较](?:上年|去年|上年末|去年末|上年同期|去年同期)|同比)?(?:实现|净)?(?:增加|减少|增|减|多增|提高|下降|上升)(?:了|额为?)*(?:约|近)?$/;
/** Between the change and the rate: ，增长. */
const RATE =
  /^[，,、（(]?(?:同比|[比较]上年)?(?:增长率?|增幅|下降|减少|降低|降幅|增加|上升|提高)(?:了|为|达)*(?:约|近)?$/;

/** Relation: of a level, the change that led to it and its rate, each follows from the other two. */
export const growthMismatch: Rule = {
  id: 'growth-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: say`增量、增幅与总量不符`,
  check(article, _knowledge, report) {
    for (const row of figureRows(article)) {
      for (const [i, level] of row.entries()) {
        const [change, rate] = [row[i + 1], row[i + 2]];
        if (change === undefined || rate === undefined) continue;
        const found = compare(article, level, change, rate);
        if (found !== undefined) report(found);
      }
    }
  },
};

function compare(article: AnalysedArticle, level: RowFigure, change: RowFigure, rate: RowFigure): Report | undefined {
  const [total, added, per] = [level.figure, change.figure, rate.figure];
  if (level.kind !== 'level' || change.kind !== 'change' || rate.kind !== 'change') return undefined;
  if (per.kind !== 'percent' || per.unit !== '%' || total.kind !== 'quantity' || !isLike(total, added))
    return undefined;
  if (!CHANGE.test(change.label) || !RATE.test(rate.label) || change.direction !== rate.direction) return undefined;
  const name = article.folded.slice(Math.max(0, total.span.start - 40), total.span.start).replace(/^[^]*[。；]/, '');
  if (REAL.test(name) || REAL.test(change.label + rate.label)) return undefined;
  const down = change.direction === 'down';
  const rateOf = (now: Interval, by: Interval): Interval | undefined => growth(now, by, down);
  if (!down && valueOf(added).gt(valueOf(total))) return moreThanAll(article, total, added, per, rateOf);
  const computed = rateOf(valuesOf(total), valuesOf(added));
  if (computed === undefined || meets(computed, per.interval)) return undefined;
  return finding(article, [total, added, per], rateOf, down);
}

/** 达374万元，比去年增加50亿元: the increase is above what there is. */
function moreThanAll(
  article: AnalysedArticle,
  total: FigureMention,
  added: FigureMention,
  per: PercentMention,
  rateOf: (now: Interval, by: Interval) => Interval | undefined,
): Report {
  const fits = (changed: FigureMention, interval: Interval): boolean => {
    const read = readWith(changed, interval);
    const computed = rateOf(read(total), read(added));
    return computed !== undefined && meets(computed, read(per));
  };
  const repair = soleRepair([total, added], article.folded, fits) ?? soleRepair([added], article.folded, fits);
  const wrong = repair?.figure ?? added;
  return {
    span: wrong.span,
    message: say`增加的“${slice(article.text, added.span)}”大于增加后的“${slice(article.text, total.span)}”，请核对。`,
    related: [total, added, per]
      .filter((figure) => figure !== wrong)
      .map(({ span }) => ({ span, message: say`相关数据` })),
    fixes: repair === undefined ? [] : [repairFix(repair, article.text)],
  };
}

/** The rates in per cent that a level and the change before it can mean. */
function growth(now: Interval, by: Interval, down: boolean): Interval | undefined {
  const sign = new Big(down ? -1 : 1);
  const rate = (change: Big | undefined, level: Big | undefined): Big | undefined => {
    if (change === undefined || level === undefined) return undefined;
    const base = level.minus(change.times(sign));
    return base.gt(0) ? change.div(base).times(100) : undefined;
  };
  const [lower, upper] = [rate(by.lower, now.upper), rate(by.upper, now.lower)];
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}

function finding(
  article: AnalysedArticle,
  [total, added, per]: readonly [FigureMention, FigureMention, PercentMention],
  rateOf: (now: Interval, by: Interval) => Interval | undefined,
  down: boolean,
): Report | undefined {
  const base = down ? valueOf(total).plus(valueOf(added)) : valueOf(total).minus(valueOf(added));
  if (base.lte(0)) return undefined;
  const decimals = per.numeral.ulp.gt(0) ? Math.max(0, -per.numeral.ulp.e) : 1;
  const due = `${valueOf(added).div(base).times(100).toFixed(decimals)}%`;
  const fits = (changed: FigureMention, interval: Interval): boolean => {
    const read = readWith(changed, interval);
    const computed = rateOf(read(total), read(added));
    return computed !== undefined && meets(computed, read(per));
  };
  const repair = soleRepair([total, added, per], article.folded, fits) ?? soleRepair([per], article.folded, fits);
  const wrong = repair?.figure ?? per;
  const fix = repair === undefined ? figureFix(per, due, article.folded) : repairFix(repair, article.text);
  return {
    span: wrong.span,
    message: say`由“${slice(article.text, total.span)}”和增减的“${slice(article.text, added.span)}”算得增减幅${due}，与“${slice(article.text, per.span)}”不符。`,
    related: [total, added, per]
      .filter((figure) => figure !== wrong)
      .map(({ span }) => ({
        span,
        message: span === total.span ? say`总量` : span === added.span ? say`增减量` : say`增减幅`,
      })),
    fixes: fix === undefined ? [] : [fix],
  };
}
