import { say, type Message } from '../core/message.js';
import { readXml, related, unpack, type WordPackage } from './package.js';
import { attribute, child, children, isWord, type XmlDocument, type XmlElement, type XmlNode } from './xml.js';

/** A stretch of the manuscript's text and what it is made of. Pieces lie side by side in order and cover the text. */
export type Piece = TextPiece | MarkPiece | EndPiece | GapPiece;

interface Placed {
  readonly start: number;
  readonly length: number;
}

/** The text of a `w:t`, all of it. */
export interface TextPiece extends Placed {
  readonly kind: 'text';
  readonly element: XmlElement;
  /** For text of a note: the run in the body that refers to it. */
  readonly reference: XmlElement | undefined;
}

/** A tab, line break or hyphen, one element. */
export interface MarkPiece extends Placed {
  readonly kind: 'mark';
  readonly element: XmlElement;
}

/** The end of a paragraph before another. */
export interface EndPiece extends Placed {
  readonly kind: 'end';
  readonly before: XmlElement;
  readonly after: XmlElement;
}

/** What parts cells, notes and text boxes from one another: not the manuscript's own, it cannot be edited. */
export interface GapPiece extends Placed {
  readonly kind: 'gap';
}

/** A paragraph and its place in the text. */
export interface Paragraph {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
}

/** A .docx opened: the text as it is checked, with the way back to the XML. */
export interface Manuscript {
  readonly package: WordPackage;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly paragraphs: readonly Paragraph[];
  /** The parts that were read, by name: changed in place, then written back. */
  readonly documents: ReadonlyMap<string, XmlDocument>;
}

/**
 * Reads a .docx: one line a paragraph; cells of a table row with a tab between; text boxes behind their paragraph; foot- and endnotes after
 * the body, an empty line between. Tracked changes are read as accepted; hidden text, field codes, comments, headers and footers are left out, and so are
 * the numbers that Word gives its lists by itself.
 * @returns a sentence that says why, where it cannot be read.
 */
export function openWord(bytes: Uint8Array): Manuscript | Message {
  const unpacked = unpack(bytes);
  if ('template' in unpacked) return unpacked;
  const { parts, main } = unpacked;
  const body = readXml(parts, main);
  const root = body?.documentElement;
  const content = root ? child(root, 'body') : undefined;
  if (body === undefined || content === undefined)
    return say`Word文稿的正文已损坏，没有核对；请用Word或WPS打开修复后再存一次。`;
  const documents = new Map([[main, body]]);
  const reader = new Reader();
  reader.blocks(content);
  for (const kind of ['footnote', 'endnote'] as const) {
    const references = reader.references.filter((each) => each.kind === kind);
    const name = references.length === 0 ? undefined : related(parts, main, `${kind}s`);
    const document = name === undefined ? undefined : readXml(parts, name);
    if (name === undefined || !document?.documentElement) continue;
    documents.set(name, document);
    const notes = new Map([...children(document.documentElement)].map((note) => [attribute(note, 'id'), note]));
    for (const { id, run } of references) {
      const note = notes.get(id);
      if (note !== undefined) reader.note(note, run);
    }
  }
  return { package: unpacked, documents, ...reader.result() };
}

/** The text of a .docx, for those who need no way back. */
export function readWord(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: Message } {
  const opened = openWord(bytes);
  return 'template' in opened ? { ok: false, message: opened } : { ok: true, text: opened.text };
}

