import type { AnalysedArticle, Block } from '../article.js';
import { readNumeral } from '../quantity/numeral.js';
import type { Span } from '../text/span.js';
import type { CountHead, EnumeratedList, ListItem, Marker, MarkerForm } from './claim.js';
import { readCounts } from './count-head.js';

/** What the recogniser needs of an article. */
type Readable = Pick<AnalysedArticle, 'folded' | 'blocks'>;

const HAN = '[一二三四五六七八九十百零〇]{1,5}';

/** Markers that stand only at the beginning of a paragraph. The number is the first group. */
const AT_START: readonly (readonly [MarkerForm, RegExp])[] = [
  ['第一编', new RegExp(`^第(${HAN}|\\d{1,3})编(?=[\\s\\u3000]|$)`)],
  ['第一章', new RegExp(`^第(${HAN}|\\d{1,3})章(?=[\\s\\u3000\\u4e00-\\u9fff]|$)`)],
  ['第一节', new RegExp(`^第(${HAN}|\\d{1,3})节(?=[\\s\\u3000\\u4e00-\\u9fff]|$)`)],
  ['第一条', new RegExp(`^第(${HAN}|\\d{1,3})条(?=[\\s\\u3000]|$)`)],
  ['一、', new RegExp(`^(${HAN})、`)],
  ['1.', /^(\d{1,2})(?:\.(?!\d)|、(?![\d一二三四五六七八九十]))/],
];

/**
 * Markers that stand at the beginning of a paragraph or behind a stop within it. 第（二）项 and （一）项 refer to an item and are none;
 * 第一、第二产业 is no enumeration; 一是一，二是二 is a saying.
 */
const INLINE =
  /(?<![第款条])（(?<paren>[一二三四五六七八九十]{1,3})）(?![项款条类目、和至—])|(?<![第款条])[（(](?<digit>\d{1,2})[）)](?![项款条类目、和至—])|(?<circle>[①-⑳])|(?<is>[一二三四五六七八九十]{1,2})(?:是(?!否|[一二三四五六七八九十][，。、]))|第(?<first>[一二三四五六七八九十]{1,2})(?=[，,：:]|是|、(?!第))/g;

/** A marker with the block it stands in. */
interface Placed extends Marker {
  readonly block: number;
  /** It opens its block. */
  readonly opens: boolean;
}

/** Markers of one form that count on from one another. */
interface Run {
  readonly form: MarkerForm;
  readonly markers: Placed[];
  /** True once it has been counted on across a marker of an outer enumeration. */
  runsOn: boolean;
}

/**
 * Numbered enumerations, each as a list of form “numbered”: 一、 （一） 1. （1） ① 一是 第一， 第一章, nested into one another. An enumeration
 * begins with its first number; one that the article does not begin (an excerpt) is not given. Gaps and repeats stay in the
 * list as they are printed.
 */
export function recogniseSeries(article: Readable): readonly EnumeratedList[] {
  const runs: Run[] = [];
  /** The enumerations that are open, each inside the one before. */
  let open: Run[] = [];
  /** The last one of each form that a marker of an outer enumeration has closed. */
  const closed = new Map<MarkerForm, Run>();
  const closeFrom = (depth: number): void => {
    for (const run of open.slice(depth)) closed.set(run.form, run);
    open = open.slice(0, depth);
  };
  for (const marker of markersOf(article)) {
    const inner = innerForms(marker.form);
    const shut = open.findIndex(({ form }) => inner.includes(form));
    if (shut >= 0) closeFrom(shut);
    const next = open.findLastIndex((run) => reaches(run, marker) && lastOf(run) === marker.number - 1);
    const same = open.findLastIndex((run) => reaches(run, marker));
    const before = closed.get(marker.form);
    if (next >= 0) {
      closeFrom(next + 1);
      open[next]?.markers.push(marker);
    } else if (marker.number === 1) {
      if (marker.opens && same >= 0) closeFrom(same);
      const run: Run = { form: marker.form, markers: [marker], runsOn: false };
      runs.push(run);
      open.push(run);
    } else if (same >= 0) {
      closeFrom(same + 1);
      open[same]?.markers.push(marker);
    } else if (
      before !== undefined &&
      (lastOf(before) === marker.number - 1 || before.runsOn || marker.form === '第一条')
    ) {
      // （一）（二） under 一、, then （三） under 二、: numbered through all sections. The articles of a law always are.
      before.runsOn = true;
      before.markers.push(marker);
      open.push(before);
    }
  }
  return runs.filter(({ markers }) => markers.length > 1).map((run) => listOf(article, run));
}

/** Outer before inner: as laws have it, then in the order of GB/T 9704—2012, 7.3.3. 一是 and 第一， stand at any depth. */
const RANKS: readonly MarkerForm[] = ['第一编', '第一章', '第一节', '第一条', '一、', '（一）', '1.', '（1）', '①'];

