import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildKnowledge, type Knowledge } from '../core/fact/knowledge.js';
import type { Tables } from '../core/fact/schema.js';
import { say } from '../core/message.js';
import { loadBundled } from '../knowledge/bundled.js';
import { placeText, readTables, type TableFile } from '../knowledge/tables.js';
import type { Output } from './run.js';

/** The bundled tables with further ones laid over them. Bad rows are named on standard error; the others count. */
export function knowledgeWith(
  files: readonly string[],
  output: Output,
): { readonly knowledge: Knowledge; readonly faults: number } {
  const bundled = loadBundled();
  if (files.length === 0) return { knowledge: bundled, faults: 0 };
  const { read, missing } = tableFiles(files, output);
  const { tables, problems } = readTables(read);
  for (const problem of problems) output.warn(placeText(problem), problem.message);
  return { knowledge: buildKnowledge(merged(tables, bundled.tables)), faults: problems.length + missing };
}

/** The files of a list of files and folders; what is missing is named on standard error. */
export function tableFiles(
  files: readonly string[],
  output: Output,
): { readonly read: readonly TableFile[]; readonly missing: number } {
  const read: TableFile[] = [];
  let missing = 0;
  for (const name of files) {
    const full = path.resolve(output.surroundings.cwd(), name);
    if (!existsSync(full)) {
      output.warn(name, say`没有这个文件；请检查路径。`);
      missing++;
      continue;
    }
    const parts = statSync(full).isDirectory()
      ? readdirSync(full)
          .filter((file) => /\.csv$/i.test(file))
          .map((file) => path.join(full, file))
      : [full];
    for (const part of parts)
      read.push({
        name: parts.length > 1 ? path.relative(output.surroundings.cwd(), part) : name,
        bytes: readFileSync(part),
      });
  }
  return { read, missing };
}

/** A newsroom's rows go before the bundled ones. */
function merged(own: Tables, bundled: Tables): Tables {
  const keys = Object.keys(bundled) as (keyof Tables)[];
  return Object.fromEntries(keys.map((key) => [key, [...own[key], ...bundled[key]]])) as unknown as Tables;
}
