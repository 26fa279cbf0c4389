import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Edit, Report, Rule } from '../rule.js';

const HAN = '[\\u4e00-\\u9fff]';
/** Chinese characters and the marks that go with them. */
const CHINESE = /[\u4e00-\u9fff，。、；：“”‘’《》〈〉（）]/;

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };

/** Full-width digits and letters, with the signs that go with digits; between Chinese words ＋ may be wide. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％．＋－，]*[０-９Ａ-Ｚａ-ｚ％])?|(?<=\d)％/g;
/** Half-width marks in Chinese text; behind a figure too, as in 增长5%,其中. */
const MARKS = new RegExp(
  `(?<=${HAN}|[%‰”》）])[,;!?](?= ?${HAN})|(?<=\\d),(?=${HAN})|(?<=${HAN}):(?= ?${HAN})|(?<=${HAN})[;!?](?=$)`,
  'gm',
);
const BRACKETS = /\(([^()\n]{0,80})\)/g;
/** A year or a day torn by a blank: 20 22年. */
const TORN = /(?<![\d.,])(\d{1,2}) (\d{1,2})(?=\s?[年月日号])/g;

/**
 * Relation: digits and letters are half width, marks in Chinese text full width (GB/T 15834—2011; GB/T 15835—2011, 5.1.7). One finding
 * for all places of a kind in an article: whoever set it had the keyboard in that state throughout.
 */
export const widthForm: Rule = {
  id: 'width-form',
  group: 'form',
  severity: 'information',
  title: say`全角半角`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const { text, folded } = article;
    const isText = ({ start }: Span): boolean => !['code', undefined].includes(own.blockAt(start)?.kind);
    const edits = (pattern: RegExp, mend: (found: string, span: Span) => string | undefined): readonly Edit[] =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        const newText = isText(span) ? mend(match[0], span) : undefined;
        return newText === undefined ? [] : [{ span, newText }];
      });
    const brackets = edits(BRACKETS, (found, span) =>
      isChineseBracket(text, span) ? `（${found.slice(1, -1)}）` : undefined,
    );
    const wide = edits(WIDE, (_, span) => slice(folded, span).replaceAll('，', ','));
    const marks = edits(MARKS, (found) => FULL[found]);
    if (brackets.length > 0) report(together(text, brackets, say`中文里的括号用全角。`));
    if (wide.length > 0) report(together(text, wide, say`阿拉伯数字、百分号和字母用半角。`));
    if (marks.length > 0) report(together(text, marks, say`中文里的标点用全角。`));
    for (const edit of edits(TORN, (found) => (found.length === 5 ? found.replace(' ', '') : undefined)))
      report(together(text, [edit], say`一个数字中间不空格。`));
  },
};

/** In formulas and English both sides and the inside are Latin. */
function isChineseBracket(text: string, { start, end }: Span): boolean {
  const inside = text.slice(start + 1, end - 1);
  const [before, behind] = [text.charAt(start - 1), text.charAt(end)];
  if (!CHINESE.test(inside) && !CHINESE.test(before) && !CHINESE.test(behind)) return false;
  // (120, 30) are coordinates.
  if (/^[-\d.]+(?:, ?[-\d.]+)+$/.test(inside)) return false;
  const isFormula = /^[A-Za-z\d.+\-*/=<>\s,]*$/.test(inside);
  if (isFormula && /[A-Za-z]/.test(before)) return false;
  return !(isFormula && /[A-Za-z\d) ]/.test(before) && !/[\u4e00-\u9fff]/.test(behind));
}

/** One finding at the first place, which changes them all. */
function together(text: string, edits: readonly Edit[], message: Message): Report {
  const [first, ...others] = edits;
  const span = first?.span ?? { start: 0, end: 0 };
  const newText = first?.newText ?? '';
  return {
    span,
    message: others.length === 0 ? message : say`${message}本篇共${edits.length}处。`,
    related: others.slice(0, 20).map((edit) => ({ span: edit.span, message: say`“${slice(text, edit.span)}”` })),
    fixes: [
      {
        title: others.length === 0 ? say`改为“${newText}”` : say`都改过来（${edits.length}处）`,
        kind: 'safe',
        edits,
      },
    ],
  };
}
