import type { StatisticRow } from '../../fact/schema.js';
import { gravest, least, most } from '../../fact/trust.js';
import { baseValueOf } from '../../fact/value.js';
import type { FactAnswer } from '../../fact/look-up.js';
import { isSlip, verifyClaim } from '../../fact/verify.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { FigureMention } from '../../mention.js';
import { say, type Message } from '../../message.js';
import { multiplierValue, printedFigure, printLike } from '../../quantity/print.js';
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
      const slips = (row: StatisticRow): number => Number(isSlip(figure, row, article.folded, knowledge));
      const rows = [...answer.rows].sort((a, b) => slips(b) - slips(a) || later(a, b));
      const [best] = rows;
      if (best === undefined) continue;
      report({
        span: figure.span,
        severity: least(query.strength === 'printed' ? 'error' : 'warning', most(...rows.map(gravest))),
        message: messageFor(slice(article.text, figure.span), best, answer),
        source: {
          title: best.source,
          ...(best.sourceDate === '' ? {} : { date: best.sourceDate }),
          ...(best.locator === '' ? {} : { locator: best.locator }),
        },
        fixes: fixesFor(rows, figure, claim.kind === 'rate' && claim.direction === 'down', article.folded, knowledge),
      });
    }
  },
};

function messageFor(printed: string, row: StatisticRow, answer: FactAnswer): Message {
  const key = `${row.subject}${periodText(row.period)}${scopeText(row)}${row.indicator}`;
  const fact = `${BOUNDS[row.bound] ?? ''}${row.value}${row.unit}${releaseText(row)}`;
  const [other] = answer.elsewhere;
  if (other === undefined) return say`“${printed}”与事实表不符：${key}为${fact}。`;
  return say`“${printed}”与事实表不符：${key}为${fact}；此数合于${periodText(other.period) + scopeText(other)}。`;
}

const BOUNDS: Readonly<Record<string, string>> = {
  '≈': '约',
  '>': '超过',
  '>=': '不低于',
  '<': '不到',
  '<=': '不超过',
};

function scopeText({ scope }: StatisticRow): string {
  return scope === '' ? '' : `（${scope}）`;
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

/** The releases as the figure would print them, best first; a value that would need another verb (增长 for 下降) is left out. */
function fixesFor(
  rows: readonly StatisticRow[],
  figure: FigureMention,
  falls: boolean,
  folded: string,
  knowledge: Knowledge,
): readonly Fix[] {
  const texts = rows
    .filter(({ bound }) => bound === '')
    .flatMap((row) => printRow(row, figure, falls, folded, knowledge) ?? []);
  return [...new Set(texts)].slice(0, FIXES).map((text) => ({
    title: say`改为“${text}”`,
    kind: 'suggestion',
    edits: [{ span: figure.span, newText: text }],
  }));
}

/** A row's value with the figure's multiplier and unit, no more decimals than either has. */
function printRow(
  row: StatisticRow,
  figure: FigureMention,
  falls: boolean,
  folded: string,
  knowledge: Knowledge,
): string | undefined {
  const unit =
    figure.kind === 'quantity'
      ? figure.unit.factor
      : figure.kind === 'percent'
        ? knowledge.unitByName.get(figure.unit)?.factor
        : '1';
  const inUnit = baseValueOf(row, knowledge.unitByName).div(unit ?? 1);
  const value = falls ? inUnit.times(-1) : inUnit;
  if (value.lt(0) && figure.numeral.value.gte(0)) return undefined;
  const printed = printedFigure(figure, folded);
  if (printed === undefined) return printLike(value, figure, folded);
  const multiplier = multiplierValue(printed.multiplier);
  const scaled = value.div(multiplier);
  // 约13.271亿元: a round figure stays as round as it was printed.
  const digits = printed.digits.replace(/\D/g, '').replace(/^0+/, '').length;
  if (figure.bound !== '') return printLike(scaled.prec(Math.max(1, digits)).times(multiplier), figure, folded);
  // 13270.70 keeps the zero it was published with.
  if (scaled.eq(row.value) && !printed.digits.includes(',')) return row.value + printed.multiplier + printed.unit;
  const rounded = scaled.round(printed.digits.split('.')[1]?.length ?? 0);
  return printLike((rounded.eq(0) ? scaled : rounded).times(multiplier), figure, folded);
}
