import type { Span } from '../text/span.js';
import type { ListItem } from './claim.js';
import { isInMarks } from './list-head.js';
import type { Names } from './list-names.js';

/** Words that join the last item of a list to the one before. */
const CONJUNCTION = /以及|[和与及或暨]/g;

/** Verbs, prepositions and adverbs that may stand before the first item and not belong to it. */
const LEAD =
  /包括|包含|涵盖|分别[为是]|具体为|分为|聚焦|围绕|涉及|覆盖|位于|属于|来自|选择|推进|加强|推动|实施|建设|发展|支持|坚持|完善|强化|促进|提高|加快|落实|深化|开展|打造|增强|做好|抓好|提升|构建|建立|健全|新增|实现|重点|积极|全面|大力|着力|继续|进一步|解决|处理|按照|根据|联合|会同|作为|成立|举办|组织|参与|服务|应用|培育|壮大|布局|形成|成为|投向|用于|涌现|采取|采用|严把|展开|加上|跨越|建成|推出|抓住|依托|即|由|经|在|向|对|为|是|有|的|了|将|把/g;

/** Behind the last item: what sums the items up. */
const SUMMING = /(?:这|这些|上述|以上|一共|共有|共计|合计|总计|主要|各|均|共)$/;

/** Words behind the last item that belong to all. */
const FOR_ALL = /(?:产业|行业|领域|精神|工作|方面)$/;

const QUOTES = '“‘（(「『';

/**
 * The items in the pieces between the joints of a list: 和, 及, 以及 before the last is a joint too, and where it joins two names; the
 * verb before the first item and 等 behind the last are cut off.
 */
export function itemsOf(text: string, pieces: readonly Span[], names: Names): readonly ListItem[] {
  const spans: Span[] = [];
  for (const [i, piece] of pieces.entries()) {
    const joined = i === pieces.length - 1 ? lastConjunction(text, piece, pieces.slice(0, -1), names) : undefined;
    const between = joined ?? conjunctionOfNames(text, piece, names);
    if (between === undefined) spans.push(piece);
    else spans.push({ start: piece.start, end: between.start }, { start: between.end, end: piece.end });
  }
  const [first, ...others] = spans;
  if (first !== undefined) spans[0] = withoutLead(text, first, others, names);
  const last = spans.pop();
  if (last !== undefined) spans.push(spans.length > 0 ? withoutTail(text, last, spans, names) : last);
  return spans
    .map((span) => trimmed(text, span))
    .flatMap((span) => (span.end > span.start ? [itemOf(text, span, names)] : []));
}

/** The fewest and the most items the pieces can hold: a 和 may join two items or stand inside one. `count`: what the head says. */
export function sizesOf(
  text: string,
  items: readonly ListItem[],
  names: Names,
  count?: number,
): { fewest: number; most: number } {
  let [fewest, most] = [items.length, items.length];
  for (const [i, { span }] of items.entries()) {
    const inside = conjunctions(text, span, names).length;
    most += inside;
    // 中央和省、市、自治区两级: the first 和 may join what the 、 part.
    if (i === 0 && inside > 0 && count === 2) fewest = 2;
    const before = items[i - 1]?.span.end;
    const joint = before === undefined ? '、' : text.slice(before, span.start);
    const betweenNames = before !== undefined && names.endingAt(before) && names.startingAt(span.start);
    if (/^(?:[和与及或暨]|以及)$/.test(joint) && !betweenNames && !endAlike(items, i)) fewest--;
  }
  return { fewest: Math.min(fewest, most), most };
}

/** 新材料产业、节能产业和数字产业: what is whole before 和 is an item by itself. */
function endAlike(items: readonly ListItem[], last: number): boolean {
  const [first, before, here] = [items[0], items[last - 1], items[last]].map((item) => item?.text ?? '');
  const ending = here?.slice(-2) ?? '';
  return last > 1 && ending.length === 2 && [first, before].every((each) => each !== ending && each?.endsWith(ending));
}

/** The one conjunction of the last piece, unless earlier items have one like it (国家与企业、企业与职工). */
function lastConjunction(text: string, piece: Span, earlier: readonly Span[], names: Names): Span | undefined {
  const found = conjunctions(text, piece, names);
  const [at] = found;
  if (found.length !== 1 || at === undefined) return undefined;
  const word = text.slice(at.start, at.end);
  const alike = earlier.some((span) =>
    conjunctions(text, span, names).some(({ start, end }) => text.slice(start, end) === word && word !== '和'),
  );
  return alike ? undefined : at;
}

/** A conjunction with a name on either side: 广州和深圳. */
function conjunctionOfNames(text: string, piece: Span, names: Names): Span | undefined {
  const found = conjunctions(text, piece, names);
  return found.find(
    ({ start, end }) => names.endingAt(start) !== undefined && names.startingAt(end)?.span.end === piece.end,
  );
}

const NONE: readonly Span[] = [];

