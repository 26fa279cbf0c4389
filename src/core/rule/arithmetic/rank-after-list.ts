import { say } from '../../message.js';
import { hanNumeral } from '../../quantity/han.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

/** Fewer than two may stand for more: 继北京之后 leaves out who came between. */
const FEWEST = 2;

/** Relation: behind n that are named comes the one of rank n + 1. */
export const rankAfterList: Rule = {
  id: 'rank-after-list',
  group: 'arithmetic',
  severity: 'warning',
  title: say`列举之后的位次有误`,
  check(article, _knowledge, report) {
    for (const { items, next, open, fewest, most } of article.lists) {
      if (next === undefined || open || items.length < FEWEST) continue;
      // A number or a lot among the items may stand for several: 继首批5个城市、…之后.
      if (items.some(({ span }) => /\d(?!\d*年)|[首两二三四五六七八九十][批个家座]/.test(slice(article.folded, span))))
        continue;
      const rank = next.numeral.value.toNumber();
      // 继A、B之后，C迎来第一趟列车: a first one follows on nothing.
      if (rank < 2 || (rank > fewest && rank - 1 <= most)) continue;
      const due = items.length + 1;
      const printed = slice(article.text, next.span);
      const number = next.numeral.script === 'arabic' ? String(due) : hanNumeral(due);
      const names = items.map(({ span }) => slice(article.text, span)).join('、');
      const newText =
        printed.slice(0, next.numeral.span.start - next.span.start) +
        number +
        printed.slice(next.numeral.span.end - next.span.start);
      report({
        span: next.span,
        message: say`前面列有${items.length}项：${names}，其后应为“${newText}”，此处为“${printed}”。`,
        related: items.map(({ span }, i) => ({ span, message: say`第${i + 1}项` })),
        fixes: [
          { title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: next.numeral.span, newText: number }] },
        ],
      });
    }
  },
};
