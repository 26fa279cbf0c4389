import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import { weekdayOf } from '../../time/calendar.js';
import type { Rule } from '../rule.js';

const DAYS = '日一二三四五六';

/** Relation: the weekday printed behind a date is that date's. Needs the year, from the text or the issue date. */
export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  group: 'time',
  severity: 'error',
  title: say`日期与星期不符`,
  check(article, _knowledge, report) {
    for (const mention of article.mentions) {
      const day = mention.kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(mention.value ?? '') : null;
      if (day === null) continue;
      const printed = /^\s?[（(，,]?(星期|周|礼拜)([一二三四五六日天])/.exec(
        article.folded.slice(mention.span.end, mention.span.end + 6),
      );
      const [, word = '', name = ''] = printed ?? [];
      if (
        printed === null ||
        (word === '周' && /[年期岁边]/.test(article.folded.charAt(mention.span.end + printed[0].length))) ||
        // ，星期一至星期五开放 says when something is, not what day it was.
        (/^[，,]/.test(printed[0]) &&
          !/^[，,。；）)上下早晚]|^$/.test(article.folded.charAt(mention.span.end + printed[0].length)))
      )
        continue;
      const right = DAYS.charAt(weekdayOf(Number(day[1]), Number(day[2]), Number(day[3])));
      if (right === name || (right === '日' && name === '天')) continue;
      const end = mention.span.end + printed[0].length;
      const span = { start: end - word.length - 1, end };
      report({
        span,
        message: say`${day[1] ?? ''}年${Number(day[2])}月${Number(day[3])}日是${word}${right}，不是“${slice(article.text, span)}”。`,
        related: [{ span: mention.span, message: say`日期` }],
        fixes: [{ title: say`改为“${word}${right}”`, kind: 'suggestion', edits: [{ span, newText: word + right }] }],
      });
    }
  },
};
