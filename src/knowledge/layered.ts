import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildKnowledge, type Knowledge } from '../core/fact/knowledge.js';
import type { Tables } from '../core/fact/schema.js';
import { say, type Message } from '../core/message.js';
import { loadBundled } from './bundled.js';
import { KEYS } from './columns.js';
import { ownTables } from './own-table.js';
import { placeText, readTables, type TableFile } from './tables.js';

/** A fault in a newsroom's table: its place as `file:line:column` and what to do. */
export interface TableFault {
  readonly place: string;
  readonly message: Message;
}

/**
 * The bundled tables with a newsroom's own laid over them: those named, and those in .hegao/facts of `workspace`.
 * @param names files, and folders whose tables are taken, relative to `folder`.
 * @returns the tables, and the rows and files that could not be used.
 */
export function knowledgeWith(
  names: readonly string[],
  folder: string,
  workspace = folder,
): { readonly knowledge: Knowledge; readonly faults: readonly TableFault[] } {
  const bundled = loadBundled();
  const own = ownTables(workspace);
  const all = own === undefined ? names : [...names, path.relative(folder, own)];
  if (all.length === 0) return { knowledge: bundled, faults: [] };
  const { files, missing } = tableFiles(all, folder);
  const { tables, problems } = readTables(files, false);
  const faults = [
    ...missing.map((place) => ({ place, message: say`没有这个文件；请检查路径。` })),
    ...problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => ({ place: placeText(problem), message: problem.message })),
  ];
  return { knowledge: buildKnowledge(layered(tables, bundled.tables)), faults };
}

/** The CSV files and workbooks that names stand for, each once, with the names under which nothing lies. */
export function tableFiles(
  names: readonly string[],
  folder: string,
): { readonly files: readonly TableFile[]; readonly missing: readonly string[] } {
  const files = new Map<string, TableFile>();
  const missing: string[] = [];
  const take = (name: string): void => {
    const full = path.resolve(folder, name);
    if (!files.has(full)) files.set(full, { name, bytes: readFileSync(full) });
  };
  for (const name of names) {
    const full = path.resolve(folder, name);
    if (!existsSync(full)) missing.push(name);
    else if (statSync(full).isDirectory()) {
      // Excel keeps a file ~$… beside a workbook that is open.
      const tables = readdirSync(full).filter((each) => /\.(?:csv|xlsx)$/i.test(each) && !each.startsWith('~$'));
      for (const file of tables.sort()) take(path.join(name, file));
    } else take(name);
  }
  return { files: [...files.values()], missing };
}

/** A newsroom's rows go before the bundled ones, and take the place of those of the same key. */
function layered(own: Tables, bundled: Tables): Tables {
  const keys = Object.keys(bundled) as (keyof Tables)[];
  return Object.fromEntries(keys.map((table) => [table, over(table, own[table], bundled[table])])) as unknown as Tables;
}

function over(table: keyof Tables, own: readonly object[], bundled: readonly object[]): readonly object[] {
  if (own.length === 0) return bundled;
  const keyOf = (row: object): string =>
    KEYS[table].map((field) => String((row as Readonly<Record<string, unknown>>)[field])).join('\t');
  const replaced = new Set(own.map(keyOf));
  return [...own, ...bundled.filter((row) => !replaced.has(keyOf(row)))];
}
