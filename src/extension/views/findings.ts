import { ThemeColor, ThemeIcon } from 'vscode';
import { say, type Message } from '../../core/message.js';
import type { RuleGroup, Severity } from '../../core/rule/rule.js';
import type { FindingItem, Outline } from '../../server/protocol.js';
import type { Text } from '../texts.js';
import type { Node } from './tree.js';

/** What the groups of rules are called. */
const GROUPS: Readonly<Record<RuleGroup, Message>> = {
  arithmetic: say`计算`,
  contradiction: say`前后矛盾`,
  list: say`列举与序号`,
  time: say`时间与规划`,
  form: say`数字用法`,
  entity: say`名称与用字`,
  duplicate: say`重复`,
  target: say`目标`,
  fact: say`与事实表不符`,
  layout: say`版面`,
};

const ICONS: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
};

/** 问题: by article, then by group. An article without findings is not listed; a single article needs no heading. */
export function findingNodes({ uri, articles }: Outline, text: Text): readonly Node[] {
  const listed = articles
    .filter(({ findings }) => findings.length > 0)
    .map(({ title, range, findings }, i): Node => ({
      label: title,
      description: text(say`${findings.length}处`),
      icon: new ThemeIcon('book'),
      id: `article ${i}`,
      place: { uri, range: { start: range.start, end: range.start } },
      children: groupNodes(uri, findings, `article ${i}`, text),
    }));
  return listed.length === 1 ? (listed[0]?.children ?? []) : listed;
}

function groupNodes(uri: string, findings: readonly FindingItem[], under: string, text: Text): readonly Node[] {
  return (Object.keys(GROUPS) as RuleGroup[]).flatMap((group): readonly Node[] => {
    const own = findings.filter((finding) => finding.group === group);
    if (own.length === 0) return [];
    const children = own.map((finding): Node => ({
      label: finding.text === '' ? finding.ruleId : shortened(finding.text),
      description: finding.message.split('\n')[0] ?? '',
      tooltip: finding.message,
      icon: ICONS[finding.severity],
      place: { uri, range: finding.range },
    }));
    return [{ label: text(GROUPS[group]), description: String(own.length), id: `${under} ${group}`, children }];
  });
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 12)}…${text.slice(-11)}` : text;
}
