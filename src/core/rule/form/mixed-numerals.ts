import Big from 'big.js';
import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';
import { figuresOf, numeralStandard } from './figures.js';

/** Digit-by-digit years that mix scripts: 二OO八, 二00八, 二〇1八. */
const YEAR = /(?<![\dA-Za-z一二三四五六七八九〇零○])[一二三四五六七八九〇零○Oo\d]{4}(?=年)/g;
const HAN = '〇一二三四五六七八九';

/**
 * Relation: a number is in Arabic digits or in Chinese ones; beside Arabic digits only 万 and 亿 stand (GB/T 15835—2011, 5.3).
 */
export const mixedNumerals: Rule = {
  id: 'mixed-numerals',
  group: 'form',
  severity: 'warning',
  title: say`汉字数字与阿拉伯数字混用`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const tell = (span: Span, newText: string, message: Message): void => {
      if (!own.isText(span.start)) return;
      report({
        span,
        message,
        source: numeralStandard('5.3'),
        fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
      });
    };
    for (const { figure } of figuresOf(article)) {
      const span = figure.numeral.span;
      const newText = inArabic(figure, slice(article.folded, span));
      if (newText !== undefined)
        tell(
          span,
          newText,
          say`“${slice(article.text, span)}”混用两种数字：阿拉伯数字后面只用“万”“亿”，应为“${newText}”。`,
        );
    }
    for (const { index, 0: year } of article.folded.matchAll(YEAR)) {
      if (!/[Oo\d]/.test(year) || !/[一二三四五六七八九]/.test(year)) continue;
      const newText = [...year]
        .map((each) => (/\d/.test(each) ? HAN.charAt(Number(each)) : /[Oo]/.test(each) ? '〇' : each))
        .join('');
      tell({ start: index, end: index + 4 }, newText, say`年份“${year}”混入了字母或阿拉伯数字，应为“${newText}”。`);
    }
  },
};

/** The number with its 十, 百, 千 written out in digits, or undefined where it has none behind Arabic digits. */
function inArabic({ numeral }: FigureMention, printed: string): string | undefined {
  if (numeral.fraction !== undefined || !/\d\s?[十百千]/.test(printed)) return undefined;
  // 3千多万: the open place stays where it is.
  const open = /^(\d+(?:\.\d+)?)([十百千])([多余来])([万亿]*)$/.exec(printed);
  if (open !== null)
    return new Big(open[1] ?? 0).times(multiple(open[2])).toFixed() + (open[3] ?? '') + (open[4] ?? '');
  if (/[多余来几数]/.test(printed)) return undefined;
  for (const [name, size] of [
    ['万亿', '1e12'],
    ['亿', '1e8'],
    ['万', '1e4'],
  ] as const) {
    const scaled = numeral.value.div(size);
    if (printed.endsWith(name) || (scaled.gte(1) && scaled.round(2).eq(scaled) && /[万亿]/.test(printed)))
      return scaled.toFixed() + name;
  }
  return numeral.value.toFixed();
}

function multiple(name: string | undefined): number {
  return name === '十' ? 10 : name === '百' ? 100 : 1000;
}
