import type { Message } from '../core/message.js';
import type { Edit } from '../core/rule/rule.js';
import { openWord, type EndPiece, type Manuscript, type MarkPiece, type Piece, type TextPiece } from './manuscript.js';
import { pack } from './package.js';
import {
  attribute,
  child,
  children,
  create,
  holdable,
  isWord,
  serialize,
  type XmlElement,
  type XmlNode,
} from './xml.js';

/** A .docx with edits made, and those that its structure does not allow (an end of a table cell cannot be deleted). */
export interface Edited {
  readonly bytes: Uint8Array;
  readonly refused: readonly Edit[];
}

/**
 * Makes edits in a .docx and leaves all else as it is: what is typed takes the format of the place, and characters an edit does not change are not
 * touched. Where the end of a paragraph is deleted, the two become one.
 * @param edits in spans of `openWord`'s text, in order, without overlap.
 * @returns a sentence that says why, where the file cannot be read.
 */
export function editWord(bytes: Uint8Array, edits: readonly Edit[]): Edited | Message {
  const opened = openWord(bytes);
  if ('template' in opened) return opened;
  const editor = new Editor(opened);
  const refused = edits.filter((edit) => !editor.make(edit));
  editor.finish();
  return { bytes: write(opened), refused };
}

/** The .docx with its parts as they stand now. */
export function write(
  { package: { parts }, documents }: Manuscript,
  more: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const changed = new Map([...documents].map(([name, document]) => [name, serialize(document)]));
  return pack(new Map([...parts, ...changed, ...more]));
}

/** The place of the piece that holds an offset: the first that ends behind it. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && piece.start + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A change inside one `w:t`: offsets in its shown text. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

class Editor {
  readonly #manuscript: Manuscript;
  readonly #changes = new Map<TextPiece, Change[]>();
  readonly #gone: XmlElement[] = [];
  readonly #merged: EndPiece[] = [];
  readonly #typed: (() => void)[] = [];

  constructor(manuscript: Manuscript) {
    this.#manuscript = manuscript;
  }

  /** Notes an edit; false if the structure does not allow it. Nothing is changed before `finish`. */
  make(edit: Edit): boolean {
    const { start, end, newText } = this.#narrowed(edit);
    if (start === end && newText === '') return true;
    const { pieces } = this.#manuscript;
    const first = pieceAt(pieces, start);
    const touched: Piece[] = [];
    for (let i = first; i < pieces.length; i++) {
      const piece = pieces[i];
      if (piece === undefined || piece.start >= end) break;
      touched.push(piece);
    }
    if (touched.some((piece) => piece.kind === 'gap' || (piece.kind === 'end' && !canMerge(piece)))) return false;
    const host = newText === '' ? undefined : this.#hostOf(start, touched);
    if (newText !== '' && host === undefined) {
      const typed = this.#typing(start, newText);
      if (typed === undefined) return false;
      this.#typed.push(typed);
    }
    for (const piece of touched) {
      if (piece.kind === 'mark') this.#gone.push(piece.element);
      else if (piece.kind === 'end') this.#merged.push(piece);
      else if (piece.kind === 'text')
        this.#change(
          piece,
          Math.max(start, piece.start),
          Math.min(end, piece.start + piece.length),
          piece === host ? newText : '',
        );
    }
    if (host !== undefined && !touched.includes(host)) {
      const at = Math.min(Math.max(start, host.start), host.start + host.length);
      this.#change(host, at, at, newText);
    }
    return true;
  }

  /** Makes what was noted. */
  finish(): void {
    for (const [piece, changes] of this.#changes) rewrite(piece, changes);
    for (const typed of this.#typed) typed();
    for (const element of this.#gone) element.parentNode?.removeChild(element);
    const became = new Map<XmlElement, XmlElement>();
    for (const { before, after } of this.#merged.reverse()) {
      const second = became.get(after) ?? after;
      became.set(before, merge(before, second));
    }
  }

  /** The edit without what it leaves as it is at either end, so that those characters keep their format. */
  #narrowed({ span, newText }: Edit): { start: number; end: number; newText: string } {
    const old = this.#manuscript.text.slice(span.start, span.end);
    const most = Math.min(old.length, newText.length);
    let head = 0;
    while (head < most && old[head] === newText[head]) head++;
    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
    return { start: span.start + head, end: span.end - tail, newText: newText.slice(head, newText.length - tail) };
  }

  /** The `w:t` that takes new text: the first one changed, else the one before, else the one behind; undefined in an empty paragraph. */
  #hostOf(start: number, touched: readonly Piece[]): TextPiece | undefined {
    const changed = touched.find((piece) => piece.kind === 'text');
    if (changed !== undefined) return changed;
    const { pieces } = this.#manuscript;
    const before = pieces[pieceAt(pieces, start - 1)];
    if (before?.kind === 'text' && start > 0) return before;
    const behind = pieces.find((piece, i) => i >= pieceAt(pieces, start) && !touched.includes(piece));
    return behind?.kind === 'text' ? behind : undefined;
  }

  /** How to type where no text stands: beside a tab or line break, else into the empty paragraph. */
  #typing(start: number, text: string): (() => void) | undefined {
    const { pieces, paragraphs } = this.#manuscript;
    const holderBeside =
      ({ element }: MarkPiece, next: XmlNode | null) =>
      (): void => {
        const holder = create(element, 't');
        element.parentNode?.insertBefore(holder, next);
        fill(holder, text);
      };
    const behind = pieces[pieceAt(pieces, start)];
    if (behind?.kind === 'mark') return holderBeside(behind, behind.element);
    const before = start === 0 ? undefined : pieces[pieceAt(pieces, start - 1)];
    if (before?.kind === 'mark') return holderBeside(before, before.element.nextSibling);
    const paragraph = paragraphs.find((each) => each.start <= start && start <= each.end);
    if (paragraph === undefined) return undefined;
    return () => {
      type(paragraph.element, text);
    };
  }

  #change(piece: TextPiece, from: number, to: number, text: string): void {
    const changes = this.#changes.get(piece) ?? [];
    changes.push({ from: from - piece.start, to: to - piece.start, text });
    this.#changes.set(piece, changes);
  }
}

