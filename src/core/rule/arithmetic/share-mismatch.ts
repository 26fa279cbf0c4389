import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, PercentMention } from '../../mention.js';
import { say } from '../../message.js';
import { exactly, meets, scale, sum } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { soleRepair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { figureRows, isLike, readWith, valueOf, valuesOf } from './figure-row.js';
import type { RowFigure } from './figure-row.js';
import { figureFix, repairFix } from './repair-fix.js';
import { wholeOf } from './sum-groups.js';

/** Between a part and its share, and in the words of the share: 占全市的, 占R&D经费支出比重为, 占比. The group names the whole. */
const SHARE =
  /^[）)]?[，,、（(]?(?:约|大约)?(?:占比|占)([^，。；、占]{0,24}?)(?:的?(?:比重|比例|份额|百分比))?的?(?:为|达到?|约|近|超过?)*$/;

interface Share {
  readonly part: FigureMention;
  readonly share: PercentMention;
  /** Every figure that the text may mean by the whole; the nearest first. */
  readonly wholes: readonly FigureMention[];
}

/** Relation: a part is its stated share of the stated whole, within rounding. */
export const shareMismatch: Rule = {
  id: 'share-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: say`占比与部分、总量不符`,
  check(article, _knowledge, report) {
    for (const row of figureRows(article)) {
      for (const { part, share, wholes } of sharesIn(article, row)) {
        const [whole] = wholes;
        if (whole === undefined || wholes.some((each) => agree(valuesOf(part), share.interval, valuesOf(each))))
          continue;
        const figures = [share, part, whole];
        const fits = (changed: FigureMention, interval: Interval): boolean => {
          const read = readWith(changed, interval);
          return agree(read(part), read(share), read(whole));
        };
        const repair = soleRepair(figures, article.folded, fits) ?? soleRepair([share], article.folded, fits);
        const wrong = repair?.figure ?? share;
        const decimals = Math.max(0, share.numeral.ulp.gt(0) ? -share.numeral.ulp.e : 1);
        const due = `${valueOf(part).div(valueOf(whole)).times(100).toFixed(decimals)}%`;
        const fix = repair === undefined ? figureFix(share, due, article.folded) : repairFix(repair, article.text);
        report({
          span: wrong.span,
          message: say`“${slice(article.text, part.span)}”占“${slice(article.text, whole.span)}”的${due}，与“${slice(article.text, share.span)}”不符。`,
          related: [whole, part, share]
            .filter((figure) => figure !== wrong)
            .map(({ span }) => ({
              span,
              message: span === whole.span ? say`总量` : span === part.span ? say`部分` : say`占比`,
            })),
          fixes: fix === undefined ? [] : [fix],
        });
      }
      for (const shares of wholesOfShares(article, row)) {
        const added = sum(shares.map(({ interval }) => interval));
        if (meets(added, exactly(new Big(100)))) continue;
        const repair = soleRepair(shares, article.folded, (changed, interval) =>
          meets(sum(shares.map(readWith(changed, interval))), exactly(new Big(100))),
        );
        const wrong = repair?.figure ?? shares.at(-1);
        if (wrong === undefined) continue;
        const total = shares.reduce((all, { numeral }) => all.plus(numeral.value), new Big(0));
        const printed = total.toFixed();
        const rest = wrong.numeral.value.minus(total).plus(100);
        const fix =
          repair !== undefined
            ? repairFix(repair, article.text)
            : rest.gt(0)
              ? figureFix(wrong, `${rest.toFixed()}%`, article.folded)
              : undefined;
        report({
          span: wrong.span,
          message: say`各部分占比之和为${printed}%，应为100%，请核对。`,
          related: shares.filter((share) => share !== wrong).map(({ span }) => ({ span, message: say`占比` })),
          fixes: fix === undefined ? [] : [fix],
        });
      }
    }
  },
};

/** 城镇占63%、农村占37%: the shares of parts that by their names leave nothing out. */
function wholesOfShares(article: AnalysedArticle, row: readonly RowFigure[]): readonly (readonly PercentMention[])[] {
  const found: PercentMention[][] = [];
  let run: { readonly share: PercentMention; readonly label: string }[] = [];
  const close = (): void => {
    const whole = wholeOf(
      run.map(({ label }) => label),
      '',
    );
    if (whole >= 2) found.push(run.slice(0, whole).map(({ share }) => share));
    run = [];
  };
  for (const { figure, label, kind } of row) {
    if (figure.kind !== 'percent' || figure.unit !== '%' || kind !== 'level') continue;
    if (!/(?:占|比重|占比|贡献率)[^，。；、]{0,16}$/.test(label)) continue;
    const before = run.at(-1);
    const words = before === undefined ? label : article.folded.slice(before.share.span.end, figure.span.start);
    if (before !== undefined && (/[。；]/.test(words) || words.length > 40)) close();
    run.push({
      share: figure,
      label: run.length === 0 ? label.replace(/^[^]*[。；]/, '') : words.replace(/^[）)]/, ''),
    });
  }
  close();
  return found;
}

