import { EMPTY_TABLES, type Tables } from '../core/fact/schema.js';
import { say, type Message } from '../core/message.js';
import { SCHEMAS, type Column, type TableSchema } from './columns.js';
import { readCsv, type CsvFile, type CsvRow } from './csv.js';
import { decode } from './decode.js';
import type { Place, TableProblem } from './problem.js';
import { isWorkbook, readWorkbook, type Sheet } from './xlsx.js';

/** A file of a fact table: its name as given (used in messages; its last part tells which table it is) and its bytes. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read, and what could not be. Nothing is thrown: a bad row is a problem, and the other rows still count. */
export interface ReadResult {
  readonly tables: Tables;
  readonly problems: readonly TableProblem[];
  /** Where a row of `tables` (and a column of it) stands; undefined for rows that came from elsewhere, and where places were not kept. */
  readonly placeOf: (row: object, field?: string) => Place | undefined;
}

/** What is being filled while files are read. */
interface Reading {
  readonly tables: { [Key in keyof Tables]: object[] };
  readonly problems: TableProblem[];
  readonly places: Map<object, (field?: string) => Place> | undefined;
}

/**
 * Reads tables from CSV files and workbooks, each sheet of which is a table. Files of one kind are joined in the order given.
 * @param keepPlaces whether `placeOf` will be asked; for a large table places take more memory than its rows.
 */
export function readTables(files: readonly TableFile[], keepPlaces = true): ReadResult {
  const reading: Reading = {
    tables: structuredClone(EMPTY_TABLES) as never,
    problems: [],
    places: keepPlaces ? new Map() : undefined,
  };
  for (const { name, bytes } of files) {
    const fail = (message: Message): number =>
      reading.problems.push({ file: name, line: 1, column: 1, length: 0, severity: 'error', message });
    if (isWorkbook(bytes)) {
      const sheets = readWorkbook(bytes);
      if ('template' in sheets) fail(sheets);
      else if (sheets.length === 0) fail(say`文件是空的；第一行应是列名。`);
      else readSheets(name, sheets, reading);
      continue;
    }
    const decoded = decode(bytes);
    if (decoded.ok) readSheet(name, name, readCsv(decoded.text), reading);
    else fail(decoded.message);
  }
  const { tables, problems, places } = reading;
  return {
    tables: tables as unknown as Tables,
    problems: problems.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0)),
    placeOf: (row, field) => places?.get(row)?.(field),
  };
}

/** The sheets of a workbook. One that is no table among others that are (notes, drafts) is named and left out. */
function readSheets(name: string, sheets: readonly Sheet[], reading: Reading): void {
  const tables = sheets.filter((sheet) => schemaFor(sheet.name, columnNames(sheet)) !== undefined);
  for (const sheet of tables.length === 0 ? sheets.slice(0, 1) : sheets) {
    const label = sheets.length === 1 ? name : `${name}（${sheet.name}）`;
    if (tables.length === 0 || tables.includes(sheet)) readSheet(label, sheet.name, sheet, reading);
    else {
      const message = say`这张工作表的第一行不是事实表的列名，没有采用。`;
      reading.problems.push({ file: label, line: 1, column: 1, length: 0, severity: 'warning', message });
    }
  }
}

function columnNames({ rows: [header] }: CsvFile): readonly string[] {
  return (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
}

/** @param label what the sheet is called in messages. @param title by which it may be known: statistics.csv, or a sheet's name. */
function readSheet(label: string, title: string, sheet: CsvFile, { tables, problems, places }: Reading): void {
  const problem = (place: Omit<Place, 'file'>, message: Message): number =>
    problems.push({ file: label, ...place, severity: 'error', message });
  for (const { line, text } of sheet.faults)
    problem(
      { line, column: 1, length: text.length },
      say`双引号不成对；含逗号或引号的单元格要整格加双引号，格内的引号写两遍。`,
    );
  const [header, ...rows] = sheet.rows;
  if (header === undefined) {
    problem({ line: 1, column: 1, length: 0 }, say`文件是空的；第一行应是列名。`);
    return;
  }
  const names = columnNames(sheet);
  const schema = schemaFor(title, names);
  const top: Omit<Place, 'file'> = { line: header.line, column: 1, length: header.cells.join(',').length };
  if (schema === undefined) {
    problem(top, say`看不出这是哪一种事实表；请按docs/facts.md写列名，如 subject,indicator,period,value,unit,source。`);
    return;
  }
  const missing = schema.columns.filter((column) => column.required && !names.includes(column.name));
  if (missing.length > 0) {
    problem(top, say`缺少列${missing.map((column) => column.name).join('、')}；请在第一行补上。`);
    return;
  }
  const columns = schema.columns.map((column) => ({ column, index: names.indexOf(column.name) }));
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const faults = rowFaults(schema, columns, names.length, row);
    for (const { index, message } of faults) problem(sheet.place(row, index), message);
    if (faults.length > 0) continue;
    const read: Record<string, unknown> = {};
    for (const { column, index } of columns) read[column.field] = cellValue(column, row.cells[index] ?? '');
    tables[schema.table].push(read);
    places?.set(read, (field) => {
      const index = columns.find(({ column }) => column.field === field)?.index ?? 0;
      return { file: label, ...sheet.place(row, Math.max(0, index)) };
    });
  }
}

