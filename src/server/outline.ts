import type { AnalysedArticle } from '../core/article.js';
import type { Mention } from '../core/mention.js';
import { say } from '../core/message.js';
import type { Span } from '../core/text/span.js';
import type { Say } from './convert.js';
import type { Found } from './desk.js';
import { valueOf } from './figures.js';
import type { ArticleItem, ClaimItem, EntityItem, FindingItem, Outline, TargetItem } from './protocol.js';
import { judge, rowToShow, type Judged } from './verdicts.js';

/** Characters of a title or passage in a list. */
const LINE = 60;

/** All there is to list of a document. */
export function outlineOf(found: Found, text: Say): Outline {
  const { uri, version, articles, converter, knowledge } = found;
  return {
    uri,
    version,
    articles: articleItems(found, text),
    claims: articles.flatMap((article) =>
      judge(article, knowledge).map((judged) => claimItem(judged, article, found, text)),
    ),
    targets: articles
      .flatMap((article) => article.targets.map((target) => ({ article, target })))
      .map(({ article, target }): TargetItem => ({
        range: converter.range(article.toDocument(target.marker)),
        deadline: target.deadline,
        text: printed(article, target.span),
        subject: target.subject?.canonical ?? '',
        indicator: target.indicator?.canonical ?? '',
      })),
    entities: entityItems(found),
  };
}

/** The articles with their findings; a finding belongs to the last article that begins before it. */
function articleItems({ articles, findings, converter }: Found, text: Say): readonly ArticleItem[] {
  const spans = articles.map((article) => article.toDocument({ start: 0, end: article.text.length }));
  const lists: FindingItem[][] = articles.map(() => []);
  let index = 0;
  for (const finding of findings) {
    while ((spans[index + 1]?.start ?? Infinity) <= finding.span.start) index++;
    lists[index]?.push(findingItem(finding, converter, text));
  }
  return articles.map((article, i) => {
    const title = article.blocks.find(({ kind }) => kind === 'headline') ?? article.blocks[0];
    return {
      title: title === undefined ? text(say`（无题）`) : printed(article, title.span),
      range: converter.range(spans[i] ?? { start: 0, end: 0 }),
      findings: lists[i] ?? [],
    };
  });
}

function findingItem(finding: Found['findings'][number], converter: Found['converter'], text: Say): FindingItem {
  const { ruleId, group, severity, span, message, fixes } = finding;
  return {
    ...{ ruleId, group, severity },
    range: converter.range(span),
    text: converter.text(span),
    message: text(message),
    fixes: fixes.map(({ title, kind, edits }) => ({
      title: text(title),
      kind,
      edits: edits.map((edit) => ({ range: converter.range(edit.span), newText: edit.newText })),
    })),
  };
}

function claimItem({ claim, verdict }: Judged, article: AnalysedArticle, { converter }: Found, text: Say): ClaimItem {
  const { subject, indicator, scope, period, figure } = claim;
  const row = verdict.answer?.match === 'exact' ? rowToShow(verdict.answer.rows) : undefined;
  return {
    range: converter.range(article.toDocument(figure.span)),
    text: printed(article, figure.span),
    state: verdict.status,
    subject: subject?.canonical ?? '',
    indicator: indicator?.canonical ?? '',
    scope,
    period: period?.canonical ?? '',
    fact: row === undefined ? '' : text(say`${valueOf(row)}，${row.source}`),
  };
}

function entityItems({ articles, converter }: Found): readonly EntityItem[] {
  const byName = new Map<string, { kind: EntityItem['kind']; canonical: string; forms: Map<string, Span[]> }>();
  for (const article of articles)
    for (const mention of article.mentions) {
      const canonical = canonicalOf(mention);
      if (canonical === undefined || !isEntity(mention)) continue;
      const key = `${mention.kind}\t${canonical}`;
      const entity = byName.get(key) ?? { kind: mention.kind, canonical, forms: new Map<string, Span[]>() };
      byName.set(key, entity);
      const form = printed(article, mention.span);
      entity.forms.set(form, [...(entity.forms.get(form) ?? []), article.toDocument(mention.span)]);
    }
  return [...byName.values()].map(({ kind, canonical, forms }) => ({
    kind,
    canonical,
    forms: [...forms]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([form, spans]) => ({ text: form, ranges: spans.map((span) => converter.range(span)) })),
  }));
}

function isEntity(mention: Mention): mention is Extract<Mention, { kind: EntityItem['kind'] }> {
  return mention.kind === 'region' || mention.kind === 'organization' || mention.kind === 'document';
}

function canonicalOf(mention: Mention): string | undefined {
  switch (mention.kind) {
    case 'region':
      return mention.region?.name ?? mention.candidates[0]?.name;
    case 'organization':
      return mention.canonical;
    case 'document':
      return `《${mention.canonical}》`;
    default:
      return undefined;
  }
}

function printed({ text }: AnalysedArticle, { start, end }: Span): string {
  return end - start > LINE ? `${text.slice(start, start + LINE)}…` : text.slice(start, end);
}
