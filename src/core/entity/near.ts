import type { Span } from '../text/span.js';
import { Trie } from './trie.js';

/** A place where a name stands with one slip: two characters swapped, one left out, one put for another. */
export interface NearMiss {
  readonly span: Span;
  readonly name: string;
  readonly slip: 'swap' | 'drop' | 'replace';
  /** Which character of the name is concerned; of two that are swapped the first. */
  readonly index: number;
}

/** A part of a name that a slip elsewhere leaves whole: `offset` is its place in the name. */
interface Part {
  readonly name: string;
  readonly offset: number;
}

/**
 * Finds names of three characters and more with one slip in them. A slip leaves at least one half of a name whole, so one pass with the
 * halves finds them all. Characters left out at an end are no slip: what is left is a word. Built once for its names.
 */
export class NearFinder {
  readonly #parts: Trie<readonly Part[]>;

  constructor(names: Iterable<string>) {
    const parts = new Map<string, Part[]>();
    const add = (key: string, part: Part): void => {
      const known = parts.get(key);
      if (known === undefined) parts.set(key, [part]);
      else known.push(part);
    };
    for (const name of new Set(names)) {
      if (name.length < 3) continue;
      const middle = name.length >> 1;
      add(name.slice(0, middle), { name, offset: 0 });
      add(name.slice(middle), { name, offset: middle });
      // The swap of the two characters at the middle touches both halves.
      const swapped = swap(name, middle - 1);
      if (swapped !== name) add(swapped, { name, offset: -1 });
    }
    this.#parts = new Trie(parts);
  }

  /** All places in `text` that are one slip away from a name, by start, the longer first. */
  find(text: string): readonly NearMiss[] {
    const found = new Map<string, NearMiss>();
    for (let at = 0; at < text.length; at++)
      for (const { value } of this.#parts.allAt(text, at))
        for (const { name, offset } of value) {
          const miss = offset < 0 ? middleSwap(name, at) : missAround(text, at, name, offset);
          if (miss !== undefined) found.set(`${miss.span.start} ${miss.span.end} ${name}`, miss);
        }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }
}

function swap(name: string, index: number): string {
  return name.slice(0, index) + name.charAt(index + 1) + name.charAt(index) + name.slice(index + 2);
}

function middleSwap(name: string, at: number): NearMiss {
  return { span: { start: at, end: at + name.length }, name, slip: 'swap', index: (name.length >> 1) - 1 };
}

/** The slip in the other half of a name whose half stands at `at`; undefined if there is none, or more than one. */
function missAround(text: string, at: number, name: string, offset: number): NearMiss | undefined {
  const middle = name.length >> 1;
  const [from, to] = offset === 0 ? [middle, name.length] : [0, middle];
  const start = at - offset;
  // The first character that differs, read forwards from the start of the half.
  let first = from;
  while (first < to && matches(text, start + first, name, first)) first++;
  if (first === to) return undefined;
  const span = { start, end: start + name.length };
  if (start >= 0 && span.end <= text.length) {
    if (rest(text, start + first + 1, name, first + 1, to)) return { span, name, slip: 'replace', index: first };
    const swapped =
      first + 1 < to &&
      matches(text, start + first, name, first + 1) &&
      matches(text, start + first + 1, name, first) &&
      rest(text, start + first + 2, name, first + 2, to);
    if (swapped) return { span, name, slip: 'swap', index: first };
  }
  return offset === 0 ? dropBehind(text, start, name, first) : dropBefore(text, start, name);
}

function matches(text: string, at: number, name: string, index: number): boolean {
  return text.charCodeAt(at) === name.charCodeAt(index);
}

/** True if the characters `index` to `to` of the name stand at `at`. */
function rest(text: string, at: number, name: string, index: number, to: number): boolean {
  for (let i = index; i < to; i++) if (!matches(text, at + i - index, name, i)) return false;
  return true;
}

/** A character of the second half left out: the rest stands one place further to the left. */
function dropBehind(text: string, start: number, name: string, index: number): NearMiss | undefined {
  if (index === name.length - 1 || !rest(text, start + index, name, index + 1, name.length)) return undefined;
  return { span: { start, end: start + name.length - 1 }, name, slip: 'drop', index };
}

/** A character of the first half left out: what is before it stands one place further to the right. */
function dropBefore(text: string, start: number, name: string): NearMiss | undefined {
  const middle = name.length >> 1;
  let index = 0;
  while (index < middle - 1 && matches(text, start + 1 + index, name, index)) index++;
  if (index === 0 || !rest(text, start + 1 + index, name, index + 1, middle)) return undefined;
  return { span: { start: start + 1, end: start + name.length }, name, slip: 'drop', index };
}
