import type { AnalysedArticle, Block } from '../../article.js';
import { say } from '../../message.js';
import type { OrdinalMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const DIGITS = '〇一二三四五六七八九十';

/**
 * Relation: ordinals of the same counter are printed in one form within an article (第四个 and 第4个), GB/T 15835—2011, 4.3:
 * 同类别同形式.
 */
export const numeralStyle: Rule = {
  id: 'numeral-style',
  group: 'form',
  severity: 'information',
  title: say`数字用法不统一`,
  check(article, _knowledge, report) {
    const byCounter = new Map<string, OrdinalMention[]>();
    for (const mention of article.mentions) {
      if (
        mention.kind !== 'ordinal' ||
        mention.counter === '' ||
        mention.numeral.value.gt(10) ||
        !isOwnText(article, mention)
      )
        continue;
      byCounter.set(mention.counter, [...(byCounter.get(mention.counter) ?? []), mention]);
    }
    for (const [counter, ordinals] of byCounter) {
      const han = ordinals.filter(({ numeral }) => numeral.script === 'han');
      const arabic = ordinals.filter(({ numeral }) => numeral.script === 'arabic');
      if (han.length === 0 || arabic.length === 0) continue;
      // The rarer form gives way; at a tie 第四个, the form of running text.
      const [odd, usual] = arabic.length > han.length ? [han, arabic] : [arabic, han];
      const other = usual[0];
      if (other === undefined) continue;
      for (const { span, numeral } of odd) {
        const number = numeral.value.toNumber();
        const newText = `第${odd === han ? String(number) : DIGITS.charAt(number) || String(number)}${counter}`;
        report({
          span,
          message: say`“${slice(article.text, span)}”与“${slice(article.text, other.span)}”写法不一，同类的数用同一形式。`,
          related: [{ span: other.span, message: say`另一种写法` }],
          source: { title: 'GB/T 15835—2011 出版物上数字用法', locator: '4.3' },
          fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
        });
      }
    }
  },
};

/** Running text; headlines keep their own style, titles and quotations that of others. */
function isOwnText(article: AnalysedArticle, { span }: OrdinalMention): boolean {
  const block: Block | undefined = article.blocks.find(
    (each) => each.span.start <= span.start && span.end <= each.span.end,
  );
  if (block?.kind !== 'body' && block?.kind !== 'item') return false;
  return !article.mentions.some(
    (each) =>
      (each.kind === 'document' || each.kind === 'term') && each.span.start <= span.start && span.end <= each.span.end,
  );
}
