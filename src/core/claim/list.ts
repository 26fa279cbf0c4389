import type { AnalysedArticle, Sentence } from '../article.js';
import type { Mention } from '../mention.js';
import type { Span } from '../text/span.js';
import type { CountHead, EnumeratedList } from './claim.js';
import { readClauses } from './clause.js';
import type { Clause } from './clause.js';
import { readCounts } from './count-head.js';
import { ETC, headBefore, headBehind } from './list-head.js';
import { itemsOf, sizesOf } from './list-items.js';
import { Names } from './list-names.js';
import { recogniseSeries } from './series.js';
import { recogniseSuccessions } from './succession.js';

/** What the recogniser needs of an article. */
type Readable = Pick<AnalysedArticle, 'folded' | 'blocks'>;

/** Words before a list that make it a choice. */
const FOR_EXAMPLE = /(?:包括|包含|含|涵盖|主要|如|例如|其中|譬如|比如|尤其是|特别是|以及|乃至)[有是为]?[：:，]?$/;

/**
 * Enumerations of an article: items separated by 、 (with 和, 及, 以及 before the last), by ； or set side by side in quotation marks,
 * clauses that begin alike (从…到…，从…到…), numbered items; each with the head that counts them, behind it (日照五市, 等六大任务) or
 * before it (六大任务：…, 胶东五市（…）). Linear in the length of the text.
 */
export function recogniseLists(
  article: Readable,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly EnumeratedList[] {
  const names = new Names(mentions);
  const lists: EnumeratedList[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const clauses = readClauses(article.folded, sentence.span);
    for (const clause of clauses) lists.push(...markedLists(article.folded, clause, names));
    lists.push(...clauseLists(article.folded, clauses, names));
    lists.push(...semicolonLists(article.folded, sentences, i, clauses, names));
  }
  lists.push(...recogniseSeries(article), ...recogniseSuccessions(article, mentions, names));
  return lists;
}

/** The lists of one clause: up to a head behind them, then a new one; the last may have its head before the clause. */
function markedLists(text: string, clause: Clause, names: Names): readonly EnumeratedList[] {
  const lists: EnumeratedList[] = [];
  if (clause.joints.length === 0) return pairOfNames(text, clause, names);
  let pieces: Span[] = [];
  let start = clause.span.start;
  for (const joint of [...clause.joints, { start: clause.span.end, end: clause.span.end }]) {
    const piece = { start, end: joint.start };
    start = joint.end;
    const found = pieces.length > 0 ? headBehind(text, pieces, piece, names) : undefined;
    if (found === undefined) {
      pieces.push(piece);
      continue;
    }
    pieces.push({ start: piece.start, end: found.itemEnd });
    lists.push(build(text, pieces, names, { clause, head: found.head, open: found.open }));
    // What follows the head begins a new list: 长沙、株洲两市、湖南省.
    pieces = [{ start: found.head.span.end, end: joint.start }];
  }
  if (pieces.length > 1) lists.push(withoutHeadBehind(text, clause, pieces, names));
  return lists;
}

function withoutHeadBehind(text: string, clause: Clause, pieces: Span[], names: Names): EnumeratedList {
  const last = pieces.at(-1);
  const etc = last === undefined ? -1 : text.slice(last.start, last.end).search(ETC);
  if (last !== undefined && etc > 0) pieces[pieces.length - 1] = { start: last.start, end: last.start + etc };
  const before = clause.before === undefined ? '' : text.slice(clause.before.span.start, clause.before.span.end);
  const first = pieces[0] === undefined ? '' : text.slice(pieces[0].start, pieces[0].end);
  const open = etc >= 0 || FOR_EXAMPLE.test(before) || /^.{0,12}(?:包括|包含|主要|例如|其中|譬如|比如)/.test(first);
  return build(text, pieces, names, { clause, head: headBefore(text, clause, pieces, names), open });
}

const NONE: readonly EnumeratedList[] = [];

/** 黄石市和黄冈市两市: two names and a number, with no 、. */
function pairOfNames(text: string, { span }: Clause, names: Names): readonly EnumeratedList[] {
  const words = text.slice(span.start, span.end);
  if (span.end - span.start < 5 || !/[和与及]/.test(words)) return NONE;
  for (const match of words.matchAll(/[和与及]/g)) {
    const at = span.start + match.index;
    const [one, other] = [names.endingAt(at), names.startingAt(at + 1)];
    if (one === undefined || other === undefined || one.kind !== other.kind) continue;
    const found = headBehind(text, [one.span], { start: other.span.start, end: span.end }, names);
    if (found === undefined || found.itemEnd !== other.span.end) continue;
    const clause = { span, joints: [], opener: '', closer: '', before: undefined };
    return [build(text, [one.span, other.span], names, { clause, head: found.head, open: found.open })];
  }
  return [];
}

interface Frame {
  readonly clause: Clause;
  readonly head: CountHead | undefined;
  readonly open: boolean;
}

function build(text: string, pieces: readonly Span[], names: Names, { clause, head, open }: Frame): EnumeratedList {
  const items = itemsOf(text, pieces, names);
  let { fewest, most } = sizesOf(text, items, names, head?.count);
  // 速度与效益、城市与乡村两大关系: what is related is a pair.
  if (/关系|矛盾/.test(head?.noun ?? '')) most = items.length;
  const first = items[0]?.span ?? clause.span;
  const beginning = text.slice(clause.span.start, first.start);
  if (clause.opener === '，' && head !== undefined) {
    // The list may have begun before the comma: 煤炭、电力，交通、水利四大行业; 以及物业管理、房地产中介服务四个行业.
    const earlier = clause.before?.joints.length ?? 0;
    if (/^(?:以及|及|和|与|并|还有)/.test(beginning)) most = Math.max(most, head.count);
    else if (beginning === '' && earlier > 0 && items.length + earlier + 1 === head.count) most = head.count;
  }
  const before = head?.position === 'after' ? headBefore(text, clause, pieces, names, head) : undefined;
  // Names of the kind that is counted stand last: 省委、省政府和长沙、株洲两市.
  const alike = trailingNames(items.map(({ span }) => names.at(span)?.kind));
  if (head?.position === 'after' && alike >= 2 && alike < items.length) fewest = Math.min(fewest, alike);
  const last = items.at(-1)?.span ?? first;
  const span = {
    start: Math.min(first.start, head?.span.start ?? first.start),
    end: Math.max(last.end, head?.span.end ?? last.end),
  };
  return {
    form: 'marks',
    span,
    items,
    head,
    ...(before === undefined ? {} : { otherHead: before }),
    open,
    fewest,
    most,
  };
}

/** How many items at the end are names of one kind. */
function trailingNames(kinds: readonly (string | undefined)[]): number {
  const last = kinds.at(-1);
  if (last === undefined) return 0;
  const other = kinds.findLastIndex((kind) => kind !== last);
  return kinds.length - 1 - other;
}

/** Clauses of one sentence that begin alike, behind a head with a colon or before one: 从…到…，从…到…的两个转变. */
function clauseLists(text: string, clauses: readonly Clause[], names: Names): readonly EnumeratedList[] {
  const lists: EnumeratedList[] = [];
  let run: Clause[] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    const items = run;
    run = [];
    if (first === undefined || last === undefined || items.length < 2) return;
    const spans = items.map(({ span }) => span);
    const tail = headBehindClauses(text, last);
    const head = tail?.head ?? headBefore(text, first, spans, names);
    if (head === undefined) return;
    if (tail !== undefined) spans[spans.length - 1] = { start: last.span.start, end: tail.itemEnd };
    lists.push({
      ...build(text, spans, names, { clause: first, head, open: false }),
      fewest: spans.length,
      most: spans.length,
    });
  };
  for (const clause of clauses) {
    if (clause.joints.length > 0 || !/[，：]/.test(clause.opener) || (run.length > 0 && clause.opener !== '，'))
      flush();
    if (clause.joints.length > 0) continue;
    const previous = run.at(-1);
    if (previous !== undefined && !beginAlike(text, previous, clause)) flush();
    run.push(clause);
  }
  flush();
  return lists;
}

