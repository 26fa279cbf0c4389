import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { FigureMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import type { Report, Rule } from '../rule.js';
import { contradictions } from './contradictions.js';
import { isScale } from './restated.js';

/** Relation: what one article says of the same subject, indicator, scope, period and kind has one value. */
export const valueContradiction: Rule = {
  id: 'value-contradiction',
  group: 'contradiction',
  severity: 'error',
  title: say`同一数据前后不一`,
  check(article, _knowledge, report) {
    for (const { wrong, right, name, slip } of contradictions(article)) {
      // A power of ten apart: scale-slip says so.
      if (slip !== undefined && isScale(slip)) continue;
      const [said, before] = [slice(article.text, wrong.span), slice(article.text, right.span)];
      report(takeOver(article, wrong, right, say`“${name}”此处为“${said}”，另一处为“${before}”，请核对。`));
    }
  },
};

/** The report on a figure that another place prints otherwise; the fix takes over that place's, bound and all. */
export function takeOver(
  { text }: AnalysedArticle,
  wrong: FigureMention,
  right: FigureMention,
  message: Report['message'],
): Report {
  const printed = slice(text, right.span);
  return {
    span: wrong.span,
    message,
    related: [{ span: right.span, message: say`另一处` }],
    fixes: [{ title: say`改为“${printed}”`, kind: 'suggestion', edits: [{ span: wrong.span, newText: printed }] }],
  };
}
