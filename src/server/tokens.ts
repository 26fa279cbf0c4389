import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticTokens } from 'vscode-languageserver';
import type { AnalysedArticle } from '../core/article.js';
import type { Mention } from '../core/mention.js';
import { LineIndex } from '../core/text/line-index.js';
import type { Span } from '../core/text/span.js';

/** The token types of package.json, in the order in which the protocol numbers them. */
export const TOKEN_TYPES = [
  'hegaoQuantity',
  'hegaoPercent',
  'hegaoDate',
  'hegaoPeriod',
  'hegaoOrdinal',
  'hegaoRegion',
  'hegaoOrganization',
  'hegaoDocument',
  'hegaoTarget',
] as const;

const TYPE_OF: Readonly<Partial<Record<Mention['kind'], (typeof TOKEN_TYPES)[number]>>> = {
  number: 'hegaoQuantity',
  quantity: 'hegaoQuantity',
  range: 'hegaoQuantity',
  ratio: 'hegaoQuantity',
  percent: 'hegaoPercent',
  date: 'hegaoDate',
  period: 'hegaoPeriod',
  ordinal: 'hegaoOrdinal',
  region: 'hegaoRegion',
  organization: 'hegaoOrganization',
  document: 'hegaoDocument',
};

/** Which families are coloured. */
export interface Families {
  readonly numbers: boolean;
  readonly entities: boolean;
  readonly targets: boolean;
}

const ENTITIES = new Set(['hegaoRegion', 'hegaoOrganization', 'hegaoDocument']);

/** Semantic tokens of what was recognised: the inner of two that nest, cut at line ends, as the protocol wants them. */
export function semanticTokens(articles: readonly AnalysedArticle[], text: string, families: Families): SemanticTokens {
  const index = new LineIndex(text);
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of flat(articles, families)) {
    for (let { start } = span; start < span.end;) {
      const from = index.positionAt(start);
      const lineEnd = Math.min(span.end, index.offsetAt({ line: from.line + 1, character: 0 }));
      const length = text.slice(start, lineEnd).replace(/[\r\n]+$/, '').length;
      if (length > 0) builder.push(from.line, from.character, length, TOKEN_TYPES.indexOf(type), 0);
      start = Math.max(lineEnd, start + 1);
    }
  }
  return builder.build();
}

interface Token {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
}

/** Tokens in order without overlap; where two overlap the later, inner one cuts the outer. */
function flat(articles: readonly AnalysedArticle[], families: Families): readonly Token[] {
  const all: Token[] = [];
  for (const article of articles) {
    if (families.targets)
      for (const { marker } of article.targets) all.push({ span: article.toDocument(marker), type: 'hegaoTarget' });
    for (const mention of article.mentions) {
      const type = TYPE_OF[mention.kind];
      if (type === undefined || !(ENTITIES.has(type) ? families.entities : families.numbers)) continue;
      if (
        families.targets &&
        article.targets.some(({ marker }) => marker.start <= mention.span.start && mention.span.end <= marker.end)
      )
        continue;
      all.push({ span: article.toDocument(mention.span), type });
    }
  }
  all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const cut: Token[] = [];
  for (const token of all) {
    const last = cut.at(-1);
    if (last !== undefined && token.span.start < last.span.end) {
      cut.pop();
      if (token.span.start > last.span.start)
        cut.push({ ...last, span: { start: last.span.start, end: token.span.start } });
      cut.push(token);
      if (token.span.end < last.span.end) cut.push({ ...last, span: { start: token.span.end, end: last.span.end } });
    } else cut.push(token);
  }
  return cut.filter(({ span }) => span.end > span.start);
}
