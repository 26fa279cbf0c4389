import type { RawBlock } from './layout.js';
import { readLines } from './line.js';
import type { Line } from './line.js';
import type { Span } from './span.js';

/** The inside of a line: `from` code units taken off in front, `behind` at the end. */
function inner(line: Line, from: number, behind = 0): Span {
  const start = Math.min(line.span.start + from, line.span.end);
  return { start, end: Math.max(start, line.span.end - behind) };
}

/** Blocks of a Markdown document: headings, paragraphs (soft line ends joined), list items, table cells, code. */
export function markdownBlocks(text: string): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  let fence: string | undefined;
  let open: { kind: 'body' | 'item'; parts: Span[]; gap: number } | undefined;
  const flush = (): void => {
    if (open !== undefined) blocks.push({ kind: open.kind, level: 0, parts: open.parts, gap: open.gap });
    open = undefined;
  };
  let frontMatter = false;
  for (const [i, line] of readLines(text).entries()) {
    const marker = /^(?:```+|~~~+)/.exec(line.text)?.[0];
    if (i === 0 && line.span.start === 0 && line.text === '---') frontMatter = true;
    if (frontMatter) {
      blocks.push({ kind: 'code', level: 0, parts: [line.span], gap: line.blankBefore });
      if (i > 0 && line.text === '---') frontMatter = false;
      continue;
    }
    if (fence !== undefined || marker !== undefined) {
      flush();
      blocks.push({ kind: 'code', level: 0, parts: [line.span], gap: line.blankBefore });
      if (fence === undefined) fence = marker?.slice(0, 3);
      else if (marker?.startsWith(fence)) fence = undefined;
      continue;
    }
    const heading = /^(#{1,6})\s+/.exec(line.text);
    if (heading !== null) {
      flush();
      const closing = /\s+#+$/.exec(line.text)?.[0].length ?? 0;
      const level = heading[1]?.length ?? 1;
      blocks.push({
        kind: level === 1 ? 'headline' : 'heading',
        level,
        parts: [inner(line, heading[0].length, closing)],
        gap: line.blankBefore,
      });
      continue;
    }
    if (line.text.startsWith('|') && line.text.length > 1) {
      flush();
      blocks.push(...rowCells(line));
      continue;
    }
    const item = /^(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?|^>\s?/.exec(line.text);
    if (item !== null || line.blankBefore > 0 || open === undefined) {
      flush();
      open = {
        kind: item !== null && !line.text.startsWith('>') ? 'item' : 'body',
        parts: [inner(line, item?.[0].length ?? 0)],
        gap: line.blankBefore,
      };
      continue;
    }
    open.parts.push(line.span);
  }
  flush();
  return blocks.filter(({ parts }) => parts.some(({ start, end }) => end > start));
}

/** The cells of a table row; a row of dashes has none. */
function rowCells(line: Line): readonly RawBlock[] {
  if (/^[|:\s-]+$/.test(line.text)) return [];
  const cells: RawBlock[] = [];
  for (const match of line.text.matchAll(/[^|]+/g)) {
    const body = match[0].trim();
    if (body === '') continue;
    const start = line.span.start + match.index + match[0].indexOf(body);
    cells.push({ kind: 'cell', level: 0, parts: [{ start, end: start + body.length }], gap: line.blankBefore });
  }
  return cells;
}
