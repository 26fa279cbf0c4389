// npm test [-- SUITE …] — sets up what is missing, then runs every suite, or those named: types, lint, format, unit,
// host, installed. A failing suite does not keep the others from running. The last line is “N passed, N failed”.
//   --grep TEXT                   only tests whose name holds TEXT
//   HEGAO_VSCODE=oldest           host tests in the oldest VS Code supported (1.100, Node 20.19)
//   HEGAO_VSCODE=download         host tests in a desktop VS Code that @vscode/test-electron downloads …
//   HEGAO_VSCODE_VERSION=1.100.0  … and which one
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inProject, main, root, run, Stop } from './lib/project.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

const suites = { types, lint, format, unit, host, installed };
const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

/** The embedded VS Code is started by a script, which Windows does not take for a program. */
const download = process.env.HEGAO_VSCODE === 'download' || process.platform === 'win32';

await main(async () => {
  const unknown = positionals.find((name) => !(name in suites));
  if (unknown)
    throw new Stop(
      `没有名为 ${unknown} 的测试。`,
      `No suite is called ${unknown}; there are: ${Object.keys(suites).join(', ')}.`,
      2,
    );
  await ensurePackages();
  const temporary = mkdtempSync(path.join(tmpdir(), 'hegao-test-'));
  const results = [];
  try {
    for (const name of positionals.length > 0 ? positionals : Object.keys(suites)) {
      console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
      results.push(await outcome(name, temporary));
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }

  console.log(`\n${'─'.repeat(72)}`);
  for (const { name, passed, failed, seconds } of results)
    console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${passed} passed, ${failed} failed (${seconds} s)`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});

/** Runs one suite. A suite that keeps no counts, or dies before it can, counts as one test. */
async function outcome(name, temporary) {
  const started = Date.now();
  const countsFile = path.join(temporary, `${name}.json`);
  let code = 1;
  try {
    code = await suites[name]({
      temporary,
      env: { ...process.env, HEGAO_COUNTS: countsFile, ...(values.grep ? { HEGAO_GREP: values.grep } : {}) },
    });
  } catch (error) {
    console.error(error instanceof Stop ? `核稿 ✗ ${error.message}` : error);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : undefined;
  let { passes: passed, failures: failed } = counts ?? { passes: code === 0 ? 1 : 0, failures: 0 };
  // The exit code has the last word: a crash after the last test is a failure too. So is a run without a test.
  if (failed === 0 && (code !== 0 || (passed === 0 && !values.grep))) failed = 1;
  return { name, passed, failed, seconds };
}

/** Runs a tool of node_modules by its own script. */
function tool(file, args, options) {
  return run(process.execPath, [inProject('node_modules', file), ...args], options);
}

function types() {
  return tool('typescript/bin/tsc', ['-b']);
}

function lint() {
  return tool('eslint/bin/eslint.js', [
    '.',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint',
    '--max-warnings',
    '0',
  ]);
}

function format() {
  return tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
}

async function unit({ env }) {
  await ensureBuild();
  if (!existsSync(inProject('out/test'))) await types();
  const grep = values.grep ? ['--fgrep', values.grep] : [];
  return tool('mocha/bin/mocha.js', ['--reporter', 'scripts/lib/counting-reporter.mjs', ...grep], { env });
}

/** The tests of test/host in a real VS Code, on a copy of test/host/workspace. */
async function host({ temporary, env }) {
  await ensureBuild();
  const workspace = path.join(temporary, 'workspace');
  mkdirSync(workspace);
  if (existsSync(inProject('test/host/workspace')))
    cpSync(inProject('test/host/workspace'), workspace, { recursive: true });
  return inVSCode({
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleTests('host'),
    launchArgs: [workspace],
    // What the tests expect to read is Chinese, whatever the display language.
    extensionTestsEnv: { HEGAO_LOCALE: 'zh-cn', ...env },
  });
}

/** The packaged extension, installed into an otherwise empty VS Code. */
async function installed({ temporary, env }) {
  const { buildPackage } = await import('./package.mjs');
  const file = await buildPackage(temporary);
  const folders = { extensions: path.join(temporary, 'extensions'), userData: path.join(temporary, 'user') };
  const profile = [`--extensions-dir=${folders.extensions}`, `--user-data-dir=${folders.userData}`];
  const { command, args } = await vscodeCommand();
  if ((await run(command, [...args, ...profile, `--install-extension=${file}`])) !== 0) return 1;
  return inVSCode({
    extensionDevelopmentPath: inProject('test/installed/nothing'),
    extensionTestsPath: await bundleTests('installed'),
    launchArgs: profile,
    extensionTestsEnv: { ...env, HEGAO_EXTENSIONS: folders.extensions },
  });
}

/** Bundles the tests of a folder and their runner, as VS Code loads CommonJS. Gives the runner's path. */
async function bundleTests(folder) {
  const { build } = await import('esbuild');
  const { readdirSync } = await import('node:fs');
  const out = inProject('out', folder);
  rmSync(out, { recursive: true, force: true });
  const tests = readdirSync(inProject('test', folder)).filter((name) => name.endsWith('.test.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: {
      index: 'test/host/index.ts',
      ...Object.fromEntries(tests.map((name) => [name.replace(/\.ts$/, ''), `test/${folder}/${name}`])),
    },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    banner: { js: "const __fileUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': '__fileUrl' },
    external: ['vscode', 'mocha', 'nodejieba', 'jieba-wasm'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(out, 'index.cjs');
}

/** The VS Code that tests run in: the embedded one, or a downloaded one. */
async function vscodeExecutable() {
  if (!download) return inProject('scripts/vscode-host/code.mjs');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode(process.env.HEGAO_VSCODE_VERSION ?? 'stable');
}

async function vscodeCommand() {
  const executable = await vscodeExecutable();
  if (!download) return { command: process.execPath, args: [executable] };
  const { resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  return { command, args };
}

/** Runs tests in VS Code. Gives 0 or 1. */
async function inVSCode(options) {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  try {
    return await runTests({ vscodeExecutablePath: await vscodeExecutable(), reuseMachineInstall: true, ...options });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    return 1;
  }
}
