import type { AnalysedArticle } from '../../article.js';
import type { Claim } from '../../claim/claim.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { TargetRow } from '../../fact/schema.js';
import { gravest, least, most } from '../../fact/trust.js';
import { baseValueOf, measureOfRow } from '../../fact/value.js';
import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { multiplierValue, printedFigure, printLike } from '../../quantity/print.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';

/** Words that set a goal, before the figure in its sentence. */
const PROPOSED = /提出|明确|确定|设定|规定|要求|部署|目标(?:是|为|：|任务)|预期目标|力争|确保|争取|到\d{4}年(?!末|底)/;
/** Words of a result, or of a comparison with the goal. */
const REPORTED =
  /完成|超额|已经?|实际|达标|兑现|高于|低于|超出|好于|提前|如期|[较比](?:目标|预期)|修改|调整|修订|草案|建议稿/;
/** Behind a region's name the goal is not the nation's. */
const LOCAL = /全[省市县区州盟旗]|[我本][省市县区州]/;

/** Relation: a figure that a plan or a report is said to have set for a year is the one it set. */
export const targetMismatch: Rule = {
  id: 'target-mismatch',
  group: 'fact',
  severity: 'error',
  title: say`目标与事实表不符`,
  check(article, knowledge, report) {
    for (const claim of article.claims) {
      const goal = goalOf(article, knowledge, claim);
      const { figure } = claim;
      if (goal === undefined || figure.kind === 'range') continue;
      const rows = goal.rows.filter((row) => comparable(row, figure, knowledge));
      const [best] = rows;
      if (best === undefined || rows.some((row) => isValue(row, figure, knowledge))) continue;
      const [other] = goal.elsewhere.filter((row) => isValue(row, figure, knowledge));
      const printed = slice(article.text, figure.span);
      const key = `${best.plan}：${best.deadline.slice(0, 4)}年${best.subject}${best.indicator}`;
      const value = `${BOUNDS[best.bound] ?? ''}${best.value}${best.unit}`;
      report({
        span: figure.span,
        severity: least('error', most(...rows.map(gravest))),
        message:
          other === undefined
            ? say`“${printed}”与所引的目标不符：${key}为${value}。`
            : say`“${printed}”与所引的目标不符：${key}为${value}；此数是${other.plan}为${other.deadline.slice(0, 4)}年定的。`,
        source: { title: best.source, ...(best.sourceDate === '' ? {} : { date: best.sourceDate }) },
        fixes: fixesFor(rows, figure, article.folded, knowledge),
      });
    }
  },
};

const BOUNDS: Readonly<Record<string, string>> = {
  '≈': '约',
  '>': '超过',
  '>=': '不低于',
  '<': '低于',
  '<=': '不超过',
};

interface Goal {
  /** What the named plan set for this subject, indicator and year. */
  readonly rows: readonly TargetRow[];
  /** What it and others set for other years. */
  readonly elsewhere: readonly TargetRow[];
}

/** The rows that a claim says it repeats: it names the plan or report, and gives the figure as a goal, not as what came of it. */
function goalOf(article: AnalysedArticle, knowledge: Knowledge, claim: Claim): Goal | undefined {
  const sentence = article.sentences[claim.sentence];
  const { figure, indicator } = claim;
  if (sentence === undefined || indicator === undefined || figure.kind === 'range') return undefined;
  const before = article.folded.slice(sentence.span.start, figure.span.start);
  const cited = citedPlan(before);
  if (cited === undefined || !PROPOSED.test(before.slice(cited.end)) || REPORTED.test(before)) return undefined;
  const subject = cited.subject ?? claim.subject?.region?.name ?? (LOCAL.test(before) ? undefined : '全国');
  if (subject === undefined || (cited.subject === '全国' && claim.subject?.region !== undefined)) return undefined;
  const years = (before.slice(cited.end).match(/\d{4}(?=年)/g) ?? []).slice(-1);
  const year = years[0] ?? cited.deadline;
  const names = indicatorNames(knowledge, claim, article.folded.slice(indicator.span.start, figure.span.start), before);
  const clause = before.slice(before.search(/[^，；：、]*$/));
  const known = knowledge
    .targetsOf(subject)
    .filter((row) => names.includes(nameOf(row)) || (nameOf(row).endsWith('降幅') && fallsBy(clause, nameOf(row))));
  const rows = known.filter((row) => cited.is(row) && row.deadline.slice(0, 4) === year);
  return { rows, elsewhere: known.filter((row) => !rows.includes(row)) };
}

function nameOf({ indicator }: TargetRow): string {
  return indicator.replace(/（.*）$/, '');
}

