import type { AnalysedArticle } from '../../article.js';
import type { EnumeratedList, ListItem } from '../../claim/claim.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Edit, Fix, Rule } from '../rule.js';

/** Relation: no item stands twice in one list, under whatever form of its name. */
export const listDuplicateItem: Rule = {
  id: 'list-duplicate-item',
  group: 'list',
  severity: 'error',
  title: say`列举项重复`,
  check(article, _knowledge, report) {
    for (const list of article.lists) {
      if (list.form !== 'marks') continue;
      const seen = new Map<string, ListItem>();
      for (const item of list.items) {
        const before = seen.get(item.text);
        if (before === undefined) {
          seen.set(item.text, item);
          continue;
        }
        if (!isTelling(item)) continue;
        const [one, other] = [shown(article, before), shown(article, item)];
        report({
          span: item.span,
          message:
            one === other
              ? say`“${other}”在同一列举中出现两次。`
              : say`“${one}”与“${other}”是同一个，在同一列举中出现两次。`,
          related: [{ span: before.span, message: say`前一次` }],
          fixes: fixesFor(article, list, before, item),
        });
      }
    }
  },
};

/** Single characters and bare numbers recur in lists for other reasons. */
function isTelling({ text }: ListItem): boolean {
  return text.length >= 2 && !/^[\d.,%万亿一二三四五六七八九十]+$/.test(text);
}

/** Take out the later, or the earlier, with the mark beside it. */
function fixesFor(article: AnalysedArticle, list: EnumeratedList, before: ListItem, item: ListItem): readonly Fix[] {
  const [one, other] = [shown(article, before), shown(article, item)];
  const later: Fix = { title: say`删去后一个“${other}”`, kind: 'suggestion', edits: [without(list, item)] };
  const earlier: Fix = {
    title: say`删去前一个“${one}”`,
    kind: 'suggestion',
    edits: [{ span: { start: before.span.start, end: nextStart(list, before) }, newText: '' }],
  };
  return one === other ? [later] : [later, earlier];
}

/** The item as printed; the message has quotation marks of its own. */
function shown({ text }: AnalysedArticle, { span }: ListItem): string {
  return slice(text, span).replace(/^“(.+)”$/, '$1');
}

function nextStart({ items }: EnumeratedList, item: ListItem): number {
  return items[items.indexOf(item) + 1]?.span.start ?? item.span.end;
}

/** The item and the mark before it; before 和, the mark behind it instead, so that 和 stays with the last item. */
function without({ items }: EnumeratedList, item: ListItem): Edit {
  const previous = items[items.indexOf(item) - 1];
  return { span: { start: previous?.span.end ?? item.span.start, end: item.span.end }, newText: '' };
}
