import type { AnalysedArticle } from '../../article.js';
import type { CountHead, EnumeratedList } from '../../claim/claim.js';
import { say } from '../../message.js';
import { hanNumeral } from '../../quantity/han.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';

/** A count further off than this is of something else than the items: too high, too low. */
const TOO_HIGH = 3;
const TOO_LOW = 2;

/** Characters of the items shown. */
const SHOWN = 60;

/** Relation: as many items stand in a list as the words that count them say. 等 leaves room for more items, not for fewer. */
export const listCount: Rule = {
  id: 'list-count',
  group: 'list',
  severity: 'error',
  title: say`列举项数与总数不符`,
  check(article, knowledge, report) {
    const formulations = knowledge.tables.formulations.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const list of article.lists) {
      for (const head of heads(list)) {
        if (!differs(list, head)) continue;
        // 四项基本原则, 中央八项规定: a name with a number in it counts nothing here.
        const named = article.folded.slice(head.span.start, head.numberSpan.end + 3);
        if (formulations.some((name) => name.includes(named))) continue;
        const names = shorten(list.items.map(({ span }) => slice(article.text, span)).join('、'));
        const printed = slice(article.text, head.span);
        const n = list.items.length;
        report({
          span: head.span,
          message: isOpen(list, head)
            ? say`此处已列${n}项：${names}，多于“${printed}”。`
            : say`此处列有${n}项：${names}，与“${printed}”不符。`,
          related: list.items.map(({ span }, i) => ({ span, message: say`第${i + 1}项` })),
          fixes: fixesFor(article, list, head),
        });
      }
    }
  },
};

function heads({ head, otherHead }: EnumeratedList): readonly CountHead[] {
  return [head, otherHead].filter((each) => each !== undefined);
}

/** In 六个工程，包括A、B、C等3个, the first number leaves room for more. */
function isOpen({ open, otherHead }: EnumeratedList, head: CountHead): boolean {
  return open || head === otherHead;
}

/** True only if every way to count the items disagrees with the head. An item that stands twice is another rule's matter. */
function differs(list: EnumeratedList, head: CountHead): boolean {
  const { items, fewest, most } = list;
  const twice = items.length - new Set(items.map(({ text }) => text)).size;
  if (items.length < 2 || head.count > items.length + TOO_HIGH) return false;
  if (isOpen(list, head)) return fewest - twice > head.count;
  // 中印、中缅两国 at the end of a longer list are two.
  if (head.count < items.length - (head.count < 4 ? 1 : TOO_LOW)) return false;
  return head.count < fewest - twice || head.count > most;
}

/** In words such as 等五市 the number most often counts what is named, so that the count is the first thing to put right. */
function fixesFor(article: AnalysedArticle, list: EnumeratedList, head: CountHead): readonly Fix[] {
  if (head.isSum) return [];
  const n = list.items.length;
  const number = /[\d０-９]/.test(slice(article.text, head.numberSpan)) ? String(n) : n === 2 ? '两' : hanNumeral(n);
  const newText = number + article.text.slice(head.numberSpan.end, head.span.end);
  return [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: head.numberSpan, newText: number }] }];
}

function shorten(names: string): string {
  return names.length > SHOWN ? `${names.slice(0, SHOWN - 2)}……` : names;
}
