import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/finding.js';
import { say } from '../../src/core/message.js';
import { lineTyped, withoutUnfinished } from '../../src/server/typing.js';

const finding = (start: number, end: number): Finding => ({
  ruleId: 'stutter',
  group: 'form',
  severity: 'warning',
  span: { start, end },
  message: say`重复`,
  related: [],
  fixes: [],
});

describe('the line being typed', () => {
  it('is the line in which a text changed', () => {
    assert.deepEqual(lineTyped('一\n二\n三', '一\n二二\n三'), { start: 2, end: 4 });
    assert.deepEqual(lineTyped('一\r\n二', '一\r\n'), { start: 3, end: 3 });
    assert.deepEqual(lineTyped('', '一'), { start: 0, end: 1 });
  });

  it('is none where nothing or more than a line changed', () => {
    assert.equal(lineTyped('一\n二', '一\n二'), undefined);
    assert.equal(lineTyped('一\n二', '一一\n二二'), undefined);
    assert.equal(lineTyped('一二', '一\n二'), undefined);
    assert.equal(lineTyped('一\n二', '一二'), undefined);
  });

  it('lets new findings in it wait, and no others', () => {
    const before = { text: '进行进行整改。\n进行进行', findings: [finding(0, 4)] };
    const text = '我们进行进行整改进行进行。\n进行进行';
    const findings = [finding(2, 6), finding(8, 12), finding(14, 18)];
    const line = lineTyped(before.text, text);
    assert.ok(line);
    // The same words twice in a line are as good as known.
    assert.deepEqual(withoutUnfinished(findings, text, line, before), findings);
    const other = { text: '整改。\n进行进行', findings: [finding(4, 8)] };
    const typed = '进行进行整改。\n进行进行';
    const its = lineTyped(other.text, typed);
    assert.ok(its);
    assert.deepEqual(withoutUnfinished([finding(0, 4), finding(8, 12)], typed, its, other), [finding(8, 12)]);
  });
});
