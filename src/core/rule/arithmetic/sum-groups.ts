import type { AnalysedArticle } from '../../article.js';
import type { QuantityMention } from '../../mention.js';
import { isLike } from '../../quantity/figure.js';
import { figureRows } from './figure-row.js';
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
  /(?:合计|总计|共计|总共|加起来|相加|奖牌总数|总奖牌数?|(?:[两二三四五六七八九十]|\d{1,2})[大个]?[市县区省州方类项者部地国家村镇乡][^，。；、]{0,8}(?:共|总[量额值和规])[^，。；、]{0,6})(?:约|达到?|为|近|超过?|完成|实现|有|是|的)*$/;
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

/** How far behind the parts a further one may be told. */
const LATER = 120;

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

/** No amounts that add up: rates (14.3/10万, 3倍), and times, which as often name a year as count them (五年（前202年）). */
const NO_AMOUNTS = new Set(['ratio', 'time']);

function isLevel(each: RowFigure): each is Level {
  return each.kind === 'level' && each.figure.kind === 'quantity' && !NO_AMOUNTS.has(each.figure.unit.dimension);
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
  const next = row[start + 1];
  // （其中A、B） right behind the total, or 其中 in its own line of thought, over what is put in brackets.
  const inBracket =
    next?.bracket !== undefined &&
    next.bracket !== total.bracket &&
    next.kind === 'level' &&
    /^[（(](?:其中|含|包括|分为)?[^，。；]{0,20}$/.test(between(article, total, next));
  const bracket = inBracket ? next.bracket : total.bracket;
  const line = row.slice(start + 1).filter((each) => each.bracket === bracket);
  // 其中 belongs to the nearest level before it; changes and rates of that level may stand between.
  const first = line.findIndex((each) => each.kind !== 'change' && each.figure.kind !== 'percent');
  const opening = line[first];
  if (opening === undefined || !isLevel(opening) || !isLike(opening.figure, total.figure)) return undefined;
  const words = inBracket
    ? between(article, total, opening).slice(1)
    : between(article, total, opening).replace(/[（(][^（）()]*[）)]/g, '');
  const mark = OPENS.exec(words);
  if (mark === null && !(inBracket && first === 0)) return undefined;
  const lead = words.slice(0, mark?.index ?? 0);
  const opened = words.slice(mark?.index ?? 0);
  if (/。[^。]*。|。[^，；。]{2,}|；/.test(lead) || /[。；]/.test(opened) || COMPARED.test(opened)) return undefined;
  if (/在[^，。；]{1,10}中/.test(opened) || LEAVES_ROOM.test(lead.slice(-4))) return undefined;
  const clause = /[^，。；]*$/.exec(
    article.folded.slice(Math.max(0, total.figure.span.start - 40), total.figure.span.start),
  )?.[0];
  if (AVERAGE.test(clause ?? '') || AVERAGE.test(words)) return undefined;
  // 260枚金牌、175枚银牌、180枚铜牌。其中…: the parts are of them all.
  const before = row[start - 1];
  if (before?.kind === 'level' && isLike(before.figure, total.figure) && /^[^，。；]{0,8}[、和及]/.test(total.label))
    return undefined;
  const parts: Level[] = [opening];
  const labels = [opened + after(article, opening)];
  let sideBySide = 1;
  let isRun = true;
  for (const [k, each] of line.slice(first + 1).entries()) {
    const previous = parts.at(-1);
    if (previous === undefined) break;
    const gap = between(article, previous, each);
    if (/。|其中|包括|合计|总计|共计|总额|累计|在[^，。；]{1,10}中/.test(gap) || each.kind === 'base') break;
    isRun &&= !gap.includes('；') && line[first + k] === previous;
    if (!isLevel(each)) {
      if (each.kind === 'level' && each.figure.kind === 'number') break;
      continue;
    }
    if (!isLike(each.figure, total.figure) || COMPARED.test(each.label) || each.label.length > 40) break;
    // A part that is divided again in turn is a total of its own matter.
    if (
      /^[^，。；]{0,8}[，；（(](?:其中|包括)/.test(article.folded.slice(each.figure.span.end).slice(0, 16)) &&
      gap.includes('；')
    )
      break;
    parts.push(each);
    if (isRun) sideBySide = parts.length;
    labels.push(each.label.replace(/^.*(?:增长|下降|增加(?!值)|减少)[^，；、]*/, '') + after(article, each));
  }
  const whole = wholeOf(labels, total.label);
  const kept = whole >= 2 ? whole : sideBySide;
  // …上缴2亿元，这也包括在收入以内: a part told apart from the others.
  const end = parts[kept - 1]?.figure.span.end ?? total.figure.span.end;
  const isToldApart = /包括在[^，。；]{1,12}(?:内|中)/.test(article.folded.slice(end, end + LATER));
  return { ...groupOf(total, parts.slice(0, kept), whole >= 2 && !isToldApart), labels: labels.slice(0, kept) };
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
export function wholeOf(labels: readonly string[], totalLabel: string): number {
  for (const names of PARTITIONS) {
    if (names.length > labels.length) continue;
    const own = labels.slice(0, names.length);
    const taken = names.map((name) => own.findIndex((label) => name.test(label)));
    const divides = names.some((name) => name.test(totalLabel.slice(-12))) && !totalLabel.slice(-12).includes('进出口');
    if (!divides && new Set(taken).size === names.length && !taken.includes(-1)) return names.length;
  }
  const rest = labels.findIndex((label, i) => i > 0 && /^[、，；和及以]*(?:其[他它余])/.test(label));
  return rest + 1;
}
