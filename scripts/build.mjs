// Bundles the extension, the language server and the command line into dist/. Flags: --production (minified, no maps).
import { build } from 'esbuild';
import { chmod, cp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const production = process.argv.includes('--production');

/** Everything runs as CommonJS (VS Code loads the extension so); `import.meta.url` in the sources stays usable. */
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: 'dist',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  // Native and WebAssembly parts are copied as they are (copySegmenters).
  external: ['vscode', 'nodejieba', 'jieba-wasm'],
  define: { 'import.meta.url': '__moduleUrl' },
};
const moduleUrl = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await Promise.all([
  build({ ...options, entryPoints: { extension: 'src/extension/extension.ts' }, banner: { js: moduleUrl } }),
  build({ ...options, entryPoints: { server: 'src/server/main.ts' }, banner: { js: moduleUrl } }),
  build({
    ...options,
    entryPoints: { cli: 'src/cli/main.ts' },
    banner: { js: `#!/usr/bin/env node\n${moduleUrl}` },
  }),
]);
await chmod(path.join(root, 'dist/cli.js'), 0o755);

if (existsSync(path.join(root, 'scripts/build-facts.mjs'))) {
  const facts = spawnSync(process.execPath, ['scripts/build-facts.mjs'], { cwd: root, stdio: 'inherit' });
  if (facts.status !== 0) process.exit(facts.status ?? 1);
}

await copySegmenters();

/** Copies the run-time files of both segmenters to dist/node_modules, where `require` finds them from a bundle. */
async function copySegmenters() {
  const copy = async (name, files) => {
    for (const file of files) {
      const from = path.join(root, 'node_modules', name, file);
      if (!existsSync(from)) throw new Error(`${from} is missing: run "npm ci" first.`);
      const to = path.join(root, 'dist/node_modules', name, file);
      await mkdir(path.dirname(to), { recursive: true });
      await cp(from, to);
    }
  };
  await copy('jieba-wasm', [
    'package.json',
    'LICENSE',
    'pkg/nodejs/jieba_rs_wasm.js',
    'pkg/nodejs/jieba_rs_wasm_bg.wasm',
  ]);
}
