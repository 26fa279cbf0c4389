import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAMILIES } from '../../src/core/resolve.js';
import { PRESETS } from '../../src/core/preset.js';
import { RULES } from '../../src/core/rule/index.js';
import { severityKeys } from '../../src/core/settings.js';

const root = new URL('../../../', import.meta.url);

describe('the documentation', () => {
  it('lists the rules as they are (npm run docs)', () => {
    const { stderr, status } = spawnSync(process.execPath, ['scripts/rule-index.mjs', '--check'], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('of the command line names every option', () => {
    const page = readFileSync(new URL('docs/cli.md', root), 'utf8');
    const source = readFileSync(new URL('src/cli/run.ts', root), 'utf8');
    const options = [...source.matchAll(/'--([a-z-]+)/g)].map((match) => `--${match[1] ?? ''}`);
    assert.ok(options.length > 5);
    assert.deepEqual(
      options.filter((option) => !page.includes(option)),
      [],
    );
  });
});

describe('what names rules', () => {
  it('names rules that there are', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    assert.deepEqual(
      Object.values(FAMILIES)
        .flat()
        .filter((id) => !ids.has(id)),
      [],
    );
    const keys = severityKeys();
    const named = Object.values(PRESETS).flatMap((table) => Object.keys(table));
    assert.deepEqual(
      named.filter((key) => !keys.includes(key)),
      [],
    );
  });
});
