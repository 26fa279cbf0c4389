import type { AnalysedArticle, Sentence } from '../article.js';
import type { Mention } from '../mention.js';
import type { Span } from '../text/span.js';
import type { CountHead, EnumeratedList, ListItem } from './claim.js';
import { readCount } from './count-head.js';

/** What the recogniser needs of an article. */
type Readable = Pick<AnalysedArticle, 'folded' | 'text'>;

const OPENING = '“‘《〈（([【〔「『';
const CLOSING = '”’》〉）)]】〕」』';

/** Words that join the last item of a list to the one before. */
const CONJUNCTION = /(?:以及|[和与及或暨])/g;

/** Verbs and prepositions that stand before the first item and do not belong to it. */
const LEAD =
  /^.*(?:包括|包含|涵盖|分别[为是]|具体为|聚焦|围绕|涉及|覆盖|位于|属于|来自|即|由|经|在|向|对|从|为|是|有|的|了|将|把|与|按|以|及其?|选择|推进|加强|推动|实施|建设|发展|支持|坚持|完善|强化|促进|提高|加快|落实|深化|开展|打造|增强|做好|抓好|提升|构建|建立|健全|新增|实现|重点|积极|全面|大力|着力|继续|进一步)(?=[^\s])/;

/** 等 with what may stand between it and the number: 等主要六大任务. */
const OPEN_END = /^(?:等|等等)/;

/**
 * Enumerations of the article's sentences: items separated by 、 with 和, 及, 以及 before the last, and the head that counts them,
 * behind (日照市五市, 等六大任务) or before (六大任务：…). Items in brackets, quotation marks and titles belong to the item they stand in.
 */
export function recogniseLists(
  article: Readable,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly EnumeratedList[] {
  const lists: EnumeratedList[] = [];
  const titles = mentions.filter(({ kind }) => kind === 'organization' || kind === 'region' || kind === 'document');
  for (const sentence of sentences) {
    for (const clause of clausesOf(article.folded, sentence.span)) lists.push(...listsOf(article, clause, titles));
  }
  return lists;
}

/** A clause with the places of its 、 outside brackets and quotation marks, and the offset of a ： that opens it. */
interface Clause {
  readonly span: Span;
  readonly commas: readonly number[];
  /** The text before the colon or comma in front of the clause, within the sentence. */
  readonly introduction: Span;
}

/** The clauses of a sentence that hold at least one 、. */
function clausesOf(text: string, sentence: Span): readonly Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = sentence.start;
  let previous = sentence.start;
  let commas: number[] = [];
  const close = (end: number): void => {
    if (commas.length > 0)
      clauses.push({ span: { start, end }, commas, introduction: { start: previous, end: start } });
    previous = start;
    start = end + 1;
    commas = [];
  };
  for (let at = sentence.start; at < sentence.end; at++) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && char === '、' && !isOrdinalMark(text, at)) commas.push(at);
    else if (depth === 0 && /[，；：。！？:;]/.test(char)) close(at);
  }
  close(sentence.end);
  return clauses;
}

/** 一、 and 1、 at the start of a line number the paragraph; 二、三产业 and 三、四线 are one word. */
function isOrdinalMark(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return (
    /(?:^|\n)\s*[一二三四五六七八九十\d]{1,3}$/.test(before) ||
    /第[一二三四五六七八九十]$/.test(before) ||
    (/[一二三四五六七八九]$/.test(before) &&
      /^[一二三四五六七八九](?:产业|线|级|类|次|期|批|号|审|年|月|天|个)/.test(text.slice(at + 1, at + 4)))
  );
}

function listsOf(
  article: Readable,
  { span, commas, introduction }: Clause,
  titles: readonly Mention[],
): readonly EnumeratedList[] {
  const text = article.folded;
  const lists: EnumeratedList[] = [];
  let pieces: Span[] = [];
  const edges = [...commas, span.end];
  let start = span.start;
  for (const edge of edges) {
    const piece = { start, end: edge };
    const head = pieces.length > 0 ? headIn(text, piece, pieces) : undefined;
    if (head === undefined) pieces.push(piece);
    else {
      const last = { start: piece.start, end: head.itemEnd };
      if (last.end > last.start) pieces.push(last);
      lists.push(build(article, pieces, head.head, head.open, titles));
      // What follows the head begins a new list: 长沙、株洲两市、湖南省.
      pieces = [{ start: head.head.span.end, end: edge }];
    }
    start = edge + 1;
  }
  if (pieces.length > 1) {
    const intro = text.slice(introduction.start, introduction.end);
    const head = headBefore(text, introduction, span.start);
    const tail = text.slice(pieces.at(-1)?.start, span.end);
    const open =
      /等(?:等|[^级于同候待分第高价]|$)/.test(tail) ||
      /(?:包括|主要|如|例如|其中|譬如|比如)[^，。；：]{0,8}[：:，]?$/.test(intro) ||
      /(?:包括|主要|如|例如|其中|譬如|比如)/.test(text.slice(pieces[0]?.start, pieces[0]?.end));
    lists.push(build(article, pieces, head, open, titles));
  }
  return lists;
}

