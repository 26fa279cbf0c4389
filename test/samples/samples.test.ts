import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check } from '../../src/core/check.js';
import type { Severity } from '../../src/core/rule/rule.js';
import { DEFAULT_SETTINGS, wanted } from '../../src/core/settings.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

const folder = new URL('../../../samples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '提示',
  hint: '建议',
};

interface Section {
  readonly file: string;
  /** The words, the severity and the rule of each slip, in the order of the text. */
  readonly rows: readonly (readonly [string, string, string])[];
}

/** The sections of samples/README.md: a heading that links to a file, and a table of what is to be found in it. */
function sections(): readonly Section[] {
  return [...read('README.md').matchAll(/^## \[(.+?)\]\(.+?\)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map((match) => ({
    file: match[1] ?? '',
    rows: (match[2] ?? '')
      .split('\n')
      .filter((line) => /^\| (?!文字 |---)/.test(line))
      .map((line) => {
        const [text = '', severity = '', rule = ''] = line.split('|').slice(1).map((cell) => cell.trim());
        return [text, severity, rule] as const;
      }),
  }));
}

/** All that is found in a text, shown as its row would be. */
function found(file: string, rows: Section['rows']): Section['rows'] {
  const text = read(file);
  const language = file.endsWith('.md') ? 'markdown' : 'plain';
  const findings = wanted(check(text, loadBundled(), { language }), DEFAULT_SETTINGS);
  return findings.map(({ span, severity, ruleId }, i) => {
    const words = text.slice(span.start, span.end).replaceAll('\n', '⏎');
    const [wanted = ''] = rows[i] ?? [];
    const shown = wanted.endsWith('…') && words.startsWith(wanted.slice(0, -1)) ? wanted : words;
    return [shown, NAMES[severity], ruleId] as const;
  });
}

describe('samples', () => {
  const all = sections();

  it('README.md speaks of each of them', () => {
    assert.deepEqual(
      all.map(({ file }) => file),
      ['示例.txt', 'sample.md', '干净.txt'],
    );
    assert.ok(all.every(({ file, rows }) => (file === '干净.txt' ? rows.length === 0 : rows.length > 0)));
  });

  for (const { file, rows } of all)
    it(`in ${file} exactly what README.md says is found`, () => {
      assert.deepEqual(found(file, rows), rows);
    });
});
