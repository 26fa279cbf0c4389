import type { FigureMention, Mention, RangeMention, RegionMention } from '../mention.js';
import type { Span } from '../text/span.js';

type Figure = FigureMention | RangeMention;

/** What each figure behind 分别 is of: one of the places, or one of the things, named before it. */
export interface Respective {
  readonly place?: RegionMention;
  /** The thing, as it stands in the text: 死亡人数 in 起数和死亡人数分别下降49.9%、45%. */
  readonly thing?: Span;
  /** The first figure of the row, which tells what kind all are. */
  readonly first: Figure;
  /** Which of how many it is: with nothing named, the row takes up the figures just before it (A 4公里，B 2公里，分别增长5%、8%). */
  readonly index: number;
  readonly count: number;
}

const JOINT = /^(?:、|和|及|以及|与)$/;
const BETWEEN_FIGURES = /^(?:、|和|及|以及|与)(?:约|超|近)?$/;

/** A、B、C分别为x、y和z: pairs the figures of a sentence with what is named before 分别, as many of the one as of the other. */
export function respectively(
  text: string,
  sentence: Span,
  inside: readonly Mention[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, Respective> {
  const pairs = new Map<Figure, Respective>();
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(/分别/g)) {
    const at = sentence.start + match.index;
    const values = valuesBehind(text, at, figures);
    const [first] = values;
    if (first === undefined || values.length < 2) continue;
    const places = placesBefore(text, at, inside);
    const things = places.length === values.length ? [] : thingsBefore(text, sentence.start, at, values.length);
    for (const [i, figure] of values.entries()) {
      const place = places.length === values.length ? places[i] : undefined;
      const thing = things[i];
      pairs.set(figure, {
        first,
        index: i,
        count: values.length,
        ...(place === undefined ? {} : { place }),
        ...(thing === undefined ? {} : { thing }),
      });
    }
  }
  return pairs;
}

/** The row of figures that follows, up to the first that something other than 、 or 和 parts from the one before. */
function valuesBehind(text: string, at: number, figures: readonly Figure[]): readonly Figure[] {
  const values: Figure[] = [];
  for (const figure of figures) {
    if (figure.span.start < at) continue;
    const last = values.at(-1);
    if (
      last === undefined
        ? figure.span.start - at > 24
        : !BETWEEN_FIGURES.test(text.slice(last.span.end, figure.span.start))
    )
      break;
    values.push(figure);
  }
  return values;
}

function placesBefore(text: string, at: number, inside: readonly Mention[]): readonly RegionMention[] {
  const run: RegionMention[] = [];
  for (const place of inside.filter((mention) => mention.kind === 'region').reverse()) {
    if (place.span.end > at) continue;
    const next = run[0];
    const gap = text.slice(place.span.end, next?.span.start ?? at);
    if (next === undefined ? gap.length > 30 : !JOINT.test(gap)) break;
    run.unshift(place);
  }
  return run;
}

/** The last `count` things named in the clause before 分别, parted by 、 and one 和. */
function thingsBefore(text: string, from: number, at: number, count: number): readonly Span[] {
  const clause = /[^，。；：！？\n]*$/.exec(text.slice(from, at))?.[0] ?? '';
  const start = at - clause.length;
  const parts: Span[] = [];
  let begin = start;
  for (const joint of clause.matchAll(/、|以及|(?<![普涉波触危])及|[和与](?!谐|平)/g)) {
    parts.push({ start: begin, end: start + joint.index });
    begin = start + joint.index + joint[0].length;
  }
  const last = /[均都也各]+$/.exec(text.slice(begin, at))?.[0].length ?? 0;
  parts.push({ start: begin, end: at - last });
  return parts.length === count && parts.every((part) => part.end - part.start >= 2) ? parts : [];
}
