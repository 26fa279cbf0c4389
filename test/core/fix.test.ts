import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../src/core/check.js';
import type { Finding } from '../../src/core/finding.js';
import { applyEdits, fixAll, safeEdits } from '../../src/core/fix.js';
import { say } from '../../src/core/message.js';
import { DEFAULT_SETTINGS, wanted } from '../../src/core/settings.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

const read = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');
const findingsOf = (text: string): readonly Finding[] => wanted(check(text, loadBundled()), DEFAULT_SETTINGS);

/** Stretches that are mended in bulk, and some that stand beside them. */
const PIECES = [
  ...[
    '全市(含开发区)',
    '进行进行',
    '的的',
    '１２％',
    '增长9～16亿元',
    '1,23,4万吨',
    '19，239亿元',
    '三、四天',
    '2021-2025年',
    '.46',
  ],
  ...['。', '，', '\n', '同城', '化发展', '产值', '占比', '(', ')', '“', '”', '二OO八年', '约', '左右'],
];

describe('fixing all', () => {
  it('leaves nothing for a second time, and its edits lead from the one text to the other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const once = fixAll(text, findingsOf);
        assert.deepEqual(safeEdits(findingsOf(once.text)), [], once.text);
        assert.equal(fixAll(once.text, findingsOf).text, once.text);
        assert.equal(applyEdits(text, once.edits), once.text);
      }),
      { numRuns: 60 },
    );
  });

  for (const sample of ['示例.txt', 'sample.md', '干净.txt'])
    it(`holds for ${sample}`, () => {
      const once = fixAll(read(sample), findingsOf);
      assert.equal(fixAll(once.text, findingsOf).text, once.text);
      assert.equal(applyEdits(read(sample), once.edits), once.text);
    });

  for (const sample of ['示例.txt', 'sample.md'])
    it(`what a first fix mends in ${sample} is not found again`, () => {
      const text = read(sample);
      for (const { ruleId, span, fixes } of findingsOf(text)) {
        const [fix] = fixes;
        if (fix === undefined) continue;
        const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
        const mended = applyEdits(text, edits);
        const moved = edits.reduce((sum, edit) => sum + edit.newText.length - (edit.span.end - edit.span.start), 0);
        const again = findingsOf(mended).filter(
          (each) => each.ruleId === ruleId && each.span.start >= span.start && each.span.end <= span.end + moved,
        );
        assert.deepEqual(again, [], `${ruleId} ${text.slice(span.start, span.end)}`);
      }
    });

  it('puts rounds of any edits together', () => {
    const edit = fc.record({ at: fc.nat(12), gone: fc.nat(4), newText: fc.constantFrom('', 'x', 'yz') });
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 }), (rounds) => {
        const text = '0123456789';
        const plan = rounds.map((edits) => [...edits]);
        const { edits, text: fixed } = fixAll(text, (now) =>
          (plan.shift() ?? []).map(({ at, gone, newText }) => safe(Math.min(at, now.length), gone, newText, now)),
        );
        assert.equal(applyEdits(text, edits), fixed);
        for (const [i, { span }] of edits.entries()) assert.ok(i === 0 || (edits[i - 1]?.span.end ?? 0) < span.start);
      }),
    );
  });
});

function safe(start: number, gone: number, newText: string, text: string): Finding {
  const span = { start, end: Math.min(start + gone, text.length) };
  const fix = { title: say`改`, kind: 'safe', edits: [{ span, newText }] } as const;
  return { ruleId: 'stutter', group: 'form', severity: 'warning', span, message: say`改`, related: [], fixes: [fix] };
}
