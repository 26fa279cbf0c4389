import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, PercentMention } from '../../mention.js';
import { say } from '../../message.js';
import { isLike, valueOf } from '../../quantity/figure.js';
import { addUp, exactly, meets, scale, sum } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { explained, figureFix, repairFixes } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';
import { figureRows } from './figure-row.js';
import type { RowFigure } from './figure-row.js';
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
      const shares = sharesIn(article, row);
      for (const share of shares) {
        const found = oneShare(article, share, shares);
        if (found !== undefined) report(found);
      }
      for (const shares of wholesOfShares(article, row)) {
        const found = allShares(article, shares);
        if (found !== undefined) report(found);
      }
    }
  },
};

/** That `part` is its share of `whole`. */
function dividing({ part, share }: Share, whole: FigureMention): Relation {
  return (read) => isShare(read(part), read(share), read(whole));
}

function oneShare(article: AnalysedArticle, stated: Share, all: readonly Share[]): Report | undefined {
  const { part, share, wholes } = stated;
  const [whole] = wholes;
  if (whole === undefined || wholes.some((each) => agrees(dividing(stated, each)))) return undefined;
  const figures = [share, part, whole];
  // A whole of which another share is right is right itself.
  const isKnown = all.some((other) => other !== stated && other.wholes[0] === whole && agrees(dividing(other, whole)));
  const diagnosis = diagnose(article, isKnown ? [share, part] : figures, dividing(stated, whole), { suspect: share });
  const wrong = diagnosis.best?.figure ?? share;
  const decimals = Math.max(0, share.numeral.ulp.gt(0) ? -share.numeral.ulp.e : 1);
  const ratio = valueOf(part).div(valueOf(whole)).times(100);
  const due = `${ratio.toFixed(decimals)}%`;
  const [printed, of, as] = [part, whole, share].map(({ span }) => slice(article.text, span));
  return {
    span: wrong.span,
    message: explained(say`“${printed ?? ''}”占“${of ?? ''}”的${due}，与“${as ?? ''}”不符`, diagnosis),
    related: figures
      .filter((figure) => figure !== wrong)
      .map(({ span }) => ({
        span,
        message: span === whole.span ? say`总量` : span === part.span ? say`部分` : say`占比`,
      })),
    fixes: repairFixes(diagnosis, article, ratio.lte(100) ? figureFix(share, due, article) : undefined),
  };
}

function allShares(article: AnalysedArticle, shares: readonly PercentMention[]): Report | undefined {
  const makes100: Relation = (read) => meets(sum(shares.map(read)), exactly(new Big(100)));
  const last = shares.at(-1);
  if (last === undefined || agrees(makes100)) return undefined;
  const diagnosis = diagnose(article, shares, makes100, { suspect: last });
  const wrong = diagnosis.best?.figure ?? last;
  const printed = addUp(shares.map(valueOf));
  const rest = valueOf(wrong).minus(printed).plus(100);
  return {
    span: wrong.span,
    message: explained(say`各部分占比之和为${printed.toFixed()}%，应为100%`, diagnosis),
    related: shares.filter((share) => share !== wrong).map(({ span }) => ({ span, message: say`占比` })),
    fixes: repairFixes(diagnosis, article, rest.gt(0) ? figureFix(wrong, `${rest.toFixed()}%`, article) : undefined),
  };
}

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
    const printed = (named[1] ?? '').replace(/的|总数|总量|总额|总|比重|比例|同期|整个|全部|全年|其|[（）()]/g, '');
    const name = printed.replace(/全[国省市县区]|[本该我][省市县区国]/g, '');
    if (name === '' && printed !== '') continue;
    // 占预算数的97%: each is measured by its own plan.
    if (/^(?:预算|计划|任务|定额|目标|调整预算)数?$/.test(name)) continue;
    const wholes = wholesOf(article, row, k, name, named[1] ?? '');
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
  raw: string,
): readonly FigureMention[] {
  const part = row[k];
  if (part === undefined) return [];
  const before = row
    .slice(0, k)
    .filter((each) => each.kind === 'level' && isLike(each.figure, part.figure))
    .reverse();
  const [nearest] = before;
  if (nearest === undefined) return [];
  // Over the parts before it (其中：A 20亿元，占20%；B 30亿元，占30%) to what they are parts of.
  const at = before.findIndex((whole, j) => opens(article, whole, before[j - 1] ?? part));
  const divided = before[at];
  if (name === '') {
    if (divided === undefined) return isTotalBeside(article, nearest, part) ? [nearest.figure] : [];
    const gap = article.folded.slice(divided.figure.span.end, part.figure.span.start);
    if ((gap.match(/。/g)?.length ?? 0) > 1 || /。(?!\s*其中)/.test(gap)) return [];
    // Several wholes in the sentence: the share may be of any of them.
    return before
      .filter(
        ({ figure }, j) =>
          j === at || (j > at && !/[。；]/.test(article.folded.slice(figure.span.end, divided.figure.span.start))),
      )
      .map(({ figure }) => figure);
  }
  // 机电产品出口 is not the whole that 占出口总额 means.
  const called = new RegExp(
    `(?:^|[，。；、月末底]|\\d年|[全当]年|全[国省市县区]|[我本][国省市县区]|实现|完成|新增|共有?|总)${escaped(name)}(?:总?[数量额值]|规模|达到?|为|共|有|完成)*$`,
  );
  const named = before.filter(({ label }) => called.test(label.replace(/[（）()]/g, ''))).map(({ figure }) => figure);
  if (named.length > 0 || divided === undefined) return named;
  return isNamedAs(article, name, /^(?!总).*总/.test(raw), divided, part) ? [divided.figure] : [];
}

/**
 * True if the words of a share name what 其中 divides rather than something of the part's own kind: 对外承包工程营业额…，其中对共建国家
 * 营业额…，占对外承包工程营业额的; not 进出口总额…，其中出口…，占全市出口的.
 */
function isNamedAs(
  { folded }: AnalysedArticle,
  name: string,
  isTotal: boolean,
  whole: RowFigure,
  part: RowFigure,
): boolean {
  const gap = folded.slice(whole.figure.span.end, part.figure.span.start);
  if (/。(?!\s*其中)/.test(gap)) return false;
  const before = folded.slice(Math.max(0, whole.figure.span.start - 60), whole.figure.span.start);
  const shared = commonLength(name, before.replace(/^[^]*[。；]/, '').replace(/[（）()]/g, ''));
  const own = commonLength(name, part.label);
  return (
    shared >= 2 &&
    shared * 2 >= name.length &&
    (shared > own || (isTotal && shared === own && !before.includes('进出口')))
  );
}

/** The length of the longest run of characters that two short texts share. */
function commonLength(a: string, b: string): number {
  for (let length = a.length; length > 0; length--)
    for (let i = 0; i + length <= a.length; i++) if (b.includes(a.slice(i, i + length))) return length;
  return 0;
}

/** True if 其中 or a bracket stands between a level and the next like it. */
function opens(article: AnalysedArticle, whole: RowFigure, next: RowFigure): boolean {
  return /(?:其中[：:，,]?|包括|[（(])[^，。；、]{0,24}$/.test(
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
function isShare(part: Interval, share: Interval, whole: Interval): boolean {
  const hundredth = scale(share, new Big('0.01'));
  if (whole.lower?.lt(0) ?? true) return true;
  const product = {
    lower: hundredth.lower?.times(whole.lower ?? 0),
    upper: whole.upper && hundredth.upper?.times(whole.upper),
  };
  return meets(product, part);
}
