import type { AnalysedArticle } from '../../article.js';
import type { Claim } from '../../claim/claim.js';
import type { QuantityMention } from '../../mention.js';

/** A claim whose figure is one quantity. */
export type QuantityClaim = Claim & { readonly figure: QuantityMention };

/** A total with the parts the text gives for it. */
export interface SumGroup {
  readonly total: QuantityClaim;
  readonly parts: readonly QuantityClaim[];
  /** True if the text says or shows that the parts are all: 三市合计, or 出口 and 进口, or an item 其他. */
  readonly complete: boolean;
}

/** Words that introduce parts of what stands before them. */
const OPENS = /^[^，。；]{0,3}[，；：。（(]?\s*(?:其中|包括|含|分别[为是]|内含)[：:，]?/;
/** Words that say there are further parts. */
const LEAVES_ROOM = /(?:等|主要|包括但不限于|之一|部分|例如|如|仅|超过.{0,2}$)/;
/** Words that state a sum of what stands before them: 合计, 三市共, 两项加起来. 总产量 alone is an indicator of its own. */
const SUMS =
  /(?:合计|总计|共计|总共|加起来|相加|(?:[两二三四五六七八九十]|\d{1,2})[大个]?[市县区省州方类项者部地国家村镇乡][^，。；、]{0,8}(?:共|总[量额值和规])[^，。；、]{0,6})(?:约|达到?|为|近|超过?|完成|实现|有|是|的)*$/;

/** Names that together leave nothing out. */
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/出口/, /进口/],
  [/城[镇市区]/, /[农乡]村/],
  [/中央|全国性/, /地方/],
  [/(?:第一产业|一产)/, /(?:第二产业|二产)/, /(?:第三产业|三产)/],
  [/男/, /女/],
  [/约束性/, /预期性/],
  [/境内|国内/, /境外|国外|国际|入境/],
  [/省内/, /省外/],
  [/(?:新|本年)(?:建|开工|开始)/, /(?:续建|继续|结转)/],
  [/公办|公立/, /民办|民营/],
  [/内资|中方/, /外资|外方/],
];

/** Figures of a mean: those of the parts do not add up to that of the whole. */
const AVERAGE = /[人户亩地单场日]均|平均|均价|单价|每[人户亩]/;

/** The sums an article states. */
export function sumGroups(article: AnalysedArticle): readonly SumGroup[] {
  const groups: SumGroup[] = [];
  const levels = article.claims.filter(isLevel);
  for (const [i, claim] of levels.entries()) {
    const before = totalBehind(article, levels, i);
    if (before !== undefined) groups.push(before);
    const behind = totalInFront(article, levels, i, claim);
    if (behind !== undefined) groups.push(behind);
  }
  return groups.filter(
    ({ total, parts }) => ![total, ...parts].some(({ indicator }) => AVERAGE.test(indicator?.canonical ?? '')),
  );
}

function isLevel(claim: Claim): claim is QuantityClaim {
  return claim.kind === 'level' && claim.figure.kind === 'quantity';
}

function sameUnit(a: QuantityClaim, b: QuantityClaim): boolean {
  return a.figure.unit.baseUnit === b.figure.unit.baseUnit && a.figure.unit.dimension === b.figure.unit.dimension;
}

/** The words between the figure of one claim and that of the next. */
function gap(article: AnalysedArticle, a: Claim, b: Claim): string {
  return article.folded.slice(a.figure.span.end, b.figure.span.start);
}

/** 长沙13271亿元、株洲3420亿元、湘潭2548亿元，三市合计19239亿元: claim `i` is the total of those right before it. */
function totalBehind(article: AnalysedArticle, levels: readonly QuantityClaim[], i: number): SumGroup | undefined {
  const total = levels[i];
  const last = levels[i - 1];
  if (total === undefined || last === undefined || last.sentence !== total.sentence) return undefined;
  const words = gap(article, last, total);
  if (!SUMS.test(words) || words.length > 30 || LEAVES_ROOM.test(words.slice(0, words.search(/合计|总计|共/))))
    return undefined;
  const parts: QuantityClaim[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const part = levels[k];
    if (part === undefined || part.sentence !== total.sentence || !sameUnit(part, total) || part.role === 'total')
      break;
    parts.unshift(part);
    const previous = levels[k - 1];
    if (previous === undefined || previous.sentence !== total.sentence) break;
    const between = gap(article, previous, part);
    if (/其中|占|[（(][^）)]*$/.test(between) || between.length > 40) break;
  }
  if (parts.length < 2) return undefined;
  const counted =
    /([两二三四五六七八九十\d]{1,2})[大]?[市县区省州方类项者部地国家个企业]{1,3}[^，。；]{0,6}(?:合计|总计|共)/.exec(
      words,
    )?.[1];
  if (
    counted !== undefined &&
    '〇一二三四五六七八九十'.indexOf(counted.replace('两', '二')) !== parts.length &&
    Number(counted) !== parts.length
  )
    return undefined;
  return { total, parts, complete: true };
}

/** 进出口总额100亿元，其中出口60亿元、进口40亿元: claim `i` is the total of those behind it. */
function totalInFront(
  article: AnalysedArticle,
  levels: readonly QuantityClaim[],
  i: number,
  total: QuantityClaim,
): SumGroup | undefined {
  const first = levels.findIndex((each, k) => k > i && sameUnit(each, total));
  const opening = levels[first];
  if (opening === undefined || opening.sentence > total.sentence + 1) return undefined;
  const words = gap(article, total, opening);
  const opened =
    /(?:其中|包括|[（(])[^。；]*$/.test(words) &&
    OPENS.test(words.slice(Math.max(0, words.search(/其中|包括|含|[（(]/) - 1)));
  const nearest = levels.slice(i + 1, first).every((each) => !sameUnit(each, total));
  if (!opened || !nearest || /比上年|比去年|同比/.test(words.slice(words.search(/其中|包括/)))) return undefined;
  const parts: QuantityClaim[] = [opening];
  for (let k = first + 1; k < levels.length; k++) {
    const part = levels[k];
    const previous = parts.at(-1);
    if (part === undefined || previous === undefined || part.sentence !== opening.sentence || !sameUnit(part, total))
      break;
    const between = gap(article, previous, part);
    if (
      /[；。]|其中|合计|总计|比上年|同比/.test(between) &&
      !/^[^。；]{0,24}(?:增长|下降)[^。；]{0,12}[，；、][^其合总比同]{0,12}$/.test(between)
    )
      break;
    parts.push(part);
  }
  if (parts.length < 2) return undefined;
  const labels = parts.map(
    (part, k) =>
      article.folded.slice(
        k === 0 ? part.figure.span.start - 24 : (parts[k - 1]?.figure.span.end ?? 0),
        part.figure.span.start,
      ) + article.folded.slice(part.figure.span.end, part.figure.span.end + 8),
  );
  const tail = article.folded.slice(parts.at(-1)?.figure.span.end, (parts.at(-1)?.figure.span.end ?? 0) + 12);
  if (/^[^，。；]{0,6}等/.test(tail)) return { total, parts, complete: false };
  return { total, parts, complete: isPartition(labels) };
}

/** True if the labels name a whole: one of the known partitions, or a last item 其他. */
function isPartition(labels: readonly string[]): boolean {
  if (/(?:其[他它余])[^，。；]{0,20}$/.test((labels.at(-1) ?? '').split('\n')[0]?.slice(0, -8) ?? '')) return true;
  return PARTITIONS.some(
    (names) =>
      names.length === labels.length && names.every((name) => labels.filter((label) => name.test(label)).length >= 1),
  );
}
