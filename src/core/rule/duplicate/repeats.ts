import type { AnalysedArticle, Block } from '../../article.js';
import type { Mention } from '../../mention.js';
import { isTime, paragraphsOf } from './paragraph.js';
import type { Paragraph } from './paragraph.js';
import { candidates, likeness, shingle } from './shingles.js';
import type { Likeness } from './shingles.js';

/** Shared by so much, two paragraphs are one with changes: shingles of both, or of the shorter one that stands inside the other. */
const NEARLY = 0.6;
const INSIDE = { containment: 0.9, jaccard: 0.3 };

/** Two numbered paragraphs with numbers of their own were written apart; only this much makes them one. */
const NUMBERED_APART = 0.9;

/** Two paragraphs that say the same about other amounts must share this much of all else. */
const SAME_FRAME = 0.85;

/** So many labels of a kind (计算方法：…) make a table of entries. */
const ENTRIES = 3;

/** A law of this many articles repeats its own wording on purpose. */
const STATUTE = 5;

/** A paragraph that stands in the article twice. */
export interface Repeat {
  readonly later: Paragraph;
  readonly earlier: Paragraph;
  readonly alike: Likeness;
  /** The figures that differ between the two, [later, earlier]; empty if the wording alone differs, or nothing does. */
  readonly figures: readonly (readonly [Mention, Mention])[];
}

/** Built once an article, for the rules that read it. No result depends on it. */
const known = new WeakMap<readonly Block[], readonly Repeat[]>();

/** The repeated paragraphs of an article, each later one with the first it repeats. Linear but for paragraphs that are alike. */
export function repeatsOf(article: AnalysedArticle): readonly Repeat[] {
  const before = known.get(article.blocks);
  if (before !== undefined) return before;
  const paragraphs = paragraphsOf(article);
  const entries = labelsOf(paragraphs);
  const isStatute = paragraphs.filter(({ marker }) => /^第.+条$/.test(marker)).length >= STATUTE;
  const repeats: Repeat[] = [];
  const told = new Set<Paragraph>();
  for (const [i, k] of candidates(paragraphs)) {
    const [later, earlier] = [paragraphs[i], paragraphs[k]];
    if (later === undefined || earlier === undefined || told.has(later)) continue;
    const repeat = compare(article, later, earlier);
    if (repeat === undefined) continue;
    const isEntry = later.label !== '' && later.label === earlier.label && (entries.get(later.label) ?? 0) >= ENTRIES;
    const isProvision = isStatute && (later.marker === '' || later.marker !== earlier.marker);
    if (later.text !== earlier.text && (isProvision || isEntry)) continue;
    told.add(later);
    repeats.push(repeat);
  }
  known.set(article.blocks, repeats);
  return repeats;
}

function labelsOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  for (const { label } of paragraphs) labels.set(label, (labels.get(label) ?? 0) + 1);
  return labels;
}

/** What two paragraphs have in common, if the one repeats the other; undefined if they were written apart. */
function compare(article: AnalysedArticle, later: Paragraph, earlier: Paragraph): Repeat | undefined {
  const alike = likeness(later, earlier);
  if (later.text === earlier.text) return { later, earlier, alike, figures: [] };
  if (later.part !== earlier.part && alike.jaccard < NUMBERED_APART) return undefined;
  const numberedApart = later.marker !== earlier.marker && later.marker !== '' && earlier.marker !== '';
  if (numberedApart && alike.jaccard < NUMBERED_APART) return undefined;
  if (namesPart(later, earlier) && alike.jaccard < NUMBERED_APART) return undefined;
  if (later.figures.length === earlier.figures.length && hasSameFrame(later, earlier)) {
    const figures = partings(article.folded, later, article.folded, earlier);
    if (figures === 'parallel') return undefined;
    if (figures.length > 0)
      return numberedApart || namesPart(later, earlier) ? undefined : { later, earlier, alike, figures };
  }
  const { jaccard, containment } = alike;
  const repeated = jaccard >= NEARLY || (containment >= INSIDE.containment && jaccard >= INSIDE.jaccard);
  return repeated ? { later, earlier, alike, figures: [] } : undefined;
}

function hasSameFrame({ frame: a }: Paragraph, { frame: b }: Paragraph): boolean {
  return a === b || likeness(shingle(a), shingle(b)).jaccard >= SAME_FRAME;
}

/** Each names someone or some place that the other does not: two entries of one form. */
function namesPart(a: Paragraph, b: Paragraph): boolean {
  const [here, there] = [new Set(a.names), new Set(b.names)];
  return a.names.some((name) => !there.has(name)) && b.names.some((name) => !here.has(name));
}

/**
 * The figures that differ between two paragraphs of as many figures. 'parallel' where a time and an amount differ (a comparison of
 * years), where most of them do, or where they are of different kinds: entries of one form.
 */
export function partings(
  laterText: string,
  later: Paragraph,
  earlierText: string,
  earlier: Paragraph,
): readonly (readonly [Mention, Mention])[] | 'parallel' {
  const pairs: [Mention, Mention][] = [];
  for (const [i, here] of later.figures.entries()) {
    const there = earlier.figures[i];
    if (there === undefined) return 'parallel';
    const [a, b] = [here, there].map(({ span }, k) => (k === 0 ? laterText : earlierText).slice(span.start, span.end));
    if (a === b) continue;
    if (isTime(here) !== isTime(there)) return 'parallel';
    pairs.push([here, there]);
  }
  const times = pairs.filter(([here]) => isTime(here)).length;
  if (times > 0 && times < pairs.length) return 'parallel';
  return pairs.length > Math.max(1, later.figures.length / 2) ? 'parallel' : pairs;
}
