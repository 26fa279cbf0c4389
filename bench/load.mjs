// How long the fact table and the segmenters take to load, and what they keep in memory, as shares of nodejieba's own load in the same run. Each is
// loaded in a fresh process; medians of RUNS.
//   npm run compile && npm run facts && node bench/load.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const RUNS = 7;
const root = fileURLToPath(new URL('..', import.meta.url));
const out = path.join(root, 'out', 'src');
const compiled = path.join(root, 'dist', 'facts.json');

/** What the others are measured by. */
const NODEJIEBA = 'nodejieba';

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
    const { loadBundled } = await import(path.join(out, 'knowledge/bundled.js'));
    const { knowledgeWith } = await import(path.join(out, 'knowledge/layered.js'));
    loadBundled(compiled);
    const folder = mkdtempSync(path.join(tmpdir(), 'hegao-bench-'));
    process.on('exit', () => rmSync(folder, { recursive: true }));
    const rows = Array.from({ length: 100_000 }, (_, i) => `第${i}县,地区生产总值,,2021,${i}.5,亿元,,公报,统计公报,2022-03-01,,B`);
    const header = 'subject,indicator,scope,period,value,unit,bound,vintage,source,source_date,locator,confidence';
    writeFileSync(path.join(folder, 'statistics.csv'), [header, ...rows].join('\n'));
    return () => knowledgeWith(['statistics.csv'], folder);
  },
  [NODEJIEBA]: async () => {
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
  const medians = new Map();
  for (const each of Object.keys(CASES)) {
    const runs = Array.from({ length: RUNS }, () =>
      JSON.parse(execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), each], { encoding: 'utf8' })),
    );
    const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[RUNS >> 1];
    medians.set(each, { ms: median('ms'), heap: median('heap'), rss: median('rss') });
  }
  const whole = medians.get(NODEJIEBA);
  const share = (part, all) => `${((100 * part) / all).toFixed(0)}%`.padStart(5);
  for (const [each, { ms, heap, rss }] of medians)
    console.log(
      `${each.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms ${share(ms, whole.ms)}  heap ${heap.toFixed(1).padStart(6)} MB  rss ${rss.toFixed(1).padStart(6)} MB ${share(rss, whole.rss)}`,
    );
}
