import Big from 'big.js';
import type { AnalysedArticle } from './article.js';
import type { Claim, EnumeratedList, Target } from './claim/claim.js';
import type { ClaimStatus } from './fact/verify.js';
import type { FigureMention, Mention, RangeMention } from './mention.js';
import type { Interval } from './quantity/interval.js';
import { scale } from './quantity/interval.js';
import { multiplierValue, printedFigure } from './quantity/print.js';
import type { Span } from './text/span.js';

/** One line of `extract`: kind, document span, the document's text there, and the fields of its kind as documented in docs/cli.md. */
export interface Extracted {
  readonly kind: Mention['kind'] | 'list' | 'target' | 'claim';
  readonly span: Span;
  readonly text: string;
  readonly [field: string]: unknown;
}

/**
 * Everything recognised in a document, sorted by start.
 * @param document the document's text, to quote from.
 * @param statusOf the fact table's word on a claim; without it every claim is unverified.
 */
export function extract(
  articles: readonly AnalysedArticle[],
  document: string,
  statusOf?: (article: AnalysedArticle, claim: Claim) => ClaimStatus,
): readonly Extracted[] {
  const found: Extracted[] = [];
  for (const article of articles) {
    const add = (kind: Extracted['kind'], at: Span, fields: object): void => {
      const span = article.toDocument(at);
      found.push({ kind, span, text: document.slice(span.start, span.end), ...fields });
    };
    for (const mention of article.mentions) add(mention.kind, mention.span, mentionFields(mention, article));
    for (const list of article.lists) add('list', list.head?.span ?? list.span, listFields(list, article, document));
    for (const target of article.targets) add('target', target.marker, targetFields(target, article));
    for (const claim of article.claims)
      add('claim', claim.figure.span, claimFields(claim, statusOf?.(article, claim) ?? 'unverified', article));
  }
  return found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Decimal text without exponent. */
function text(value: Big): string {
  return value.toFixed();
}

function ends(interval: Interval, lower: string, upper: string): object {
  return {
    ...(interval.lower === undefined ? {} : { [lower]: text(interval.lower) }),
    ...(interval.upper === undefined ? {} : { [upper]: text(interval.upper) }),
  };
}

/**
 * Value and bounds of a figure; bounds only where words bound or soften it. Money is given in the unit it is quoted in (915.89,
 * 亿元), and multiplied out as its base value; other amounts are multiplied out (10万亩: 100000, 亩).
 */
function figureFields(figure: FigureMention, { folded }: Pick<AnalysedArticle, 'folded'>): object {
  const { fraction, value: printed } = figure.numeral;
  const value = fraction === undefined ? text(printed) : `${text(fraction[0])}/${text(fraction[1])}`;
  const bounded = figure.bound !== '';
  if (figure.kind === 'number')
    return {
      value,
      ...(fraction === undefined ? {} : { baseValue: text(printed) }),
      ...(bounded ? ends(figure.interval, 'lower', 'upper') : {}),
    };
  if (figure.kind === 'percent') {
    // Per mille and its points are given in per cent, so that values of the kind compare.
    const per = figure.unit === '‰' || figure.unit === '千分点' ? new Big('0.1') : new Big(1);
    return {
      value: text(printed.times(per)),
      unit: figure.unit,
      baseValue: text(printed.times(per).div(100)),
      ...(bounded ? ends(scale(figure.interval, per), 'lower', 'upper') : {}),
    };
  }
  const factor = new Big(figure.unit.factor === '' ? 1 : figure.unit.factor);
  const multiplier = figure.unit.dimension === 'money' ? (printedFigure(figure, folded)?.multiplier ?? '') : '';
  return {
    value: multiplier === '' ? value : text(printed.div(multiplierValue(multiplier))),
    unit: multiplier + figure.unit.unit,
    baseValue: text(printed.times(factor)),
    baseUnit: figure.unit.baseUnit,
    ...(bounded ? ends(figure.baseInterval, 'lower', 'upper') : {}),
  };
}

function rangeFields({ from, to }: RangeMention): object {
  const fields = { lower: text(from.numeral.value), upper: text(to.numeral.value), unit: unitOf(to) };
  if (from.kind !== 'quantity' || to.kind !== 'quantity') return fields;
  const base = (figure: typeof from): string =>
    text(figure.numeral.value.times(figure.unit.factor === '' ? 1 : figure.unit.factor));
  return { ...fields, baseUnit: to.unit.baseUnit, baseLower: base(from), baseUpper: base(to) };
}

function unitOf(figure: FigureMention): string {
  return figure.kind === 'quantity' ? figure.unit.unit : figure.kind === 'percent' ? figure.unit : '';
}

function mentionFields(mention: Mention, article: AnalysedArticle): object {
  switch (mention.kind) {
    case 'number':
    case 'percent':
    case 'quantity':
      return figureFields(mention, article);
    case 'ordinal':
      return { value: text(mention.numeral.value) };
    case 'range':
      return rangeFields(mention);
    case 'ratio':
      return { parts: mention.parts.map(({ value }) => text(value)) };
    case 'date':
      return mention.value === undefined ? {} : { value: mention.value };
    case 'period':
      return {
        ...(mention.start === undefined ? {} : { start: mention.start }),
        ...(mention.end === undefined ? {} : { end: mention.end }),
      };
    case 'region':
      return {
        canonical: mention.region?.name ?? mention.candidates[0]?.name,
        ...(mention.region === undefined ? {} : { code: mention.region.code, parents: parentsOf(mention.region.code) }),
      };
    case 'organization':
      return { canonical: mention.canonical };
    case 'document':
      return { canonical: mention.canonical, ...(mention.number === undefined ? {} : { number: mention.number.text }) };
    case 'term':
      return {};
  }
}

/** The codes above a division's code: 430281 -> 430200, 430000. */
function parentsOf(code: string): readonly string[] {
  const parents = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return parents.filter((parent) => parent !== code);
}

function listFields(list: EnumeratedList, article: AnalysedArticle, document: string): object {
  const items = list.items.map((item) => {
    const span = article.toDocument(item.span);
    return { span, text: document.slice(span.start, span.end) };
  });
  const count = list.head?.count ?? null;
  return { items, count, open: list.open, ...(count === null ? {} : { value: String(count) }) };
}

function targetFields({ subject, indicator, deadline, figure }: Target, article: AnalysedArticle): object {
  return {
    subject: subject?.canonical ?? null,
    indicator: indicator?.canonical ?? null,
    deadline,
    ...(figure === undefined ? {} : figure.kind === 'range' ? rangeFields(figure) : figureFields(figure, article)),
  };
}

function claimFields(
  { subject, indicator, scope, period, figure }: Claim,
  status: ClaimStatus,
  article: AnalysedArticle,
): object {
  return {
    subject: subject?.canonical ?? null,
    indicator: indicator?.canonical ?? null,
    scope,
    period: period?.canonical ?? null,
    ...(figure.kind === 'range' ? rangeFields(figure) : figureFields(figure, article)),
    status,
  };
}
