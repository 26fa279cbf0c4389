import type { Span } from './span.js';

/** One printed line of the document that is not blank. */
export interface Line {
  /** In the document, without white space at either end. */
  readonly span: Span;
  readonly text: string;
  /** White space in front, in code units (a tab or an ideographic space counts one). */
  readonly indent: number;
  /** Blank lines between this one and the one before. */
  readonly blankBefore: number;
  /** True if a page number stands between this line and the one before. */
  readonly pageBefore: boolean;
}

/** White space, and the invisible characters that pages copied from the web carry. */
const BLANK = '[\\s\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202f\\u2060\\ufeff\\ue000-\\uf8ff]+';
const BLANK_BEFORE = new RegExp(`^${BLANK}`);
const BLANK_BEHIND = new RegExp(`${BLANK}$`);

/** The lines of a document that hold text; page numbers on their own count as blank. Knows LF, CRLF and CR. */
export function readLines(text: string): readonly Line[] {
  const printed = printedLines(text);
  const bare = barePageNumbers(text, printed);
  const lines: Line[] = [];
  let blank = 0;
  let page = false;
  for (const [i, { span, indent }] of printed.entries()) {
    const body = text.slice(span.start, span.end);
    if (body === '') blank++;
    else if (PAGE_NUMBER.test(body) || bare.has(i)) page = true;
    else {
      lines.push({ span, text: body, indent, blankBefore: page ? Math.min(blank, 1) : blank, pageBefore: page });
      blank = 0;
      page = false;
    }
  }
  return lines;
}

/** A line before it is known whether it holds text. */
type PrintedLine = Pick<Line, 'span' | 'indent'>;

/** All lines, each without white space at either end. */
function printedLines(text: string): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|\n|\r|$(?![\s\S])/g)) {
    const raw = text.slice(start, end.index);
    const body = raw.replace(BLANK_BEHIND, '').replace(BLANK_BEFORE, '');
    const indent = body === '' ? 0 : raw.length - raw.replace(BLANK_BEFORE, '').length;
    lines.push({ span: { start: start + indent, end: start + indent + body.length }, indent });
    start = end.index + end[0].length;
  }
  return lines;
}

/** Least text of a page, in code units: rows of a table are numbered closer together. */
const SHORTEST_PAGE = 200;

/** Which lines are bare numbers that count pages: three or more, each one up on the last, with a page of text in between. */
function barePageNumbers(text: string, lines: readonly PrintedLine[]): ReadonlySet<number> {
  const pages = new Set<number>();
  let run: { readonly line: number; readonly number: number; readonly end: number }[] = [];
  for (const [line, { span }] of lines.entries()) {
    if (span.end - span.start > 3 || !/^\d{1,3}$/.test(text.slice(span.start, span.end))) continue;
    const number = Number(text.slice(span.start, span.end));
    const last = run.at(-1);
    if (last === undefined || number !== last.number + 1 || span.start - last.end < SHORTEST_PAGE) run = [];
    run.push({ line, number, end: span.end });
    if (run.length >= 3) for (const each of run) pages.add(each.line);
  }
  return pages;
}

/** Ends a sentence (a remark in brackets may follow the stop), or something after which nothing need follow. */
const FINISHED = /[。！？!?…][”’」』）)》】〕\]\s]*(?:[（(][^（()）]{1,80}[）)]\s*)?$|[；;：:][”’」』]?$|[—─-]$/;

/** A page number on a line of its own. */
const PAGE_NUMBER = /^[—─－-]\s*\d{1,4}\s*[—─－-]$|^第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?$/;

/** True if the line's last sentence has ended, or opens onto what follows (：, ；). */
export function isFinished(line: string): boolean {
  return FINISHED.test(line);
}

/** What can never begin a line in Chinese typesetting: closing marks and stops. */
export function cannotBegin(line: string): boolean {
  return /^[，。、；：！？）》”’】〕」』％%‰,;:!?)]/.test(line);
}

/** What cannot end a paragraph: a comma, an opening mark, or a word that calls for what follows. */
export function cannotEnd(line: string): boolean {
  return (
    /[，、,（《“‘【〔「『(]$/.test(line) ||
    /(?:[的和与及或]|以及|以|把|被|将|向|从|对|众多|关于|进行|推动|推进|加快)$/.test(line)
  );
}

/** Marks opened in `line` and not closed, innermost last. */
export function openMarks(line: string): readonly string[] {
  const PAIRS: Readonly<Record<string, string>> = {
    '”': '“',
    '’': '‘',
    '》': '《',
    '）': '（',
    ')': '(',
    '】': '【',
    '〕': '〔',
    '」': '「',
  };
  const OPENERS = new Set(Object.values(PAIRS));
  const open: string[] = [];
  for (const char of line) {
    if (OPENERS.has(char)) open.push(char);
    else if (PAIRS[char] !== undefined && open.at(-1) === PAIRS[char]) open.pop();
  }
  return open;
}

/** How a line sets itself off by its first characters. */
export type Marker = 'chapter' | 'numbered' | 'dash' | 'bullet' | 'byline' | 'dateline' | 'figure' | undefined;

/** Captions of figures, tables and boxes are shorter than this; a longer line is the box itself, run on. */
const LONGEST_CAPTION = 60;

/** Reads the marker a line begins with. */
export function markerOf(line: string): Marker {
  if (/^第[一二三四五六七八九十百零〇\d]{1,4}[编篇章节条]/.test(line)) return 'chapter';
  if (
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:\.\d{1,2}){0,3}[.、．](?!\d)|[①-⑳])/.test(
      line,
    )
  )
    return 'numbered';
  if (/^(?:——|--|──)/.test(line)) return 'dash';
  if (/^[●•·▲△◆◇★☆▪►▶]/.test(line)) return 'bullet';
  if (
    /^[□■◎]|^(?:本报|本刊|新华社|中新社|央视)?(?:特约)?(?:记者|通讯员|特派记者|评论员)[\s:：]|^(?:文|图|作者|来源|编辑|责任编辑|策划|统筹)\s*[/／:：]/.test(
      line,
    ) &&
    line.length <= 60
  )
    return 'byline';
  if (/^(?:本报|本刊|新华社|中新社|人民网|央视网)[^，。]{0,24}(?:讯|电|报道)/.test(line)) return 'dateline';
  if (line.length <= LONGEST_CAPTION && /^(?:图|表|专栏)\s*[\d一二三四五六七八九十]+/.test(line)) return 'figure';
  return undefined;
}

/** Lines longer than this are never headings. In Chinese newspapers decks reach some 45 characters. */
const LONGEST_HEADING = 50;

/** True for a line that could be a heading: short, and without the stop that ends a sentence. */
export function isHeadingLike(text: string): boolean {
  if (text.length > LONGEST_HEADING || /[。；;，,、：:]$/.test(text) || /[。；]/.test(text)) return false;
  const marker = markerOf(text);
  if (marker === 'dash' || marker === 'bullet' || marker === 'dateline') return false;
  return !isFinished(text) || /[”’》）)？！]$/.test(text);
}
