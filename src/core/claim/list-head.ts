import type { Span } from '../text/span.js';
import type { CountHead } from './claim.js';
import type { Clause } from './clause.js';
import { readCounts } from './count-head.js';
import type { ReadCount } from './count-head.js';
import type { Name, Names } from './list-names.js';

/** 等 that leaves a list open; not that of 平等, 高等, 等级, 等于. */
export const ETC = /(?<![平高同中初优上下均对何相劣次一二三四五甲乙])等(?![级于同候待分第高价效额])/;

/** A head found behind the items. */
export interface HeadBehind {
  readonly head: CountHead;
  /** Where the last item ends. */
  readonly itemEnd: number;
  /** 等 stands between the last item and the head. */
  readonly open: boolean;
}

/** The head inside the last piece of a list, right behind its item: 日照五市, 日照等五市. `before`: the pieces before it. */
export function headBehind(text: string, before: readonly Span[], piece: Span, names: Names): HeadBehind | undefined {
  const words = text.slice(piece.start, piece.end);
  const counts = readCounts(words);
  if (counts.length === 0) return undefined;
  const etc = words.search(ETC);
  for (const count of counts) {
    if (isInMarks(words, count.start)) continue;
    const open = etc >= 0 && etc < count.start;
    const between = open ? words.slice(etc + 1, count.start) : '';
    if (open && (between.length > 6 || /[、，和与的]/.test(between))) continue;
    const itemEnd = piece.start + (open ? etc : endBefore(words, count));
    if (
      !open &&
      !isMade(text, before, words, count) &&
      !standsApart(text, { start: piece.start, end: itemEnd }, before, count)
    )
      continue;
    if (!countsItems(text, [...before, { start: piece.start, end: itemEnd }], count, piece, names, open)) continue;
    return { head: headOf(count, piece.start, 'after'), itemEnd, open };
  }
  return undefined;
}

/** What stands between the last item and a head that tells what the items are or are made: 把A、B、C作为政府工作的三项…, 从…向…的三个转变. */
const MADE = /(?:作为|列为|确定为|纳入)[\u4e00-\u9fff]{0,8}?的?$|(?<=^[从由].{2,40}[到向].{2,40})的$/;

/** Where the last item ends before a head with no 等 in between. */
function endBefore(words: string, { start }: ReadCount): number {
  const made = MADE.exec(words.slice(0, start));
  return made === null || made.index === 0 ? start : made.index;
}

/** 把A、B、C作为…的三项…; 从A到B、从C到D的两个…: the head counts the list, whatever stands between. */
function isMade(text: string, before: readonly Span[], words: string, { start }: ReadCount): boolean {
  const made = MADE.exec(words.slice(0, start))?.[0];
  if (made === undefined) return false;
  const first = before[0] === undefined ? '' : text.slice(before[0].start, before[0].end);
  return made === '的' ? /[从由].+[到向]/.test(first) : /[把将]/.test(first);
}

/**
 * The head right before a list: 六大任务：, 三个方面，即, 胶东五市（. What stands between the number and the list must be its noun.
 * `behind`: the head behind the same list, where it has one.
 */
export function headBefore(
  text: string,
  clause: Clause,
  pieces: readonly Span[],
  names: Names,
  behind?: CountHead,
): CountHead | undefined {
  const { opener, before, span } = clause;
  if (before === undefined) return undefined;
  const first = text.slice(span.start, span.start + 6);
  const announced =
    opener === '：' ||
    opener === ':' ||
    opener === '（' ||
    opener === '(' ||
    (/[，,]/.test(opener) && /^(?:即|分别[是为]|依次[是为]|具体[是为]|也就是|包括|包含)/.test(first));
  if (!announced) return undefined;
  const words = text.slice(before.span.start, before.span.end);
  const count = readCounts(words).at(-1);
  if (count === undefined) return undefined;
  const rest = words.slice(count.counterEnd);
  const longest = opener === '（' || opener === '(' ? 8 : 14;
  if (rest.length > longest || /[的了着过在被将是获已均都于把让使与和及：“”%]/.test(rest)) return undefined;
  // 字符共7位，依次为…: a number of something that the list does not name one by one.
  if (/[，,]/.test(opener) && count.noun === '' && behind === undefined) return undefined;
  // 5项：…；…；…。 The items are parted by ； then.
  if (/[：:]/.test(opener) && clause.closer === '；') return undefined;
  const items = pieces.map(({ start, end }) => text.slice(start, end));
  if (opener === '（' || opener === '(') {
    // 甲、乙、丙三类（含…、…）企业: the number counts what stands before it.
    if (before.joints.length > 0 && count.value === before.joints.length + 1) return undefined;
    // 31个省（区、市）; 两项工程（占地3亩、投资5亿元）; a bracket that goes on in sentences is no list.
    if (clause.closer !== '）' && clause.closer !== ')') return undefined;
    if (
      items.some((item) =>
        /^(?:区|市|县|州|盟|旗|省|镇|乡|村|自治区|直辖市|自治州|自治县|特区|街道|兵团|个|条|处|座|项)$|\d|[，；：]/.test(
          item,
        ),
      )
    )
      return undefined;
  } else if (clause.closer === '，' && !endsBefore(text, span.end + 1)) return undefined;
  if (!countsItems(text, pieces, count, before.span, names, true)) return undefined;
  return headOf(count, before.span.start, 'before');
}

