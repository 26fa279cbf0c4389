import Big from 'big.js';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'saxen';
import { say, type Message } from '../core/message.js';
import type { CsvFile, CsvRow } from './csv.js';

/** One sheet of a workbook: its name, and its rows and columns as Excel numbers them. */
export interface Sheet extends CsvFile {
  readonly name: string;
}

/** A workbook's parts in one file may not unfold beyond this. Bytes. */
const LARGEST_PART = 128 * 1024 * 1024;

/** True for the bytes of an .xlsx file (or another package of the same kind). */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The sheets of a workbook that hold anything, cells as Excel shows them: 13270.70 with the places of its format, dates as 2022-03-30. A sentence
 * instead where the bytes are no workbook.
 */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] | Message {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^xl\/.*\.(?:xml|rels)$/.test(name) && originalSize <= LARGEST_PART,
    });
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const targets = new Map<string, string>();
    walk(part('xl/_rels/workbook.xml.rels'), {
      Relationship: ({ Id = '', Target = '' }) => targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/')),
    });
    const sheets: { readonly name: string; readonly file: string }[] = [];
    let epoch = Date.UTC(1899, 11, 30);
    walk(part('xl/workbook.xml'), {
      workbookPr: ({ date1904 }) => {
        if (date1904 === '1' || date1904 === 'true') epoch = Date.UTC(1904, 0, 1);
      },
      sheet: ({ name = '', 'r:id': id = '' }) => sheets.push({ name, file: targets.get(id) ?? '' }),
    });
    if (sheets.length === 0) return NO_WORKBOOK;
    const strings = sharedStrings(part('xl/sharedStrings.xml'));
    const formats = cellFormats(part('xl/styles.xml'));
    return sheets
      .map(({ name, file }) => ({
        name,
        rows: sheetRows(part(file), strings, (value, style) => shown(value, formats[style] ?? '', epoch)),
        faults: [],
        place: (row: CsvRow, index: number) => ({ line: row.line, column: index + 1, length: 0 }),
      }))
      .filter(({ rows }) => rows.length > 0);
  } catch (error) {
    // fflate and saxen throw plain errors at bytes that are no package of XML parts.
    if (error instanceof Error) return NO_WORKBOOK;
    throw error;
  }
}

const NO_WORKBOOK = say`这不是可读的Excel工作簿（.xlsx）；请另存为“Excel工作簿（*.xlsx）”或“CSV UTF-8”。`;

type Attributes = Readonly<Record<string, string>>;

/** Calls `open` at each element of a name, and `text` with the characters and the names of the elements that hold them. @throws Error */
function walk(
  xml: string,
  open: Readonly<Record<string, (attributes: Attributes) => void>>,
  text?: (characters: string, path: readonly string[]) => void,
  close?: (name: string) => void,
): void {
  if (xml === '') return;
  const path: string[] = [];
  // Some programs write all elements with a prefix.
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    path.push(local(name));
    open[local(name)]?.(attributes());
  });
  parser.on('closeTag', (name) => {
    path.pop();
    close?.(local(name));
  });
  parser.on('text', (characters, decode) => text?.(decode(characters), path));
  parser.on('cdata', (characters) => text?.(characters, path));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}

/** The strings that cells refer to by number; phonetic guides (rPh) are no part of them. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  walk(xml, { si: () => strings.push('') }, (characters, path) => {
    if (path.at(-1) === 't' && !path.includes('rPh')) strings.push((strings.pop() ?? '') + characters);
  });
  return strings;
}

/** Number formats that the standard numbers without spelling them out (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
};
const BUILT_IN_DATES = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|5[0-8])$/;

/** The number format of each cell style. */
function cellFormats(xml: string): readonly string[] {
  const codes = new Map<string, string>();
  const formats: string[] = [];
  let inCells = false;
  walk(xml, {
    numFmt: ({ numFmtId = '', formatCode = '' }) => codes.set(numFmtId, formatCode),
    cellXfs: () => (inCells = true),
    cellStyles: () => (inCells = false),
    xf: ({ numFmtId = '' }) => {
      const known = codes.get(numFmtId) ?? BUILT_IN[numFmtId] ?? (BUILT_IN_DATES.test(numFmtId) ? 'yyyy-mm-dd' : '');
      if (inCells) formats.push(known);
    },
  });
  return formats;
}

/** The rows of a sheet that hold anything. */
function sheetRows(
  xml: string,
  strings: readonly string[],
  show: (value: string, style: number) => string,
): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let cell: Attributes = {};
  let value = '';
  walk(
    xml,
    {
      row: ({ r }) => {
        line = r === undefined ? line + 1 : Number(r);
        cells = [];
        column = 0;
      },
      c: (attributes) => {
        cell = attributes;
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        value = '';
      },
    },
    (characters, path) => {
      const name = path.at(-1);
      if ((name === 'v' || name === 't') && !path.includes('rPh')) value += characters;
    },
    (name) => {
      if (name === 'c') {
        while (cells.length < column) cells.push('');
        cells[column - 1] = textOf(cell, value);
      }
      if (name === 'row' && cells.some((each) => each !== '')) rows.push({ cells, line, start: 0, end: 0 });
    },
  );
  return squared(rows);

  function textOf({ t = 'n', s = '0' }: Attributes, raw: string): string {
    if (t === 's') return strings[Number(raw)] ?? '';
    if (t === 'b') return raw === '1' ? 'yes' : 'no';
    return t === 'n' && raw !== '' ? show(raw, Number(s)) : raw;
  }
}

/** Rows as wide as the first, the header: Excel writes no cells behind the last that holds anything. */
function squared(rows: readonly CsvRow[]): readonly CsvRow[] {
  const width = rows[0]?.cells.length ?? 0;
  return rows.map((row) => {
    const cells =
      row.cells.length < width ? [...row.cells, ...Array<string>(width - row.cells.length).fill('')] : row.cells;
    const last = cells.findLastIndex((cell) => cell !== '');
    return { ...row, cells: cells.slice(0, Math.max(width, last + 1)) };
  });
}

/** C of C12 is 3. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A number as its format shows it: a date, with fixed places, in per cent, else its own digits, of which Excel keeps fifteen. */
function shown(raw: string, format: string, epoch: number): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const [plain = ''] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';');
  if (/[yd]/i.test(plain)) return new Date(epoch + Math.round(number * 86_400) * 1000).toISOString().slice(0, 10);
  const exact = new Big(number.toPrecision(15));
  const value = plain.includes('%') ? exact.times(100) : exact;
  const places = /0\.(0+)/.exec(plain)?.[1]?.length;
  return (places === undefined ? value.toFixed() : value.toFixed(places)) + (plain.includes('%') ? '%' : '');
}
