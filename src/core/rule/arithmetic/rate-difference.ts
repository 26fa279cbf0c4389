import type { AnalysedArticle } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { factorOf, isLike, rounded, valueOf } from '../../quantity/figure.js';
import { meets, minus, negate, plus, quotient } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation as Holds } from '../../quantity/repair.js';
import type { Repair } from '../../quantity/slip.js';
import { slice } from '../../text/span.js';
import { explained, figureFix, repairFixes } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';
import { figureRows } from './figure-row.js';
import type { RowFigure } from './figure-row.js';

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
          const found = compare(article, row, triple, relation);
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

function compare(
  article: AnalysedArticle,
  row: readonly RowFigure[],
  triple: Triple,
  { sign }: Relation,
): Report | undefined {
  const [a, b, c] = triple;
  // 自然增长率为-0.99‰: the sign stands before the figure.
  const isBelowZero = /[-−–]$/.test(article.folded.slice(c.span.start - 1, c.span.start));
  const holdsIf =
    (below: boolean): Holds =>
    (read) =>
      meets(sign === '-' ? minus(read(a), read(b)) : plus(read(a), read(b)), below ? negate(read(c)) : read(c));
  const holds = holdsIf(isBelowZero);
  if (agrees(holds)) return undefined;
  const due = sign === '-' ? valueOf(a).minus(valueOf(b)) : valueOf(a).plus(valueOf(b));
  const right = printLike(due.div(factorOf(c)), c, article.folded);
  const diagnosis = diagnose(article, triple, holds, {
    suspect: c,
    also: countsOf(row, triple),
    extras: agrees(holdsIf(!isBelowZero)) ? [otherSign(c, isBelowZero)] : [],
  });
  const wrong = diagnosis.best?.figure ?? c;
  const isPlain = due.lt(0) === isBelowZero && [a, b].every(({ qualifiers }) => qualifiers.length === 0);
  const [first, second, third] = triple.map(({ span }) => slice(article.text, span));
  const last = (isBelowZero ? '-' : '') + (third ?? '');
  return {
    span: wrong.span,
    message: explained(
      sign === '-'
        ? say`“${first ?? ''}”减“${second ?? ''}”为${right}，与“${last}”不符`
        : say`“${first ?? ''}”加“${second ?? ''}”为${right}，与“${last}”不符`,
      diagnosis,
    ),
    related: triple.filter((figure) => figure !== wrong).map(({ span }) => ({ span, message: say`相关数据` })),
    fixes: repairFixes(diagnosis, article, isPlain ? figureFix(c, right.replace(/^-/, ''), article) : undefined),
  };
}

/** The figure with its sign lost or not meant. */
function otherSign(figure: FigureMention, isBelowZero: boolean): Repair {
  const { start } = figure.numeral.span;
  return {
    figure,
    kind: 'sign',
    wrong: isBelowZero ? '-' : '',
    right: isBelowZero ? '' : '-',
    span: isBelowZero ? { start: start - 1, end: start } : { start, end: start },
    newText: isBelowZero ? '' : '-',
    interval: rounded(figure),
    value: valueOf(figure),
  };
}

/** 出生人口954万人，死亡人口1093万人: births and deaths stand to each other as their rates do, which tells the wrong rate. */
function countsOf(row: readonly RowFigure[], [a, b]: Triple): Holds {
  const at = row.findIndex(({ figure }) => figure === a);
  const around = row.slice(Math.max(0, at - 4), at + 6);
  const counted = (name: RegExp): FigureMention | undefined =>
    around.find(({ figure, label }) => figure.kind === 'quantity' && name.test(label))?.figure;
  const [births, deaths] = [counted(/出生(?:人口|人数)?(?:为|达)?$/), counted(/死亡(?:人口|人数)?(?:为|达)?$/)];
  if (births === undefined || deaths === undefined || !isLike(births, deaths)) return () => true;
  return (read) => {
    const [rates, numbers] = [quotient(read(a), read(b)), quotient(read(births), read(deaths))];
    return rates === undefined || numbers === undefined || meets(rates, numbers);
  };
}