/** Conjunctions in a piece, outside brackets, quotation marks and names, with something on either side. */
function conjunctions(text: string, piece: Span, names: Names): readonly Span[] {
  const words = text.slice(piece.start, piece.end);
  if (!/[和与及或暨]/.test(words)) return NONE;
  const found: Span[] = [];
  for (const match of words.matchAll(CONJUNCTION)) {
    const start = piece.start + match.index;
    const end = start + match[0].length;
    if (match.index === 0 || end >= piece.end || isInMarks(words, match.index)) continue;
    if (names.splits(start) || names.splits(end - 1) || isInWord(words, match.index, match[0])) continue;
    found.push({ start, end });
  }
  return found;
}

/** 和平, 参与, 普及, 涉及, 以及其: characters of conjunctions in other words. */
function isInWord(words: string, at: number, conjunction: string): boolean {
  const [before, after] = [words.charAt(at - 1), words.charAt(at + conjunction.length)];
  if (conjunction === '和') return /[平谐睦解气缓善蔼]/.test(after) || /[共总饱缓温调中柔]/.test(before);
  if (conjunction === '与') return /[参给赋授]/.test(before) || /[会否]/.test(after);
  if (conjunction === '及') return /[普涉以波遍触危提顾来]/.test(before) || /[时格早]/.test(after);
  return conjunction === '或' && /[许抑]/.test(before);
}

/**
 * The first item without the words before it: from the beginning the other items have in common (坚持…、坚持…; 从…到…), else a name at
 * its end, else behind the lead word that leaves an item about as long as the others.
 */
function withoutLead(text: string, first: Span, others: readonly Span[], names: Names): Span {
  const words = text.slice(first.start, first.end);
  const beginning = commonBeginning(others.map((span) => text.slice(span.start, span.end)));
  const common = beginning === '' ? -1 : words.lastIndexOf(beginning);
  if (common >= 0) return { start: first.start + common, end: first.end };
  const name = names.endingAt(first.end);
  if (name !== undefined && name.span.start >= first.start) return name.span;
  const lengths = others.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? words.length;
  let best = 0;
  for (const match of words.matchAll(LEAD)) {
    const cut = match.index + match[0].length;
    if (cut >= words.length || isInMarks(words, cut)) continue;
    if (Math.abs(words.length - cut - usual) <= Math.abs(words.length - best - usual)) best = cut;
  }
  // A quoted item is one by its marks.
  const quote = QUOTES.includes(text.charAt(others[0]?.start ?? 0))
    ? words.search(/[“‘（(「『《][^”’）)」』》]*[”’）)」』》]$/)
    : -1;
  return { start: first.start + (quote > 0 ? quote : best), end: first.end };
}

/**
 * The last item without the words behind it: where the other items are names of one kind, or all stand in quotation marks, it ends
 * with its own name or mark (“两弹一星”“载人航天”精神); where it is an earlier item and a word for all of them, with that item (生物医药
 * 和新材料产业).
 */
function withoutTail(text: string, last: Span, others: readonly Span[], names: Names): Span {
  if (others.length < 2) return last;
  const words = text.slice(last.start, last.end);
  const name = names.startingAt(last.start);
  if (name !== undefined && name.span.end < last.end && others.every((span) => names.at(span)?.kind === name.kind))
    return name.span;
  const quoted = /^“[^“”]*”/.exec(words)?.[0] ?? '';
  if (quoted !== '' && others.every(({ start, end }) => /^“[^“”]*”$/.test(text.slice(start, end))))
    return { start: last.start, end: last.start + quoted.length };
  const tail = FOR_ALL.exec(words)?.[0] ?? '';
  const kept = words.slice(0, words.length - tail.length);
  const isEarlier = tail !== '' && kept.length > 2 && others.some(({ start, end }) => text.slice(start, end) === kept);
  return isEarlier ? { start: last.start, end: last.end - tail.length } : last;
}

/** Two characters, or one of 从, 由, 既, 不, that all begin with; empty if there are none or only one text. */
function commonBeginning(texts: readonly string[]): string {
  const [one = '', ...rest] = texts;
  if (/^[从由既]/.test(one) && rest.every((text) => text.startsWith(one.charAt(0)))) return one.charAt(0);
  const two = one.slice(0, 2);
  return two.length === 2 && rest.length > 0 && rest.every((text) => text.startsWith(two)) ? two : '';
}

/** Without spaces, a conjunction in front, 等 and summing words behind. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  const words = text.slice(start, end);
  start += /^(?:\s|以及|及其|及|和|与|并)*/.exec(words)?.[0].length ?? 0;
  if (start > end) return span;
  const kept = text.slice(start, end).replace(/\s+$/, '').replace(SUMMING, '');
  end = start + kept.length;
  return { start, end };
}

/** An item with the text it is compared by: the canonical name where a name covers it. */
function itemOf(text: string, span: Span, names: Names): ListItem {
  const name = names.at(span);
  const printed = text.slice(span.start, span.end);
  if (name === undefined) return { span, text: printed };
  if (name.kind === 'region')
    return { span, text: name.region === undefined ? printed : name.region.code + name.region.name };
  return { span, text: name.canonical };
}
