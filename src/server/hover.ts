import type { AnalysedArticle } from '../core/article.js';
import type { Claim, Target } from '../core/claim/claim.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import { say } from '../core/message.js';
import type { FigureMention, Mention } from '../core/mention.js';
import { meets } from '../core/quantity/interval.js';
import { plainText } from '../core/quantity/print.js';
import type { Span } from '../core/text/span.js';
import type { Say } from './convert.js';
import type { Found } from './desk.js';
import { grouped, inUnits, sourceOf, valueOf } from './figures.js';
import { trend } from './trend.js';
import { judge, rowToShow, type Judged } from './verdicts.js';

/** What the place under the mouse was read as: Markdown and the document span it speaks of. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
}

/** Other places named at most. */
const PLACES = 4;

/** Explains the innermost mention at a document offset, with the claim or target it belongs to; undefined where nothing was recognised. */
export function explain(found: Found, offset: number, text: Say): Explanation | undefined {
  const { articles, knowledge } = found;
  for (const article of articles) {
    const inside = ({ span }: { readonly span: Span }): boolean => {
      const { start, end } = article.toDocument(span);
      return start <= offset && offset < end;
    };
    const mention = article.mentions.filter(inside).at(-1);
    const target = article.targets.find(({ marker }) => inside({ span: marker }));
    if (mention === undefined && target === undefined) continue;
    const parts = mention === undefined ? [] : [describe(mention, knowledge, text).join('  \n')];
    const judged = judge(article, knowledge).find(({ claim }) => claim.figure === mention);
    if (judged !== undefined) parts.push(...describeClaim(judged, article, found, text));
    if (target !== undefined) parts.push(describeTarget(target, text));
    const told = parts.filter((part) => part !== '');
    const span = mention?.span ?? target?.marker;
    if (told.length === 0 || span === undefined) return undefined;
    return { span: article.toDocument(span), markdown: told.join('\n\n') };
  }
  return undefined;
}

function describe(mention: Mention, knowledge: Knowledge, text: Say): string[] {
  switch (mention.kind) {
    case 'quantity':
    case 'number':
    case 'percent':
      return [`**${inUnits(mention)}**`, ...bounds(mention, text)];
    case 'range':
      return [`**${inUnits(mention.from)}** — **${inUnits(mention.to)}**`];
    case 'date':
      return [mention.value === undefined ? text(say`日期，年份未定`) : `${text(say`日期`)} **${mention.value}**`];
    case 'period':
      return mention.start === undefined
        ? []
        : [`${text(say`时期`)} **${[mention.start, mention.end ?? ''].join(' — ')}**`];
    case 'region': {
      const { region } = mention;
      if (region === undefined) return [text(say`有${mention.candidates.length}个同名地方，上下文未定`)];
      const parents = [region.parentCode, `${region.code.slice(0, 2)}0000`]
        .map((code) => knowledge.regionsByCode.get(code)?.[0]?.name)
        .filter((name) => name !== undefined && name !== region.name);
      const name = [...new Set(parents)].reverse().join('') + region.name;
      return [
        `${text(say`行政区划`)} **${name}**（${region.code}）${region.validTo === '' ? '' : text(say`，${region.validTo}年已变更`)}`,
      ];
    }
    case 'organization':
      return [`${text(say`机构`)} **${mention.canonical}**`];
    case 'document': {
      const { canonical, document } = mention;
      const known = document === undefined ? [] : [document.issuer, document.number, document.issued];
      return [`${text(say`文件`)} **《${canonical}》**`, known.filter((part) => part !== '').join('，')].filter(
        (line) => line !== '',
      );
    }
    default:
      return [];
  }
}

function bounds({ bound, interval }: FigureMention, text: Say): string[] {
  if (bound === '') return [];
  const [low, high] = [interval.lower, interval.upper].map((end) =>
    end === undefined ? undefined : grouped(plainText(end)),
  );
  if (low !== undefined && high !== undefined) return [text(say`概数，按${low}至${high}核对`)];
  return low === undefined ? [text(say`按不高于${high ?? ''}核对`)] : [text(say`按不低于${low}核对`)];
}

