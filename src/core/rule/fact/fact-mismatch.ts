import type { StatisticRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import { baseValueOf } from '../../fact/value.js';
import { isSlip, verifyClaim, type Verdict } from '../../fact/verify.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { FigureMention } from '../../mention.js';
import { say, type Message } from '../../message.js';
import { multiplierValue, plainText, printedFigure, printLike } from '../../quantity/print.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';

/** No more than two releases are offered as fixes. */
const FIXES = 2;

/** Relation: a figure with a clear subject, indicator, scope and period fits some release of that fact in the table. */
export const factMismatch: Rule = {
  id: 'fact-mismatch',
  group: 'fact',
  severity: 'error',
  title: say`数据与事实表不符`,
  check(article, knowledge, report) {
    for (const claim of article.claims) {
      const { status, query, answer } = verifyClaim(article, knowledge, claim);
      const { figure } = claim;
      if (status !== 'mismatch' || query === undefined || answer === undefined || figure.kind === 'range') continue;
      const digits = slice(article.folded, figure.numeral.span);
      const rows = [...answer.rows].sort(
        (a, b) => Number(isSlip(digits, b.value)) - Number(isSlip(digits, a.value)) || later(a, b),
      );
      const [best] = rows;
      if (best === undefined) continue;
      const fact = printRow(best, figure, article.folded, knowledge);
      report({
        span: figure.span,
        severity: least(query.strength === 'printed' ? 'error' : 'warning', ...rows.map(gravest)),
        message: messageFor(slice(article.text, figure.span), fact, best, answer),
        source: {
          title: best.source,
          ...(best.sourceDate === '' ? {} : { date: best.sourceDate }),
          ...(best.locator === '' ? {} : { locator: best.locator }),
        },
        fixes: fixesFor(rows, figure, article.folded, knowledge),
      });
    }
  },
};

function messageFor(printed: string, fact: string, row: StatisticRow, answer: NonNullable<Verdict['answer']>): Message {
  const key = `${row.subject}${periodText(row.period)}${row.scope === '' ? '' : `（${row.scope}）`}${row.indicator}`;
  const [other] = answer.elsewhere;
  if (other === undefined) return say`“${printed}”与事实表不符：${key}为${fact}${releaseText(row)}。`;
  const where = `${periodText(other.period)}${other.scope === '' ? '' : `（${other.scope}）`}`;
  return say`“${printed}”与事实表不符：${key}为${fact}${releaseText(row)}；此数合于${where}。`;
}

function releaseText({ vintage }: StatisticRow): string {
  return vintage === '' ? '' : `（${vintage}）`;
}

/** 2021 -> 2021年, 2021-12-31 -> 2021年末, 2021-Q1 -> 2021年一季度, 2016/2020 -> 2016—2020年. */
function periodText(period: string): string {
  const part = /^(\d{4})-([QH])(\d)$/.exec(period);
  if (part !== null) {
    const [, year = '', kind, index] = part;
    const name = kind === 'Q' ? `${'一二三四'[Number(index) - 1] ?? ''}季度` : index === '1' ? '上半年' : '下半年';
    return `${year}年${name}`;
  }
  const span = /^(\d{4})\/(\d{4})$/.exec(period);
  if (span !== null) return `${span[1] ?? ''}—${span[2] ?? ''}年`;
  const [year = '', month, day] = period.split('-');
  if (year === '') return '';
  if (month === '12' && day === '31') return `${year}年末`;
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}

/** The later published first, the more exact of one day first. */
function later(a: StatisticRow, b: StatisticRow): number {
  return b.sourceDate.localeCompare(a.sourceDate) || b.value.length - a.value.length;
}

/** A row's value as the figure would print it: its multiplier and unit, no more decimals than either has. */
function printRow(row: StatisticRow, figure: FigureMention, folded: string, knowledge: Knowledge): string {
  const factor = knowledge.unitByName.get(
    figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '',
  )?.factor;
  const value = baseValueOf(row, knowledge.unitByName).div(factor ?? 1);
  const printed = printedFigure(figure, folded);
  if (printed === undefined) return printLike(value, figure, folded);
  const scale = multiplierValue(printed.multiplier);
  const decimals = printed.digits.split('.')[1]?.length ?? 0;
  const rounded = value.div(scale).round(Math.min(decimals, 4));
  const isWhole = rounded.eq(0) ? value : rounded.times(scale);
  const exact = plainText(value.div(scale));
  // 13270.70 keeps the zero it was published with.
  if (row.value.startsWith(exact) && /^\.?0+$/.test(row.value.slice(exact.length)) && !printed.digits.includes(',')) {
    return row.value + printed.multiplier + printed.unit;
  }
  return printLike(isWhole, figure, folded);
}

function fixesFor(
  rows: readonly StatisticRow[],
  figure: FigureMention,
  folded: string,
  knowledge: Knowledge,
): readonly Fix[] {
  const texts = rows.filter(({ bound }) => bound === '').map((row) => printRow(row, figure, folded, knowledge));
  return [...new Set(texts)].slice(0, FIXES).map((text) => ({
    title: say`改为“${text}”`,
    kind: 'suggestion',
    edits: [{ span: figure.span, newText: text }],
  }));
}