/** Both 从…到…, or the same two characters. */
function beginAlike(text: string, one: Clause, other: Clause): boolean {
  const [a, b] = [text.slice(one.span.start, one.span.end), text.slice(other.span.start, other.span.end)];
  return /^[从由].+[到向]/.test(a) ? /^[从由].+[到向]/.test(b) : a.slice(0, 2) === b.slice(0, 2) && a.length > 3;
}

/** …的三个转变 at the end of the last clause. */
function headBehindClauses(text: string, { span }: Clause): { head: CountHead; itemEnd: number } | undefined {
  const words = text.slice(span.start, span.end);
  const count = readCounts(words).find(
    ({ start, noun }) => words.charAt(start - 1) === '的' && /转变|跨越|转型|突破|变化|提升/.test(noun),
  );
  if (count === undefined) return undefined;
  const at = span.start + count.start;
  return {
    head: {
      span: { start: at, end: span.start + count.end },
      numberSpan: { start: at, end: at + count.length },
      count: count.value,
      noun: count.noun,
      isSum: count.isSum,
      position: 'after',
    },
    itemEnd: at - 1,
  };
}

/** 四项工作：…；…；…；…。 Items separated by ； up to the full stop, behind a head with a colon. */
function semicolonLists(
  text: string,
  sentences: readonly Sentence[],
  index: number,
  clauses: readonly Clause[],
  names: Names,
): readonly EnumeratedList[] {
  const sentence = sentences[index];
  if (sentence === undefined || text.charAt(sentence.span.end - 1) !== '；') return [];
  const first = clauses.find(({ opener, before }) => opener === '：' && before?.opener === '');
  if (first === undefined) return [];
  const items: Span[] = [{ start: first.span.start, end: sentence.span.end - 1 }];
  for (let i = index + 1; i < sentences.length; i++) {
    const next = sentences[i];
    if (next === undefined || next.block !== sentence.block) return [];
    items.push({ start: next.span.start, end: next.span.end - 1 });
    if (text.charAt(next.span.end - 1) !== '；') break;
  }
  const head = headBefore(
    text,
    { ...first, closer: '', span: { start: first.span.start, end: items.at(-1)?.end ?? 0 } },
    items,
    names,
  );
  if (
    head === undefined ||
    items.some(({ start, end }) => /^\s*(?:第?[一二三四五六七八九十]+[是，、]|[（(\d①-⑳])/.test(text.slice(start, end)))
  )
    return [];
  return [
    {
      form: 'marks',
      span: { start: head.span.start, end: items.at(-1)?.end ?? sentence.span.end },
      items: items.map((span) => ({ span, text: text.slice(span.start, span.end) })),
      head,
      open: text.slice(items.at(-1)?.start, items.at(-1)?.end).endsWith('等'),
      fewest: items.length,
      most: items.length,
    },
  ];
}
