import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likeness } from '../../../src/core/entity/confusable.js';
import { NearFinder } from '../../../src/core/entity/near.js';

const found = (text: string, ...names: string[]): string[] =>
  new NearFinder(names)
    .find(text)
    .map(({ span, slip, index }) => `${text.slice(span.start, span.end)} ${slip} ${index}`);

describe('near misses', () => {
  it('are two characters swapped, anywhere in the name', () => {
    assert.deepEqual(found('由国院务办公厅', '国务院办公厅'), ['国院务办公厅 swap 1']);
    assert.deepEqual(found('由国务办院公厅', '国务院办公厅'), ['国务办院公厅 swap 2']);
    assert.deepEqual(found('由国务院公办厅', '国务院办公厅'), ['国务院公办厅 swap 3']);
  });

  it('are one character for another', () => {
    assert.deepEqual(found('财正部', '财政部'), ['财正部 replace 1']);
    assert.deepEqual(found('国家统记局', '国家统计局'), ['国家统记局 replace 3']);
  });

  it('are one character left out, not at an end', () => {
    assert.deepEqual(found('长经济带', '长江经济带'), ['长经济带 drop 1']);
    assert.deepEqual(found('江经济带，长江经济', '长江经济带'), []);
  });

  it('are not the name itself, nor what is two slips away', () => {
    assert.deepEqual(found('长江经济带和长河经际带', '长江经济带'), []);
  });

  it('are found for any name with any one slip', () => {
    const name = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('swap', 'drop', 'replace'), (chars, seed, slip) => {
        const right = chars.join('');
        const index =
          slip === 'drop' ? 1 + (seed % (right.length - 2)) : seed % (right.length - (slip === 'swap' ? 1 : 0));
        const [head, tail] = [right.slice(0, index), right.slice(index)];
        const wrong =
          slip === 'drop'
            ? head + tail.slice(1)
            : slip === 'replace'
              ? `${head}错${tail.slice(1)}`
              : `${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`;
        const [first] = new NearFinder([right]).find(`前${wrong}后`);
        assert.deepEqual(first, { span: { start: 1, end: 1 + wrong.length }, name: right, slip, index });
      }),
    );
  });
});

describe('characters taken for one another', () => {
  it('share a syllable', () => {
    assert.equal(likeness('州', '洲')?.sound, true);
    assert.equal(likeness('民', '明')?.sound, false);
    assert.equal(likeness('民', '明')?.nearSound, true);
  });

  it('or are much alike', () => {
    assert.equal(likeness('设', '没')?.shape, true);
    assert.equal(likeness('未', '末')?.shape, true);
  });

  it('have something in common', () => {
    assert.equal(likeness('州', '海'), undefined);
    assert.equal(likeness('州', '州'), undefined);
  });
});
