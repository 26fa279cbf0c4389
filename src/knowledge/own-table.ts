import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Knowledge } from '../core/fact/knowledge.js';
import type { Message } from '../core/message.js';
import { LineIndex } from '../core/text/line-index.js';
import type { Span } from '../core/text/span.js';
import { loadBundled } from './bundled.js';
import { SCHEMAS } from './columns.js';
import { readCsv } from './csv.js';
import type { TableProblem } from './problem.js';
import { readTables } from './tables.js';
import { validateRows } from './validate.js';

/** Where a newsroom keeps its tables in a workspace, without a word in the settings. */
export const OWN_TABLES = path.join('.hegao', 'facts');
/** The table in it to which a figure of a text is added. */
export const OWN_STATISTICS = path.join(OWN_TABLES, 'statistics.csv');

/** The folder of the workspace's own tables, if there is one. */
export function ownTables(workspace: string): string | undefined {
  const folder = path.join(workspace, OWN_TABLES);
  return existsSync(folder) && statSync(folder).isDirectory() ? folder : undefined;
}

/** The workspace that a file or folder lies in, going by its own tables: the nearest folder, at or above `from`, that has some. */
export function nearestWorkspace(from: string): string | undefined {
  if (ownTables(from) !== undefined) return from;
  const parent = path.dirname(from);
  return parent === from ? undefined : nearestWorkspace(parent);
}

/** A fault in a table that is being edited. */
export interface TextProblem {
  /** In the text: half-open, UTF-16 code units. A cell, or the whole line. */
  readonly span: Span;
  readonly severity: TableProblem['severity'];
  readonly message: Message;
}

/**
 * Checks a table as it stands in an editor: every cell, duplicates and contradictions in it, and whether its indicators and units are known.
 * @param text the CSV text without a byte-order mark. @param name the file's name or path, by which its table is known.
 * @param knowledge the tables whose indicators and units count as known. @returns problems sorted by place; errors are of rows that are not used.
 */
export function checkTable(text: string, name: string, knowledge: Knowledge = loadBundled()): readonly TextProblem[] {
  const result = readTables([{ name, bytes: Buffer.from(text, 'utf8') }]);
  const lines = new LineIndex(text);
  return [...result.problems, ...validateRows(result, knowledge)]
    .map(({ line, column, length, severity, message }) => {
      const start = lines.offsetAt({ line: line - 1, character: column - 1 });
      return { span: { start, end: start + length }, severity, message };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** A row for statistics.csv by its columns (`docs/facts.md`): subject, indicator, period, value, unit, source … */
export type OwnFact = Readonly<Partial<Record<string, string>>>;

/**
 * A table of statistics with one more row at its end. An empty text becomes a table with a header; otherwise the row follows the columns and
 * the line ends that are there. @param csv the text without a byte-order mark. @returns the new text; what stood there is unchanged.
 */
export function appendFact(csv: string, fact: OwnFact): string {
  const [header] = readCsv(csv).rows;
  const columns =
    header?.cells.map((cell) => cell.trim().toLowerCase()) ??
    SCHEMAS.find(({ table }) => table === 'statistics')?.columns.map((column) => column.name) ??
    [];
  const lineEnd = /\r\n|\n|\r/.exec(csv)?.[0] ?? (csv === '' ? '\n' : '\r\n');
  const before = header === undefined ? columns.join(',') + lineEnd : /[\r\n]$/.test(csv) ? csv : csv + lineEnd;
  return before + columns.map((column) => quoted(fact[column] ?? '')).join(',') + lineEnd;
}

/** A cell as RFC 4180 writes it. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
