import { diffArrays } from 'diff';
import type { Edit } from '../core/rule/rule.js';

/** The edits that make `after` of `before`, in order: by lines first, then by characters where lines changed. */
export function changesBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  for (const block of blocksOf(linesOf(before), linesOf(after)))
    for (const each of blocksOf([...block.old.join('')], [...block.fresh.join('')])) {
      const start = block.at + each.at;
      edits.push({ span: { start, end: start + each.old.join('').length }, newText: each.fresh.join('') });
    }
  return edits;
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

interface Block {
  /** In UTF-16 units of the old text. */
  readonly at: number;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

function blocksOf(before: readonly string[], after: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let old: string[] = [];
  let fresh: string[] = [];
  const close = (): void => {
    if (old.length + fresh.length > 0) blocks.push({ at: at - old.join('').length, old, fresh });
    old = [];
    fresh = [];
  };
  // Beyond that many differences they are one block: a text rewritten from end to end.
  const parts = diffArrays([...before], [...after], { maxEditLength: 2000 }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], added: true, removed: false },
  ];
  for (const { value, added, removed } of parts) {
    if (added) fresh.push(...value);
    else {
      at += value.join('').length;
      if (removed) old.push(...value);
      else {
        const kept = value.join('').length;
        at -= kept;
        close();
        at += kept;
      }
    }
  }
  close();
  return blocks;
}
