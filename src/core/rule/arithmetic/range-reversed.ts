import { say } from '../../message.js';
import type { FigureMention, RangeMention } from '../../mention.js';
import { isLike, valueOf } from '../../quantity/figure.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Edit, Rule } from '../rule.js';

/** Before a range that may fall: 由20%至15%, 气温, a score. */
const FALLS = /(?:[<>＜＞≤≥%]|[由从自]|气温|比分|第|(?:降|减|跌|缩|回落)[低少小]?[到至为])[^，。；\d]{0,6}$/;
/** Behind one: 3—1战胜. */
const SCORE = /^(?:战胜|击败|负于|取胜|获胜|领先|落后|告负|险胜|完胜|大胜)/;

/** Relation: a range of amounts runs from the less to the more. */
export const rangeReversed: Rule = {
  id: 'range-reversed',
  group: 'arithmetic',
  severity: 'warning',
  title: say`范围起止颠倒`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const range of article.mentions) {
      // A table run into one line puts figures side by side that belong to several columns.
      if (range.kind !== 'range' || !own.isRunning(range.span.start)) continue;
      const { from, to, span } = range;
      if (!isLike(from, to) || valueOf(from).lte(valueOf(to)) || !isAmount(from, to)) continue;
      if (FALLS.test(article.folded.slice(Math.max(0, span.start - 10), span.start))) continue;
      if (SCORE.test(article.folded.slice(span.end, span.end + 2))) continue;
      const edits = exchanged(article.text, range);
      const [a, b] = edits;
      const newText =
        article.text.slice(span.start, a.span.start) +
        a.newText +
        article.text.slice(a.span.end, b.span.start) +
        b.newText +
        article.text.slice(b.span.end, span.end);
      report({
        span,
        message: say`“${slice(article.text, span)}”前大后小，起止似乎颠倒。`,
        fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits }],
      });
    }
  },
};

/** A bare pair of numbers may be a score, a number of a house or a telephone. */
function isAmount(from: FigureMention, to: FigureMention): boolean {
  return to.kind !== 'number' || from.kind !== 'number';
}

/** The two figures in each other's place, each with its unit where both print it. */
function exchanged(text: string, { from, to, unitTwice }: RangeMention): readonly [Edit, Edit] {
  const part = ({ numeral, span }: FigureMention): Span =>
    unitTwice ? { start: numeral.span.start, end: span.end } : numeral.span;
  const [first, second] = [part(from), part(to)];
  return [
    { span: first, newText: slice(text, second) },
    { span: second, newText: slice(text, first) },
  ];
}
