/**
 * What VS Code loads as its extension tests: runs every *.test file bundled beside it (scripts/test.mjs), in one mocha run.
 *
 * Environment: HEGAO_COUNTS names the file for the counts, HEGAO_GREP a part of the names of the tests to run.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** Called by VS Code; a rejection makes its exit code 1. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env['HEGAO_GREP'];
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 120_000, ...(grep ? { fgrep: grep } : {}) });
  const require = createRequire(import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.cjs'));
  for (const file of files.map((name) => path.join(folder, name)).sort()) {
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    mocha.suite.emit('require', require(file), file, mocha);
    mocha.suite.emit('post-require', globalThis, file, mocha);
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const counts = process.env['HEGAO_COUNTS'];
      if (counts) writeFileSync(counts, JSON.stringify({ passes: runner.stats?.passes ?? 0, failures }));
      if (failures > 0) reject(new Error(`${failures} of the tests in VS Code failed.`));
      else resolve();
    });
  });
}
