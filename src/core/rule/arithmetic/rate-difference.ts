import type { AnalysedArticle } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { meets, minus, negate, plus } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { soleRepair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Report, Rule } from '../rule.js';
import { factorOf, figureRows, isLike, readWith, valueOf, valuesOf } from './figure-row.js';
import type { RowFigure } from './figure-row.js';
import { figureFix, repairFix } from './repair-fix.js';

/** Three figures of which the third is the first less or plus the second, by what they are. */
interface Relation {
  readonly names: readonly [RegExp, RegExp, RegExp];
  readonly sign: '-' | '+';
}

const RELATIONS: readonly Relation[] = [
  { names: [/出生率(?:分别)?[为是达]?$/, /死亡率[为是达]?$/, /自然增长率[为是达]?$/], sign: '-' },
  {
    names: [
      /(?:^|[，。；、：（]|其中|全[国省市县区年]|货物|外贸|年)出口(?:总?[额值])?(?:完成|实现|达到?|为)?$/,
      /(?:^|[，。；、：（]|其中|全[国省市县区年]|货物|外贸|年)进口(?:总?[额值])?(?:完成|实现|达到?|为)?$/,
      /进出口总?[额值](?:完成|实现|达到?|为)?$/,
    ],
    sign: '+',
  },
  {
    names: [
      /(?:^|[，。；、：（]|其中|全[国省市县区年]|货物|外贸|年)出口(?:总?[额值])?(?:完成|实现|达到?|为)?$/,
      /(?:^|[，。；、：（]|其中|全[国省市县区年]|货物|外贸|年)进口(?:总?[额值])?(?:完成|实现|达到?|为)?$/,
      /(?:贸易)?顺差(?:扩大|完成|实现|达到?|为|至|到)*$/,
    ],
    sign: '-',
  },
];

/** Relation: 自然增长率 is 出生率 less 死亡率, 进出口 is 出口 and 进口, 顺差 is 出口 less 进口. */
export const rateDifference: Rule = {
  id: 'rate-difference',
  group: 'arithmetic',
  severity: 'error',
  title: say`出生率、死亡率与自然增长率，进口、出口与总额不符`,
  check(article, _knowledge, report) {
    for (const row of figureRows(article)) {
      for (const relation of RELATIONS) {
        for (const triple of triples(row, relation)) {
          const found = compare(article, triple, relation);
          if (found !== undefined) report(found);
        }
      }
    }
  },
};

type Triple = readonly [FigureMention, FigureMention, FigureMention];

/** The nearest figures of one measure that bear the three names, in any order, none of them twice. */
function triples(row: readonly RowFigure[], { names }: Relation): readonly Triple[] {
  const found: Triple[] = [];
  let held: (RowFigure | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const [i, each] of row.entries()) {
    if (each.kind === 'base') continue;
    // 自然增长率 and 顺差扩大 end like changes; the names decide.
    const which = names.findIndex((name) => name.test(each.label.replace(/(?:约|近|[-−–])*$/, '')));
    if (which < 0) continue;
    if (held[which] !== undefined || i - at > 6) held = [undefined, undefined, undefined];
    held[which] = each;
    at = i;
    const [a, b, c] = held.map((one) => one?.figure);
    if (a === undefined || b === undefined || c === undefined) continue;
    if (isLike(a, b) && isLike(b, c)) found.push([a, b, c]);
    held = [undefined, undefined, undefined];
  }
  return found;
}

function compare(article: AnalysedArticle, triple: Triple, { sign }: Relation): Report | undefined {
  const [a, b, c] = triple;
  const join = (x: Interval, y: Interval): Interval => (sign === '-' ? minus(x, y) : plus(x, y));
  // 自然增长率为-0.99‰: the sign stands before the figure.
  const isBelowZero = /[-−–]$/.test(article.folded.slice(c.span.start - 1, c.span.start));
  const third = (interval: Interval): Interval => (isBelowZero ? negate(interval) : interval);
  if (meets(join(valuesOf(a), valuesOf(b)), third(valuesOf(c)))) return undefined;
  const due = sign === '-' ? valueOf(a).minus(valueOf(b)) : valueOf(a).plus(valueOf(b));
  const right = printLike(due.div(factorOf(c)), c, article.folded);
  const sole = soleRepair(triple, article.folded, (changed, interval) => {
    const read = readWith(changed, interval);
    return meets(join(read(a), read(b)), third(read(c)));
  });
  // The third is what the others make, to the last digit.
  const repair = sole?.figure === c ? undefined : sole;
  const wrong = repair?.figure ?? c;
  const isPlain = due.lt(0) === isBelowZero && [a, b].every(({ qualifiers }) => qualifiers.length === 0);
  const fix =
    repair === undefined
      ? isPlain
        ? figureFix(c, right.replace(/^-/, ''), article.folded)
        : undefined
      : repairFix(repair, article.text);
  const printed = triple.map(({ span }) => slice(article.text, span));
  const [first, second, last] = [printed[0], printed[1], (isBelowZero ? '-' : '') + (printed[2] ?? '')];
  return {
    span: wrong.span,
    message:
      sign === '-'
        ? say`“${first ?? ''}”减“${second ?? ''}”为${right}，与“${last}”不符。`
        : say`“${first ?? ''}”加“${second ?? ''}”为${right}，与“${last}”不符。`,
    related: triple.filter((figure) => figure !== wrong).map(({ span }) => ({ span, message: say`相关数据` })),
    fixes: fix === undefined ? [] : [fix],
  };
}
