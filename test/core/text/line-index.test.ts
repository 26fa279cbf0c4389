import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/core/text/line-index.js';

describe('LineIndex', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['LF', '一\n二\n三', 3],
    ['CRLF', '一\r\n二\r\n三', 3],
    ['CR', '一\r二\r三', 3],
    ['mixed', '一\r\n二\n三\r四', 4],
    ['a line end at the end', '一\n', 2],
    ['nothing', '', 1],
  ];
  for (const [name, text, lines] of cases) {
    it(`counts lines: ${name}`, () => {
      assert.equal(new LineIndex(text).lineCount, lines);
    });
  }

  it('counts columns in UTF-16 code units, as editors do', () => {
    const index = new LineIndex('甲😀乙\r\n丙');
    assert.deepEqual(index.positionAt(3), { line: 0, character: 3 });
    assert.deepEqual(index.positionAt(6), { line: 1, character: 0 });
  });

  it('gives back every offset it is asked for', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙\r\n😀a]{0,40}$/u), fc.nat(60), (text, n) => {
        const index = new LineIndex(text);
        const offset = Math.min(n, text.length);
        assert.equal(index.offsetAt(index.positionAt(offset)), offset);
      }),
    );
  });

  it('keeps positions outside the text inside it', () => {
    const index = new LineIndex('甲\n乙');
    assert.deepEqual(index.positionAt(99), { line: 1, character: 1 });
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 3);
    assert.equal(index.offsetAt({ line: -1, character: 4 }), 0);
  });
});
