import type { AnalysedArticle } from '../../article.js';
import type { QuantityMention } from '../../mention.js';
import { figureRows, isLike } from './figure-row.js';
import type { RowFigure } from './figure-row.js';

/** A total with the parts the text gives for it. */
export interface SumGroup {
  readonly total: QuantityMention;
  readonly parts: readonly QuantityMention[];
  /** True if the text says or shows that the parts are all: 三市合计, or 出口 and 进口, or an item 其他. */
  readonly complete: boolean;
  /** What each part is called, as printed before it. */
  readonly labels: readonly string[];
}

type Level = RowFigure & { readonly figure: QuantityMention };

/** Words that introduce parts of what stands before them. */
const OPENS = /(?:其中|包括|内含|分为)/;
/** Words that say there are further parts. */
const LEAVES_ROOM = /(?:等|主要|之一|部分|例如|仅)/;
/** Words that state a sum of what stands before them: 合计, 三市共, 两项加起来. 总产量 alone is an indicator of its own. */
const SUMS =
  /(?:合计|总计|共计|总共|加起来|相加|(?:[两二三四五六七八九十]|\d{1,2})[大个]?[市县区省州方类项者部地国家村镇乡][^，。；、]{0,8}(?:共|总[量额值和规])[^，。；、]{0,6})(?:约|达到?|为|近|超过?|完成|实现|有|是|的)*$/;
const COUNTED = /([两二三四五六七八九十]|\d{1,2})[大个]?(?:市|县|区|省|州|方|类|项|者|部|地|国|家|村|镇|乡|个)/;

/** Names that together leave nothing out. */
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/出口/, /(?<!出)进口/],
  [/城[镇市区]/, /[农乡]村/],
  [/中央|全国性/, /地方/],
  [/(?:第一产业|一产)/, /(?:第二产业|二产)/, /(?:第三产业|三产)/],
  [/男/, /女/],
  [/约束性/, /预期性/],
  [/(?:境|国)内/, /境外|国外|国际|入境/],
  [/省内/, /省外/],
  [/(?:新|本年)(?:建|开工|开始)/, /(?:续建|继续|结转)/],
  [/公办|公立/, /民办|民营/],
  [/内资|中方/, /外资|外方/],
];

/** Figures of a mean: those of the parts do not add up to that of the whole. */
const AVERAGE = /[人户亩地单场日]均|平均|均价|单价|每[人户亩月]/;
/** Of another time than the total. */
const COMPARED = /比上|比去|较上|较去|同期|上年|去年|目标|力争|计划|累计/;

/** The sums an article states. */
export function sumGroups(article: AnalysedArticle): readonly SumGroup[] {
  const groups: SumGroup[] = [];
  for (const row of figureRows(article)) {
    const levels = row.filter(isLevel);
    for (const [i, level] of levels.entries()) {
      const found = [totalBehind(article, levels, i), partsBehind(article, row, level)];
      for (const group of found) if (group !== undefined) groups.push(group);
    }
  }
  return groups;
}

function isLevel(each: RowFigure): each is Level {
  return each.kind === 'level' && each.figure.kind === 'quantity';
}

/** The words between two figures. */
function between(article: AnalysedArticle, a: RowFigure, b: RowFigure): string {
  return article.folded.slice(a.figure.span.end, b.figure.span.start);
}

/** A13亿元、B34亿元、C25亿元，三市合计72亿元: level `i` is the total of those right before it. */
function totalBehind(article: AnalysedArticle, levels: readonly Level[], i: number): SumGroup | undefined {
  const total = levels[i];
  const last = levels[i - 1];
  if (total === undefined || last === undefined || !isLike(last.figure, total.figure)) return undefined;
  const words = between(article, last, total);
  const at = words.search(/合计|总计|共|总|加起来|相加/);
  if (!SUMS.test(words) || words.length > 30 || /[。；]/.test(words) || LEAVES_ROOM.test(words.slice(0, at)))
    return undefined;
  const parts: Level[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const part = levels[k];
    if (part === undefined || !isLike(part.figure, total.figure)) break;
    parts.unshift(part);
    const previous = levels[k - 1];
    if (previous === undefined) break;
    const gap = between(article, previous, part);
    if (/[。；]|其中|包括|合计|总计|共计|总额|总共|占|[（(][^）)]*$/.test(gap) || gap.length > 40) break;
  }
  if (parts.length < 2 || AVERAGE.test([...parts, total].map(({ label }) => label).join('\n'))) return undefined;
  const counted = COUNTED.exec(words)?.[1];
  if (counted !== undefined && numberOf(counted) !== parts.length) return undefined;
  return groupOf(total, parts, true);
}

