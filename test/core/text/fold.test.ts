import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldWidth } from '../../../src/core/text/fold.js';

describe('width folding', () => {
  it('folds digits, letters and signs and leaves Chinese punctuation', () => {
    assert.equal(foldWidth('２０２１年增长５．３％，（ＧＤＰ）：'), '2021年增长5.3%，（GDP）：');
  });

  it('never moves an offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(foldWidth(text).length, text.length);
      }),
    );
  });
});
