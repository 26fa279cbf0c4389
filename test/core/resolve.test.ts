import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/core/finding.js';
import { say } from '../../src/core/message.js';
import { FAMILIES, resolve } from '../../src/core/resolve.js';

function finding(ruleId: string, start: number, end: number, fields: Partial<Finding> = {}): Finding {
  const message = say`${ruleId}`;
  return {
    ruleId,
    group: 'arithmetic',
    severity: 'warning',
    span: { start, end },
    message,
    related: [],
    fixes: [],
    ...fields,
  };
}

function fix(start: number, end: number, newText: string): Finding['fixes'][number] {
  return { title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: { start, end }, newText }] };
}

const ids = (findings: readonly Finding[]): readonly string[] => findings.map(({ ruleId }) => ruleId);

describe('rules that speak of one slip', () => {
  it('the more exact speaks, the other becomes a related place and its fix comes behind', () => {
    const scale = finding('scale-slip', 4, 9, { fixes: [fix(4, 9, '3420亿元')] });
    const sum = finding('sum-mismatch', 3, 9, { fixes: [fix(3, 9, '约3421亿元')] });
    const [only, ...more] = resolve([sum, scale]);
    assert.deepEqual(more, []);
    assert.equal(only?.ruleId, 'sum-mismatch');
    assert.deepEqual(
      only.related.map(({ span }) => span),
      [scale.span],
    );
    assert.deepEqual(only.fixes, [...sum.fixes, ...scale.fixes]);
  });

  it('the graver goes before the more exact', () => {
    const sum = finding('sum-mismatch', 4, 9, { severity: 'hint' });
    assert.deepEqual(ids(resolve([finding('fact-mismatch', 4, 9, { severity: 'error' }), sum])), ['fact-mismatch']);
  });

  it('one fix is one slip, wherever the findings stand', () => {
    const [a, b] = [finding('sum-mismatch', 0, 3), finding('share-mismatch', 10, 14)];
    const fixes = [fix(5, 7, '5%')];
    assert.equal(
      resolve([
        { ...a, fixes },
        { ...b, fixes },
      ]).length,
      1,
    );
    assert.equal(resolve([a, b]).length, 2);
  });

  it('a slip within a passage that stands twice is one of its own', () => {
    assert.equal(resolve([finding('duplicate-paragraph', 0, 90), finding('stutter', 40, 44)]).length, 2);
  });

  it('words that are mended each for itself are two', () => {
    const brackets = finding('width-form', 0, 9, {
      fixes: [
        {
          title: say`改`,
          kind: 'safe',
          edits: [
            { span: { start: 0, end: 1 }, newText: '（' },
            { span: { start: 8, end: 9 }, newText: '）' },
          ],
        },
      ],
    });
    assert.equal(resolve([brackets, finding('range-unit', 2, 7, { fixes: [fix(3, 4, '亿')] })]).length, 2);
  });

  it('no rule stands in two families', () => {
    const all = Object.values(FAMILIES).flat();
    assert.deepEqual(all, [...new Set(all)]);
  });

  it('leaves no slip out, and resolving again changes nothing', () => {
    const rule = fc.constantFrom(...Object.values(FAMILIES).flat(), 'unknown-rule');
    const any = fc
      .record({ rule, start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), fixed: fc.boolean() })
      .map(({ rule: id, start, length, fixed }) =>
        finding(id, start, start + length, fixed ? { fixes: [fix(start, start + 1, id.slice(0, 1))] } : {}),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (given) => {
        const findings = [...given].sort((a, b) => a.span.start - b.span.start);
        const left = resolve(findings);
        for (const { ruleId, span } of findings)
          assert.ok(
            left.some(
              (each) =>
                each.ruleId === ruleId ||
                each.related.some((other) => other.span.start === span.start && other.span.end === span.end),
            ),
          );
        assert.ok(left.length <= findings.length);
      }),
    );
  });
});
