import type { AnalysedArticle } from '../../article.js';
import { MentionIndex } from '../../entity/mention-index.js';
import { Trie } from '../../entity/trie.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { EventRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import type { DateMention, QuantityMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Rule } from '../rule.js';

const eventsOf = new WeakMap<Knowledge, Trie<EventRow>>();

/** The events by their names, read from the end; built on first use, holds no state that a result could depend on. */
function events(knowledge: Knowledge): Trie<EventRow> {
  const built = eventsOf.get(knowledge);
  if (built !== undefined) return built;
  const names = new Map<string, EventRow>();
  for (const row of [...knowledge.tables.events].reverse())
    for (const name of [row.event, ...row.aliases]) if (name.length > 1) names.set(reversed(name), row);
  const made = new Trie(names);
  eventsOf.set(knowledge, made);
  return made;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Longer than any event's name. */
const REACH = 24;
/** What ties a year before an event's name to its anniversary: 2021年是…, 2021年7月1日，庆祝…; a year that only lies nearby may be another. */
const TIE_BEFORE =
  /^(?:[，、]?(?:是|为|正值|适逢|恰逢|正逢|喜逢|恰是|正是|又是|既是|也是|正好是|迎来|将迎来|时值|欣逢|我们迎来了?|我国迎来了?|全国上下)?(?:我们|全党全国|全党|隆重)*(?:热烈)?(?:庆祝|纪念|迎接|迎来)?)$/;
/** The same for a year behind it: 建党100周年（2021年）. */
const TIE_BEHIND = /^[（(]$/;

/** Relation: a year said to be an event's anniversary lies that many years after the event: 建党100周年 is 2021. */
export const anniversary: Rule = {
  id: 'anniversary',
  group: 'time',
  severity: 'error',
  title: say`周年数与年份不符`,
  check(article, knowledge, report) {
    const index = new MentionIndex(article.mentions);
    const dates = index.of('date');
    let next = 0;
    for (const mention of index.of('quantity')) {
      while ((dates[next]?.span.end ?? Infinity) <= mention.span.start) next++;
      if (mention.bound !== '' || !slice(article.folded, mention.span).endsWith('周年')) continue;
      const event = eventBefore(article, mention.span.start, knowledge);
      const year = event === undefined ? undefined : yearOf(article, index, dates[next - 1], event.span.start, mention);
      if (event === undefined || year === undefined) continue;
      const began = Number(event.row.date.slice(0, 4));
      const count = mention.numeral.value.toNumber();
      if (year.value - began === count || year.value <= began) continue;
      const name = slice(article.text, event.span);
      const newText = numeralLike(slice(article.text, mention.numeral.span), year.value - began);
      report({
        span: mention.numeral.span,
        severity: least('error', gravest(event.row)),
        message: say`“${name}”在${began}年，${count}周年是${began + count}年；${year.value}年是${year.value - began}周年。`,
        related: [{ span: year.span, message: say`年份` }],
        source: { title: event.row.source },
        fixes: [
          ...(newText === undefined
            ? []
            : [
                {
                  title: say`改为“${newText}周年”`,
                  kind: 'suggestion' as const,
                  edits: [{ span: mention.numeral.span, newText }],
                },
              ]),
          ...(year.digits === undefined
            ? []
            : [
                {
                  title: say`改为“${began + count}年”`,
                  kind: 'suggestion' as const,
                  edits: [{ span: year.digits, newText: String(began + count) }],
                },
              ]),
        ],
      });
    }
  },
};

/** The event whose name ends at `end`, the longest. */
function eventBefore(
  { text }: AnalysedArticle,
  end: number,
  knowledge: Knowledge,
): { readonly row: EventRow; readonly span: Span } | undefined {
  const hit = events(knowledge).longestAt(reversed(text.slice(Math.max(0, end - REACH), end)), 0);
  return hit === undefined ? undefined : { row: hit.value, span: { start: end - hit.end, end } };
}

interface Year {
  readonly value: number;
  readonly span: Span;
  /** The four digits, where the year is printed in them. */
  readonly digits: Span | undefined;
}

/** The year that the text ties to the anniversary. `before`: the date in front of it. */
function yearOf(
  { folded }: AnalysedArticle,
  index: MentionIndex,
  before: DateMention | undefined,
  start: number,
  { span }: QuantityMention,
): Year | undefined {
  const behind = TIE_BEHIND.test(folded.charAt(span.end)) ? index.at('date', span.end + 1) : undefined;
  const gap = before === undefined ? Infinity : start - before.span.end;
  const isTied =
    before !== undefined && gap >= 0 && gap <= REACH && TIE_BEFORE.test(folded.slice(before.span.end, start));
  const date = behind ?? (isTied ? before : undefined);
  if (date?.value === undefined) return undefined;
  const digits = /^\d{4}/.test(folded.slice(date.span.start, date.span.end))
    ? { start: date.span.start, end: date.span.start + 4 }
    : undefined;
  return { value: Number(date.value.slice(0, 4)), span: date.span, digits };
}

/** A count in the script of the printed one; only Arabic digits are written anew. */
function numeralLike(printed: string, count: number): string | undefined {
  return /^\d+$/.test(printed) ? String(count) : undefined;
}
