// Checks facts/*.csv and compiles them to dist/facts.json. Ends with 1 and lists file:line:column where a table is wrong.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The reading and checking is that of src/knowledge: bundled here, so that the command needs no earlier build. */
const bundle = path.join(root, 'out', 'build-facts.bundle.mjs');
await build({
  entryPoints: [path.join(root, 'src/knowledge/build.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
const { buildFacts } = await import(pathToFileURL(bundle).href);
await rm(bundle);

const { text, summary, problems } = buildFacts(root);
for (const problem of problems) console.error(problem);
if (text === undefined) process.exit(1);
await mkdir(path.join(root, 'dist'), { recursive: true });
await writeFile(path.join(root, 'dist', 'facts.json'), text);
console.log(summary);