/** 单位国内生产总值能耗降低 says of a name longer than any indicator in it by how much it is to fall. */
function fallsBy(clause: string, indicator: string): boolean {
  const stem = indicator.slice(0, -'降幅'.length);
  return stem.length > 6 && new RegExp(`^(?:全国|实现|力争|确保)?${stem}(?:累计)?(?:降低|下降|减少)$`).test(clause);
}

interface CitedPlan {
  /** Where in the sentence the plan's name ends. */
  readonly end: number;
  /** Whose the plan is, where its name tells. */
  readonly subject: string | undefined;
  readonly deadline: string;
  readonly is: (row: TargetRow) => boolean;
}

const FIVE_YEARS: Readonly<Record<string, string>> = {
  十一五: '2010',
  十二五: '2015',
  十三五: '2020',
  十四五: '2025',
  十五五: '2030',
};

/** The plan or report named in the words before a figure. Provincial plans share the nation's names: a region's name before them tells. */
function citedPlan(before: string): CitedPlan | undefined {
  const plan =
    /(?<![\p{Script=Han}]{2}[省市县区])(?:国家|我国|全国)?《?“(十[一二三四五]五)”(?:规划(?:纲要)?|发展规划纲要)(?:和\d{4}年远景目标纲要)?(?:（草案）)?》?/u.exec(
      before,
    );
  if (plan !== null) {
    const name = plan[1] ?? '';
    const subject = /[省市区州县]《?$/.test(before.slice(0, plan.index)) ? '' : '全国';
    return {
      end: plan.index + plan[0].length,
      subject,
      deadline: FIVE_YEARS[name] ?? '',
      is: (row) => row.plan === `“${name}”规划纲要`,
    };
  }
  const report = /(\d{4})年(?:国务院)?《?(?:国务院)?政府工作报告》?/.exec(before);
  if (report === null) return undefined;
  const [whole, year = ''] = report;
  return {
    end: report.index + whole.length,
    subject: '全国',
    deadline: year,
    is: (row) => row.plan === `${year}年政府工作报告`,
  };
}

/** The table's names for what the words promise: a level, a growth rate, a fall. */
function indicatorNames(
  knowledge: Knowledge,
  { kind, indicator }: Claim,
  words: string,
  before: string,
): readonly string[] {
  const bases = (knowledge.indicatorsByName.get(indicator?.canonical ?? '') ?? []).map((row) => row.indicator);
  const printed = indicator?.canonical ?? '';
  const all = [...new Set([...bases, printed, printed.replace(/^(?:实现|的|全国)+/, '')])];
  if (/(?:降低|下降|减少)(?!到|至)/.test(words)) return all.map((name) => `${name}降幅`);
  if (kind === 'rate' || /增长|增速/.test(words)) {
    const stems = all.map((name) => name.replace(/增速$/, ''));
    return words.includes('年均') || /年均[^，；]*$/.test(before)
      ? stems.map((name) => `${name}年均增速`)
      : [
          ...all.filter((name) => /[增涨降](?:速|幅)$/.test(name)),
          ...stems.flatMap((name) => [`${name}增速`, `${name}实际增速`, `${name}涨幅`]),
        ];
  }
  if (kind === 'change') return all.flatMap((name) => [`${name}提高`, `${name}增加`]);
  return all;
}

function comparable(row: TargetRow, figure: FigureMention, { unitByName }: Knowledge): boolean {
  const base = measureOfRow(row, unitByName)?.baseUnit;
  return figure.kind === 'quantity' ? base === figure.unit.baseUnit : figure.kind === 'percent' && base === '1';
}

/** True if the figure prints the row's value, whatever words bound it: a goal of 7%以上 is not kept by 8%以上. */
function isValue(row: TargetRow, figure: FigureMention, { unitByName }: Knowledge): boolean {
  const { numeral } = figure;
  const fact = baseValueOf(row, unitByName).div(factorOf(figure, unitByName));
  return fact.minus(numeral.value).abs().times(2).lt(numeral.ulp);
}

function factorOf(figure: FigureMention, units: Knowledge['unitByName']): string {
  if (figure.kind === 'quantity') return figure.unit.factor;
  return figure.kind === 'percent' ? (units.get(figure.unit)?.factor ?? '1') : '1';
}

function fixesFor(
  rows: readonly TargetRow[],
  figure: FigureMention,
  folded: string,
  knowledge: Knowledge,
): readonly Fix[] {
  const multiplier = multiplierValue(printedFigure(figure, folded)?.multiplier ?? '');
  const factor = factorOf(figure, knowledge.unitByName);
  const texts = rows.map((row) => {
    const value = baseValueOf(row, knowledge.unitByName).div(factor);
    return printLike(value.div(multiplier).round(4).times(multiplier), figure, folded);
  });
  return [...new Set(texts)].slice(0, 2).map((text) => ({
    title: say`改为“${text}”`,
    kind: 'suggestion',
    edits: [{ span: figure.span, newText: text }],
  }));
}
