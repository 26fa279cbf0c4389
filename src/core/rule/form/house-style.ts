import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Edit, Rule, Style } from '../rule.js';
import { longNumbers, numeralStandard } from './figures.js';

/** A form the house may want, and what would have to change. */
interface Wanted {
  readonly style: Style;
  readonly name: Message;
  readonly edits: readonly Edit[];
  readonly clause: string;
}

const RANGE_DASHES: readonly string[] = ['—', '～', '-', '至'];
/** What a range is joined by, with the look-alikes of each. */
const DASH = /^(?:[—–－\-~～〜]|—{2}|至)$/;
/** Behind these a number from one to ten may be printed either way; 第一产业, 第二届 are names. */
const COUNTERS: ReadonlySet<string> = new Set(['个', '位', '名', '家', '项', '批', '天', '轮', '座', '场']);
const HAN = '〇一二三四五六七八九十';

/**
 * Relation: what a standard leaves open (GB/T 15835—2011: grouping of long numbers, the sign of a range, numerals from one to ten) is printed
 * the way the house prints it. Reports for every form that a house may want; settings show the wanted one only.
 */
export const houseStyle: Rule = {
  id: 'house-style',
  group: 'form',
  severity: 'information',
  title: say`本单位的体例`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const { style, name, edits, clause } of [
      ...groupings(article, own),
      ...dashes(article, own),
      ...numerals(article, own),
    ]) {
      const [first, ...more] = edits;
      if (first === undefined) continue;
      report({
        span: first.span,
        style,
        message: say`按本单位体例，${name}：“${slice(article.text, first.span)}”应为“${first.newText}”（共${edits.length}处）。`,
        related: more.map(({ span }) => ({ span, message: say`写法相同` })),
        source: numeralStandard(clause),
        fixes: [
          {
            title: more.length === 0 ? say`改为“${first.newText}”` : say`${edits.length}处都按体例改`,
            kind: 'safe',
            edits,
          },
        ],
      });
    }
  },
};

function groupings(article: AnalysedArticle, own: OwnText): readonly Wanted[] {
  const numbers = longNumbers(article).filter(({ span }) => own.isText(span.start));
  const forms = [
    { value: 'comma', name: say`五位以上的数用千分撇`, mark: ',' },
    { value: 'space', name: say`五位以上的数用千分空`, mark: '\u2009' },
    { value: 'none', name: say`五位以上的数不分节`, mark: '' },
  ] as const;
  return forms.map(({ value, name, mark }) => ({
    style: { option: 'grouping', value },
    name,
    clause: '5.1.1',
    edits: numbers
      .filter(({ grouping }) => grouping !== value)
      .map(({ span, digits }) => ({ span, newText: digits.replace(/\B(?=(?:\d{3})+$)/g, mark) })),
  }));
}

function dashes(article: AnalysedArticle, own: OwnText): readonly Wanted[] {
  const signs: Span[] = [];
  for (const mention of article.mentions) {
    if (mention.kind !== 'range' || !own.isText(mention.span.start)) continue;
    const between = { start: mention.from.span.end, end: mention.to.span.start };
    const sign = slice(article.text, between);
    // 由3%到5% is a movement; 从…到… keeps its words.
    if (DASH.test(sign) && !/[由从自]$/.test(article.text.slice(0, mention.span.start).slice(-1))) signs.push(between);
  }
  return RANGE_DASHES.map((value) => ({
    style: { option: 'rangeDash', value },
    name: say`数值范围用“${value}”`,
    clause: '5.1.3',
    edits: signs.filter((span) => slice(article.text, span) !== value).map((span) => ({ span, newText: value })),
  }));
}

function numerals(article: AnalysedArticle, own: OwnText): readonly Wanted[] {
  const edits: Record<'arabic' | 'han', Edit[]> = { arabic: [], han: [] };
  for (const mention of article.mentions) {
    if (mention.kind !== 'ordinal' || !COUNTERS.has(mention.counter) || !own.isRunning(mention.span.start)) continue;
    const { numeral, span, counter } = mention;
    const number = numeral.value.toNumber();
    if (number > 10) continue;
    if (numeral.script === 'han') edits.arabic.push({ span, newText: `第${number}${counter}` });
    if (numeral.script === 'arabic') edits.han.push({ span, newText: `第${HAN.charAt(number)}${counter}` });
  }
  return [
    { style: { option: 'numerals', value: 'arabic' }, name: say`序数用阿拉伯数字`, clause: '4.3', edits: edits.arabic },
    { style: { option: 'numerals', value: 'han' }, name: say`序数用汉字数字`, clause: '4.3', edits: edits.han },
  ];
}