/** Behind the comma that ends the list stands a clause of its own, not a further item. */
function endsBefore(text: string, at: number): boolean {
  const rest = /^[^。；！？\n]{0,40}/.exec(text.slice(at, at + 40))?.[0] ?? '';
  return !rest.includes('、') || /^(?:\d|[一两二三四五六七八九十]+[个项大种类])/.test(rest);
}

/**
 * Whether a number right behind the last item counts the list and not that item alone: 青岛、烟台两市, but not 湿地1个、水库3个, and
 * not behind a word that needs an object (连跨4个, 及十大赛事).
 */
function standsApart(text: string, item: Span, before: readonly Span[], { noun }: ReadCount): boolean {
  const words = text.slice(item.start, item.end);
  if (
    words === '' ||
    /[的跨达为有入出获过设至到近约第在及和与或中于成-]$|[—～~]$|[一二三四五六七八九两十\d][个项家所条座处种类名位件部级只头万亿元吨]$/.test(
      words,
    )
  )
    return false;
  if (/台阶|关口|大关/.test(noun)) return true;
  return before.every(({ start, end }) => {
    const other = text.slice(start, end);
    return readCounts(other).length === 0 && !/\d[\u4e00-\u9fff]$|\d$/.test(other);
  });
}

/** What a number may count where the items are places, and where they are organizations. */
const PLACES = /[省市县区州盟旗国地城镇乡村方域湾圈岛港带片]|家|试点|中心|基地|枢纽|门户|节点|口岸|平台/;
const BODIES =
  /部门|单位|企业|公司|学|院|校|家|方|所|部|委|局|厅|办|机构|集团|组织|团体|协会|银行|行|社|会|馆|园|队|主体|平台|基地|中心|者|媒体/;

/**
 * Whether the number can count things such as the items are: 江苏、浙江两省 does, 江苏、浙江6个市 and 科技部、财政部两项政策 do not. A number
 * in digits with a noun that is not known to be counted counts only names; one inside a longer list counts its own item unless it
 * counts names.
 */
function countsItems(
  text: string,
  pieces: readonly Span[],
  count: ReadCount,
  scope: Span,
  names: Names,
  announced = false,
): boolean {
  const kinds = pieces.slice(-2).map(({ end }) => names.endingAt(end));
  const sort = kinds[0]?.kind === kinds[1]?.kind ? kinds[0]?.kind : undefined;
  const from = scope.start + count.start + count.length;
  const behind = /^[\u4e00-\u9fff（）“”]*/.exec(text.slice(from, from + 16))?.[0] ?? '';
  if (sort === 'region') return PLACES.test(behind) && levelFits(kinds, count);
  if (sort === 'organization') return BODIES.test(behind);
  if (announced) return true;
  const printed = text.charAt(scope.start + count.start);
  if (/\d/.test(printed) && count.noun === '' && count.counter !== '大') return false;
  return text.charAt(scope.start + count.end) !== '、' || count.noun !== '';
}

/** Provinces are not counted as cities or counties, nor cities as provinces. */
function levelFits(kinds: readonly (Name | undefined)[], { counter, noun }: ReadCount): boolean {
  const word = noun === '' ? counter : noun;
  return kinds.every((name) => {
    if (name?.kind !== 'region' || name.region === undefined) return true;
    const { level, code } = name.region;
    const isMunicipality = /^(?:11|12|31|50)0000$/.test(code);
    if (/^(?:省|省份)$/.test(word)) return level === 'province';
    if (/^(?:市|城市|地级|地市|县|县市|乡|镇|村|乡镇|街道|社区)$/.test(word))
      return level !== 'province' || (isMunicipality && word.includes('市'));
    return true;
  });
}

function headOf(count: ReadCount, offset: number, position: CountHead['position']): CountHead {
  const at = offset + count.start;
  return {
    span: { start: at, end: offset + count.end },
    numberSpan: { start: at, end: at + (count.isSum ? count.counterEnd - count.start : count.length) },
    count: count.value,
    noun: count.noun,
    isSum: count.isSum,
    position,
  };
}

/** True if an offset of some words lies in quotation marks, brackets or a title that open in them. */
export function isInMarks(words: string, offset: number): boolean {
  if (!/[“‘（(「『《]/.test(words)) return false;
  let depth = 0;
  for (let i = 0; i < offset; i++) {
    if (/[“‘（(「『《]/.test(words.charAt(i))) depth++;
    else if (/[”’）)」』》]/.test(words.charAt(i))) depth--;
  }
  return depth > 0;
}