/** A count head inside a piece, with the end of the item before it. */
function headIn(
  text: string,
  piece: Span,
  before: readonly Span[],
): { head: CountHead; itemEnd: number; open: boolean } | undefined {
  const words = text.slice(piece.start, piece.end);
  const etc = words.search(/等(?![级于同候待分第高价])/);
  for (const count of readCount(words)) {
    const at = piece.start + count.start;
    const between = etc >= 0 && etc < count.start ? words.slice(etc, count.start) : undefined;
    if (between !== undefined && (!OPEN_END.test(between) || between.length > 7 || /[、，和与]/.test(between)))
      continue;
    if (depthAt(words, count.start) > 0) continue;
    if (between === undefined && !standsApart(text, words.slice(0, count.start), before)) continue;
    const head: CountHead = {
      span: { start: at, end: piece.start + count.end },
      numberSpan: { start: at, end: at + count.length },
      count: count.value,
      noun: count.noun,
      position: 'after',
    };
    return { head, itemEnd: between === undefined ? at : piece.start + etc, open: between !== undefined };
  }
  return undefined;
}

/**
 * Whether a number right behind the last item counts the list and not that item alone: 青岛、烟台两市, but not 湿地1个、水库3个, not
 * 扶持资金、残疾人两项补贴 where the item has a number of its own, and not behind a word that needs an object (连跨4个, 及十大赛事).
 */
function standsApart(text: string, item: string, before: readonly Span[]): boolean {
  if (
    item === '' ||
    /[的跨达为有入出获过设至到近约第在及和与或中-]$|[—～~]$|[一二三四五六七八九两\d][\u4e00-\u9fff]$/.test(item)
  )
    return false;
  return before.every(
    ({ start, end }) =>
      readCount(text.slice(start, end)).length === 0 && !/\d[\u4e00-\u9fff]$|\d$/.test(text.slice(start, end)),
  );
}

/** 六大任务： or 三个方面，即 right before the list. */
function headBefore(text: string, introduction: Span, listStart: number): CountHead | undefined {
  const words = text.slice(introduction.start, introduction.end);
  if (!/[：:]$/.test(words)) return undefined;
  const count = readCount(words.slice(0, -1)).at(-1);
  if (count === undefined || count.end < words.length - 1 - 4 || listStart !== introduction.end) return undefined;
  const at = introduction.start + count.start;
  return {
    span: { start: at, end: introduction.start + count.end },
    numberSpan: { start: at, end: at + count.length },
    count: count.value,
    noun: count.noun,
    position: 'before',
  };
}

function build(
  article: Readable,
  pieces: readonly Span[],
  head: CountHead | undefined,
  open: boolean,
  titles: readonly Mention[],
): EnumeratedList {
  const items: ListItem[] = [];
  for (const [i, piece] of pieces.entries()) {
    const parts = i === pieces.length - 1 ? splitConjunction(article.folded, piece, titles) : [piece];
    for (const part of parts)
      items.push(
        itemOf(article, i === 0 && part === parts[0] ? withoutLead(article.folded, part, titles) : part, titles),
      );
  }
  const first = items[0]?.span.start ?? 0;
  const last = items.at(-1)?.span.end ?? first;
  const span = { start: Math.min(first, head?.span.start ?? first), end: Math.max(last, head?.span.end ?? last) };
  return { span, items, head, open };
}

/** B和C as the last piece: two items. A conjunction inside a name or a bracket does not split. */
function splitConjunction(text: string, piece: Span, titles: readonly Mention[]): readonly Span[] {
  const words = text.slice(piece.start, piece.end);
  let found: Span | undefined;
  for (const match of words.matchAll(CONJUNCTION)) {
    const at = { start: piece.start + match.index, end: piece.start + match.index + match[0].length };
    if (match.index === 0 || at.end >= piece.end || depthAt(words, match.index) > 0) continue;
    if (titles.some(({ span }) => span.start < at.start && at.end < span.end)) continue;
    if (found !== undefined) return [piece];
    found = at;
  }
  return found === undefined
    ? [piece]
    : [
        { start: piece.start, end: found.start },
        { start: found.end, end: piece.end },
      ];
}

function depthAt(text: string, offset: number): number {
  let depth = 0;
  for (let i = 0; i < offset; i++) {
    if (OPENING.includes(text.charAt(i))) depth++;
    else if (CLOSING.includes(text.charAt(i))) depth--;
  }
  return depth;
}

/** The first item without the verb before it: a name at its end is the item; else what follows the last lead word. */
function withoutLead(text: string, piece: Span, titles: readonly Mention[]): Span {
  const name = titles
    .filter(({ span }) => span.end === piece.end && span.start >= piece.start)
    .sort((a, b) => a.span.start - b.span.start)[0];
  if (name !== undefined) return name.span;
  const lead = LEAD.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0;
  return { start: piece.start + lead, end: piece.end };
}

/** An item with the text it is compared by: the canonical name where a mention covers it. */
function itemOf(article: Readable, span: Span, titles: readonly Mention[]): ListItem {
  const whole = titles.find((mention) => mention.span.start === span.start && mention.span.end === span.end);
  const printed = article.folded.slice(span.start, span.end).trim();
  if (whole === undefined) return { span, text: printed };
  if (whole.kind === 'organization' || whole.kind === 'document') return { span, text: whole.canonical };
  return {
    span,
    text: whole.kind === 'region' && whole.region !== undefined ? whole.region.code + whole.region.name : printed,
  };
}
