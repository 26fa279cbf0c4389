import type { FigureMention } from '../mention.js';
import { Evidence } from './evidence.js';
import type { ReadPage } from './evidence.js';
import { rounded, valueOf, valuesOf } from './figure.js';
import type { Reading } from './figure.js';
import { exactly } from './interval.js';
import { slipsOf } from './slip.js';
import type { Repair, SlipKind } from './slip.js';

/** Tells whether a relation between figures holds, read so, by some choice inside the intervals. */
export type Relation = (read: Reading) => boolean;

/** Why a relation may fail. */
export interface Diagnosis {
  /** The most probable single slip; undefined if none explains the failure. */
  readonly best: Repair | undefined;
  /** True if nothing else is as probable: the wrong figure can be told. */
  readonly isSole: boolean;
  /** The best and what is as probable, one for each figure. */
  readonly repairs: readonly Repair[];
}

/** The likelier kind first. Of swaps and lost points a figure allows few, so that one that fits is seldom chance; of digits, many. */
const LIKELIHOOD: Readonly<Record<SlipKind, number>> = {
  separator: 0,
  sign: 1,
  direction: 1,
  unit: 2,
  swap: 3,
  point: 4,
  digit: 5,
  multiplier: 6,
  double: 7,
  length: 8,
};

/** Digits that look alike or lie side by side. */
const ALIKE = new Set(['17', '71', '38', '83', '69', '96', '06', '60', '56', '65', '35', '53', '08', '80', '68', '86']);

/** What the search may suppose besides the figures. */
export interface Suspicion {
  /** The figure to blame where nothing tells: the total of a sum, the rate of a growth. */
  readonly suspect?: FigureMention;
  /** What else must hold of the mended figures: other figures that lean on them. */
  readonly also?: Relation;
  /** Slips outside the digits that the caller knows to mend the relation: a sign, a word of direction. */
  readonly extras?: readonly Repair[];
}

/** True if the relation holds for all that the figures can mean. */
export function agrees(relation: Relation): boolean {
  return relation(valuesOf);
}

/**
 * Searches the one slip that explains why a relation between figures fails: a separator or point, a digit, two digits swapped, a
 * power of ten, 万 or 亿, or what `extras` hold. A slip is the more probable the fewer of its kind a figure allows; a value that the
 * page prints elsewhere is more probable than any other, and a figure that it repeats is hardly wrong.
 */
export function diagnose(
  page: ReadPage,
  figures: readonly FigureMention[],
  relation: Relation,
  { suspect, also = () => true, extras = [] }: Suspicion = {},
): Diagnosis {
  const evidence = new Evidence(page, figures);
  const weighed = [
    ...figures.flatMap((figure) => slipsOf(figure, page, groupsLike(figures, page, evidence))),
    ...extras,
  ]
    .filter((repair) => extras.includes(repair) || (relation(readingOf(repair)) && also(readingOf(repair))))
    .map((repair) => ({ repair, weight: weigh(repair, relation, evidence, suspect) }))
    .sort((a, b) => compare(a.weight, b.weight));
  const [first] = weighed;
  if (first === undefined) return { best: undefined, isSole: false, repairs: [] };
  // Only what is known counts for certainty, not the convention whom to blame.
  const rivals = weighed
    .filter(({ weight }) => compare(known(weight), known(first.weight)) === 0)
    .map(({ repair }) => repair);
  const repairs = rivals.filter(({ figure }, i) => rivals.findIndex((other) => other.figure === figure) === i);
  return { best: first.repair, isSole: rivals.length === 1, repairs };
}

/** The reading in which one figure is mended and the others mean what they print. */
export function readingOf({ figure, interval }: Repair): Reading {
  return (each) => (each === figure ? interval : rounded(each));
}

/** What makes a repair less probable, gravest first; those behind the known ones only order equals. */
type Weight = readonly number[];
const KNOWN = 2;

function weigh(repair: Repair, relation: Relation, evidence: Evidence, suspect: FigureMention | undefined): Weight {
  const { figure, kind, value } = repair;
  const restated = evidence.restates(value, figure) ? -1 : 0;
  const trusted = evidence.restates(valueOf(figure), figure) ? 1 : 0;
  const isExact = relation((each) => exactly(each === figure ? value : valueOf(each)));
  return [
    restated + trusted,
    // A print unlike those around it, or a sum that then holds by rounding only, is less likely than the next kinds.
    LIKELIHOOD[kind] - 1.5 * evidence.suits(repair) + (isExact ? 0 : 2.5),
    suspect === undefined || figure === suspect ? 0 : 1,
    ...(kind === 'digit' ? [looksAlike(repair) ? 0 : 1] : [0]),
  ];
}

function known(weight: Weight): Weight {
  return weight.slice(0, KNOWN);
}

function compare(a: Weight, b: Weight): number {
  for (const [i, one] of a.entries()) {
    const difference = one - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 3 for 8, 1 for 7. */
function looksAlike({ wrong, right }: Repair): boolean {
  for (let i = 0; i < wrong.length; i++)
    if (wrong[i] !== right[i]) return ALIKE.has((wrong[i] ?? '') + (right[i] ?? ''));
  return false;
}

/** The figures of the relation tell first whether numbers are grouped, then those around. */
function groupsLike(
  figures: readonly FigureMention[],
  { folded }: ReadPage,
  evidence: Evidence,
): (digits: number) => boolean {
  const isGrouped = figures.some(({ numeral: { span } }) => /\d,\d{3}/.test(folded.slice(span.start, span.end)));
  return isGrouped ? () => true : evidence.groups;
}
