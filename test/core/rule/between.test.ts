import assert from 'node:assert/strict';
import { sharedParagraphs } from '../../../src/core/rule/duplicate/between.js';

const RAIL =
  '2023年，全国铁路完成固定资产投资7645亿元，比上年增长7.5%；投产新线3637公里，其中高速铁路2776公里，一批重点工程建成通车，沿线群众的出行更加便捷。';
const GRAIN =
  '全国粮食总产量比上年增加，夏粮受连阴雨影响略有减少，早稻稳中有增，秋粮增产较多，粮食播种面积继续扩大，单产水平稳步提高，为稳定物价打下了基础。';

describe('paragraphs shared between files', () => {
  it('are found where they are the same or nearly the same', () => {
    const found = sharedParagraphs([[GRAIN], [RAIL], [GRAIN.replace('略有', '有所'), RAIL]]);
    assert.deepEqual(
      found.map(({ later, earlier }) => [later.file, later.paragraph, earlier.file, earlier.paragraph]),
      [
        [2, 0, 0, 0],
        [2, 1, 1, 0],
      ],
    );
    assert.equal(found[1]?.jaccard, 1);
  });

  it('are not those of one file, nor different ones', () => {
    assert.deepEqual(sharedParagraphs([[RAIL, RAIL], [GRAIN]]), []);
    assert.deepEqual(sharedParagraphs([]), []);
  });
});
