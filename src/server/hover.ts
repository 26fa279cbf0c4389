import type { AnalysedArticle } from '../core/article.js';
import type { Claim } from '../core/claim/claim.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import { say } from '../core/message.js';
import type { FigureMention, Mention } from '../core/mention.js';
import { multiplierValue, plainText } from '../core/quantity/print.js';
import type { Span } from '../core/text/span.js';
import type { Say } from './convert.js';

/** What the place under the mouse was read as: Markdown and the document span it speaks of. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
}

/** Explains the innermost mention at a document offset, with the claim it belongs to; undefined where nothing was recognised. */
export function explain(
  articles: readonly AnalysedArticle[],
  offset: number,
  knowledge: Knowledge,
  text: Say,
): Explanation | undefined {
  for (const article of articles) {
    const inside = ({ span }: { readonly span: Span }): boolean => {
      const { start, end } = article.toDocument(span);
      return start <= offset && offset < end;
    };
    const mention = article.mentions.filter(inside).at(-1);
    if (mention === undefined) continue;
    const lines = describe(mention, knowledge, text);
    const claim = article.claims.find((each) => each.figure === mention);
    if (claim !== undefined) lines.push(...describeClaim(claim, text));
    return lines.length === 0 ? undefined : { span: article.toDocument(mention.span), markdown: lines.join('  \n') };
  }
  return undefined;
}

function describe(mention: Mention, knowledge: Knowledge, text: Say): string[] {
  switch (mention.kind) {
    case 'quantity':
    case 'number':
    case 'percent':
      return [`**${text(say`数值`)}** ${inUnits(mention)}`, ...bounds(mention, text)];
    case 'date':
      return [mention.value === undefined ? text(say`日期，年份未定`) : `**${text(say`日期`)}** ${mention.value}`];
    case 'period':
      return mention.start === undefined ? [] : [`**${text(say`时期`)}** ${mention.start}—${mention.end ?? ''}`];
    case 'region': {
      const { region } = mention;
      if (region === undefined) return [text(say`有${mention.candidates.length}个同名地方，上下文未定`)];
      const parents = [region.parentCode, `${region.code.slice(0, 2)}0000`]
        .map((code) => knowledge.regionsByCode.get(code)?.[0]?.name)
        .filter((name) => name !== undefined && name !== region.name);
      return [
        `**${text(say`行政区划`)}** ${[...new Set(parents)].reverse().join('')}${region.name}（${region.code}）${region.validTo === '' ? '' : text(say`，${region.validTo}年已变更`)}`,
      ];
    }
    case 'organization':
      return [`**${text(say`机构`)}** ${mention.canonical}`];
    case 'document':
      return [
        `**${text(say`文件`)}** 《${mention.canonical}》`,
        ...(mention.document === undefined
          ? []
          : [
              [mention.document.issuer, mention.document.number, mention.document.issued]
                .filter((part) => part !== '')
                .join('，'),
            ]),
      ];
    default:
      return [];
  }
}

/** 17,900亿元 = 1.79万亿元 = 1,790,000,000,000元. */
function inUnits(figure: FigureMention): string {
  const { value } = figure.numeral;
  const unit = figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
  if (figure.numeral.fraction !== undefined) return `${figure.numeral.fraction.map(String).join('/')}${unit}`;
  const multipliers = value.abs().gte('1e7') ? ['万亿', '亿', ''] : ['万', ''];
  const forms = multipliers
    .map((multiplier) => ({ multiplier, scaled: value.div(multiplierValue(multiplier)) }))
    .filter(({ multiplier, scaled }) => multiplier === '' || (scaled.abs().gte('0.1') && scaled.round(6).eq(scaled)))
    .map(({ multiplier, scaled }) => grouped(scaled.toFixed()) + multiplier + unit);
  return [...new Set(forms)].join(' = ');
}

function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

function bounds({ bound, interval }: FigureMention, text: Say): string[] {
  if (bound === '') return [];
  const [low, high] = [interval.lower, interval.upper].map((end) =>
    end === undefined ? undefined : grouped(plainText(end)),
  );
  if (low !== undefined && high !== undefined) return [text(say`概数，按${low}至${high}核对`)];
  return low === undefined ? [text(say`按不高于${high ?? ''}核对`)] : [text(say`按不低于${low}核对`)];
}

function describeClaim({ subject, indicator, scope, period }: Claim, text: Say): string[] {
  const parts = [
    subject === undefined ? undefined : text(say`主体：${subject.canonical}`),
    indicator === undefined ? undefined : text(say`指标：${indicator.canonical}`),
    scope === '' ? undefined : text(say`口径：${scope}`),
    period === undefined ? undefined : text(say`时期：${period.canonical}`),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}
