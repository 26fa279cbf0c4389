import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { firstDay, lastDay } from '../../time/recognise.js';
import { withYears } from './plan-period.js';

/** Relation: a range of dates does not end before it begins. */
export const periodReversed: Rule = {
  id: 'period-reversed',
  group: 'time',
  severity: 'error',
  title: say`起止时间颠倒`,
  check(article, _knowledge, report) {
    for (const mention of article.mentions) {
      if (
        mention.kind !== 'period' ||
        mention.form !== 'range' ||
        mention.start === undefined ||
        mention.end === undefined
      )
        continue;
      if (lastDay(mention.end) >= firstDay(mention.start)) continue;
      const printed = slice(article.text, mention.span);
      const newText =
        mention.years === undefined
          ? undefined
          : withYears(printed, mention.years, [mention.years[1], mention.years[0]]);
      report({
        span: mention.span,
        message: say`“${printed}”的结束早于开始，请核对。`,
        fixes:
          newText === undefined
            ? []
            : [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: mention.span, newText }] }],
      });
    }
  },
};
