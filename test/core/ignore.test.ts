import assert from 'node:assert/strict';
import { check } from '../../src/core/check.js';
import {
  ignore,
  parseIgnored,
  printIgnored,
  silence,
  withIgnored,
  withoutIgnored,
  type Ignored,
  type IgnoreScope,
} from '../../src/core/ignore.js';
import { applySettings, DEFAULT_SETTINGS } from '../../src/core/settings.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

const DOCUMENT = '稿件/0428.txt';
const TEXT = '会议认为，要进行进行清理。城镇居民312万人，乡村居民188万人，合计550万人。会议要求，各地要进行进行清理。';

const found = (text: string) => ({ document: DOCUMENT, text, findings: check(text, loadBundled()) });

/** Ignores the finding at the nth place of `words` in TEXT. */
function ignoring(words: string, scope: IgnoreScope = 'finding', from = 0): Ignored {
  const at = TEXT.indexOf(words, from);
  const all = found(TEXT);
  const finding = all.findings.find(({ span }) => span.start <= at && at < span.end);
  assert.ok(finding !== undefined, words);
  const entry = ignore(finding, scope, all);
  assert.ok(entry !== undefined);
  return entry;
}

/** What is still shown of a text. */
function shown(text: string, entries: readonly Ignored[]): readonly string[] {
  const all = found(text);
  const { findings } = silence(entries, all);
  return applySettings(all.findings, DEFAULT_SETTINGS, { silenced: findings }).map(
    ({ ruleId, span }) => `${ruleId}@${span.start}`,
  );
}

describe('ignoring', () => {
  it('hides one finding and leaves its like elsewhere', () => {
    const all = shown(TEXT, []);
    assert.equal(all.length, 3);
    assert.deepEqual(shown(TEXT, [ignoring('进行进行')]), all.slice(1));
  });

  it('survives edits elsewhere in the paragraph, new lines and other widths', () => {
    const entries = [ignoring('550万人')];
    for (const text of [
      TEXT.replace('会议认为', '五月的会议一致认为'),
      TEXT.replace('312万人', '311万人'),
      TEXT.replace('合计550万人', '合计\n550万人'),
      TEXT.replace('合计550', '合计５５０'),
    ])
      assert.ok(!shown(text, entries).some((each) => each.startsWith('sum-mismatch')), text);
  });

  it('ends when the words themselves change', () => {
    assert.ok(shown(TEXT.replace('550', '560'), [ignoring('550万人')]).some((each) => each.startsWith('sum-mismatch')));
  });

  it('tells several alike apart', () => {
    const twice = '要进行进行清理。要进行进行清理。';
    const all = found(twice);
    const [, second] = all.findings;
    assert.ok(second !== undefined);
    const entry = ignore(second, 'finding', all);
    assert.ok(entry !== undefined);
    assert.deepEqual(shown(twice, [entry]), shown(twice, []).slice(0, 1));
  });

  it('hides a rule in one document, or in all', () => {
    const inDocument = ignoring('进行进行', 'document');
    assert.deepEqual(shown(TEXT, [inDocument]), shown(TEXT, []).slice(1, 2));
    assert.equal(shown(TEXT, [{ ...inDocument, document: '别的.txt' } as Ignored]).length, 3);
    assert.deepEqual(shown(TEXT, [ignoring('进行进行', 'workspace')]), shown(TEXT, []).slice(1, 2));
  });

  it('knows which entries are of no use any more', () => {
    const entries = [ignoring('进行进行'), ignoring('550万人')];
    const { used } = silence(entries, found(TEXT.replace('550', '500')));
    assert.deepEqual([...used], entries.slice(0, 1));
    assert.deepEqual(withoutIgnored(entries, used), entries.slice(1));
  });

  it('is written one entry a line, in the same order, each once, and read back', () => {
    const entries = [ignoring('550万人'), ignoring('进行进行', 'workspace'), ignoring('进行进行')];
    const text = printIgnored(entries.reduce<readonly Ignored[]>(withIgnored, []));
    assert.equal(text, printIgnored([...entries, ...entries].reverse().reduce<readonly Ignored[]>(withIgnored, [])));
    assert.equal(text.split('\n').length, entries.length + 6);
    const { entries: back, faults } = parseIgnored(text);
    assert.deepEqual(faults, []);
    assert.equal(printIgnored(back), text);
  });

  it('names what cannot be read and goes by the rest', () => {
    assert.equal(parseIgnored('{').faults.length, 1);
    assert.equal(parseIgnored('[]').faults.length, 1);
    const { entries, faults } = parseIgnored(
      '{"ignored": [{"scope": "finding"}, {"scope": "workspace", "rule": "stutter"}]}',
    );
    assert.deepEqual(entries, [{ scope: 'workspace', rule: 'stutter' }]);
    assert.equal(faults.length, 1);
  });
});
