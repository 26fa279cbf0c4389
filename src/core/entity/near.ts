import { Trie } from './trie.js';
import type { Span } from '../text/span.js';

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
 * All places in `text` that are one slip away from one of `names` (of three characters and more), in order of their start. A slip leaves
 * at least one half of the name whole, so one pass with the halves finds them all. Characters left out at an end are no slip: what is
 * left is a word.
 */
export function nearMisses(text: string, names: Iterable<string>): readonly NearMiss[] {
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
  const trie = new Trie(parts);
  const found = new Map<string, NearMiss>();
  for (let at = 0; at < text.length; at++)
    for (const { value } of trie.allAt(text, at))
      for (const { name, offset } of value) {
        const miss = offset < 0 ? middleSwap(name, at) : missAround(text, at, name, offset);
        if (miss !== undefined) found.set(`${miss.span.start} ${miss.span.end} ${name}`, miss);
      }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
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
  const head = offset === 0;
  const half = head ? name.slice(middle) : name.slice(0, middle);
  const base = head ? middle : 0;
  const start = at - offset;
  const place = start + base;
  if (start >= 0 && place + half.length <= text.length) {
    const printed = text.slice(place, place + half.length);
    if (printed === half) return undefined;
    const first = firstDifference(half, printed);
    const span = { start, end: start + name.length };
    if (half.slice(first + 1) === printed.slice(first + 1)) return { span, name, slip: 'replace', index: base + first };
    if (first + 1 < half.length && swap(half, first) === printed)
      return { span, name, slip: 'swap', index: base + first };
  }
  // One character fewer: behind a whole head the text ends earlier, before a whole tail it begins later.
  const shorter = head ? text.slice(place, place + half.length - 1) : text.slice(start + 1, at);
  if (shorter.length !== half.length - 1 || start + 1 < 0) return undefined;
  const first = firstDifference(half, shorter);
  const index = base + first;
  if (half.slice(first + 1) !== shorter.slice(first) || index === 0 || index === name.length - 1) return undefined;
  const span = head ? { start, end: start + name.length - 1 } : { start: start + 1, end: start + name.length };
  return { span, name, slip: 'drop', index };
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < b.length && a.charAt(index) === b.charAt(index)) index++;
  return index;
}
