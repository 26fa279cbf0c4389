import type Big from 'big.js';
import type { DocumentRow, FactBound, OrganRow, RegionRow, UnitRow } from './fact/schema.js';
import type { Interval } from './quantity/interval.js';
import type { Span } from './text/span.js';

/**
 * A recognised span of the article. All spans are in article coordinates.
 * Mentions of one kind are disjoint; those of different kinds may nest (a date in a title, a number in a quantity does not
 * stand apart: the quantity is the mention).
 */
export type Mention =
  | NumberMention
  | PercentMention
  | QuantityMention
  | OrdinalMention
  | RangeMention
  | RatioMention
  | DateMention
  | PeriodMention
  | RegionMention
  | OrganizationMention
  | DocumentMention
  | TermMention;

export type MentionKind = Mention['kind'];
export type MentionOf<K extends MentionKind> = Extract<Mention, { kind: K }>;

/** Mentions that carry one printed figure. */
export type FigureMention = NumberMention | PercentMention | QuantityMention;

/** What one printed numeral says, apart from its unit. */
export interface Numeral {
  /** The digits and multipliers only (1.79万亿 of 约1.79万亿元). */
  readonly span: Span;
  /** The printed value with 万 and 亿 multiplied out; a fraction to 40 places. */
  readonly value: Big;
  /** Set for 三分之一, 1/3: [numerator, denominator]. */
  readonly fraction?: readonly [Big, Big];
  /** One unit of the last printed digit: 0.01万亿 for 1.79万亿, 1 for 20000, 10万亿 for 二十万亿. Zero for a fraction. */
  readonly ulp: Big;
  readonly script: 'arabic' | 'han' | 'mixed';
}

interface Figure {
  readonly span: Span;
  readonly numeral: Numeral;
  /** How the words around it bound it; `span` covers those that are part of the figure (多, 余), not those before it. */
  readonly bound: FactBound;
  /** All the values the figure can mean, in its own unit (percent: 60 for 60%), with rounding and bound. */
  readonly interval: Interval;
  /** The words that bound or soften it, wherever they stand: 约, 以上, 左右 … in order of the text. */
  readonly qualifiers: readonly Span[];
}

/** A plain number with no unit. */
export interface NumberMention extends Figure {
  readonly kind: 'number';
}

/** 60%, 百分之六十, 6成, 3.2‰, 3个百分点. `value` is in `unit`. */
export interface PercentMention extends Figure {
  readonly kind: 'percent';
  readonly unit: '%' | '‰' | '百分点' | '千分点' | '成' | '倍';
}

/** A number with a unit or classifier. `interval` is in `unit`; times `unit.factor` it is in `unit.baseUnit`. */
export interface QuantityMention extends Figure {
  readonly kind: 'quantity';
  readonly unit: UnitRow;
  /** The unit as printed. */
  readonly unitSpan: Span;
  /** `interval` in the base unit, for comparison. */
  readonly baseInterval: Interval;
}

/** 第四个, 第4. `counter` is the classifier printed after it, or empty. */
export interface OrdinalMention {
  readonly kind: 'ordinal';
  readonly span: Span;
  readonly numeral: Numeral;
  readonly counter: string;
}

/** 10—20万人, 15%至20%: two figures of one unit. The two are not mentions on their own. */
export interface RangeMention {
  readonly kind: 'range';
  readonly span: Span;
  readonly from: FigureMention;
  readonly to: FigureMention;
  /** True if the unit is printed after both. */
  readonly unitTwice: boolean;
}

/** 8.3∶41.4∶50.3 */
export interface RatioMention {
  readonly kind: 'ratio';
  readonly span: Span;
  readonly parts: readonly Numeral[];
}

/** A calendar date, a month, a year. `value` is ISO, as precise as the text: 2022-03-30, 2022-02, 2022. */
export interface DateMention {
  readonly kind: 'date';
  readonly span: Span;
  /** Undefined where the text cannot be resolved (3月30日 with no year known) or is no date of the calendar (2月30日). */
  readonly value: string | undefined;
  /** The fields as printed; undefined where not printed. Two-digit years as printed. */
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** True for 今年, 去年, 上月: resolved against the issue date. */
  readonly relative: boolean;
}

/** A stretch of time; ISO ends as precise as the text, inclusive: 2021—2025年, 上半年, “十四五”时期. */
export interface PeriodMention {
  readonly kind: 'period';
  readonly span: Span;
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** plan: a five-year plan; `plan` then holds its number (14 for 十四五). */
  readonly form: 'range' | 'part' | 'plan' | 'decade' | 'century' | 'duration';
  readonly plan?: number;
  /** True if a day or month printed in it is none of the calendar's. */
  readonly impossible?: true;
  /** duration: how many years 近三年 and 过去五年 span. */
  readonly length?: number;
  /** The printed years of a range, for checks of form: [2021, 2025]. */
  readonly years?: readonly [number, number];
}

/** A division of GB/T 2260. */
export interface RegionMention {
  readonly kind: 'region';
  readonly span: Span;
  /** Undefined while the context leaves more than one candidate. */
  readonly region: RegionRow | undefined;
  readonly candidates: readonly RegionRow[];
  /** full: 长沙市; short: 长沙; alias: 湘, 沪. */
  readonly form: 'full' | 'short' | 'alias';
}

/** An organ, company, park or institute. */
export interface OrganizationMention {
  readonly kind: 'organization';
  readonly span: Span;
  /** The full name that all its forms in the article share. */
  readonly canonical: string;
  readonly organ?: OrganRow;
  /** The region it belongs to, where the text tells. */
  readonly region?: RegionRow;
}

/** 《title》, span with its brackets. */
export interface DocumentMention {
  readonly kind: 'document';
  readonly span: Span;
  /** Without brackets. */
  readonly title: string;
  /** The full title, where this is a short one by definition (以下简称《规划》). */
  readonly canonical: string;
  /** 国发〔2021〕1号 behind the title, as printed, with its place. */
  readonly number?: { readonly text: string; readonly span: Span };
  readonly document?: DocumentRow;
}

/** A name in quotation marks: “天河”, “1+2+N”. Span with the marks. */
export interface TermMention {
  readonly kind: 'term';
  readonly span: Span;
  readonly text: string;
}
