import type { AnalysedArticle } from '../article.js';
import type { Mention, OrdinalMention } from '../mention.js';
import { cover } from '../text/span.js';
import type { Span } from '../text/span.js';
import type { EnumeratedList } from './claim.js';
import { readClauses } from './clause.js';
import { ETC } from './list-head.js';
import { itemsOf, sizesOf } from './list-items.js';
import type { Names } from './list-names.js';

/** Characters looked at before and behind a rank. */
const FARTHEST = 120;

/** What stands up to the rank: 继A、B之后，我省…第三个; 仅次于A、B，居全国第三位. One comma at most, and no other number. */
const BEFORE_RANK =
  /(?:继(?!续|承|任|而|往|电|父|母)(?<after>[^，。；：！？\n]{3,90}?)(?:之后|以后|后(?=[，,我全又该本成]|$))[，,]?|次于(?<below>[^，。；：！？\n]{3,90}?)(?:[，,](?:位?居|排名?|排在|位列|列|是|为|成为)|的))[^，。；：！？\n\d、]{0,24}$/;

/** What stands behind the rank: 居全国第三位，仅次于A、B. */
const BEHIND_RANK = /^[位名]?[，,](?:仅|只)?次于(?<items>[^，。；：！？\n]{3,90})(?=[，。；！？\n]|$)/;

/** Ranks behind these name something or count turns and lots, not what the list names. */
const OTHER_COUNTER = /^(?:产业|季度|批|期|届|轮|次全国|代|方|中学|医院|人民医院|小学|战区|梯队|阶段|步|年|版)/;

/** Lists of what went before, each with the rank of what comes next: 继北京、上海之后第三个. `next` holds the rank. */
export function recogniseSuccessions(
  { folded }: Pick<AnalysedArticle, 'folded'>,
  mentions: readonly Mention[],
  names: Names,
): readonly EnumeratedList[] {
  const lists: EnumeratedList[] = [];
  let last = -1;
  for (const rank of mentions) {
    if (rank.kind !== 'ordinal' || OTHER_COUNTER.test(folded.slice(rank.numeral.span.end, rank.span.end + 4))) continue;
    const items = itemsBefore(folded, rank) ?? itemsBehind(folded, rank);
    if (items === undefined || items.start === last) continue;
    last = items.start;
    const list = listOf(folded, items, rank, names);
    if (list !== undefined) lists.push(list);
  }
  return lists;
}

function itemsBefore(text: string, { span }: OrdinalMention): Span | undefined {
  const from = Math.max(0, span.start - FARTHEST);
  const match = BEFORE_RANK.exec(text.slice(from, span.start));
  const items = match?.groups?.['after'] ?? match?.groups?.['below'];
  if (match === null || items === undefined) return undefined;
  const start = from + match.index + match[0].indexOf(items);
  return { start, end: start + items.length };
}

function itemsBehind(text: string, { span }: OrdinalMention): Span | undefined {
  const match = BEHIND_RANK.exec(text.slice(span.end, span.end + FARTHEST));
  const items = match?.groups?.['items'];
  if (match === null || items === undefined) return undefined;
  const start = span.end + match[0].length - items.length;
  return { start, end: start + items.length };
}

function listOf(text: string, span: Span, next: OrdinalMention, names: Names): EnumeratedList | undefined {
  const joints = readClauses(text, span).at(-1)?.joints ?? [];
  const edges = [span.start, ...joints.flatMap(({ start, end }) => [start, end]), span.end];
  const pieces = Array.from({ length: edges.length / 2 }, (_, i) => ({
    start: edges[2 * i] ?? span.start,
    end: edges[2 * i + 1] ?? span.end,
  }));
  const items = itemsOf(text, pieces, names);
  if (items.length === 0) return undefined;
  const { fewest, most } = sizesOf(text, items, names);
  const open = ETC.test(text.slice(span.start, span.end));
  return { form: 'marks', span: cover(span, next.span), items, head: undefined, open, fewest, most, next };
}