function numberOf(count: string): number {
  const han = '〇一二三四五六七八九十'.indexOf(count.replace('两', '二'));
  return han >= 0 ? han : Number(count);
}

/** 进出口总额100亿元，其中出口60亿元、进口40亿元: the parts behind a total. */
function partsBehind(article: AnalysedArticle, row: readonly RowFigure[], total: Level): SumGroup | undefined {
  const start = row.indexOf(total);
  // 其中 belongs to the nearest level before it; changes and rates of that level may stand between.
  const first = row.findIndex((each, k) => k > start && each.kind === 'level' && each.figure.kind !== 'percent');
  const opening = row[first];
  if (opening === undefined || !isLevel(opening) || !isLike(opening.figure, total.figure)) return undefined;
  const words = between(article, total, opening);
  const mark = OPENS.exec(words);
  const bracket = /^[（(]([^（(）)]*)$/.exec(words);
  if (mark === null && bracket === null) return undefined;
  const lead = words.slice(0, mark?.index ?? 0);
  if (/。[^。]*。|。[^，；。]{2,}/.test(lead) || (mark !== null && /[)）]/.test(words.slice(mark.index)))) return undefined;
  if (LEAVES_ROOM.test(lead.slice(-4)) || AVERAGE.test(total.label.slice(-16)) || AVERAGE.test(words)) return undefined;
  const inBracket = mark === null || /[（(][^）)]*$/.test(lead);
  const labelled = mark === null ? words : words.slice(mark.index);
  const parts: Level[] = [opening];
  const labels = [labelled + after(article, opening)];
  for (const each of row.slice(first + 1)) {
    if (!isLevel(each) && each.kind === 'level' && each.figure.kind === 'number') break;
    const previous = parts.at(-1);
    if (previous === undefined) break;
    const gap = between(article, previous, each);
    if (/。|其中|合计|总计|共计|总额|累计/.test(gap) || (inBracket && /[）)]/.test(gap))) break;
    if (!isLevel(each)) continue;
    if (!isLike(each.figure, total.figure)) break;
    if (COMPARED.test(each.label) || each.label.length > 40) break;
    parts.push(each);
    labels.push(each.label.replace(/^.*(?:增长|下降|增加|减少)[^，；、]*/, '') + after(article, each));
  }
  if (COMPARED.test(words.slice(mark?.index ?? 0))) return undefined;
  const whole = wholeOf(labels, total.label);
  if (whole >= 2) return { ...groupOf(total, parts.slice(0, whole), true), labels: labels.slice(0, whole) };
  return { ...groupOf(total, parts, false), labels };
}

/** 28个新建: what stands right behind a figure may name it. */
function after(article: AnalysedArticle, { figure }: RowFigure): string {
  return /^[^，。；、（）()]{0,8}/.exec(article.folded.slice(figure.span.end, figure.span.end + 8))?.[0] ?? '';
}

function groupOf(total: Level, parts: readonly Level[], complete: boolean): SumGroup {
  return {
    total: total.figure,
    parts: parts.map(({ figure }) => figure),
    complete,
    labels: parts.map(({ label }) => label),
  };
}

/** How many of the first parts make up the whole by their names: a known partition, or all up to one called 其他; 0 if none. */
function wholeOf(labels: readonly string[], totalLabel: string): number {
  for (const names of PARTITIONS) {
    if (names.length > labels.length) continue;
    const own = labels.slice(0, names.length);
    const taken = names.map((name) => own.findIndex((label) => name.test(label)));
    const divides = names.some((name) => name.test(totalLabel.slice(-12))) && !/进出口/.test(totalLabel.slice(-12));
    if (!divides && new Set(taken).size === names.length && !taken.includes(-1)) return names.length;
  }
  const rest = labels.findIndex((label, i) => i > 0 && /^[、，；和及以]*(?:其[他它余])/.test(label));
  return rest + 1;
}
