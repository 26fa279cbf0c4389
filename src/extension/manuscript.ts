import { workspace, type TextDocument } from 'vscode';
import type { Message } from '../core/message.js';
import type { ReportResult } from '../server/protocol.js';
import { changesBetween } from '../word/changes.js';
import { commentWord } from '../word/comment.js';
import { createWord } from '../word/create.js';
import { editWord } from '../word/edit.js';
import { readWord } from '../word/manuscript.js';
import { WORD_SCHEME, wordFileOf } from './word.js';

/**
 * The manuscript as a .docx with notes in its margin: the Word file behind the document as it is mended by now, or the document's text set plainly.
 * @param date ISO date and time of the notes.
 */
export async function manuscriptWithNotes(
  document: TextDocument,
  { notes = [], lines = [] }: ReportResult,
  date: string,
): Promise<Uint8Array | Message> {
  const text = document.getText();
  const bytes = document.uri.scheme === WORD_SCHEME ? await mended(document) : setPlainly(text, lines);
  if ('template' in bytes) return bytes;
  // In a manuscript a line end is one character.
  const breaks = [...text.matchAll(/\r\n/g)].map(({ index }) => index);
  const moved = (offset: number): number => offset - countBelow(breaks, offset);
  const comments = notes.map(({ span, lines: told }) => ({
    span: { start: moved(span.start), end: moved(span.end) },
    lines: told,
  }));
  return commentWord(bytes, comments, { name: '核稿', initials: '核', date });
}

async function mended(document: TextDocument): Promise<Uint8Array | Message> {
  const bytes = await workspace.fs.readFile(wordFileOf(document.uri));
  const read = readWord(bytes);
  if (!read.ok) return read.message;
  const edited = editWord(bytes, changesBetween(read.text, document.getText().replace(/\r\n?/g, '\n')));
  return 'template' in edited ? edited : edited.bytes;
}

function setPlainly(text: string, lines: NonNullable<ReportResult['lines']>): Uint8Array {
  const styles = new Map(lines.map(({ line, style }) => [line, style]));
  return createWord(text.split(/\r\n|\n|\r/).map((each, line) => ({ text: each, style: styles.get(line) ?? 'body' })));
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
