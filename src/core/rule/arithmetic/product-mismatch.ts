import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { UnitRow } from '../../fact/schema.js';
import type { QuantityMention } from '../../mention.js';
import { say } from '../../message.js';
import { factorOf, valueOf } from '../../quantity/figure.js';
import { meets, scale, times } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { explained, repairFixes } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';
import { figureRows } from './figure-row.js';
import type { RowFigure } from './figure-row.js';

/** Words that make an amount one per unit of something. */
const PER: readonly (readonly [RegExp, string])[] = [
  [/(?:亩产|每亩[^，。；、\d]{0,8}|亩均[^，。；、\d]{0,6})(?:达到?|为|约)?$/, '亩'],
  [/(?:每公顷|公顷均)[^，。；、\d]{0,8}$/, '公顷'],
  [/每吨[^，。；、\d]{0,8}$/, '吨'],
  [/每(?:公斤|千克)[^，。；、\d]{0,8}$/, '千克'],
  [/每平方米[^，。；、\d]{0,8}$/, '平方米'],
  [/(?:每人|人均)[^，。；、\d]{0,10}$/, '人'],
  [/(?:每户|户均)[^，。；、\d]{0,8}$/, '户'],
];
/** Before a total. */
const TOTAL = /(?:总[\u4e00-\u9fff]{1,6}|共计?|合计|总计|一共)[^，。；、\d]{0,6}$/;
const ONE = new Big(1);

/** Relation: the amount for one times the number is the total, within rounding; for people, whose number shifts, within a twentieth. */
export const productMismatch: Rule = {
  id: 'product-mismatch',
  group: 'arithmetic',
  severity: 'warning',
  title: say`单量乘以数量与总量不符`,
  check(article, knowledge, report) {
    for (const row of figureRows(article)) {
      for (const [i, each] of row.entries()) {
        const per = perUnit(each, knowledge);
        if (per === undefined || each.figure.kind !== 'quantity') continue;
        const found = compare(article, each.figure, per, row.slice(Math.max(0, i - 2), i + 3));
        if (found !== undefined) report(found);
      }
    }
  },
};

interface PerUnit {
  /** What the amount is of: 元 of 元/吨. */
  readonly amount: UnitRow;
  /** What it is for one of: 吨. */
  readonly one: UnitRow;
}

function perUnit({ figure, label, kind }: RowFigure, { unitByName }: Knowledge): PerUnit | undefined {
  if (figure.kind !== 'quantity' || kind !== 'level') return undefined;
  const [of, one] = figure.unit.unit.split('/').map((name) => unitByName.get(name));
  if (of !== undefined && one !== undefined) return { amount: of, one };
  const name = PER.find(([words]) => words.test(label))?.[1];
  const row = name === undefined ? undefined : unitByName.get(name);
  return row === undefined ? undefined : { amount: figure.unit, one: row };
}

function compare(
  article: AnalysedArticle,
  per: QuantityMention,
  { amount, one }: PerUnit,
  around: readonly RowFigure[],
): Report | undefined {
  const others = around.filter(
    (each): each is RowFigure & { readonly figure: QuantityMention } =>
      each.figure.kind === 'quantity' &&
      each.figure !== per &&
      each.kind === 'level' &&
      isNear(article, per, each.figure),
  );
  const number = others.find(({ figure }) => figure.unit.baseUnit === one.baseUnit)?.figure;
  const total = others.find(
    ({ figure, label }) => figure.unit.baseUnit === amount.baseUnit && TOTAL.test(label),
  )?.figure;
  if (number === undefined || total === undefined || number === total) return undefined;
  // 8.5元/千克 × 千克: the factors of the units for one.
  const factor = new Big(amount.factor || 1).div(factorOf(per)).div(one.factor || 1);
  const isPeople = one.baseUnit === '人' || one.baseUnit === '户';
  const room = isPeople ? { lower: new Big('0.95'), upper: new Big('1.05') } : { lower: ONE, upper: ONE };
  const multiplies: Relation = (read) => meets(times(scale(times(read(per), read(number)), factor), room), read(total));
  if (agrees(multiplies)) return undefined;
  const diagnosis = diagnose(article, [total, number, per], multiplies, { suspect: total });
  // Only a slip shows that the three belong together.
  if (diagnosis.best === undefined || ['double', 'length', 'digit'].includes(diagnosis.best.kind)) return undefined;
  const due = printLike(valueOf(per).times(valueOf(number)).times(factor).div(factorOf(total)), total, article.folded);
  const wrong = diagnosis.best.figure;
  const [each, count, whole] = [per, number, total].map(({ span }) => slice(article.text, span));
  return {
    span: wrong.span,
    message: explained(say`“${each ?? ''}”乘以“${count ?? ''}”为${due}，与“${whole ?? ''}”不符`, diagnosis),
    related: [per, number, total]
      .filter((figure) => figure !== wrong)
      .map(({ span }) => ({ span, message: say`相关数据` })),
    fixes: repairFixes(diagnosis, article),
  };
}

/** In one sentence. */
function isNear({ folded }: AnalysedArticle, a: QuantityMention, b: QuantityMention): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return !/[。；]/.test(folded.slice(first.span.end, second.span.start));
}
