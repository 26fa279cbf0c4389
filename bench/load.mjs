// How long the fact table and the segmenters take to load, and what they keep in memory. Each is loaded in a fresh process; medians of RUNS.
//   npm run compile && npm run facts && node bench/load.mjs
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const RUNS = 7;
const root = fileURLToPath(new URL('..', import.meta.url));
const out = path.join(root, 'out', 'src');
const compiled = path.join(root, 'dist', 'facts.json');

/** What is measured: a module is loaded before the clock starts, then `run` is timed. */
const CASES = {
  'fact table, compiled': async () => {
    const { loadBundled } = await import(path.join(out, 'knowledge/bundled.js'));
    return () => loadBundled(compiled);
  },
  'fact table, from CSV': async () => {
    const { loadBundled } = await import(path.join(out, 'knowledge/bundled.js'));
    return () => loadBundled();
  },
  'workspace table of 100,000 rows': async () => {
    const { readTables } = await import(path.join(out, 'knowledge/tables.js'));
    const rows = Array.from({ length: 100_000 }, (_, i) => `第${i}县,地区生产总值,,2021,${i}.5,亿元,,公报,"统计公报,${i}",2022-03-01,,B`);
    const header = 'subject,indicator,scope,period,value,unit,bound,vintage,source,source_date,locator,confidence';
    const bytes = new TextEncoder().encode([header, ...rows].join('\n'));
    return () => readTables([{ name: 'statistics.csv', bytes }]);
  },
  'segmenter (nodejieba if built)': async () => {
    const { loadSegmenter } = await import(path.join(out, 'knowledge/segmenter.js'));
    return () => loadSegmenter();
  },
};

const [name] = process.argv.slice(2);
if (name !== undefined) {
  const run = await CASES[name]();
  globalThis.gc();
  const before = process.memoryUsage();
  const start = performance.now();
  const kept = run();
  const ms = performance.now() - start;
  globalThis.gc();
  const after = process.memoryUsage();
  const held = (key) => (after[key] - before[key]) / 1e6;
  console.log(JSON.stringify({ ms, heap: held('heapUsed'), rss: held('rss'), kept: typeof kept }));
} else {
  if (!existsSync(compiled)) throw new Error(`${compiled} is missing: run "npm run facts" first.`);
  for (const each of Object.keys(CASES)) {
    const runs = Array.from({ length: RUNS }, () =>
      JSON.parse(execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), each], { encoding: 'utf8' })),
    );
    const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[RUNS >> 1];
    console.log(`${each.padEnd(34)} ${median('ms').toFixed(0).padStart(6)} ms  heap ${median('heap').toFixed(1).padStart(6)} MB  rss ${median('rss').toFixed(1).padStart(6)} MB`);
  }
}
