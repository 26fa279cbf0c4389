import type { Mention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { bracketedYears } from './bracketed.js';
import { withYears } from './plan-period.js';

/** Lengths of time that a bracket may spell out: a plan of N years, the past N years. */
const PLAN = /(?:行动|计划|方案|规划|攻坚|工程|实施意见)/;
const PAST = /(?:这|前|头)$/;

/** Relation: a length in years and the years that spell it out agree: 三年行动（2021—2023年） runs over three. */
export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  group: 'time',
  severity: 'error',
  title: say`年数与起止年份不符`,
  check(article, _knowledge, report) {
    for (const { owner, years, between } of bracketedYears(article, (mention) => lengthOf(mention) !== undefined)) {
      const length = lengthOf(owner);
      if (length === undefined) continue;
      const before = article.folded.slice(Math.max(0, owner.span.start - 2), owner.span.start);
      if (/^(?:前|后|多|以)/.test(between)) continue;
      if (!(
        PLAN.test(between) ||
        (between === '' && (owner.kind === 'period' || PAST.test(before))) ||
        /^(?:来|间)$/.test(between)
      ))
        continue;
      const [from, to] = years.years;
      // From the middle of one year to the middle of another, N years touch N + 1.
      if (to - from + 1 === length || to <= from || (to - from === length && !PLAN.test(between))) continue;
      const printed = slice(article.text, years.span);
      const newText = withYears(printed, years.years, [from, from + length - 1]);
      report({
        span: years.span,
        message: say`“${printed}”首尾共${to - from + 1}年，与“${slice(article.text, owner.span)}”不符。`,
        related: [{ span: owner.span, message: say`年数` }],
        fixes:
          newText === undefined
            ? []
            : [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: years.span, newText }] }],
      });
    }
  },
};

/** The years of 三年 and of 过去五年; undefined for what is no length, or a vague one. */
function lengthOf(mention: Mention): number | undefined {
  if (mention.kind === 'period') return mention.length;
  return mention.kind === 'quantity' && mention.unit.unit === '年' && mention.bound === ''
    ? mention.numeral.value.toNumber()
    : undefined;
}