function sharesIn(article: AnalysedArticle, row: readonly RowFigure[]): readonly Share[] {
  const found: Share[] = [];
  for (const [i, { figure: share, label }] of row.entries()) {
    if (share.kind !== 'percent' || share.unit !== '%') continue;
    // Back over 比上年增长5.2%, 增加12亿元 to the amount that has the share.
    let k = i - 1;
    while (k >= 0 && row[k]?.kind !== 'level') k--;
    const part = row[k];
    if (part === undefined || part.figure.kind === 'percent' || part.figure.kind === 'number') continue;
    const gap = article.folded.slice(part.figure.span.end, share.span.start);
    if (/[。；]/.test(gap) || gap.length > 60) continue;
    const named = SHARE.exec(label);
    if (named === null) continue;
    // 占全省的3%: a whole that is not the text's.
    const printed = (named[1] ?? '').replace(/的|总数|总量|总额|总|比重|比例|同期|整个|其|[（）()]/g, '');
    const name = printed.replace(/全[国省市县区]|[本该我][省市县区国]/g, '');
    if (name === '' && printed !== '') continue;
    const wholes = wholesOf(article, row, k, name);
    if (wholes.length > 0) found.push({ part: part.figure, share, wholes });
  }
  return found;
}

/** The whole by its name, or what 其中 divides. */
function wholesOf(
  article: AnalysedArticle,
  row: readonly RowFigure[],
  k: number,
  name: string,
): readonly FigureMention[] {
  const part = row[k];
  if (part === undefined) return [];
  const before = row
    .slice(0, k)
    .filter((each) => each.kind === 'level' && isLike(each.figure, part.figure))
    .reverse();
  const [nearest] = before;
  if (nearest === undefined) return [];
  if (name === '') {
    // Over the parts before it (其中：A 20亿元，占20%；B 30亿元，占30%) to what they are parts of.
    const at = before.findIndex((whole, j) => opens(article, whole, before[j - 1] ?? part));
    const whole = before[at];
    if (whole === undefined) return isTotalBeside(article, nearest, part) ? [nearest.figure] : [];
    const gap = article.folded.slice(whole.figure.span.end, part.figure.span.start);
    if ((gap.match(/。/g)?.length ?? 0) > 1 || /。(?!\s*其中)/.test(gap)) return [];
    // Several wholes in the sentence: the share may be of any of them.
    return before
      .filter(
        ({ figure }, j) =>
          j === at || (j > at && !/[。；]/.test(article.folded.slice(figure.span.end, whole.figure.span.start))),
      )
      .map(({ figure }) => figure);
  }
  // 机电产品出口 is not the whole that 占出口总额 means.
  const called = new RegExp(
    `(?:^|[，。；、月末底]|\\d年|[全当]年|全[国省市县区]|[我本][国省市县区]|实现|完成|新增|共有?|总)${escaped(name)}(?:总?[数量额值]|规模|达到?|为|共|有|完成)*$`,
  );
  return before.filter(({ label }) => called.test(label.replace(/[（）()]/g, ''))).map(({ figure }) => figure);
}

/** True if 其中 or a bracket stands between a level and the next like it. */
function opens(article: AnalysedArticle, whole: RowFigure, next: RowFigure): boolean {
  return /(?:其中|包括|[（(])[^，。；、]{0,24}$/.test(
    article.folded.slice(whole.figure.span.end, next.figure.span.start),
  );
}

/** 总装机达9157万千瓦，新能源装机达4091万千瓦: a total side by side with a part of the same name. */
function isTotalBeside(article: AnalysedArticle, whole: RowFigure, part: RowFigure): boolean {
  const gap = article.folded.slice(whole.figure.span.end, part.figure.span.start);
  const noun = /总([^，。；、]{2,8}?)(?:达到?|为|有|完成|实现)?$/.exec(whole.label)?.[1];
  return noun !== undefined && /^，[^，。；、]*$/.test(gap) && gap.includes(noun);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** True if some values in the three intervals make part = share % of whole. */
function agree(part: Interval, share: Interval, whole: Interval): boolean {
  const hundredth = scale(share, new Big('0.01'));
  if (whole.lower?.lt(0) ?? true) return true;
  const product = {
    lower: hundredth.lower?.times(whole.lower ?? 0),
    upper: whole.upper && hundredth.upper?.times(whole.upper),
  };
  return meets(product, part);
}
