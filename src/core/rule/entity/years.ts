import type { AnalysedArticle } from '../../article.js';
import { contains } from '../../text/span.js';
import type { Span } from '../../text/span.js';

interface Dated {
  readonly span: Span;
  readonly years: readonly number[];
}

/** The dates and periods of an article with their years. */
function dated({ mentions }: AnalysedArticle): readonly Dated[] {
  const found: Dated[] = [];
  for (const mention of mentions) {
    const ends =
      mention.kind === 'date' ? [mention.value] : mention.kind === 'period' ? [mention.start, mention.end] : [];
    const years = ends.filter((end) => end !== undefined).map((end) => Number(end.slice(0, 4)));
    if (years.length > 0) found.push({ span: mention.span, years });
  }
  return found;
}

/**
 * The years that a place of an article may speak of: those of its sentence, or else of its block; and the year of the issue, or the
 * latest of the article where it is unknown. Empty if the article names no year.
 */
export function yearsAt(article: AnalysedArticle, span: Span): readonly number[] {
  const all = dated(article);
  const within = (scope: Span | undefined): readonly number[] =>
    scope === undefined ? [] : all.filter((date) => contains(scope, date.span)).flatMap(({ years }) => years);
  const sentence = within(article.sentences.find((candidate) => contains(candidate.span, span))?.span);
  const near =
    sentence.length > 0 ? sentence : within(article.blocks.find((block) => contains(block.span, span))?.span);
  const issue = article.issueDate === undefined ? latest(all) : [Number(article.issueDate.slice(0, 4))];
  return [...new Set([...near, ...issue])].sort((a, b) => a - b);
}

function latest(all: readonly Dated[]): readonly number[] {
  const years = all.flatMap((date) => date.years).filter((year) => year < 2100);
  return years.length === 0 ? [] : [Math.max(...years)];
}
