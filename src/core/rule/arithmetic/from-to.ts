import type { AnalysedArticle } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { valuesOf } from '../../quantity/figure.js';
import { quotient } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import type { Span } from '../../text/span.js';

/** 由a增加到b: what a quantity was and what it became, in one measure. */
export interface FromTo {
  readonly from: FigureMention;
  readonly to: FigureMention;
}

const WHEN =
  '(?:上年|去年|当年|\\d{4}年(?:\\d{1,2}月)?[底末初]?|“[^”]{2,4}”(?:末|初|期末)|期初|年初|改革开放初期?|五年前|十年前)?';
const SOFT = '(?:约|大约|近|不到|不足|超过|超|逾)?';
/** Ends right before the first figure. */
const FROM = new RegExp(`[由从]${WHEN}(?:的|时的)?${SOFT}$`);
/** Stands between the two. */
const TO = new RegExp(`^(?:多|余|左右|以上|以下)?[^，。；、\\d]{0,8}?(?:到|至|为)了?${WHEN}(?:的|时的)?${SOFT}$`);

/** All the pairs of an article, in order. */
export function fromTos({ folded, mentions }: Pick<AnalysedArticle, 'folded' | 'mentions'>): readonly FromTo[] {
  const opens = (figure: FigureMention): boolean =>
    FROM.test(folded.slice(Math.max(0, figure.span.start - 16), figure.span.start));
  const found: FromTo[] = [];
  let first: FigureMention | undefined;
  for (const mention of mentions) {
    if (mention.kind === 'range') {
      // 从20%至23% is read as a range.
      if (opens(mention.from) && mention.unitTwice) found.push({ from: mention.from, to: mention.to });
      first = undefined;
    } else if (mention.kind === 'percent' || mention.kind === 'quantity' || mention.kind === 'number') {
      if (
        first !== undefined &&
        isSameMeasure(first, mention) &&
        TO.test(folded.slice(first.span.end, mention.span.start))
      )
        found.push({ from: first, to: mention });
      first = opens(mention) ? mention : undefined;
    }
  }
  return found;
}

function isSameMeasure(a: FigureMention, b: FigureMention): boolean {
  if (a.kind === 'percent') return b.kind === 'percent' && a.unit === b.unit;
  if (a.kind === 'number') return b.kind === 'number';
  return b.kind === 'quantity' && a.unit.baseUnit === b.unit.baseUnit;
}

/** Every quotient to ÷ from; undefined where `from` may be zero or less. */
export function ratioOf({ from, to }: FromTo): Interval | undefined {
  return quotient(valuesOf(to), valuesOf(from));
}

/** The pair that a figure behind it speaks of: the last one, with no more than a few words between. */
export function pairBefore(
  pairs: readonly FromTo[],
  figure: { readonly span: Span },
  folded: string,
): FromTo | undefined {
  const pair = pairs.findLast(({ to }) => to.span.end <= figure.span.start);
  if (pair === undefined) return undefined;
  const gap = folded.slice(pair.to.span.end, figure.span.start);
  return /^(?:左右|以上)?[，,（(]?[^，。；：（(、\d]{0,12}$/.test(gap) ? pair : undefined;
}
