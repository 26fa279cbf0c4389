import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/check.js';
import { figuresByEnd, isDecimalComma } from '../../../../src/core/rule/form/figures.js';
import { loadBundled } from '../../../../src/knowledge/bundled.js';

describe('figures as printed', () => {
  it('are found by their last digit, 万 and 亿 or not', () => {
    const [article] = analyse('投资3,2765.8亿元，安置２６０户。', loadBundled());
    assert.ok(article !== undefined);
    const ends = [...figuresByEnd(article).keys()].map((end) => article.text.slice(0, end));
    assert.ok(ends.includes('投资3,2765.8'));
    assert.ok(ends.includes('投资3,2765.8亿元，安置２６０'));
  });

  it('take a comma for a decimal point before % and among few digits', () => {
    assert.ok(isDecimalComma('3,5', '%，其中'));
    assert.ok(isDecimalComma('118,20', '个百分点'));
    assert.ok(isDecimalComma('4,5', '万人'));
    assert.ok(!isDecimalComma('118,20', '亿元'));
    assert.ok(!isDecimalComma('1350,0', '亿元'));
  });
});
