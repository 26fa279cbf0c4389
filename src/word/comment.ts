import type { Message } from '../core/message.js';
import type { Span } from '../core/text/span.js';
import { pieceAt, setText, write } from './edit.js';
import { openWord, type Manuscript, type Piece } from './manuscript.js';
import { readXml, related, relationshipsOf } from './package.js';
import {
  append,
  attribute,
  children,
  create,
  holdable,
  isWord,
  parse,
  serialize,
  WORD,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from './xml.js';

/** A note in the margin. */
export interface Comment {
  /** In `openWord`'s text. An empty span stands at its place. */
  readonly span: Span;
  /** One paragraph each. */
  readonly lines: readonly string[];
}

/** Who comments, and when. */
export interface Commentator {
  readonly name: string;
  readonly initials: string;
  /** ISO date and time; left out, the comments have none. */
  readonly date?: string;
}

/**
 * A .docx with comments added at their places; those it has stay. A comment on a note stands at the note's mark in the body, since Word allows
 * none in notes.
 * @returns a sentence that says why, where the file cannot be read.
 */
export function commentWord(bytes: Uint8Array, comments: readonly Comment[], by: Commentator): Uint8Array | Message {
  const opened = openWord(bytes);
  if ('template' in opened) return opened;
  if (comments.length === 0) return bytes;
  const part = commentsPart(opened);
  const root = part.document.documentElement;
  if (!root) return bytes;
  const used = [...children(root)].map((each) => Number(attribute(each, 'id') ?? -1));
  let id = Math.max(-1, ...used);
  const marks: Mark[] = [];
  for (const comment of comments) {
    const own = String(++id);
    root.appendChild(commentElement(root, own, comment, by));
    const { start, end } = comment.span;
    if (start >= end) marks.push({ offset: start, id: own, sides: ['start', 'end'] });
    else marks.push({ offset: end, id: own, sides: ['end'] }, { offset: start, id: own, sides: ['start'] });
  }
  // From the last to the first: cutting a run leaves what stands before the cut where it is.
  marks.sort((a, b) => b.offset - a.offset);
  for (const mark of marks) put(opened, mark);
  return write(opened, new Map([...part.more, [part.name, serialize(part.document)]]));
}

/** The comments of a manuscript, made where it has none, with the parts that tie them to it. */
function commentsPart({ package: { parts, main } }: Manuscript): {
  readonly name: string;
  readonly document: XmlDocument;
  readonly more: ReadonlyMap<string, Uint8Array>;
} {
  const known = related(parts, main, 'comments');
  const document = known === undefined ? undefined : readXml(parts, known);
  if (known !== undefined && document !== undefined) return { name: known, document, more: new Map() };
  const name = `${main.slice(0, main.lastIndexOf('/') + 1)}comments.xml`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
  const relationships = appended(
    parts.get(relationshipsOf(main)) ?? `<Relationships xmlns="${packageTypes}/relationships"/>`,
    'Relationship',
    { Id: 'rIdHegaoComments', Type: `${office}/comments`, Target: 'comments.xml' },
  );
  const types = appended(
    parts.get('[Content_Types].xml') ?? `<Types xmlns="${packageTypes}/content-types"/>`,
    'Override',
    {
      PartName: `/${name}`,
      ContentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
    },
  );
  const made = parse(
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${WORD}"/>`),
  );
  if (made === undefined) throw new Error('A part of our own cannot be read.');
  return {
    name,
    document: made,
    more: new Map([
      [relationshipsOf(main), relationships],
      ['[Content_Types].xml', types],
    ]),
  };
}

/** A part of the package's own with one element more. A part that cannot be read is left as it is. */
function appended(part: Uint8Array | string, name: string, attributes: Readonly<Record<string, string>>): Uint8Array {
  const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  const document = parse(bytes);
  const root = document?.documentElement;
  if (!document || !root) return bytes;
  const element = document.createElementNS(root.namespaceURI, root.prefix ? `${root.prefix}:${name}` : name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  root.appendChild(element);
  return serialize(document);
}

function commentElement(
  root: XmlElement,
  id: string,
  { lines }: Comment,
  { name, initials, date }: Commentator,
): XmlElement {
  const comment = create(root, 'comment', { id, author: name, ...(date === undefined ? {} : { date }), initials });
  for (const line of lines) {
    const text = append(append(append(comment, 'p'), 'r'), 't');
    setText(text, holdable(line.replace(/\s+/g, ' ')));
  }
  return comment;
}

/** Where comment marks may stand: beside runs. */
const HOLDERS = ['p', 'hyperlink', 'ins', 'moveTo', 'smartTag', 'sdtContent', 'fldSimple', 'customXml', 'dir', 'bdo'];

/** Where a comment begins, ends, or both. */
interface Mark {
  readonly offset: number;
  readonly id: string;
  readonly sides: readonly ('start' | 'end')[];
}

function put(manuscript: Manuscript, { offset, id, sides }: Mark): void {
  const place = sides[0] === 'start' ? before(manuscript, offset) : behind(manuscript, offset);
  if (place === undefined) return;
  const { parent, next, beside } = place;
  for (const side of sides) {
    if (side === 'start') parent.insertBefore(create(beside, 'commentRangeStart', { id }), next);
    else {
      parent.insertBefore(create(beside, 'commentRangeEnd', { id }), next);
      const run = create(beside, 'r');
      append(run, 'commentReference', { id });
      parent.insertBefore(run, next);
    }
  }
}

/** A place among the children of a paragraph, hyperlink …; `beside` lends its namespace. */
interface Place {
  readonly parent: XmlNode;
  readonly next: XmlNode | null;
  readonly beside: XmlElement;
}

/** The place right before the character at an offset; at the end of the text, and where only a separator stands, the place behind the one before. */
function before(manuscript: Manuscript, offset: number): Place | undefined {
  const piece = manuscript.pieces[pieceAt(manuscript.pieces, offset)];
  if (piece === undefined || piece.kind === 'end' || piece.kind === 'gap')
    return emptyParagraph(manuscript, offset) ?? behind(manuscript, offset);
  return cut(piece, offset - piece.start);
}

/** The place right behind the character before an offset. */
function behind(manuscript: Manuscript, offset: number): Place | undefined {
  if (offset === 0) return emptyParagraph(manuscript, 0) ?? beginning(manuscript);
  const piece = manuscript.pieces[pieceAt(manuscript.pieces, offset - 1)];
  if (piece === undefined || piece.kind === 'end' || piece.kind === 'gap') {
    const empty = emptyParagraph(manuscript, offset);
    if (empty !== undefined) return empty;
    return piece === undefined || piece.start === 0 ? beginning(manuscript) : behind(manuscript, piece.start);
  }
  return cut(piece, offset - piece.start);
}

function emptyParagraph({ paragraphs }: Manuscript, offset: number): Place | undefined {
  const found = paragraphs.find(({ start, end }) => start === offset && end === offset);
  return found === undefined ? undefined : frontOf(found.element);
}

function beginning({ paragraphs: [first] }: Manuscript): Place | undefined {
  return first === undefined ? undefined : frontOf(first.element);
}

/** The place before all that a paragraph holds. */
function frontOf(paragraph: XmlElement): Place {
  let next = paragraph.firstChild;
  while (next !== null && isWord(next, 'pPr')) next = next.nextSibling;
  return { parent: paragraph, next, beside: paragraph };
}

/** Cuts the run of a piece at an offset in it; gives the place of the cut. */
function cut(piece: Exclude<Piece, { kind: 'end' | 'gap' }>, offset: number): Place | undefined {
  if (piece.kind === 'text' && piece.reference !== undefined) {
    const { reference } = piece;
    return reference.parentNode === null
      ? undefined
      : { parent: reference.parentNode, next: offset === 0 ? reference : reference.nextSibling, beside: reference };
  }
  const { element } = piece;
  const run = element.parentNode as XmlElement | null;
  if (run === null || !isWord(run, 'r') || !isHolder(run.parentNode)) {
    // Inside a formula or a reading no mark may stand; it goes beside the whole.
    let whole: XmlElement = element;
    while (whole.parentNode !== null && !isHolder(whole.parentNode)) whole = whole.parentNode as XmlElement;
    if (whole.parentNode === null) return undefined;
    return {
      parent: whole.parentNode,
      next: offset === 0 ? whole : whole.nextSibling,
      beside: whole.parentNode as XmlElement,
    };
  }
  const parent = run.parentNode as XmlNode;
  if (offset === 0 && isFirstContent(run, element)) return { parent, next: run, beside: run };
  let tail: XmlNode | null = element;
  if (piece.kind === 'text' && offset > 0) {
    // Shorter than the piece where a later offset was cut already.
    const text = element.textContent ?? '';
    if (offset < text.length) {
      const rest = create(element, 't');
      setText(rest, text.slice(offset));
      setText(element, text.slice(0, offset));
      run.insertBefore(rest, element.nextSibling);
    }
    tail = element.nextSibling;
  } else if (offset > 0) tail = element.nextSibling;
  if (tail === null) return { parent, next: run.nextSibling, beside: run };
  const second = run.cloneNode(false) as XmlElement;
  for (const each of children(run)) if (isWord(each, 'rPr')) second.appendChild(each.cloneNode(true));
  while (tail !== null) {
    const following: XmlNode | null = tail.nextSibling;
    second.appendChild(tail);
    tail = following;
  }
  parent.insertBefore(second, run.nextSibling);
  return { parent, next: second, beside: run };
}

function isHolder(node: XmlNode | null): boolean {
  return node !== null && isWord(node, ...HOLDERS);
}

function isFirstContent(run: XmlElement, element: XmlElement): boolean {
  for (const each of children(run)) if (!isWord(each, 'rPr')) return each === element;
  return false;
}
