/** Length of a shingle in characters. */
const SIZE = 3;

/** Punctuation and white space do not count when paragraphs are compared. */
const IGNORED = /[\s，。、；：！？“”‘’《》（）()·—…]/g;

/** A paragraph made ready for comparison. */
export interface Shingled {
  readonly text: string;
  readonly shingles: ReadonlySet<number>;
}

/** A text without punctuation and white space: what is compared. */
export function bare(text: string): string {
  return text.replace(IGNORED, '');
}

/** The character 3-grams of a text without its punctuation, each as a number of 30 bits: two of a page hardly ever share one. */
export function shingle(text: string): Shingled {
  const compared = bare(text);
  const shingles = new Set<number>();
  let [one, two] = [compared.charCodeAt(0), compared.charCodeAt(1)];
  for (let i = SIZE - 1; i < compared.length; i++) {
    const three = compared.charCodeAt(i);
    shingles.add(mixed(one, two, three));
    [one, two] = [two, three];
  }
  return { text: compared, shingles };
}

function mixed(one: number, two: number, three: number): number {
  const half = Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b);
  const whole = Math.imul((half ^ (half >>> 15)) + three, 0xc2b2ae35);
  return (whole ^ (whole >>> 13)) & 0x3fffffff;
}

/** How alike two paragraphs are. */
export interface Likeness {
  /** Shared shingles by all shingles of both (Jaccard). */
  readonly jaccard: number;
  /** Shared shingles by those of the shorter. */
  readonly containment: number;
}

/** Compares two paragraphs exactly. */
export function likeness(a: Shingled, b: Shingled): Likeness {
  const [small, large] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  let shared = 0;
  for (const each of small) if (large.has(each)) shared++;
  return {
    jaccard: shared / (a.shingles.size + b.shingles.size - shared || 1),
    containment: shared / (small.size || 1),
  };
}

/**
 * Pairs of paragraphs, [later, earlier], that share many shingles: candidates for `likeness`. An index of one shingle in four by
 * value finds them without comparing all with all; shingles that stand in many paragraphs tell nothing and are left out.
 */
export function candidates(paragraphs: readonly Shingled[]): readonly (readonly [number, number])[] {
  const COMMON = 12;
  const owners = new Map<number, number[]>();
  for (const [i, { shingles }] of paragraphs.entries()) {
    for (const each of shingles) {
      if (!isSampled(each)) continue;
      const list = owners.get(each);
      if (list === undefined) owners.set(each, [i]);
      else list.push(i);
    }
  }
  const shared = new Map<number, Map<number, number>>();
  for (const list of owners.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (const [k, later] of list.entries()) {
      for (const earlier of list.slice(0, k)) {
        const row = shared.get(later) ?? new Map<number, number>();
        row.set(earlier, (row.get(earlier) ?? 0) + 1);
        shared.set(later, row);
      }
    }
  }
  const pairs: [number, number][] = [];
  for (const [later, row] of shared) for (const [earlier, count] of row) if (count >= 2) pairs.push([later, earlier]);
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** One shingle in four, chosen by its characters alone, so that equal texts choose equally. */
function isSampled(shingle: number): boolean {
  return (shingle & 3) === 0;
}
