import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Knowledge } from '../core/fact/knowledge.js';
import { say } from '../core/message.js';
import { decode } from '../knowledge/decode.js';
import { appendFact, checkTable, OWN_STATISTICS, OWN_TABLES } from '../knowledge/own-table.js';
import { Converter, type Say } from './convert.js';
import { pathOf } from './folders.js';
import type { RecordedFact } from './protocol.js';

/** True if a document is one of the newsroom's tables: it lies in .hegao/facts or is named, or its folder is, in hegao.facts. */
export function isOwnTable(uri: string, folder: string | undefined, facts: readonly string[]): boolean {
  const file = pathOf(uri);
  if (file === undefined || folder === undefined || !/\.csv$/i.test(file)) return false;
  return [OWN_TABLES, ...facts].some((name) => {
    const place = path.resolve(folder, name);
    return file === place || path.dirname(file) === place;
  });
}

/** What is wrong with the rows of a table as it stands in the editor. */
export function tableDiagnostics(uri: string, text: string, knowledge: Knowledge, say_: Say): Diagnostic[] {
  const converter = new Converter(text, uri, 0);
  return checkTable(text, path.basename(uri), knowledge).map(({ span, severity, message }) => ({
    range: converter.range(span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: say_(say`核稿`),
    code: 'facts-table',
    message: say_(message),
  }));
}

/** Adds a row to the folder's own statistics. Gives the file's URI. @throws Error if the file is there and cannot be read. */
export function recordFact(folder: string, fact: RecordedFact): string {
  const file = path.join(folder, OWN_STATISTICS);
  const decoded = existsSync(file) ? decode(readFileSync(file)) : ({ ok: true, text: '' } as const);
  if (!decoded.ok) throw new Error(`${file}: ${decoded.message.template}`);
  mkdirSync(path.dirname(file), { recursive: true });
  // A byte-order mark, without which Excel takes Chinese for something else.
  writeFileSync(file, `\uFEFF${appendFact(decoded.text, { ...fact })}`);
  return pathToFileURL(file).href;
}
