import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { installedSegmenter, loadSegmenter } from '../../src/knowledge/segmenter.js';
import { NO_SEGMENTER } from '../../src/core/segment/segmenter.js';

/** `require` of a machine on which the packages `absent` are not installed. */
function without(...absent: string[]): NodeJS.Require {
  const real = createRequire(import.meta.url);
  const check = (name: string): string => {
    if (absent.some((packageName) => name.startsWith(packageName))) throw new Error(`Cannot find module '${name}'`);
    return name;
  };
  const require_ = (name: string): unknown => real(check(name));
  return Object.assign(require_, real, {
    resolve: Object.assign((name: string) => real.resolve(check(name)), real.resolve),
  }) as NodeJS.Require;
}

describe('segmenter', () => {
  const wasm = loadSegmenter(without('nodejieba'));

  it('falls back to jieba-wasm and says why', () => {
    assert.equal(wasm.segmenter.engine, 'jieba-wasm');
    assert.deepEqual(wasm.failures, [{ engine: 'nodejieba', reason: "Cannot find module 'nodejieba/package.json'" }]);
  });

  it('says without loading which engine is installed', () => {
    assert.deepEqual([without('nodejieba'), without('nodejieba', 'jieba-wasm')].map(installedSegmenter), [
      'jieba-wasm',
      'none',
    ]);
  });

  it('works without any engine', () => {
    const { segmenter, failures } = loadSegmenter(without('nodejieba', 'jieba-wasm'));
    assert.equal(segmenter, NO_SEGMENTER);
    assert.deepEqual(
      failures.map(({ engine }) => engine),
      ['nodejieba', 'jieba-wasm'],
    );
    assert.deepEqual(segmenter.cut('全市GDP增长5.2%。'), ['全市', 'GDP', '增长', '5.2%。']);
  });

  it('cuts Han into words and leaves figures whole', () => {
    assert.deepEqual(wasm.segmenter.cut('扩大就业13.271万人'), ['扩大', '就业', '13.271', '万人']);
    assert.deepEqual(wasm.segmenter.tag('长沙19,239'), [
      { word: '长沙', tag: 'ns' },
      { word: '19,239', tag: 'x' },
    ]);
  });

  it('gives every text back whole, whichever the engine', () => {
    const engines = [loadSegmenter().segmenter, wasm.segmenter, NO_SEGMENTER];
    const text = fc.string({
      unit: fc.constantFrom('全', '国', '产', '量', '的', '𠮷', '〇', '1', '.', 'A', '，', '\n', ' '),
    });
    fc.assert(
      fc.property(text, (text) => {
        for (const engine of engines) {
          assert.equal(engine.cut(text).join(''), text);
          assert.equal(
            engine
              .tag(text)
              .map(({ word }) => word)
              .join(''),
            text,
          );
        }
      }),
    );
  });
});
