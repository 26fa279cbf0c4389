import type { CountedError } from '../core/error-rate.js';
import { say, type Message } from '../core/message.js';
import type { ReportedFinding } from '../core/report/build.js';
import type { RuleGroup, Severity, Source } from '../core/rule/rule.js';
import type { Position } from '../core/text/line-index.js';

/** Gives a message in the reader's language. */
export type Text = (message: Message) => string;

/** What each group of rules is called. */
export const GROUP_NAMES: Readonly<Record<RuleGroup, Message>> = {
  arithmetic: say`数据运算`,
  contradiction: say`前后矛盾`,
  list: say`列举与序号`,
  time: say`时间`,
  form: say`数字与标点`,
  entity: say`名称`,
  duplicate: say`重复`,
  target: say`目标`,
  fact: say`事实`,
  layout: say`版面`,
};

export const SEVERITY_NAMES: Readonly<Record<Severity, Message>> = {
  error: say`错误`,
  warning: say`警告`,
  information: say`提示`,
  hint: say`建议`,
};

/** Why an error has its weight. */
export const WEIGHT_NAMES: Readonly<Record<CountedError['why'], Message>> = {
  numeral: say`数据差错`,
  content: say`知识、事实、逻辑差错`,
  characters: say`错字、漏字、多字`,
  form: say`数字与格式用法（每类计一次）`,
  again: say`重复的同一差错（不再计）`,
};

/** A place as editors count. */
export function placeText({ line, character }: Position, text: Text): string {
  return text(say`第${line + 1}行第${character + 1}字`);
}

/** What can be done about a finding, in one line. */
export function remedyText({ finding }: ReportedFinding, text: Text): string {
  return finding.fixes.map(({ title }) => text(title)).join(text(say`；或`));
}

/** A source in one line; empty where there is none. */
export function sourceText(source: Source | undefined, text: Text): string {
  if (source === undefined) return '';
  return [source.title, source.date, source.locator]
    .filter((part) => part !== undefined && part !== '')
    .join(text(say`，`));
}

/** Tenths of an error as a decimal: 12 -> 1.2. */
export function tenthsText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}
