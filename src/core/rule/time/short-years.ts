import type { AnalysedArticle } from '../../article.js';
import type { Span } from '../../text/span.js';

/** Two digits before 年; whether they name a year or count years is for the words around them to tell. */
const TWO_DIGITS = /(?<![\d.,A-Za-z〇零一二三四五六七八九十百第])(\d\d)年/g;

/** Words that make the digits a length of time (近15年, 15年来, 70年光辉历程), before and behind. */
const COUNTED_BEFORE =
  /(?:[约近满达共超过逾余长每前后近的]|历时|历经|成立|建[党国军市校]|持续|长达|为期|走过|经过|不到|不足|需要?)了?$/;
const COUNTED_BEHIND =
  /^(?:来|间|里|前|后|内|以[上下内]|期|代|级|龄|制|之[久间后前]|的|左右|多|余|时间|历[史程]|光辉|风雨|奋斗|征程|发展|建设|不变|如一日|磨一剑)/;
/** What only a year has: an end, a month, a half; and 以来 behind a year that 自 opens. */
const YEAR_PART = /^(?:底|末|初(?![中级一二三])|度(?!假)|\d{1,2}月(?!的)|[上下]半年)/;
const SINCE = /(?:截至|截止|自从?|早在)$/;
const BOUNDARY = /(?:^|[，。；：、（“—\n]|[到至在于从自由比较与和及关])$/;

/** Years printed with two digits, without 年; the digits are full or half width. */
export function shortYears({ folded, mentions }: Pick<AnalysedArticle, 'folded' | 'mentions'>): readonly Span[] {
  const recent = mentions.some(
    ({ kind, span }) => kind === 'date' && /^20\d\d年/.test(folded.slice(span.start, span.end)),
  );
  const found: Span[] = [];
  for (const { index, 1: digits = '' } of folded.matchAll(TWO_DIGITS)) {
    const before = folded.slice(Math.max(0, index - 4), index);
    const behind = folded.slice(index + 3, index + 8);
    if (isYear(digits, before, behind, recent)) found.push({ start: index, end: index + 2 });
  }
  return found;
}

function isYear(digits: string, before: string, behind: string, recent: boolean): boolean {
  // A length of time is not printed 06.
  if (digits.startsWith('0')) return !/[—–\-~～至到]$/.test(before) || !/\d.?$/.test(before);
  if (/\d[—–\-~～]$/.test(before) || COUNTED_BEFORE.test(before)) return false;
  if (YEAR_PART.test(behind) || (SINCE.test(before) && /^(?:，|以来)/.test(behind))) return true;
  if (digits.endsWith('0') || COUNTED_BEHIND.test(behind) || !BOUNDARY.test(before)) return false;
  if (digits >= '50') return true;
  return recent && /(?:^|[。；\n])$/.test(before) && behind.startsWith('，');
}

/**
 * The full year that two digits stand for: in the century that brings it nearest to the years which the article prints in full, the
 * present century if it prints none.
 */
export function fullYear(digits: string, { mentions }: Pick<AnalysedArticle, 'mentions'>): number {
  const years = mentions
    .flatMap((mention) =>
      mention.kind === 'date' ? [mention.value] : mention.kind === 'period' ? [mention.start, mention.end] : [],
    )
    .flatMap((value) => (value === undefined ? [] : [Number(value.slice(0, 4))]));
  const [old, recent] = [1900 + Number(digits), 2000 + Number(digits)];
  if (years.length === 0) return Number(digits) < 50 ? recent : old;
  const middle = [...years].sort((a, b) => a - b)[years.length >> 1] ?? recent;
  return Math.abs(middle - old) < Math.abs(middle - recent) ? old : recent;
}
