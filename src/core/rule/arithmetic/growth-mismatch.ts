import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, PercentMention } from '../../mention.js';
import { say } from '../../message.js';
import { isLike, valueOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { explained, figureFix, repairFixes } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';
import { figureRows } from './figure-row.js';
import type { RowFigure } from './figure-row.js';

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
  const grows: Relation = (read) => {
    const computed = growth(read(total), read(added), down);
    return computed !== undefined && meets(computed, read(per));
  };
  // With an open end (超过, 不足) nothing follows.
  const known = growth(total.baseInterval, added.kind === 'quantity' ? added.baseInterval : added.interval, down);
  const base = down ? valueOf(total).plus(valueOf(added)) : valueOf(total).minus(valueOf(added));
  if (agrees(grows) || (known === undefined && base.gt(0))) return undefined;
  return finding(article, [total, added, per], grows, base, down);
}

/** The rates in per cent that a level and the change before it can mean; undefined where there is no end, or nothing to grow from. */
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
  grows: Relation,
  base: Big,
  down: boolean,
): Report {
  const figures = [total, added, per];
  const diagnosis = diagnose(article, figures, grows, { suspect: per });
  const wrong = diagnosis.best?.figure ?? per;
  const decimals = per.numeral.ulp.gt(0) ? Math.max(0, -per.numeral.ulp.e) : 1;
  const due = base.gt(0) ? `${valueOf(added).div(base).times(100).toFixed(decimals)}%` : undefined;
  const [level, change, rate] = figures.map(({ span }) => slice(article.text, span));
  return {
    span: wrong.span,
    message: explained(
      due === undefined
        ? say`增加的“${change ?? ''}”大于增加后的“${level ?? ''}”`
        : down
          ? say`减少“${change ?? ''}”后为“${level ?? ''}”，应下降${due}，与“${rate ?? ''}”不符`
          : say`增加“${change ?? ''}”后为“${level ?? ''}”，应增长${due}，与“${rate ?? ''}”不符`,
      diagnosis,
    ),
    related: figures
      .filter((figure) => figure !== wrong)
      .map(({ span }) => ({
        span,
        message: span === total.span ? say`总量` : span === added.span ? say`增减量` : say`增减幅`,
      })),
    fixes: repairFixes(diagnosis, article, due === undefined ? undefined : figureFix(per, due, article)),
  };
}
