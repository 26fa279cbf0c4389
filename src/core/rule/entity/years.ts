import type { AnalysedArticle } from '../../article.js';
import { contains } from '../../text/span.js';
import type { Span } from '../../text/span.js';

interface Dated {
  readonly span: Span;
  readonly years: readonly number[];
  /** True if it is precise to the month or the day. */
  readonly precise: boolean;
}

/** What before or behind a date shows that it is one to come: 到2035年, 2030年前, 力争2025年. */
const TO_COME_BEFORE = /(?:到|至|力争|展望|面向|—|-|～)$/;
const TO_COME_BEHIND = /^(?:以?前|底前|年?远景|建成|全面建成|目标)/;

/** The dates and periods of an article with their years, without those to come. */
function dated({ text, mentions }: AnalysedArticle): readonly Dated[] {
  const found: Dated[] = [];
  for (const { kind, span, ...mention } of mentions) {
    if (kind !== 'date' && kind !== 'period') continue;
    if (TO_COME_BEFORE.test(text.slice(Math.max(0, span.start - 2), span.start))) continue;
    if (TO_COME_BEHIND.test(text.slice(span.end, span.end + 4))) continue;
    const ends = 'value' in mention ? [mention.value] : 'start' in mention ? [mention.start, mention.end] : [];
    const dates = ends.filter((end): end is string => typeof end === 'string');
    const years = dates.map((date) => Number(date.slice(0, 4)));
    if (years.length > 0)
      found.push({ span, years, precise: kind === 'date' && dates.some(({ length }) => length > 4) });
  }
  return found;
}

/**
 * The years that a place of an article may speak of: those of its sentence, or else of its block; and the article's own, which is that of
 * the issue or, where that is unknown, of the latest date given to the month. Years to come do not count. Empty if none is known.
 */
export function yearsAt(article: AnalysedArticle, span: Span): readonly number[] {
  const all = dated(article);
  const within = (scope: Span | undefined): readonly number[] =>
    scope === undefined ? [] : all.filter((date) => contains(scope, date.span)).flatMap(({ years }) => years);
  const sentence = within(article.sentences.find((candidate) => contains(candidate.span, span))?.span);
  const near =
    sentence.length > 0 ? sentence : within(article.blocks.find((block) => contains(block.span, span))?.span);
  const own = article.issueDate === undefined ? latest(all) : [Number(article.issueDate.slice(0, 4))];
  return [...new Set([...near, ...own])].sort((a, b) => a - b);
}

function latest(all: readonly Dated[]): readonly number[] {
  const years = all.filter(({ precise }) => precise).flatMap((date) => date.years);
  return years.length === 0 ? [] : [Math.max(...years)];
}
