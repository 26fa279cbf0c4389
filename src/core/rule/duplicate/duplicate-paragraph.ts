import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { pageRepeatsOf } from './page-repeats.js';
import { removals } from './removal.js';
import { repeatsOf } from './repeats.js';
import type { Repeat } from './repeats.js';

/** Relation: no paragraph stands twice, word for word or nearly so; between the articles of a page, word for word. */
export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  group: 'duplicate',
  severity: 'warning',
  title: say`段落重复`,
  check(article, _knowledge, report) {
    for (const repeat of repeatsOf(article)) {
      if (repeat.figures.length > 0) continue;
      const { later, earlier } = repeat;
      report({
        span: later.block.span,
        message: describe(article, repeat),
        related: [{ span: earlier.block.span, message: say`前一处` }],
        fixes: removals(article, later.block, earlier.block),
      });
    }
  },
  checkPage(articles, report) {
    for (const { later, earlier, figures } of pageRepeatsOf(articles)) {
      if (figures.length > 0) continue;
      report(later.article, {
        span: later.paragraph.block.span,
        message: say`此段与本版另一篇稿件中的一段完全相同。`,
        elsewhere: [{ article: earlier.article, span: earlier.paragraph.block.span, message: say`前一处` }],
        fixes: removals(later.article, later.paragraph.block),
      });
    }
  },
};

function describe(article: AnalysedArticle, { later, earlier, alike }: Repeat): Message {
  const [a, b] = [slice(article.text, later.block.span), slice(article.text, earlier.block.span)];
  if (a === b) return say`此段与前文一段完全相同。`;
  const share = String(Math.round(Math.max(alike.jaccard, alike.containment) * 100));
  const [added, gone] = difference(a, b);
  return say`此段与前文一段重复（相同${share}%）：此处“${added}”，前文“${gone}”。`;
}

/** The place at which two texts part, some characters of each. */
function difference(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const show = (text: string): string => {
    const from = Math.max(0, start - 2);
    const part = text.slice(from, Math.max(from + 1, text.length - end));
    return part.length > 16 ? `${part.slice(0, 15)}…` : part;
  };
  return [show(a), show(b)];
}
