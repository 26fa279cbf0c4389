import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { FixKind, Rule } from '../rule.js';
import { isDecimalComma, numeralStandard } from './figures.js';

/** What shows that digits are an amount: a sign, a multiplier, a unit. */
const AMOUNT = '(?=\\s?(?:%|‰|个?百分点|[万亿]|[元米吨倍升克毫厘公平立千瓦小度岁]))';
/** The same, but nothing that a new sentence could begin with. */
const SHARE = '(?=\\s?(?:%|‰|个?百分点|[万亿]))';

/** Decimals that are printed otherwise; `mend` gives the right form. All are matched in folded text. */
const SLIPS: readonly {
  readonly pattern: RegExp;
  readonly kind: FixKind;
  readonly message: (printed: string) => Message;
  readonly mend: (folded: string) => string;
}[] = [
  {
    pattern: new RegExp(`(?<=^|[\\u4e00-\\u9fff，。；：、（“])\\.\\d+${AMOUNT}`, 'gm'),
    kind: 'safe',
    message: (printed) => say`小数“${printed}”的整数部分是零，也要写出来。`,
    mend: (folded) => `0${folded}`,
  },
  {
    pattern: new RegExp(`(?<![\\d.,])(?:0[。·]\\d+${AMOUNT}|(?<![第前列居])\\d{1,4}[。·]\\d{1,3}${SHARE})`, 'g'),
    kind: 'safe',
    message: (printed) => say`“${printed}”中的小数点应为“.”。`,
    mend: (folded) => folded.replace(/[。·]/, '.'),
  },
  {
    pattern: new RegExp(`(?<![\\d.,])\\d{1,3},\\d{1,2}(?![\\d,.])${SHARE}`, 'g'),
    kind: 'suggestion',
    message: (printed) => say`“${printed}”用了逗号，若是小数，应为小数点。`,
    mend: (folded) => folded.replace(',', '.'),
  },
  {
    pattern: new RegExp(`(?<![\\d.,])\\d+\\.\\.\\d+${AMOUNT}`, 'g'),
    kind: 'safe',
    message: (printed) => say`“${printed}”多了一个小数点。`,
    mend: (folded) => folded.replace('..', '.'),
  },
];

/** Relation: a decimal has its point, half width, and a digit before the point (GB/T 15835—2011, 5.1.2). */
export const decimalForm: Rule = {
  id: 'decimal-form',
  group: 'form',
  severity: 'warning',
  title: say`小数写法`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const { pattern, kind, message, mend } of SLIPS) {
      for (const { index, 0: found } of article.folded.matchAll(pattern)) {
        const span: Span = { start: index, end: index + found.length };
        if (!own.isText(index)) continue;
        if (found.includes(',') && !isDecimalComma(found, article.folded.slice(span.end, span.end + 4))) continue;
        const newText = mend(found);
        report({
          span,
          message: message(slice(article.text, span)),
          source: numeralStandard('5.1.2'),
          fixes: [{ title: say`改为“${newText}”`, kind, edits: [{ span, newText }] }],
        });
      }
    }
  },
};
