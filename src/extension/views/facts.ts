import { ThemeIcon } from 'vscode';
import { say } from '../../core/message.js';
import type { FactItem, FactsResult } from '../../server/protocol.js';
import type { Text } from '../texts.js';
import type { Node } from './tree.js';

const ICONS: Readonly<Record<FactItem['kind'], ThemeIcon>> = {
  statistic: new ThemeIcon('graph'),
  target: new ThemeIcon('target'),
  document: new ThemeIcon('file-text'),
  event: new ThemeIcon('calendar'),
};

/** 事实表: the rows found, each with its source below it. */
export function factNodes({ total, rows }: FactsResult, text: Text): readonly Node[] {
  const nodes = rows.map(({ kind, subject, what, when, value, source }, i): Node => ({
    label: [subject, what, when].filter((part) => part !== '').join(' '),
    description: value,
    tooltip: [`${subject} ${what} ${when}`, value, source].join('\n'),
    icon: ICONS[kind],
    id: String(i),
    closed: true,
    children: [{ label: source, icon: new ThemeIcon('references'), id: `${i} source` }],
  }));
  if (total === 0) return [{ label: text(say`事实表里没有符合的记录；词与词之间可用空格隔开。`) }];
  if (total <= rows.length) return nodes;
  return [
    ...nodes,
    { label: text(say`另有${total - rows.length}条没有列出，请再加一个词。`), icon: new ThemeIcon('ellipsis') },
  ];
}
