import type { AnalysedArticle } from './article.js';
import type { Finding } from './finding.js';
import type { Span } from './text/span.js';

/** What is judged: each kind of publication has its own limit of errors in 10,000 characters. */
export type Publication = 'newspaper' | 'journal' | 'book';

/** 差错率 that passes: newspapers 3/10000, journals 2/10000, books 1/10000. */
export const LIMITS: Readonly<Record<Publication, number>> = { newspaper: 3, journal: 2, book: 1 };

/** How a finding counts. */
export interface CountedError {
  readonly finding: Finding;
  /** Tenths of an error, so that sums stay exact; 0 where `why` says it is not counted again. */
  readonly tenths: number;
  /** form: 0.1, once a kind; again: the same error for the fourth time or more, or the same kind of form again. */
  readonly why: 'numeral' | 'content' | 'characters' | 'form' | 'again';
  /** True in headline and deck, where an error of content counts double. */
  readonly inHeadline: boolean;
}

/** The estimated error rate of a text with its reckoning. */
export interface ErrorRate {
  /** In order of the findings; those that are only hints are left out. */
  readonly errors: readonly CountedError[];
  /** Sum of the errors, in tenths. */
  readonly tenths: number;
  /** Characters of the text without spaces and line ends. */
  readonly characters: number;
  /** Errors in 10,000 characters, rounded to two decimals; 0 for an empty text. */
  readonly perTenThousand: number;
  readonly limit: number;
  /** True if the rate is at or below the limit. */
  readonly passes: boolean;
}

/** The same error counts this many times at most. */
const SAME_AT_MOST = 3;

/**
 * Estimates the error rate (差错率) by the weights used for newspapers: fact, logic and numerals 1; a wrong character 1, two to five 2,
 * more 4; form (GB/T 15835, layout) 0.1, once a kind; in a headline twice; the same error three times at most. Findings below warning
 * count only as form.
 * @param text the document.
 * @param findings as the settings want them, in document spans.
 * @param articles of the same text, for its length and its headlines.
 */
export function errorRate(
  text: string,
  articles: readonly AnalysedArticle[],
  findings: readonly Finding[],
  publication: Publication = 'newspaper',
): ErrorRate {
  const headlines = articles.flatMap((article) =>
    article.blocks
      .filter(({ kind }) => kind === 'headline' || kind === 'deck')
      .map(({ span }) => article.toDocument(span)),
  );
  const seen = new Map<string, number>();
  const errors = findings.flatMap((finding): CountedError[] => {
    const weight = weightOf(finding, text);
    if (weight === undefined) return [];
    const key = weight.why === 'form' ? finding.ruleId : sameKey(finding);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const inHeadline = isInside(finding.span, headlines);
    if (times > (weight.why === 'form' ? 1 : SAME_AT_MOST)) return [{ finding, tenths: 0, why: 'again', inHeadline }];
    const doubled = inHeadline && weight.why !== 'form';
    return [{ finding, tenths: weight.tenths * (doubled ? 2 : 1), why: weight.why, inHeadline }];
  });
  const tenths = errors.reduce((sum, error) => sum + error.tenths, 0);
  const characters = articles.reduce((sum, article) => sum + article.text.replace(/\s/g, '').length, 0);
  const perTenThousand = characters === 0 ? 0 : Math.round((tenths * 100_000) / characters) / 100;
  const limit = LIMITS[publication];
  return { errors, tenths, characters, perTenThousand, limit, passes: tenths * 1000 <= limit * characters };
}

/** What a finding weighs by itself; undefined where it is no error. */
function weightOf(
  finding: Finding,
  text: string,
): { readonly tenths: number; readonly why: CountedError['why'] } | undefined {
  const { ruleId, group, severity } = finding;
  if (ruleId === 'max-findings') return undefined;
  if (ruleId === 'split-line' || (group === 'form' && ruleId !== 'stutter'))
    return severity === 'hint' ? undefined : { tenths: 1, why: 'form' };
  if (severity === 'hint' || severity === 'information') return undefined;
  if (group === 'entity' || ruleId === 'stutter') return { tenths: wrongCharacters(finding, text), why: 'characters' };
  if (group === 'arithmetic' || group === 'contradiction' || group === 'fact' || group === 'target')
    return { tenths: 10, why: 'numeral' };
  return { tenths: 10, why: 'content' };
}

/** Tenths for wrong characters: by how many the first fix takes out or puts in, whichever is more. */
function wrongCharacters({ fixes }: Finding, text: string): number {
  const edits = fixes[0]?.edits ?? [];
  const changed = edits.reduce(
    (sum, { span, newText }) => sum + difference(text.slice(span.start, span.end), newText),
    0,
  );
  return changed <= 1 ? 10 : changed <= 5 ? 20 : 40;
}

/** How many characters of the longer text differ, but for what both begin and end with. */
function difference(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return Math.max(before.length, after.length) - head - tail;
}

/** The same rule mending the same text in the same way: one error made again. */
function sameKey({ ruleId, message }: Finding): string {
  return `${ruleId}\t${message.template}\t${JSON.stringify(message.args)}`;
}

/** True if the span begins inside one of some sorted, disjoint spans. */
function isInside({ start }: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.start <= start;
}
