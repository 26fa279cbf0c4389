import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';

/** Words that mean another year to whoever reads later. 上年 and 本年 go by the year that the text speaks of. */
const WORD = /^(?:今年|去年|前年|明年|后年)/;

/** Relation: a text that is read later says which year it means. Needs the issue date. */
export const relativeDate: Rule = {
  id: 'relative-date',
  group: 'time',
  severity: 'hint',
  title: say`“今年”“去年”未写明年份`,
  check(article, _knowledge, report) {
    if (article.issueDate === undefined) return;
    const own = new OwnText(article);
    const places = new Map<string, { readonly year: string; readonly spans: Span[] }>();
    for (const mention of article.mentions) {
      if (mention.kind !== 'date' && mention.kind !== 'period') continue;
      const { start } = mention.span;
      const word = WORD.exec(slice(article.text, mention.span))?.[0];
      const year = (mention.kind === 'date' ? mention.value : mention.start)?.slice(0, 4);
      if (word === undefined || year === undefined || !own.isRunning(start) || isSpoken(own, article.text, start))
        continue;
      const found = places.get(`${word}${year}`) ?? { year, spans: [] };
      places.set(`${word}${year}`, found);
      found.spans.push({ start, end: start + word.length });
    }
    for (const { year, spans } of places.values()) {
      const [first, ...more] = spans;
      if (first === undefined) continue;
      const word = slice(article.text, first);
      report({
        span: first,
        message: say`“${word}”按出版日期指${year}年（共${spans.length}处）；日后再读容易误会，可写明年份。`,
        related: more.map((span) => ({ span, message: say`写法相同` })),
        fixes: [
          {
            title: more.length === 0 ? say`改为“${year}年”` : say`${spans.length}处都改为“${year}年”`,
            kind: 'suggestion',
            edits: spans.map((span) => ({ span, newText: `${year}年` })),
          },
        ],
      });
    }
  },
};

/** True between quotation marks that open in the same paragraph: what somebody said stays as it was said. */
function isSpoken(own: OwnText, text: string, offset: number): boolean {
  const before = text.slice(own.blockAt(offset)?.span.start ?? 0, offset);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
