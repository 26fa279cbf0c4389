import type { DateMention, Mention } from '../../mention.js';
import { asWideAs } from '../../quantity/slip.js';
import type { Span } from '../../text/span.js';
import { daysIn } from '../../time/calendar.js';

/** Another reading of a date that the calendar does not have: one key apart. */
export interface DateSlip {
  /** The digits of the month or day. */
  readonly span: Span;
  readonly newText: string;
}

interface Page {
  readonly text: string;
  readonly folded: string;
  readonly mentions: readonly Mention[];
}

/**
 * The dates that an impossible one may have been, best first: one that the article prints elsewhere, the month's last day where it is
 * one day off, a digit too many, two digits swapped, a wrong digit. Only for dates in Arabic digits.
 */
export function dateSlips(page: Page, date: DateMention): readonly DateSlip[] {
  const { year, month, day, span } = date;
  if (month === undefined) return [];
  const ofMonth = month < 1 || month > 12;
  const digits = digitsOf(page.folded, span, ofMonth ? '月' : '日号');
  if (digits === undefined || (!ofMonth && day === undefined)) return [];
  const printed = page.folded.slice(digits.start, digits.end);
  const fits = (value: number): boolean =>
    ofMonth
      ? value >= 1 && value <= 12 && (day === undefined || day <= daysIn(year ?? 2000, value))
      : value >= 1 && value <= daysIn(year ?? 2000, month);
  const readings = [...new Set(edited(printed, ofMonth ? 12 : daysIn(year ?? 2000, month)))].filter(fits);
  const isKnown = (value: number): boolean => {
    const [m, d] = ofMonth ? [value, day] : [month, value];
    return page.mentions.some(
      (other) => other.kind === 'date' && other !== date && other.month === m && other.day === d,
    );
  };
  // 14月5日 in an article on the 5th of March: the same day of another month, or another day of the same month.
  const printedElsewhere = page.mentions.flatMap((other) => {
    if (other.kind !== 'date' || other === date || other.month === undefined || other.day === undefined) return [];
    if (ofMonth) return other.day === day ? [other.month] : [];
    return other.month === month && (year === undefined || other.year === undefined || other.year === year)
      ? [other.day]
      : [];
  });
  const ranked = [...new Set([...readings.filter(isKnown), ...printedElsewhere.filter(fits).slice(0, 2), ...readings])];
  return ranked.map((value) => ({
    span: digits,
    newText: asWideAs(String(value), page.text.slice(digits.start, digits.end)),
  }));
}

/** The digits right before 月, or before 日 and 号. */
function digitsOf(folded: string, span: Span, marks: string): Span | undefined {
  const match = new RegExp(`(\\d{1,2})\\s?[${marks}]`).exec(folded.slice(span.start, span.end));
  if (match?.[1] === undefined) return undefined;
  const start = span.start + match.index;
  return { start, end: start + match[1].length };
}

function edited(printed: string, last: number): readonly number[] {
  const value = Number(printed);
  const [a = '', b = ''] = printed;
  return [
    ...(value === last + 1 ? [last] : []),
    ...(printed.length === 2 ? [Number(b), Number(a), Number(b + a)] : []),
    ...[...'0123456789'].map((digit) => Number(digit + b)),
    ...[...'0123456789'].map((digit) => Number(a + digit)).reverse(),
  ];
}
