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

  it('keeps a fraction exact', () => {
    assert.deepEqual(readNumeral('三分之一', 0)?.fraction?.map(String), ['1', '3']);
  });

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
