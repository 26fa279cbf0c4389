import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, RangeMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Source } from '../rule.js';

/** A printed figure, with the range it is an end of, if any. */
export interface Printed {
  readonly figure: FigureMention;
  readonly range: RangeMention | undefined;
}

/** All figures of an article in order, those of ranges included. */
export function figuresOf({ mentions }: Pick<AnalysedArticle, 'mentions'>): readonly Printed[] {
  return mentions.flatMap((mention): readonly Printed[] => {
    if (mention.kind === 'range')
      return [
        { figure: mention.from, range: mention },
        { figure: mention.to, range: mention },
      ];
    if (mention.kind === 'number' || mention.kind === 'percent' || mention.kind === 'quantity')
      return [{ figure: mention, range: undefined }];
    return [];
  });
}

/** The figure that the digit before each offset belongs to, for every figure of the article that is printed in Arabic digits. */
export function figuresByEnd(
  article: Pick<AnalysedArticle, 'mentions' | 'folded'>,
): ReadonlyMap<number, FigureMention> {
  return new Map(
    figuresOf(article).flatMap(({ figure }) => {
      const { start, end } = figure.numeral.span;
      const digits = /^[\d,，.]*\d/.exec(article.folded.slice(start, end))?.[0].length;
      return digits === undefined ? [] : [[start + digits, figure] as const];
    }),
  );
}

/**
 * True if one comma among digits is likelier a decimal point than a misplaced separator: before a sign of percentage (3,5%), or where
 * so few digits need no separator (4,5万). `behind` is what follows the run.
 */
export function isDecimalComma(run: string, behind: string): boolean {
  if (!/^\d{1,3},\d{1,2}$/.test(run)) return false;
  return /^\s?(?:[%‰]|个?百分点)/.test(behind) || run.length <= 5;
}

/** The integer part of a number of five and more digits. */
export interface LongNumber {
  readonly span: Span;
  /** Its digits alone. */
  readonly digits: string;
  readonly grouping: 'comma' | 'space' | 'none';
}

/** The whole numbers of five and more digits that count or measure something. */
export function longNumbers(article: AnalysedArticle): readonly LongNumber[] {
  return figuresOf(article).flatMap(({ figure }): readonly LongNumber[] => {
    const printed = /^\d[\d,\s]*(?<=\d)/.exec(slice(article.folded, figure.numeral.span))?.[0] ?? '';
    const digits = printed.replace(/\D/g, '');
    if (figure.kind === 'number' || digits.length < 5) return [];
    const { start } = figure.numeral.span;
    const grouping = printed.includes(',') ? 'comma' : printed === digits ? 'none' : 'space';
    return [{ span: { start, end: start + printed.length }, digits, grouping }];
  });
}

/** A clause of the standard of numerals in print. */
export function numeralStandard(locator: string): Source {
  return { title: 'GB/T 15835—2011 出版物上数字用法', locator };
}
