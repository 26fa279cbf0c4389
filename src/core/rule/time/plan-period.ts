import { say } from '../../message.js';
import type { PeriodMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import { planYears } from '../../time/calendar.js';
import type { Rule } from '../rule.js';
import { bracketedYears } from './bracketed.js';

/** Words that may follow a plan's name before its years: the plan itself, not something else of its time. */
const OF_PLAN =
  /^(?:[”"』」》]?(?:(?:计划|规划)?(?:时期|期间|期)|计划|规划|发展规划|规划纲要|纲要|[\u4e00-\u9fff]{0,16}(?:规划|计划|纲要|方案))?)[”"』」》]?$/;

/** Relation: the years printed behind a five-year plan are the plan's: 2021—2025 for the fourteenth. */
export const planPeriod: Rule = {
  id: 'plan-period',
  group: 'time',
  severity: 'error',
  title: say`五年规划与起止年份不符`,
  check(article, _knowledge, report) {
    for (const { owner, years, between } of bracketedYears(article, ({ kind }) => kind === 'period')) {
      if (owner.kind !== 'period' || owner.plan === undefined || !OF_PLAN.test(between)) continue;
      const right = planYears(owner.plan);
      if (
        right === undefined ||
        (years.years[0] === right[0] && years.years[1] === right[1]) ||
        looksBeyond(years, right)
      )
        continue;
      const printed = slice(article.text, years.span);
      const newText = withYears(printed, years.years, right);
      report({
        span: years.span,
        message: say`“${slice(article.text, owner.span).replace(/[“”]/g, '')}”是${right[0]}—${right[1]}年，与“${printed}”不符。`,
        related: [{ span: owner.span, message: say`规划期` }],
        fixes:
          newText === undefined
            ? []
            : [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: years.span, newText }] }],
      });
    }
  },
};

/** A plan that reaches further on purpose: “十四五”规划和2035年远景目标（2021—2035年）. */
function looksBeyond(
  { years }: PeriodMention & { readonly years: readonly [number, number] },
  right: readonly [number, number],
): boolean {
  return years[0] === right[0] && years[1] > right[1] && years[1] % 5 === 0;
}

/** The printed range with other years; undefined where the years are not printed in four digits. */
export function withYears(
  printed: string,
  from: readonly [number, number],
  to: readonly [number, number],
): string | undefined {
  const [first, last] = from.map(String);
  if (first === undefined || last === undefined) return undefined;
  const at = printed.indexOf(first);
  const behind = printed.indexOf(last, at + first.length);
  if (at < 0 || behind < 0) return undefined;
  return (
    printed.slice(0, at) + String(to[0]) + printed.slice(at + 4, behind) + String(to[1]) + printed.slice(behind + 4)
  );
}
