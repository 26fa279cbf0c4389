import { say } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { LONGEST, nextTerm, remarkEnd, remarkStart, termEnd, termStart, titleEnd, titleStart } from './mark-places.js';

/** The other half of each mark. */
export const PARTNER: Readonly<Record<string, string>> = Object.fromEntries(
  ['《》', '“”', '（）', '()', '〔〕', '【】', '「」'].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
);

/** A lone mark and the paragraph it stands in. */
interface Lone {
  readonly at: number;
  readonly mark: string;
  readonly block: Span;
}

/** Finds where the missing half of a mark most probably stood: around the same words as elsewhere in the article, else where a title, term or remark begins or ends. */
export class PartnerFinder {
  readonly #text: string;
  readonly #names = new Map<string, Names>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The fix that puts in the other half of a lone mark, or none where nothing tells its place. */
  fixes(lone: Lone, isOpen: boolean): readonly Fix[] {
    const [open, close] = isOpen ? [lone.mark, PARTNER[lone.mark] ?? ''] : [PARTNER[lone.mark] ?? '', lone.mark];
    const names = this.#names.get(open) ?? new Names(namesBetween(this.#text, open, close));
    this.#names.set(open, names);
    return addPartner(this.#text, lone, isOpen, names);
  }
}

/** The names that stand between marks of a kind, found by the two characters they begin or end with. */
class Names {
  readonly #byHead = new Map<string, string[]>();
  readonly #byTail = new Map<string, string[]>();

  /** @param names of two characters or more; the answers keep their order. */
  constructor(names: readonly string[]) {
    for (const name of names) {
      add(this.#byHead, name.slice(0, 2), name);
      add(this.#byTail, name.slice(-2), name);
    }
  }

  beginningAs(head: string): readonly string[] {
    return this.#byHead.get(head) ?? [];
  }

  endingAs(tail: string): readonly string[] {
    return this.#byTail.get(tail) ?? [];
  }
}

function add(index: Map<string, string[]>, key: string, name: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [name]);
  else known.push(name);
}

function addPartner(text: string, lone: Lone, isOpen: boolean, names: Names): readonly Fix[] {
  const { at, mark } = lone;
  const partner = PARTNER[mark] ?? '';
  const place = isOpen ? endFor(text, lone, names) : startFor(text, lone, names);
  if (place === undefined) return [];
  const whole = isOpen ? text.slice(at, place) + partner : partner + text.slice(place, at + 1);
  const shown = whole.length > LONGEST ? `${whole.slice(0, 10)}……${whole.slice(-10)}` : whole;
  const span: Span = { start: place, end: place };
  return [{ title: say`补上“${partner}”，作${shown}`, kind: 'suggestion', edits: [{ span, newText: partner }] }];
}

/** What shows that a title is longer than the known one it begins like. */
const GOES_ON = /^(?:实施|修正|暂行|管理|草案)/;

/** Where the part that an opening mark begins ends. */
function endFor(text: string, { at, mark, block }: Lone, names: Names): number | undefined {
  // 环境保护税法 stands elsewhere, but here 环境保护税法实施条例.
  const known = names
    .beginningAs(text.slice(at + 1, at + 3))
    .find(
      (name) =>
        text.startsWith(name, at + 1) &&
        !(mark === '《' && GOES_ON.test(text.slice(at + 1 + name.length, at + 3 + name.length))),
    );
  if (known !== undefined) return at + 1 + known.length;
  const next = text.indexOf(mark, at + 1);
  const rest = text.slice(at + 1, Math.min(block.end, next < 0 ? block.end : next));
  const isFirst = at === block.start || /[。；！？]/.test(text.charAt(at - 1));
  // （5）改进: the number of an item.
  const number = isFirst && /[（(]/.test(mark) ? /^\d{1,2}(?=\p{Script=Han})/u.exec(rest)?.[0] : undefined;
  if (number !== undefined) return at + 1 + number.length;
  const length =
    mark === '《'
      ? titleEnd(isNextTo(rest, next) ? rest.slice(0, -1) : rest)
      : mark === '“'
        ? termEnd(rest, text.slice(Math.max(0, at - 3), at), nextTerm(text, next, block))
        : /[（(]/.test(mark)
          ? remarkEnd(
              uptoClosing(rest),
              text.slice(Math.max(block.start, at - 8), at),
              isFirst && at + 1 + rest.length === block.end,
            )
          : rest.search(STOP);
  return length === undefined || length <= 0 ? undefined : at + 1 + length;
}

/** 《诉讼要素表和《抗辩表》: the first title ends before the word that joins them. */
function isNextTo(rest: string, next: number): boolean {
  return next >= 0 && /[和与及或、]$/.test(rest);
}

/** What stands before the end of a title or quotation around the remark. */
function uptoClosing(rest: string): string {
  const end = /[》”]/.exec(rest)?.index;
  return end === undefined || /[《“]/.test(rest.slice(0, end)) ? rest : rest.slice(0, end);
}

/** Where the part that a closing mark ends begins. */
function startFor(text: string, { at, mark, block }: Lone, names: Names): number | undefined {
  const known = names.endingAs(text.slice(Math.max(0, at - 2), at)).find((name) => text.endsWith(name, at));
  if (known !== undefined) return at - known.length;
  const last = text.lastIndexOf(mark, at - 1);
  const from = Math.max(block.start, last + 1);
  const rest = text.slice(from, at);
  const start =
    mark === '》'
      ? titleStart(rest)
      : mark === '”'
        ? termStart(rest)
        : /[）)]/.test(mark)
          ? remarkStart(rest, at + 1 === block.end)
          : undefined;
  return start === undefined || start >= rest.length ? undefined : from + start;
}

const STOP = /[，。；：、！？\n]|$/;

/** What stands between marks of this kind in the article, the longest first. */
function namesBetween(text: string, open: string, close: string): string[] {
  const names = new Set<string>();
  let end = -1;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    // Many marks that nothing closes have the next closing one in common.
    if (end < start) end = text.indexOf(close, start);
    if (end < 0) break;
    const inner = text.slice(start + 1, end);
    if (inner.length > 1 && inner.length < LONGEST && !inner.includes(open) && !inner.includes('\n')) names.add(inner);
  }
  return [...names].sort((a, b) => b.length - a.length);
}
