import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Trie } from '../../../src/core/entity/trie.js';

const trieOf = (...terms: string[]): Trie<string> => new Trie(terms.map((term) => [term, term.toUpperCase()] as const));

describe('trie', () => {
  it('finds the longest term at a place', () => {
    const trie = trieOf('广州', '广州市', '广州市科学技术局');
    assert.deepEqual(trie.longestAt('在广州市科学馆', 1), { start: 1, end: 4, value: '广州市' });
    assert.equal(trie.longestAt('在广州市科学馆', 0), undefined);
  });

  it('keeps within the limit', () => {
    assert.equal(trieOf('广州', '广州市').longestAt('广州市', 0, 2)?.end, 2);
  });

  it('gives all the terms that begin at a place', () => {
    assert.deepEqual(
      trieOf('广州', '广州市', '广')
        .allAt('广州市', 0)
        .map(({ end }) => end),
      [1, 2, 3],
    );
  });

  it('gives the terms of a text without overlaps', () => {
    const trie = trieOf('广西', '西安', '安全');
    assert.deepEqual(
      [...trie.matches('广西安全')].map(({ value }) => value),
      ['广西', '安全'],
    );
  });

  it('finds what a plain search finds, whatever the terms', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), maxLength: 40 });
    const terms = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(text, terms, (text, terms) => {
        const trie = trieOf(...terms);
        assert.equal(trie.size, terms.length);
        for (const term of terms) assert.equal(trie.get(term), term.toUpperCase());
        for (let at = 0; at <= text.length; at++) {
          const expected = terms.filter((term) => text.startsWith(term, at)).map(({ length }) => at + length);
          assert.deepEqual(
            trie.allAt(text, at).map(({ end }) => end),
            expected.sort((a, b) => a - b),
          );
          assert.equal(trie.longestAt(text, at)?.end, expected.at(-1));
        }
      }),
    );
  });

  it('holds 100,000 terms', () => {
    const terms = Array.from({ length: 100_000 }, (_, i) => `词${i.toString(36)}`);
    const trie = trieOf(...terms);
    assert.equal(trie.size, 100_000);
    for (const term of terms) assert.equal(trie.longestAt(`${term}。`, 0)?.end, term.length);
  });
});
