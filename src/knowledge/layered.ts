import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildKnowledge, type Knowledge } from '../core/fact/knowledge.js';
import type { Tables } from '../core/fact/schema.js';
import { say, type Message } from '../core/message.js';
import { loadBundled } from './bundled.js';
import { placeText, readTables, type TableFile } from './tables.js';

/** A fault in a newsroom's table: its place as `file:line:column` and what to do. */
export interface TableFault {
  readonly place: string;
  readonly message: Message;
}

/**
 * The bundled tables with a newsroom's own laid over them.
 * @param names files, and folders whose CSV files are taken, relative to `folder`.
 */
export function knowledgeWith(
  names: readonly string[],
  folder: string,
): { readonly knowledge: Knowledge; readonly faults: readonly TableFault[] } {
  const bundled = loadBundled();
  if (names.length === 0) return { knowledge: bundled, faults: [] };
  const { files, missing } = tableFiles(names, folder);
  const { tables, problems } = readTables(files);
  const faults = [
    ...missing.map((place) => ({ place, message: say`没有这个文件；请检查路径。` })),
    ...problems.map((problem) => ({ place: placeText(problem), message: problem.message })),
  ];
  return { knowledge: buildKnowledge(layered(tables, bundled.tables)), faults };
}

/** The CSV files that names stand for, with the names under which nothing lies. */
export function tableFiles(
  names: readonly string[],
  folder: string,
): { readonly files: readonly TableFile[]; readonly missing: readonly string[] } {
  const files: TableFile[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const full = path.resolve(folder, name);
    if (!existsSync(full)) missing.push(name);
    else if (statSync(full).isDirectory()) {
      for (const file of readdirSync(full).filter((each) => /\.csv$/i.test(each)))
        files.push({ name: path.join(name, file), bytes: readFileSync(path.join(full, file)) });
    } else files.push({ name, bytes: readFileSync(full) });
  }
  return { files, missing };
}

/** A newsroom's rows go before the bundled ones. */
function layered(own: Tables, bundled: Tables): Tables {
  const keys = Object.keys(bundled) as (keyof Tables)[];
  return Object.fromEntries(keys.map((key) => [key, [...own[key], ...bundled[key]]])) as unknown as Tables;
}
