import { Trie } from '../entity/trie.js';
import type { Span } from '../text/span.js';
import type { PhraseRow } from './schema.js';

/** A near miss found in a text, with what should stand there. */
export interface PhraseHit {
  readonly span: Span;
  readonly row: PhraseRow;
  /** `row.right` with its groups filled in. */
  readonly right: string;
}

/** How far before its literal part a pattern may begin. */
const REACH = 24;

/** Finds the near misses of the phrase table in one pass: literals by a trie, patterns only where their literal part stands. */
export class PhraseIndex {
  readonly #trie: Trie<{ readonly row: PhraseRow; readonly pattern?: RegExp }[]>;

  constructor(rows: readonly PhraseRow[]) {
    const entries = new Map<string, { row: PhraseRow; pattern?: RegExp }[]>();
    for (const row of rows) {
      const anchors = row.match === 'literal' ? [row.wrong] : (anchorsOf(row.wrong) ?? []);
      const entry = row.match === 'literal' ? { row } : { row, pattern: new RegExp(row.wrong, 'g') };
      for (const anchor of new Set(anchors)) {
        const there = entries.get(anchor);
        if (there === undefined) entries.set(anchor, [entry]);
        else there.push(entry);
      }
    }
    this.#trie = new Trie(entries);
  }

  /** All near misses in order; where two overlap, the longer one. */
  find(text: string): readonly PhraseHit[] {
    const hits: PhraseHit[] = [];
    for (let at = 0; at < text.length; at++) {
      for (const { end, value } of this.#trie.allAt(text, at)) {
        for (const { row, pattern } of value) {
          const hit =
            pattern === undefined
              ? { span: { start: at, end }, row, right: row.right }
              : matchAround(text, { start: at, end }, row, pattern);
          if (hit !== undefined && !isRightAlready(text, hit)) hits.push(hit);
        }
      }
    }
    return withoutOverlaps(hits);
  }
}

/** The match of a pattern that covers its literal part at `anchor`. */
function matchAround(text: string, anchor: Span, row: PhraseRow, pattern: RegExp): PhraseHit | undefined {
  pattern.lastIndex = Math.max(text.lastIndexOf('\n', anchor.start) + 1, anchor.start - REACH);
  for (let match = pattern.exec(text); match !== null && match.index <= anchor.start; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= anchor.end) {
      const groups = match;
      return {
        span: { start: match.index, end },
        row,
        right: row.right.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? ''),
      };
    }
    if (end === match.index) pattern.lastIndex++;
  }
  return undefined;
}

/** True where the wrong form is but a part of the right one that stands there. */
function isRightAlready(text: string, { span, right }: PhraseHit): boolean {
  const within = right.indexOf(text.slice(span.start, span.end));
  return within >= 0 && text.startsWith(right, span.start - within);
}

function withoutOverlaps(hits: readonly PhraseHit[]): readonly PhraseHit[] {
  const kept: PhraseHit[] = [];
  for (const hit of [...hits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= hit.span.start) kept.push(hit);
    else if (hit.span.end - hit.span.start > last.span.end - last.span.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

/**
 * The literal parts of a pattern of which every match contains one: the longest run of plain characters of each branch.
 * Undefined where a branch has none: such a pattern could only be tried everywhere.
 */
export function anchorsOf(pattern: string): readonly string[] | undefined {
  const anchors = branchesOf(pattern).map(longestRun);
  return anchors.includes('') ? undefined : anchors;
}

/** Tokens of a pattern: a group, a class, an escape, an assertion or a single character, with its quantifier. */
const TOKEN =
  /\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)(?:[?*+]|\{[\d,]+\})?|\[(?:[^\]\\]|\\.)*\](?:[?*+]|\{[\d,]+\})?|\\.(?:[?*+]|\{[\d,]+\})?|.(?:[?*+]|\{[\d,]+\})?/gsu;

function branchesOf(pattern: string): string[] {
  const branches = [''];
  for (const [token] of pattern.matchAll(TOKEN)) {
    if (token === '|') branches.push('');
    else branches.push((branches.pop() ?? '') + token);
  }
  return branches;
}

function longestRun(branch: string): string {
  const runs = [''];
  for (const [token] of branch.matchAll(TOKEN)) {
    if (token.startsWith('(?')) continue;
    if (/^[\p{L}\p{N}“”、，：；（）《》]$/u.test(token)) runs.push((runs.pop() ?? '') + token);
    else runs.push('');
  }
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}
