import { EMPTY_TABLES, type Tables } from '../core/fact/schema.js';
import { say, type Message } from '../core/message.js';
import { SCHEMAS, type Column, type TableSchema } from './columns.js';
import { readCsv, type CsvRow } from './csv.js';
import { decode } from './decode.js';
import type { Place, TableProblem } from './problem.js';

/** A file of a fact table: its name as given (used in messages; its last part tells which table it is) and its bytes. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read, and what could not be. Nothing is thrown: a bad row is a problem, and the other rows still count. */
export interface ReadResult {
  readonly tables: Tables;
  readonly problems: readonly TableProblem[];
  /** Where a row of `tables` (and a column of it) stands; undefined for rows that came from elsewhere. */
  readonly placeOf: (row: object, field?: string) => Place | undefined;
}

/** Reads tables from CSV files. Files of one kind are joined in the order given. */
export function readTables(files: readonly TableFile[]): ReadResult {
  const tables: { [Key in keyof Tables]: object[] } = structuredClone(EMPTY_TABLES) as never;
  const problems: TableProblem[] = [];
  const places = new Map<object, (field?: string) => Place>();

  for (const { name, bytes } of files) {
    const problem = (line: number, column: number, message: Message): number =>
      problems.push({ file: name, line, column, severity: 'error', message });
    const decoded = decode(bytes);
    if (!decoded.ok) {
      problem(1, 1, decoded.message);
      continue;
    }
    const csv = readCsv(decoded.text);
    for (const fault of csv.faults)
      problem(fault.line, 1, say`双引号不成对；含逗号或引号的单元格要整格加双引号，格内的引号写两遍。`);
    const [header, ...rows] = csv.rows;
    if (header === undefined) {
      problem(1, 1, say`文件是空的；第一行应是列名。`);
      continue;
    }
    const names = header.cells.map((cell) => cell.trim().toLowerCase());
    const schema = schemaFor(name, names);
    if (schema === undefined) {
      problem(
        header.line,
        1,
        say`看不出这是哪一种事实表；请按docs/facts.md写列名，如 subject,indicator,period,value,unit,source。`,
      );
      continue;
    }
    const missing = schema.columns.filter((column) => column.required && !names.includes(column.name));
    if (missing.length > 0) {
      problem(header.line, 1, say`缺少列${missing.map((column) => column.name).join('、')}；请在第一行补上。`);
      continue;
    }
    const indexOf = new Map(schema.columns.map((column) => [column.field, names.indexOf(column.name)]));
    for (const row of rows) {
      if (row.cells.every((cell) => cell.trim() === '')) continue;
      const faults = rowFaults(schema, names, row);
      for (const { index, message } of faults) {
        const { line, column } = csv.place(row, index);
        problem(line, column, message);
      }
      if (faults.length > 0) continue;
      const read = Object.fromEntries(
        schema.columns.map((column) => [column.field, cellValue(column, row.cells[names.indexOf(column.name)] ?? '')]),
      );
      tables[schema.table].push(read);
      places.set(read, (field) => ({ file: name, ...csv.place(row, Math.max(0, indexOf.get(field ?? '') ?? 0)) }));
    }
  }
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0));
  return {
    tables: tables as unknown as Tables,
    problems,
    placeOf: (row, field) => places.get(row)?.(field),
  };
}

/** The table a file holds: by its name, else the one most of whose columns it has. */
function schemaFor(fileName: string, names: readonly string[]): TableSchema | undefined {
  const base = fileName.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase();
  const byName = SCHEMAS.find(({ file }) => file === base);
  if (byName !== undefined) return byName;
  const fitting = SCHEMAS.filter(({ columns }) =>
    columns.every(({ name, required }) => !required || names.includes(name)),
  );
  const known = ({ columns }: TableSchema): number => columns.filter(({ name }) => names.includes(name)).length;
  return fitting.sort((a, b) => known(b) - known(a))[0];
}

function rowFaults(schema: TableSchema, names: readonly string[], row: CsvRow): { index: number; message: Message }[] {
  if (row.cells.length !== names.length) {
    const message = say`这一行有${row.cells.length}格，列名有${names.length}格；含逗号的单元格要加双引号，空格也要保留逗号。`;
    return [{ index: 0, message }];
  }
  const faults = schema.columns.flatMap((column) => {
    const index = names.indexOf(column.name);
    const cell = row.cells[index]?.trim() ?? '';
    if (cell === '') {
      return column.required ? [{ index, message: say`“${column.name}”不能为空；请填写后再用。` }] : [];
    }
    const message = cellFault(column, cell);
    return message === undefined ? [] : [{ index, message }];
  });
  if (faults.length > 0) return faults;
  const fault = schema.check?.((name) => row.cells[names.indexOf(name)]?.trim() ?? '');
  return fault === undefined ? [] : [{ index: names.indexOf(fault.column), message: fault.message }];
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
