import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairCounts } from '../../../src/core/text/pair-counts.js';

describe('counts of characters and pairs', () => {
  it('are what counting by hand gives, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('同', '城', '化', 'a', '\0', '\ud800'), maxLength: 400 }),
        (text) => {
          const counts = new PairCounts(text);
          const units = Array.from({ length: text.length }, (_, i) => text.charAt(i));
          for (const one of new Set(units)) {
            assert.equal(counts.character(one), units.filter((each) => each === one).length);
            for (const other of new Set(units))
              assert.equal(
                counts.pair(one, other),
                units.filter((each, i) => each === one && units[i + 1] === other).length,
              );
          }
          assert.equal(counts.character('无'), 0);
          assert.equal(counts.pair('', '同'), 0);
        },
      ),
    );
  });

  it('hold many different pairs', () => {
    const text = String.fromCharCode(...Array.from({ length: 9_000 }, (_, i) => 0x4e00 + i));
    const counts = new PairCounts(text);
    assert.equal(counts.pair(text.charAt(8_000), text.charAt(8_001)), 1);
    assert.equal(counts.pair(text.charAt(8_001), text.charAt(8_000)), 0);
  });
});
