import assert from 'node:assert/strict';
import { check } from '../../../../src/core/check.js';
import { loadBundled } from '../../../../src/knowledge/bundled.js';

describe('a doubling at the very beginning of a text', () => {
  it('is found, and the check comes to an end', () => {
    const text = '监测监测预警，要监测预，要监测预，测监。';
    const found = check(text, loadBundled()).filter(({ ruleId }) => ruleId === 'stutter');
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['监测监测'],
    );
  });
});