/** Two paragraphs become one only side by side in the same body, cell or note, and not across the end of a section. */
function canMerge({ before, after }: EndPiece): boolean {
  const properties = child(before, 'pPr');
  if (before.parentNode !== after.parentNode || (properties && child(properties, 'sectPr'))) return false;
  for (let node = before.nextSibling; node !== null && node !== after; node = node.nextSibling)
    if (node.nodeType === 1 && isWord(node, 'tbl', 'p', 'sdt')) return false;
  return true;
}

/** Makes one paragraph of two; gives the one that stays. One without content goes, else the second's content moves to the first. */
function merge(before: XmlElement, after: XmlElement): XmlElement {
  const [kept, gone] = isEmpty(before) ? [after, before] : [before, after];
  for (const each of [...children(gone)])
    if (!isWord(each, 'pPr')) {
      if (kept === before) kept.appendChild(each);
      else if (!isEmpty(each)) kept.insertBefore(each, kept.firstChild);
    }
  gone.parentNode?.removeChild(gone);
  return kept;
}

/** True if an element shows nothing. */
function isEmpty(element: XmlElement): boolean {
  for (const each of children(element)) {
    const name = each.localName ?? '';
    if (
      name === 't'
        ? each.textContent !== ''
        : ['drawing', 'pict', 'object', 'br', 'tab', 'footnoteReference'].includes(name)
    )
      return false;
    if (!isWord(each, 'pPr', 'rPr', 'del', 'moveFrom') && !isEmpty(each)) return false;
  }
  return true;
}

/** Puts the changed text into a `w:t`; line ends and tabs of it become elements beside it. */
function rewrite({ element }: TextPiece, changes: readonly Change[]): void {
  let text = '';
  let at = 0;
  const shown = element.textContent ?? '';
  for (const change of changes) {
    text += shown.slice(at, change.from) + change.text;
    at = change.to;
  }
  fill(element, text + shown.slice(at));
}

/** Types into a paragraph without text, in the format that its end has. */
function type(paragraph: XmlElement, text: string): void {
  const run = create(paragraph, 'r');
  const properties = child(child(paragraph, 'pPr') ?? paragraph, 'rPr');
  if (properties !== undefined) run.appendChild(properties.cloneNode(true));
  const holder = create(paragraph, 't');
  run.appendChild(holder);
  paragraph.appendChild(run);
  fill(holder, text);
}

function fill(element: XmlElement, text: string): void {
  const [first = '', ...rest] = holdable(text).split(/(\r\n|[\r\n\t])/);
  setText(element, first);
  let last = element;
  for (const part of rest) {
    if (part === '') continue;
    const next = create(element, /^[\r\n]/.test(part) ? 'br' : part === '\t' ? 'tab' : 't');
    if (next.localName === 't') setText(next, part);
    last.parentNode?.insertBefore(next, last.nextSibling);
    last = next;
  }
}

/** Sets the text of a `w:t` so that Word shows all of it. */
export function setText(element: XmlElement, text: string): void {
  element.textContent = text;
  if (/^\s|\s$/.test(text) && attribute(element, 'space') !== 'preserve')
    element.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
}