function describeClaim(judged: Judged, article: AnalysedArticle, found: Found, text: Say): readonly string[] {
  const { claim, verdict } = judged;
  return [slots(claim, text), fact(judged, text), sameElsewhere(claim, article, found, text)].concat(
    bars(verdict.answer?.match === 'exact' ? rowToShow(verdict.answer.rows) : undefined, found.knowledge),
  );
}

/** 主体：湖南省 · 指标：地区生产总值 · 时期：2023 */
function slots({ subject, indicator, scope, period }: Claim, text: Say): string {
  return [
    subject === undefined ? undefined : text(say`主体：${subject.canonical}`),
    indicator === undefined ? undefined : text(say`指标：${indicator.canonical}`),
    scope === '' ? undefined : text(say`口径：${scope}`),
    period === undefined ? undefined : text(say`时期：${period.canonical}`),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** What the table says of a claim, with the source. */
function fact({ verdict }: Judged, text: Say): string {
  const { status, answer } = verdict;
  const row = rowToShow(answer?.rows ?? []);
  if (status === 'not-checkable' || answer === undefined) return '';
  if (row === undefined) return text(say`○ 待核：事实表中没有这项数据。`);
  const said = (): string => `**${valueOf(row)}** ${sourceOf(row, text)}${link(row.source, row.locator)}`;
  if (status === 'verified') return `✓ ${text(say`与事实表相符：${said()}`)}`;
  if (status === 'mismatch') return `✗ ${text(say`与事实表不符：${said()}`)}`;
  if (answer.match === 'exact') return text(say`○ 待核：事实表中为${said()}，可能另有修订。`);
  if (answer.match === 'other-scope')
    return text(say`○ 待核：事实表中只有口径为“${row.scope === '' ? '—' : row.scope}”的${said()}。`);
  const years = [...new Set(answer.rows.map(({ period }) => period))].sort();
  return text(say`○ 待核：事实表中有这一指标${years.at(0) ?? ''}至${years.at(-1) ?? ''}间的数据，没有这一时期的。`);
}

/** The address that a source names, as a link. */
function link(...parts: readonly string[]): string {
  const address = parts.map((part) => /https?:\/\/[^\s，。）)]+/.exec(part)?.[0]).find((each) => each !== undefined);
  return address === undefined ? '' : ` [↗](${address})`;
}

/** Other claims of the article about the same thing, with links to their lines. */
function sameElsewhere(claim: Claim, article: AnalysedArticle, { uri, converter }: Found, text: Say): string {
  const { subject, indicator, period } = claim;
  if (subject === undefined || indicator === undefined || period === undefined) return '';
  const interval = intervalOf(claim);
  const others = article.claims.filter(
    (other) =>
      other !== claim &&
      other.kind === claim.kind &&
      other.subject?.canonical === subject.canonical &&
      other.indicator?.canonical === indicator.canonical &&
      other.period?.canonical === period.canonical &&
      other.scope === claim.scope,
  );
  if (others.length === 0) return '';
  const places = others.slice(0, PLACES).map((other) => {
    const span = article.toDocument(other.figure.span);
    const { line, character } = converter.range(span).start;
    const printed = article.text.slice(other.figure.span.start, other.figure.span.end);
    const its = intervalOf(other);
    const agrees = interval !== undefined && its !== undefined && meets(interval, its);
    return `[${text(say`第${line + 1}行`)} ${printed}](${uri}#L${line + 1},${character + 1})${agrees ? '' : ' ≠'}`;
  });
  const more = others.length > PLACES ? ' …' : '';
  return text(say`文中另有${others.length}处说到：${places.join('、') + more}`);
}

function intervalOf({ figure }: Claim): FigureMention['interval'] | undefined {
  return figure.kind === 'range' ? undefined : figure.kind === 'quantity' ? figure.baseInterval : figure.interval;
}

function bars(row: Parameters<typeof trend>[0] | undefined, knowledge: Knowledge): string {
  const lines = row === undefined ? [] : trend(row, knowledge);
  return lines.length === 0 ? '' : `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function describeTarget({ deadline, subject, indicator, modality }: Target, text: Say): string {
  return [
    text(say`目标，期限${deadline}`),
    subject === undefined ? undefined : text(say`主体：${subject.canonical}`),
    indicator === undefined ? undefined : text(say`指标：${indicator.canonical}`),
    modality === '' ? undefined : `“${modality}”`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
