import type { AnalysedArticle } from '../../article.js';
import type { EnumeratedList } from '../../claim/claim.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';

const DIGITS = '〇一二三四五六七八九十';

/** Relation: as many items stand in a list as the words that count them say. 等 leaves room for more items, not for fewer. */
export const listCount: Rule = {
  id: 'list-count',
  group: 'list',
  severity: 'error',
  title: say`列举项数与总数不符`,
  check(article, knowledge, report) {
    const formulations = knowledge.tables.formulations.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const list of article.lists) {
      const { head, items } = list;
      if (head === undefined || !differs(list, article)) continue;
      // 四项基本原则, 中央八项规定: a name with a number in it counts nothing here.
      const named = article.folded.slice(head.span.start, head.span.end + 2);
      if (formulations.some((name) => name.includes(named.slice(0, 4)))) continue;
      const names = items.map(({ span }) => slice(article.text, span)).join('、');
      report({
        span: head.span,
        message: say`此处列有${items.length}项：${shorten(names)}，与“${slice(article.text, head.span)}”不符。`,
        related: items.map(({ span }, i) => ({ span, message: say`第${i + 1}项` })),
        fixes: fixesFor(article, list),
      });
    }
  },
};

/** True only if every way to count the items disagrees with the head. */
function differs(list: EnumeratedList, article: AnalysedArticle): boolean {
  const { head, items, open } = list;
  if (head === undefined || items.length < 2) return false;
  const counts = new Set([items.length, ...otherCounts(list, article)]);
  if (open) return Math.min(...counts) > head.count;
  if (head.count === 2 && items.length > 3) return false;
  if (items.slice(0, -1).some(({ span }) => /[^、]和[^、]/.test(slice(article.folded, span)))) return false;
  return !counts.has(head.count) && Math.abs(items.length - head.count) <= 3;
}

/** Other readings: 和 inside an item may join two; the last item may itself be two. */
function otherCounts({ items }: EnumeratedList, article: AnalysedArticle): readonly number[] {
  const n = items.length;
  const joined = items.filter(({ span }) =>
    /[^、]{2,}(?:和|与|及|以及|或)[^、]{2,}/.test(slice(article.folded, span)),
  ).length;
  const last = items.slice(-2);
  const between = last.length === 2 ? article.folded.slice(last[0]?.span.end, last[1]?.span.start) : '、';
  const counts: number[] = [];
  for (let more = 1; more <= joined; more++) counts.push(n + more);
  if (between !== '、') counts.push(n - 1);
  return counts;
}

function fixesFor(article: AnalysedArticle, { head, items, open }: EnumeratedList): readonly Fix[] {
  if (head === undefined || open) return [];
  const printed = slice(article.text, head.numberSpan);
  const number = /\d/.test(printed)
    ? String(items.length)
    : items.length === 2
      ? '两'
      : DIGITS.charAt(items.length) || String(items.length);
  const newText = number + article.text.slice(head.numberSpan.end, head.span.end);
  return [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: head.numberSpan, newText: number }] }];
}

function shorten(names: string): string {
  return names.length > 60 ? `${names.slice(0, 58)}……` : names;
}
