import type { AnalysedArticle } from '../../article.js';
import type { DateMention, PeriodMention } from '../../mention.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';

/** What a sentence promises by a deadline: 到2030年，…. */
export interface Promised {
  /** 2030年 */
  readonly mention: DateMention | PeriodMention;
  /** ISO, as precise as the text. */
  readonly deadline: string;
  /** The first clause behind it, without the stop before it. */
  readonly clause: Span;
  /** From the deadline to the sentence's end, or to the next deadline. */
  readonly span: Span;
}

/** Before a deadline: 到 that opens a clause, or follows a verb of will; not 从…到…. */
const OPENS = /(?:^|[，。；：、（“\n]|力争|争取|确保|计划|规划|预计|目标是|其中)到$/;

/** The promises of an article, in order. */
export function promisesOf(article: AnalysedArticle): readonly Promised[] {
  const { folded, mentions, sentences } = article;
  const own = new OwnText(article);
  const found: Promised[] = [];
  let next = 0;
  for (const mention of mentions) {
    if (mention.kind !== 'date' && mention.kind !== 'period') continue;
    const { start, end } = mention.span;
    if (!OPENS.test(folded.slice(Math.max(0, start - 6), start)) || !own.isText(start)) continue;
    const deadline = mention.kind === 'date' ? mention.value : mention.end;
    if (deadline === undefined) continue;
    while (next < sentences.length && (sentences[next]?.span.end ?? 0) <= start) next++;
    const sentence = sentences[next];
    if (sentence === undefined || sentence.span.start > start) continue;
    const rest = folded.slice(end, sentence.span.end);
    const lead = /^(?:[底末]|年底|年末|前后?|左右)?[，,、：]?/.exec(rest)?.[0].length ?? 0;
    const from = end + lead;
    const length = /^[^，。；\n]*/.exec(folded.slice(from, sentence.span.end))?.[0].length ?? 0;
    const last = found.at(-1);
    if (last !== undefined && last.span.end > start)
      found[found.length - 1] = { ...last, span: { ...last.span, end: start } };
    found.push({
      mention,
      deadline,
      clause: { start: from, end: from + length },
      span: { start, end: sentence.span.end },
    });
  }
  return found;
}

/** The promise in whose span an offset lies. `promises` in order. */
export function promiseAt(promises: readonly Promised[], offset: number): Promised | undefined {
  let low = 0;
  let high = promises.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((promises[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = promises[low - 1];
  return found !== undefined && offset < found.span.end ? found : undefined;
}
