import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Rule } from '../rule.js';

const HAN = '[\\u4e00-\\u9fff]';
/** Chinese characters and the marks that go with them. */
const CHINESE = '[\\u4e00-\\u9fff，。、；：“”‘’《》〈〉（）]';

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };

/** Relation: digits and letters are half width, marks in Chinese text full width (GB/T 15834—2011; GB/T 15835—2011, 4.2). */
export const widthForm: Rule = {
  id: 'width-form',
  group: 'form',
  severity: 'information',
  title: say`全角半角`,
  check(article, _knowledge, report) {
    const code = article.blocks.filter(({ kind }) => kind === 'code').map(({ span }) => span);
    const tell = (span: Span, newText: string, message: Message): void => {
      if (code.some(({ start, end }) => span.start < end && start < span.end)) return;
      report({ span, message, fixes: [{ title: say`改为“${newText}”`, kind: 'safe', edits: [{ span, newText }] }] });
    };
    const { text } = article;
    for (const match of text.matchAll(/\(([^()\n]{0,80})\)/g)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const inside = match[1] ?? '';
      const beside = text.charAt(span.start - 1) + text.charAt(span.end);
      // In formulas and English both sides and the inside are Latin.
      if (!new RegExp(CHINESE).test(inside) && !new RegExp(CHINESE).test(beside)) continue;
      if (
        /^[A-Za-z\d.,+\-*/=\s]*$/.test(inside) &&
        /[A-Za-z\d)]/.test(text.charAt(span.start - 1)) &&
        !new RegExp(CHINESE).test(text.charAt(span.end))
      )
        continue;
      tell(span, `（${inside}）`, say`中文里的括号用全角。`);
    }
    for (const match of text.matchAll(/[０-９Ａ-Ｚａ-ｚ％＋][０-９Ａ-Ｚａ-ｚ％．＋－，]*/g)) {
      const span = { start: match.index, end: match.index + match[0].replace(/[，．－＋]+$/, '').length };
      tell(span, slice(article.folded, span).replaceAll('，', ','), say`阿拉伯数字和字母用半角。`);
    }
    for (const match of text.matchAll(new RegExp(`(?<=${HAN})[,:;!?](?=\\s?${HAN})`, 'g'))) {
      const span = { start: match.index, end: match.index + 1 };
      tell(span, FULL[match[0]] ?? match[0], say`中文里的标点用全角。`);
    }
    for (const match of text.matchAll(/(?<![\d.,])(\d{1,2}) (\d{1,2})(?=\s?[年月日号])/g)) {
      if ((match[1] ?? '').length + (match[2] ?? '').length !== 4) continue;
      tell(
        { start: match.index, end: match.index + match[0].length },
        `${match[1] ?? ''}${match[2] ?? ''}`,
        say`一个数字中间不空格。`,
      );
    }
  },
};
