import type { RegionRow } from '../fact/schema.js';
import type { DateMention, FigureMention, OrdinalMention, PeriodMention, RangeMention } from '../mention.js';
import type { Span } from '../text/span.js';

/** A slot of a claim: what stands in the text, where, and what it is called in the tables. */
export interface Slot {
  readonly span: Span;
  /** The name under which equal things compare equal: 长沙市 for 长沙, 地区生产总值 for 经济规模 where the table ties them. */
  readonly canonical: string;
  /** True if this claim's own clause does not print it and it was carried over from an earlier one. */
  readonly inherited: boolean;
}

/** Who or what the claim is about. */
export interface SubjectSlot extends Slot {
  readonly region?: RegionRow;
}

/** When: both ends ISO, as precise as the text, inclusive. A single year has equal ends. */
export interface PeriodSlot extends Slot {
  readonly start: string;
  readonly end: string;
}

/**
 * level: a value (GDP 3420亿元); change: a difference (增加120亿元); rate: growth in % (增长5.2%);
 * share: part of a whole (占比32%); rank: 第4; target: promised, see `Target`.
 */
export type ClaimKind = 'level' | 'change' | 'rate' | 'share' | 'rank' | 'target';

/** 主体、指标、口径、时期、数值: one statement of how much. Empty slots are undefined. */
export interface Claim {
  /** From the first printed slot to the figure's end. */
  readonly span: Span;
  readonly kind: ClaimKind;
  readonly figure: FigureMention | RangeMention;
  readonly subject: SubjectSlot | undefined;
  readonly indicator: Slot | undefined;
  /** 口径: 都市圈, 市辖区, 规模以上 …; empty if none is printed. */
  readonly scope: string;
  readonly period: PeriodSlot | undefined;
  /** down for 下降, 减少, 降低. */
  readonly direction: 'up' | 'down' | undefined;
  /** total: 合计, 总计, 共; part: behind 其中. */
  readonly role: 'total' | 'part' | undefined;
  /** Index of the sentence in `AnalysedArticle.sentences`. */
  readonly sentence: number;
}

/** One item of a list. */
export interface ListItem {
  readonly span: Span;
  /** The item without a leading verb or conjunction shared by the list; what is compared. */
  readonly text: string;
  /** The number it carries, in numbered lists. */
  readonly marker?: Marker;
}

/** How the items of a numbered list are marked; each form is named by its first marker. */
export type MarkerForm =
  '第一编' | '第一章' | '第一节' | '第一条' | '一、' | '（一）' | '1.' | '（1）' | '①' | '一是' | '第一，';

/** The marker of an item: 二是, （三）, 4. */
export interface Marker {
  readonly form: MarkerForm;
  readonly span: Span;
  readonly number: number;
}

/** An enumeration with, where printed, the head that counts it: 五市, 六大任务, 等12个部门. */
export interface EnumeratedList {
  /** marks: items separated by 、 ； or side by side in quotation marks; numbered: each item carries its number. */
  readonly form: 'marks' | 'numbered';
  /** Items and head. */
  readonly span: Span;
  readonly items: readonly ListItem[];
  readonly head: CountHead | undefined;
  /** A second head, where one stands before the list and one behind it. */
  readonly otherHead?: CountHead;
  /** The rank of what comes next: 继A、B之后第三个. */
  readonly next?: OrdinalMention;
  /** True if 等, 包括, 其中, 主要 … leave room for further items. */
  readonly open: boolean;
  /** The fewest and the most items the words can be read to list: 和 may join two items or stand inside one. */
  readonly fewest: number;
  readonly most: number;
}

/** The words that state how many. */
export interface CountHead {
  /** 六大任务 */
  readonly span: Span;
  /** 六 */
  readonly numberSpan: Span;
  readonly count: number;
  /** What is counted, 任务; empty if none is printed. */
  readonly noun: string;
  /** Several numbers added: 三省一市. `numberSpan` then covers them all. */
  readonly isSum: boolean;
  readonly position: 'before' | 'after';
}

/** A promise with a deadline: 到2025年，…达到65%; qualitative ones have no figure. A sentence that promises several gives one each. */
export interface Target {
  /** 到2025年 … the end of the promise's sentence; for a further promise of the same sentence, its own words. */
  readonly span: Span;
  /** 到2025年 */
  readonly marker: Span;
  /** ISO, as precise as the text. */
  readonly deadline: string;
  readonly deadlineMention: DateMention | PeriodMention | undefined;
  readonly subject: SubjectSlot | undefined;
  readonly indicator: Slot | undefined;
  readonly figure: FigureMention | RangeMention | undefined;
  /** Where it starts from: 58% in 由2020年的58%提高到65%. */
  readonly baseline?: FigureMention | RangeMention;
  /** 将, 力争, 确保, 预期 … as printed, empty if none. */
  readonly modality: string;
}
