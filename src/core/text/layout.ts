import type { Article, Block, BlockKind } from '../article.js';
import { foldWidth } from './fold.js';
import { JoinJudge } from './join.js';
import { isHeadingLike, markerOf, readLines } from './line.js';
import type { Line } from './line.js';
import { markdownBlocks } from './markdown.js';
import { OffsetMap } from './offset-map.js';
import type { Segment } from './offset-map.js';
import type { Span } from './span.js';

/** A block before it has a place in an article: the document spans of the lines it is made of. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly parts: readonly Span[];
  /** Indexes of parts in front of which a page number was left out. */
  readonly newPages?: readonly number[];
  /** Blank lines in front. */
  readonly gap: number;
}

export interface LayoutOptions {
  /** Default: plain. */
  readonly language?: 'plain' | 'markdown';
}

/**
 * The document's articles in order: lines that the page's columns cut are joined, headlines, decks, bylines and body told
 * apart, and a page of several articles split. Blank documents have no article.
 */
export function layOut(text: string, { language = 'plain' }: LayoutOptions = {}): readonly Article[] {
  const blocks = language === 'markdown' ? markdownBlocks(text) : plainBlocks(text);
  return splitArticles(blocks).map((article) => assemble(article, text));
}

/** Blocks of a page without markup. */
function plainBlocks(text: string): readonly RawBlock[] {
  const lines = readLines(text);
  const judge = new JoinJudge(lines, text);
  const blocks: RawBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const cells = tableCells(line);
    if (cells !== undefined) {
      blocks.push(...cells.map((cell): RawBlock => ({ kind: 'cell', level: 0, parts: [cell], gap: line.blankBefore })));
      continue;
    }
    const parts: Span[] = [line.span];
    const newPages: number[] = [];
    let joined = line.text;
    let next = lines[i + 1];
    while (next !== undefined && tableCells(next) === undefined && judge.continues(joined, i, i + 1)) {
      if (next.pageBefore) newPages.push(parts.length);
      parts.push(next.span);
      joined += next.text;
      i++;
      next = lines[i + 1];
    }
    blocks.push({ ...kindOf(joined, parts.length > 1), parts, newPages, gap: line.blankBefore });
  }
  return nameHeadlines(blocks, text);
}

/** An entry of a table of contents: 一、总体要求……3. */
const CONTENTS = /(?:…{2,}|\.{4,}|·{4,}|－{4,}|-{6,})\s*[（(]?\d{1,4}[）)]?$/;

/** The cells of a line that is a table row: cut at tabs or at three or more wide gaps; an entry of the contents is one. */
function tableCells({ text, span }: Line): readonly Span[] | undefined {
  if (CONTENTS.test(text)) return [span];
  const separator = text.includes('\t') ? /\s*\t\s*/g : /\s{2,}/g;
  if (!text.includes('\t') && (/[。；]/.test(text) || (text.match(/\S\s{2,}\S/g) ?? []).length < 2)) return undefined;
  const cells: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(separator)) {
    if (gap.index > start) cells.push({ start: span.start + start, end: span.start + gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) cells.push({ start: span.start + start, end: span.end });
  return cells;
}

/** What a line is by itself; headline and deck are told later, by place. */
function kindOf(text: string, joined: boolean): { kind: BlockKind; level: number } {
  const marker = markerOf(text);
  if (marker === 'byline') return { kind: 'byline', level: 0 };
  if (marker === 'figure' || /[（(][^（）()]{1,12}\s*摄[）)]$|^(?:图为|图片说明)/.test(text))
    return { kind: 'caption', level: 0 };
  if (isHeadingLike(text) && !joined) return { kind: 'heading', level: levelOf(text) };
  if (marker === 'dash' || marker === 'bullet') return { kind: 'item', level: 0 };
  return { kind: 'body', level: 0 };
}

/** 1 for chapters and 一、; 2 for （一） and plain headings; 3 for 1. */
function levelOf(text: string): number {
  if (/^第[^章节]{1,4}[编篇章]/.test(text) || /^[一二三四五六七八九十]{1,3}、/.test(text)) return 1;
  if (/^\d/.test(text) && markerOf(text) === 'numbered') return 3;
  return 2;
}

/**
 * Headlines and decks: one or more heading lines that run up to a byline or a dateline, or that open the page. The first
 * is the headline, the rest are decks; a label of a few characters above them (区域动态) stays a heading.
 */
function nameHeadlines(blocks: readonly RawBlock[], text: string): readonly RawBlock[] {
  const named = [...blocks];
  const textOf = (block: RawBlock): string => text.slice(block.parts[0]?.start, block.parts.at(-1)?.end);
  let i = 0;
  while (i < named.length) {
    if (named[i]?.kind !== 'heading') {
      i++;
      continue;
    }
    let end = i;
    while (named[end]?.kind === 'heading') end++;
    const after = named[end];
    const announces = after !== undefined && (after.kind === 'byline' || markerOf(textOf(after)) === 'dateline');
    const opens = i === 0;
    const apart = (named[i]?.gap ?? 0) >= 2 && after?.kind === 'body';
    const numbered = markerOf(named[i] ? textOf(named[i] as RawBlock) : '') !== undefined;
    if ((announces || opens || apart) && !numbered) {
      let head = i;
      const first = named[head];
      const second = named[head + 1];
      const isLabel =
        first !== undefined &&
        second !== undefined &&
        end - head > 1 &&
        textOf(first).length <= 6 &&
        textOf(second).length >= textOf(first).length + 4;
      if (isLabel) head++;
      for (let k = head; k < end; k++) {
        const block = named[k];
        if (block !== undefined) named[k] = { ...block, kind: k === head ? 'headline' : 'deck', level: 0 };
      }
    }
    i = Math.max(end, i + 1);
  }
  return named;
}

/** A headline begins an article; labels directly above it belong to it. */
function splitArticles(blocks: readonly RawBlock[]): readonly (readonly RawBlock[])[] {
  const articles: RawBlock[][] = [];
  let current: RawBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'headline' && current.some(({ kind }) => kind === 'body' || kind === 'item')) {
      const label = current.at(-1)?.kind === 'heading' ? current.pop() : undefined;
      articles.push(current);
      current = label ? [label] : [];
    }
    current.push(block);
  }
  if (current.length > 0) articles.push(current);
  return articles;
}

/** Gives the blocks their place in one article text. */
function assemble(raw: readonly RawBlock[], document: string): Article {
  const segments: Segment[] = [];
  const blocks: Block[] = [];
  let text = '';
  for (const { kind, level, parts, newPages = [] } of raw) {
    if (text !== '') text += '\n';
    const start = text.length;
    const joints: number[] = [];
    const pageEnds: number[] = [];
    for (const [i, part] of parts.entries()) {
      if (text.length > start) joints.push(text.length);
      if (newPages.includes(i)) pageEnds.push(text.length);
      segments.push({ at: text.length, document: part.start, length: part.end - part.start });
      text += document.slice(part.start, part.end);
    }
    blocks.push({ kind, level, span: { start, end: text.length }, joints, pageEnds });
  }
  const map = new OffsetMap(segments);
  return { text, folded: foldWidth(text), blocks, toDocument: (span) => map.toDocument(span) };
}
