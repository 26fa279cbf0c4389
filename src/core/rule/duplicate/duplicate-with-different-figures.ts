import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import type { Mention } from '../../mention.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { pageRepeatsOf } from './page-repeats.js';
import { removals } from './removal.js';
import { repeatsOf } from './repeats.js';

/** Relation: where a paragraph stands twice, both say the same figures and years. */
export const duplicateWithDifferentFigures: Rule = {
  id: 'duplicate-with-different-figures',
  group: 'duplicate',
  severity: 'error',
  title: say`段落重复而数字不同`,
  check(article, _knowledge, report) {
    for (const { later, earlier, figures } of repeatsOf(article)) {
      const [here, ...more] = figures;
      if (here === undefined) continue;
      report({
        span: here[0].span,
        message: describe(article, article, here, more.length),
        related: [
          { span: here[1].span, message: say`前一处` },
          ...more.flatMap(([a, b]) => [
            { span: a.span, message: say`后一处的另一数` },
            { span: b.span, message: say`前一处的另一数` },
          ]),
        ],
        fixes: removals(article, later.block, earlier.block),
      });
    }
  },
  checkPage(articles, report) {
    for (const { later, earlier, figures } of pageRepeatsOf(articles)) {
      const [here, ...more] = figures;
      if (here === undefined) continue;
      report(later.article, {
        span: here[0].span,
        message: describe(later.article, earlier.article, here, more.length),
        elsewhere: [{ article: earlier.article, span: here[1].span, message: say`本版另一篇稿件` }],
      });
    }
  },
};

function describe(
  later: AnalysedArticle,
  earlier: AnalysedArticle,
  [here, there]: readonly [Mention, Mention],
  more: number,
): Message {
  const [a, b] = [slice(later.text, here.span), slice(earlier.text, there.span)];
  return more === 0
    ? say`此段在前面出现过，文字相同而数字不同：此处“${a}”，前面“${b}”，请核对。`
    : say`此段在前面出现过，文字相同而有${more + 1}处数字不同：此处“${a}”，前面“${b}”，请逐一核对。`;
}
