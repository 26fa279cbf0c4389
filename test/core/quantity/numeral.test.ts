import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNumeral } from '../../../src/core/quantity/numeral.js';

/** One value with its many surface forms. */
const forms: readonly (readonly [string, readonly string[]])[] = [
  ['34000', ['34000', '34,000', '34\u2009000', '3万4000', '3.4万', '三万四千', '三万四', '叁万肆仟']],
  ['11000000', ['1,100万', '1100万', '一千一百万']],
  ['20000000000000', ['二十万亿', '20万亿', '200000亿']],
  ['1790000000000', ['1.79万亿', '17900亿', '一点七九万亿']],
  ['25000', ['两万五', '两万五千', '2.5万']],
  ['2022', ['二〇二二', '二零二二', '2022', '两千零二十二']],
  ['1001', ['一千零一', '1001', '1,001']],
  ['456420015', ['四亿五千六百四十二万零一十五', '456420015']],
  ['130', ['百三', '一百三', '一百三十']],
  ['600000000', ['六亿', '六万万', '6亿', '600,000,000', '600，000，000']],
  ['152', ['一百五十二', '一百 五 十 二', '壹佰伍拾贰', '壹佰伍拾貳']],
  ['75400', ['7万5千4百', '7 万5 千4 百', '七万五千四百', '75400']],
  ['10012.15', ['一万零十二点一五', '10012.15', '1.001215×10⁴']],
  ['49959200000000', ['四十九兆九千五百九十二亿', '四十九万九千五百九十二亿']],
  ['0.46', ['零点四六', '0.46', '.46', '4.6e-1', '46×10^-2']],
  ['1720.1', ['一七二零点一', '1720.1']],
  ['20', ['廿', '二十']],
];

describe('numerals', () => {
  for (const [value, texts] of forms) {
    for (const text of texts) {
      it(`${text} is ${value}`, () => {
        const read = readNumeral(text, 0);
        assert.equal(read?.value.toFixed(), value);
        assert.equal(read.end, text.length);
      });
    }
  }

  const precise: readonly (readonly [string, string])[] = [
    ['1.79万亿', '10000000000'],
    ['3420亿', '100000000'],
    ['20000', '1'],
    ['二十万亿', '10000000000000'],
    ['一万五千', '1000'],
    ['0.46', '0.01'],
  ];
  for (const [text, ulp] of precise) {
    it(`the last printed digit of ${text} is worth ${ulp}`, () => {
      assert.equal(readNumeral(text, 0)?.ulp.toFixed(), ulp);
    });
  }

  const vague: readonly (readonly [string, string, string])[] = [
    ['十几万', '100000', '200000'],
    ['数百万', '1000000', '10000000'],
    ['三四百', '300', '400'],
    ['500多亿', '50000000000', '60000000000'],
    ['一百多万', '1000000', '2000000'],
  ];
  for (const [text, low, high] of vague) {
    it(`${text} lies between ${low} and ${high}`, () => {
      const read = readNumeral(text, 0);
      assert.equal(read?.value.toFixed(), low);
      assert.equal(read.value.plus(read.spread).toFixed(), high);
    });
  }

  const fractions: readonly (readonly [string, readonly string[]])[] = [
    ['1/3', ['三分之一', '1/3', '3分之1', '三 分 之 一']],
    ['1051/3', ['三百五十又三分之一', '350又3分之1', '三百五十 又 三分之一']],
    ['8/5', ['1 3/5', '一又五分之三']],
    ['5/1000000', ['一百万分之五']],
    ['1014/25', ['二十五分之一千零拾肆']],
  ];
  for (const [value, texts] of fractions) {
    for (const text of texts) {
      it(`keeps ${text} exact`, () => {
        const read = readNumeral(text, 0);
        assert.equal(read?.fraction?.map(String).join('/'), value);
        assert.equal(read.end, text.length);
      });
    }
  }

  const parts: readonly (readonly [string, string])[] = [
    ['三点一线', '三'],
    ['八点三十', '八'],
    ['24/7', '24'],
    ['14.3/10万', '14.3'],
    ['七亿两', '七亿'],
    ['三百米', '三百'],
    ['2百分点', '2'],
  ];
  for (const [text, numeral] of parts) {
    it(`ends before the rest of ${text}`, () => {
      assert.equal(text.slice(0, readNumeral(text, 0)?.end), numeral);
    });
  }

  for (const word of ['亿万人民', '万众', '数字化', '几何', '数据']) {
    it(`reads no number in ${word}`, () => {
      assert.equal(readNumeral(word, 0), undefined);
    });
  }

  it('leaves the multiplier to the unit in 5千瓦 and 3百分点', () => {
    assert.equal(readNumeral('5千瓦', 0)?.end, 1);
    assert.equal(readNumeral('300千米', 0)?.end, 3);
  });

  it('reads any whole number below 10000万亿 as it was printed', () => {
    const digits = '零一二三四五六七八九';
    /** Numbers below ten thousand in Chinese, with 零 for gaps. */
    const small = (n: number): string => {
      let text = '';
      for (const [unit, name] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(n / unit) % 10;
        if (digit !== 0) text += (digits[digit] ?? '') + name;
        else if (text !== '' && n % unit !== 0 && !text.endsWith('零')) text += '零';
      }
      return text;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (high, low) => {
        const text = `${small(high)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + small(low)}`;
        assert.equal(readNumeral(text, 0)?.value.toFixed(), String(high * 10_000 + low), text);
      }),
    );
  });
});