/** What is no text of the manuscript: properties, what tracked changes took out, field codes, readings above characters. */
const SKIPPED = new Set([
  ...['pPr', 'rPr', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'sdtPr', 'sdtEndPr'],
  ...['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'fldChar', 'rt', 'softHyphen'],
]);

/** What stands for a character. */
const MARKS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', cr: '\n', br: '\n', noBreakHyphen: '-' };

class Reader {
  readonly references: { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly run: XmlElement }[] = [];
  readonly #chunks: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #paragraphs: Paragraph[] = [];
  #length = 0;
  #last: XmlElement | undefined;
  /** What has to stand before the next paragraph instead of the last one's end. */
  #gap: string | undefined;
  #boxes: XmlElement[] = [];
  #reference: XmlElement | undefined;

  result(): Pick<Manuscript, 'text' | 'pieces' | 'paragraphs'> {
    return { text: this.#chunks.join(''), pieces: this.#pieces, paragraphs: this.#paragraphs };
  }

  /** Paragraphs and tables of a body, cell, text box or note. */
  blocks(container: XmlNode): void {
    for (const each of contentOf(container)) {
      if (isWord(each, 'p')) this.#paragraph(each);
      else if (isWord(each, 'tbl')) this.#table(each);
      else if (!SKIPPED.has(each.localName ?? '')) this.blocks(each);
    }
  }

  note(note: XmlElement, run: XmlElement): void {
    this.#gap = '\n\n';
    this.#reference = run;
    this.blocks(note);
    this.#reference = undefined;
  }

  #table(table: XmlElement): void {
    const rows = (container: XmlNode): void => {
      for (const row of contentOf(container)) {
        if (isWord(row, 'tr')) {
          if (isDeleted(child(row, 'trPr'))) continue;
          this.#gap = '\n';
          this.#cells(row, true);
        } else if (!SKIPPED.has(row.localName ?? '')) rows(row);
      }
    };
    rows(table);
    this.#gap = '\n';
  }

  #cells(row: XmlNode, isFirst: boolean): void {
    let first = isFirst;
    for (const cell of contentOf(row)) {
      if (isWord(cell, 'tc')) {
        if (!first) this.#gap = '\t';
        this.blocks(cell);
      } else if (!SKIPPED.has(cell.localName ?? '')) this.#cells(cell, first);
      first = false;
    }
  }

  #paragraph(element: XmlElement): void {
    this.#separate(element);
    const start = this.#length;
    this.#inline(element);
    this.#paragraphs.push({ element, start, end: this.#length });
    this.#last = element;
    // A paragraph whose end a tracked change took out runs on in the next.
    if (isDeleted(child(child(element, 'pPr') ?? element, 'rPr'))) this.#gap = '';
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) {
      this.#gap = '\n';
      this.blocks(box);
      this.#gap = '\n';
    }
  }

  #separate(next: XmlElement): void {
    const gap = this.#gap;
    this.#gap = undefined;
    if (this.#last === undefined) return;
    if (gap === undefined) this.#add({ kind: 'end', before: this.#last, after: next }, '\n');
    else if (gap !== '') this.#add({ kind: 'gap' }, gap);
  }

  #inline(parent: XmlNode): void {
    for (const each of contentOf(parent)) {
      const name = each.localName ?? '';
      if (name === 't') this.#text(each);
      else if (name === 'txbxContent') this.#boxes.push(each);
      else if (isWord(each, 'r') && isHidden(each)) continue;
      else if (isWord(each) && name in MARKS) {
        const type = attribute(each, 'type');
        // Page and column breaks end no line of the text.
        if (name !== 'br' || type === undefined || type === 'textWrapping')
          this.#add({ kind: 'mark', element: each }, MARKS[name] ?? '');
      } else if (isWord(each, 'footnoteReference', 'endnoteReference')) {
        const run = each.parentNode as XmlElement;
        const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
        this.references.push({ kind, id: attribute(each, 'id') ?? '', run });
      } else if (!SKIPPED.has(name)) this.#inline(each);
    }
  }

  #text(element: XmlElement): void {
    const whole = element.textContent ?? '';
    const spaced = whole.replace(/[\r\n\t]/g, ' ');
    const shown = element.getAttribute('xml:space') === 'preserve' ? spaced : spaced.replace(/^ +| +$/g, '');
    // White space that Word does not show goes, so that offsets in the element are those of the text.
    if (shown !== whole) element.textContent = shown;
    if (shown !== '') this.#add({ kind: 'text', element, reference: this.#reference }, shown);
  }

  #add(piece: Unplaced<Piece>, text: string): void {
    this.#pieces.push({ ...piece, start: this.#length, length: text.length });
    this.#chunks.push(text);
    this.#length += text.length;
  }
}

type Unplaced<P> = P extends Piece ? Omit<P, 'start' | 'length'> : never;

/** The child elements; of alternatives the first, which is what today's Word shows. */
function* contentOf(parent: XmlNode): Generator<XmlElement> {
  for (const each of children(parent)) {
    if (each.localName !== 'AlternateContent') yield each;
    else yield* contentOf(child(each, 'Choice') ?? child(each, 'Fallback') ?? each);
  }
}

function isDeleted(properties: XmlElement | undefined): boolean {
  return properties !== undefined && child(properties, 'del') !== undefined;
}

function isHidden(run: XmlElement): boolean {
  const properties = child(run, 'rPr');
  const vanish = properties === undefined ? undefined : child(properties, 'vanish');
  return vanish !== undefined && !['0', 'false', 'off'].includes(attribute(vanish, 'val') ?? '');
}
