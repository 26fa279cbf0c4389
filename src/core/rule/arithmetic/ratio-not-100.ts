import Big from 'big.js';
import { say } from '../../message.js';
import type { RatioMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';

/** What is divided into shares of 100: 三次产业结构, 一二三产业比例. */
const SHARES =
  /(?:产业|增加值|人口|收入|支出|投资|能源|消费|结构)[^，。；]{0,12}(?:结构|构成|占比|比重|比例|比|之比)[^，。；、\d]{0,12}$/;
/** Each share is rounded by itself. */
const SLACK = new Big('0.2');

/** Relation: the shares of a whole make 100, within rounding. */
export const ratioNot100: Rule = {
  id: 'ratio-not-100',
  group: 'arithmetic',
  severity: 'error',
  title: say`结构比例之和不是100`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const ratios = article.mentions.filter((mention): mention is RatioMention => mention.kind === 'ratio');
    for (const [i, { span, parts }] of ratios.entries()) {
      if (parts.length < 3 || !own.isText(span.start)) continue;
      const before = article.folded.slice(Math.max(0, span.start - 40), span.start);
      const last = ratios[i - 1];
      // 由8.3∶41.4∶50.3调整为7.9∶40.1∶52.0: the name stands before the first.
      const follows = last !== undefined && /^[^，。；]{0,16}$/.test(article.folded.slice(last.span.end, span.start));
      const named = follows
        ? SHARES.test(
            article.folded
              .slice(Math.max(0, last.span.start - 40), last.span.start)
              .replace(/(?:由|从)(?:上年|去年|\d{4}年)?的?$/, ''),
          )
        : SHARES.test(before.replace(/(?:由|从)?(?:\d{4}年|上年)的?$/, ''));
      if (!named) continue;
      const sum = parts.reduce((all, { value }) => all.plus(value), new Big(0));
      // 1∶2∶3 compares; shares in per cent come near to 100 or hold a slip in one figure.
      if (sum.minus(100).abs().lte(SLACK) || !looksLikeShares(parts.map(({ value }) => value))) continue;
      report({
        span,
        message: say`“${slice(article.text, span)}”各部分之和为${sum.toFixed()}，应为100，请核对。`,
        related: parts.map((part, k) => ({ span: part.span, message: say`第${k + 1}部分` })),
      });
    }
  },
};

/** True if all but one may be shares in per cent: each is below 100 and together they leave room for the one. */
function looksLikeShares(values: readonly Big[]): boolean {
  const sum = values.reduce((all, value) => all.plus(value), new Big(0));
  if (sum.gt(70) && sum.lt(200)) return true;
  return values.some((value) => {
    const others = sum.minus(value);
    return others.gt(40) && others.lt(100);
  });
}
