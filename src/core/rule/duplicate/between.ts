import { candidates, likeness, shingle } from './shingles.js';

/** Shorter paragraphs stand in several files for good reasons. UTF-16 code units. */
export const LONG_PARAGRAPH = 60;

/** From when on two paragraphs are the same with small changes, or one stands whole in the other. */
const LIKE = 0.6;
const WHOLE = 0.85;

/** A paragraph by its file and its place among the file's paragraphs, both from 0. */
export interface ParagraphPlace {
  readonly file: number;
  readonly paragraph: number;
}

/** The same paragraph, or nearly the same, in two files. */
export interface SharedParagraph {
  readonly later: ParagraphPlace;
  readonly earlier: ParagraphPlace;
  /** How much of both is shared, from 0 to 1. */
  readonly jaccard: number;
}

/**
 * Paragraphs that stand in more than one file, by an index over their shingles: not all are compared with all. A paragraph of many files (a set
 * phrase) is left out.
 * @param files the paragraphs of each file, long ones only.
 */
export function sharedParagraphs(files: readonly (readonly string[])[]): readonly SharedParagraph[] {
  const places = files.flatMap((paragraphs, file) => paragraphs.map((text, paragraph) => ({ file, paragraph, text })));
  const shingled = places.map(({ text }) => shingle(text));
  return candidates(shingled).flatMap(([i, k]) => {
    const [later, earlier, a, b] = [places[i], places[k], shingled[i], shingled[k]];
    if (later === undefined || earlier === undefined || a === undefined || b === undefined) return [];
    if (later.file === earlier.file) return [];
    const alike = likeness(a, b);
    return alike.jaccard >= LIKE || alike.containment >= WHOLE ? [{ later, earlier, jaccard: alike.jaccard }] : [];
  });
}