/** The table a file holds: by its name, else the one most of whose columns it has. */
function schemaFor(fileName: string, names: readonly string[]): TableSchema | undefined {
  const base = fileName.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase();
  const byName = SCHEMAS.find(({ file }) => file === base || file === `${base}.csv`);
  if (byName !== undefined) return byName;
  const fitting = SCHEMAS.filter(({ columns }) =>
    columns.every(({ name, required }) => !required || names.includes(name)),
  );
  const known = ({ columns }: TableSchema): number => columns.filter(({ name }) => names.includes(name)).length;
  return fitting.sort((a, b) => known(b) - known(a))[0];
}

/** A column with its place in the file; -1 where the file has none. */
interface PlacedColumn {
  readonly column: Column;
  readonly index: number;
}

function rowFaults(
  schema: TableSchema,
  columns: readonly PlacedColumn[],
  width: number,
  { cells }: CsvRow,
): readonly { readonly index: number; readonly message: Message }[] {
  if (cells.length !== width) {
    const message = say`这一行有${cells.length}格，列名有${width}格；含逗号的单元格要加双引号，空格也要保留逗号。`;
    return [{ index: 0, message }];
  }
  const faults: { readonly index: number; readonly message: Message }[] = [];
  for (const { column, index } of columns) {
    const cell = cells[index]?.trim() ?? '';
    const message =
      cell === ''
        ? column.required
          ? say`“${column.name}”不能为空；请填写后再用。`
          : undefined
        : cellFault(column, cell);
    if (message !== undefined) faults.push({ index, message });
  }
  if (faults.length > 0 || schema.check === undefined) return faults;
  const indexOf = (name: string): number => columns.find(({ column }) => column.name === name)?.index ?? -1;
  const fault = schema.check((name) => cells[indexOf(name)]?.trim() ?? '');
  return fault === undefined ? [] : [{ index: indexOf(fault.column), message: fault.message }];
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/** What is wrong with a cell that is not empty; undefined if nothing is. */
function cellFault({ name, type }: Column, cell: string): Message | undefined {
  switch (type) {
    case 'text':
    case 'list':
      return undefined;
    case 'decimal':
      return /^-?\d+(\.\d+)?$/.test(cell)
        ? undefined
        : say`“${name}”应是不带单位、逗号的数字，如3420.3，现为“${cell}”。`;
    case 'integer':
      return /^\d+$/.test(cell) ? undefined : say`“${name}”应是整数，现为“${cell}”。`;
    case 'date':
      return isDate(cell) ? undefined : say`“${name}”应是2022-03-30、2022-03或2022这样的日期，现为“${cell}”。`;
    case 'year':
      return /^\d{4}$/.test(cell) ? undefined : say`“${name}”应是四位年份，现为“${cell}”。`;
    case 'period':
      return /^\d{4}-(Q[1-4]|H[12])$/.test(cell) || cell.split('/').every(isDate)
        ? undefined
        : say`“${name}”应写作2021、2021-12-31、2021-Q1或2016/2020，现为“${cell}”。`;
    case 'bound':
      return ['≈', '>', '>=', '<', '<='].includes(cell)
        ? undefined
        : say`“${name}”应为空或≈、>、>=、<、<=之一，现为“${cell}”。`;
    case 'confidence':
      return /^(A|B|0?\.\d+|0|1|1\.0)$/.test(cell) ? undefined : say`“${name}”应为A、B或0到1之间的数，现为“${cell}”。`;
    case 'code':
      return /^\d{6}$/.test(cell) ? undefined : say`“${name}”应是六位行政区划代码，现为“${cell}”。`;
    case 'level':
      return ['province', 'prefecture', 'county'].includes(cell)
        ? undefined
        : say`“${name}”应为province、prefecture或county，现为“${cell}”。`;
    case 'flag':
      return cell === 'yes' || cell === 'no' ? undefined : say`“${name}”应为yes或no，现为“${cell}”。`;
    case 'ambiguity':
      return cell === 'short' || cell === 'full' ? undefined : say`“${name}”应为空、short或full，现为“${cell}”。`;
    case 'match':
      return cell === 'literal' || cell === 'regex' ? undefined : say`“${name}”应为literal或regex，现为“${cell}”。`;
  }
}

/** True for a date of the calendar, as precise as it is written. */
function isDate(cell: string): boolean {
  if (!DATE.test(cell)) return false;
  const [year = 0, month = 1, day = 1] = cell.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function cellValue({ type }: Column, cell: string): unknown {
  const text = cell.trim();
  if (type === 'list') return text === '' ? [] : text.split('|').map((part) => part.trim());
  if (type === 'flag') return text === 'yes';
  if (type === 'match') return text === '' ? 'literal' : text;
  return text;
}

/** Where a problem stands, for people: `statistics.csv:12:5`. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
