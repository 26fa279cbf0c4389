import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import { asWideAs } from '../../quantity/slip.js';
import type { Span } from '../../text/span.js';
import type { Edit, Fix, Rule } from '../rule.js';
import { firstDay, lastDay } from '../../time/recognise.js';

/** Of a period, in years, that a wrong digit has turned round. */
const LONGEST = 20;

/** Relation: a range of dates does not end before it begins. */
export const periodReversed: Rule = {
  id: 'period-reversed',
  group: 'time',
  severity: 'error',
  title: say`起止时间颠倒`,
  check(article, _knowledge, report) {
    for (const mention of article.mentions) {
      if (
        mention.kind !== 'period' ||
        mention.form !== 'range' ||
        mention.start === undefined ||
        mention.end === undefined
      )
        continue;
      if (lastDay(mention.end) >= firstDay(mention.start)) continue;
      const printed = slice(article.text, mention.span);
      const fixes = mention.years === undefined ? [] : yearFixes(article, mention.span, mention.years);
      report({ span: mention.span, message: say`“${printed}”的结束早于开始，请核对。`, fixes });
    }
  },
};

/** Four digits of a year, or four Chinese ones. */
const YEAR = /\d{4}|[一二][〇零○一二三四五六七八九]{3}/g;

/** The years in each other's place; before that, one digit of the last year where the article prints the year that makes. */
function yearFixes(
  article: AnalysedArticle,
  { start, end }: Span,
  [from, to]: readonly [number, number],
): readonly Fix[] {
  const printed = article.text.slice(start, end);
  const [first, last] = [...article.folded.slice(start, end).matchAll(YEAR)];
  if (first === undefined || last === undefined) return [];
  const at = ({ index, 0: { length } }: RegExpExecArray): Span => ({
    start: start + index,
    end: start + index + length,
  });
  const [one, other] = [at(first), at(last)];
  const fix = (edits: readonly Edit[]): Fix => {
    const mended = edits.reduceRight(
      (text, { span, newText }) => text.slice(0, span.start - start) + newText + text.slice(span.end - start),
      printed,
    );
    return { title: say`改为“${mended}”`, kind: 'suggestion', edits };
  };
  const swapped = fix([
    { span: one, newText: slice(article.text, other) },
    { span: other, newText: slice(article.text, one) },
  ]);
  const meant = /^\d/.test(last[0]) ? slipOfYear(article, from, to) : undefined;
  if (meant === undefined) return [swapped];
  return [fix([{ span: other, newText: asWideAs(String(meant), slice(article.text, other)) }]), swapped];
}

/** 2021—2015年 where 2015 stands nowhere else: the end of a five-year plan, or a year the article names elsewhere. */
function slipOfYear({ mentions }: AnalysedArticle, from: number, to: number): number | undefined {
  const named = new Map<number, number>();
  for (const mention of mentions) {
    const years = mention.kind === 'period' ? mention.years : mention.kind === 'date' ? [mention.year] : undefined;
    for (const year of years ?? []) if (year !== undefined) named.set(year, (named.get(year) ?? 0) + 1);
  }
  const like = mentions.find(
    (mention) => mention.kind === 'period' && mention.years?.[0] === from && mention.years[1] > from,
  );
  if (like?.kind === 'period') return like.years?.[1];
  if ((named.get(to) ?? 0) > 1) return undefined;
  const digits = String(to);
  const candidates = [...digits].flatMap((_, i) =>
    [...'0123456789'].map((digit) => Number(digits.slice(0, i) + digit + digits.slice(i + 1))),
  );
  const later = candidates.filter((year) => year !== to && year > from && year - from <= LONGEST);
  const plan = later.find((year) => year === from + 4 && from % 5 === 1);
  return plan ?? later.find((year) => named.has(year));
}
