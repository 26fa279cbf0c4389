import type { Knowledge } from '../core/fact/knowledge.js';
import { valueOf } from './figures.js';
import type { FactItem, FactsResult } from './protocol.js';

/**
 * Rows of the tables in which each word of the query stands, up to `limit`; those that need no look at their source come first. Words are parted
 * by spaces.
 */
export function searchFacts({ tables }: Knowledge, query: string, limit: number): FactsResult {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const first: FactItem[] = [];
  const others: FactItem[] = [];
  const take = (item: FactItem): void => {
    const holds = (cells: readonly string[]): boolean =>
      words.every((word) => cells.some((cell) => cell.includes(word)));
    const { subject, what, when, value, source } = item;
    if (holds([subject, what, when, value])) first.push(item);
    else if (holds([subject, what, when, value, source])) others.push(item);
  };
  for (const row of tables.statistics)
    take({
      kind: 'statistic',
      subject: row.subject,
      what: row.scope === '' ? row.indicator : `${row.indicator}（${row.scope}）`,
      when: row.period,
      value: valueOf(row),
      source: sources(row.source, row.sourceDate, row.locator, row.vintage),
    });
  for (const row of tables.targets)
    take({
      kind: 'target',
      subject: row.subject,
      what: row.indicator,
      when: row.deadline,
      value: /^-?\d/.test(row.value) ? valueOf(row) : row.value,
      source: sources(row.plan, row.source, row.sourceDate),
    });
  for (const row of tables.documents)
    take({
      kind: 'document',
      subject: `《${row.title}》`,
      what: row.issuer,
      when: row.issued,
      value: row.number,
      source: sources(row.source, row.status),
    });
  for (const row of tables.events)
    take({ kind: 'event', subject: row.event, what: '', when: row.date, value: '', source: row.source });
  return { total: first.length + others.length, rows: [...first, ...others].slice(0, limit) };
}

function sources(...parts: readonly string[]): string {
  return [...new Set(parts)].filter((part) => part !== '').join('，');
}