function innerForms(form: MarkerForm): readonly MarkerForm[] {
  return RANKS.includes(form) ? RANKS.slice(RANKS.indexOf(form) + 1) : [];
}

/** An enumeration is continued where paragraphs begin, or within its own paragraph. */
function reaches({ form, markers }: Run, marker: Placed): boolean {
  const last = markers.at(-1);
  if (form !== marker.form || last === undefined) return false;
  return last.block === marker.block || (marker.opens && (last.opens || last.block === marker.block - 1));
}

function lastOf({ markers }: Run): number {
  return markers.at(-1)?.number ?? 0;
}

function* markersOf({ folded, blocks }: Readable): Generator<Placed> {
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'code' || block.kind === 'cell') continue;
    yield* markersIn(folded.slice(block.span.start, block.span.end), block, i);
  }
}

function* markersIn(text: string, block: Block, index: number): Generator<Placed> {
  const place = (form: MarkerForm, at: number, length: number, printed: string): Placed => ({
    form,
    number: numberOf(printed),
    span: { start: block.span.start + at, end: block.span.start + at + length },
    block: index,
    opens: at === 0,
  });
  const head = text.slice(0, 12);
  for (const [form, pattern] of AT_START) {
    const match = pattern.exec(head);
    if (match === null) continue;
    yield place(form, 0, match[0].length, match[1] ?? '');
    break;
  }
  for (const match of text.matchAll(INLINE)) {
    const before = text.charAt(match.index - 1);
    if (match.index > 0 && !/[，。；：、！？”）:;,\s]/.test(before)) continue;
    const { paren, digit, circle, is, first } = match.groups ?? {};
    const form: MarkerForm = paren ? '（一）' : digit ? '（1）' : circle ? '①' : is ? '一是' : '第一，';
    yield place(form, match.index, match[0].length, paren ?? digit ?? circle ?? is ?? first ?? '');
  }
}

function numberOf(printed: string): number {
  const circle = printed.charCodeAt(0) - 0x2460;
  if (circle >= 0 && circle < 20) return circle + 1;
  return readNumeral(printed, 0)?.value.toNumber() ?? 0;
}

/** The words right before an enumeration that state how many follow: 抓好三项工作：一是…; 做法有三点：（一）… */
function headOf({ folded, blocks }: Readable, { span, block, opens }: Placed): CountHead | undefined {
  const own = blocks[opens ? block - 1 : block]?.span;
  if (own === undefined) return undefined;
  const words = folded.slice(Math.max(own.start, span.start - 80), opens ? own.end : span.start);
  const clause = /(?<words>[^。；，：！？]{2,40})(?<stop>[：:，。])\s*$/.exec(words);
  const stop = clause?.groups?.['stop'] ?? '';
  const printed = clause?.groups?.['words'] ?? '';
  if (clause === null || (opens && !/[：:]/.test(stop))) return undefined;
  const count = readCounts(printed).at(-1);
  if (count === undefined || !/^[\u4e00-\u9fff]{0,10}$/.test(printed.slice(count.counterEnd))) return undefined;
  // 三个方面的工作：一是…
  const rest = printed.slice(count.counterEnd);
  const isOfNoun = count.noun !== '' && /^的[\u4e00-\u9fff]{1,4}$/.test(printed.slice(count.end));
  if (!isOfNoun && /[的了在被将和与及对为等]/.test(rest)) return undefined;
  const start = (opens ? own.end : span.start) - clause[0].length + count.start;
  return {
    span: { start, end: start + count.end - count.start },
    numberSpan: { start, end: start + count.length },
    count: count.value,
    noun: count.noun,
    isSum: count.isSum,
    position: 'before',
  };
}

/** Each item runs from behind its marker to the end of its first sentence, or to the next marker. */
function listOf({ folded, blocks }: Readable, { markers }: Run): EnumeratedList {
  const items = markers.map(({ form, number, span, block }, i): ListItem => {
    const next = markers[i + 1]?.span.start ?? Infinity;
    const blockEnd = blocks[block]?.span.end ?? span.end;
    const rest = folded.slice(span.end, Math.min(blockEnd, next));
    const lead = /^[\s，,：:、]*/.exec(rest)?.[0].length ?? 0;
    const length = /[。；！？]|$/.exec(rest)?.index ?? rest.length;
    const item: Span = { start: span.end + Math.min(lead, length), end: span.end + length };
    return { span: item, text: folded.slice(item.start, item.end), marker: { form, number, span } };
  });
  const countsOn = markers.every(({ number }, i) => number === i + 1);
  const head = countsOn && markers[0] !== undefined ? headOf({ folded, blocks }, markers[0]) : undefined;
  return {
    form: 'numbered',
    span: { start: (head ?? markers[0])?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 },
    items,
    head,
    open: false,
    fewest: items.length,
    most: items.length,
  };
}
