import type { AnalysedArticle } from '../../article.js';
import { MentionIndex } from '../../entity/mention-index.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { isCurrent } from '../../entity/division.js';
import type { RegionMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Fix, Report, Rule } from '../rule.js';
import { misspelt } from './region-misspelt.js';
import { yearsAt } from './years.js';

/**
 * Relations: the name of a division is spelt as in the table (株州市 -> 株洲市), and it is that of the time the text speaks of (襄樊市
 * after 2010 -> 襄阳市).
 */
export const regionName: Rule = {
  id: 'region-name',
  group: 'entity',
  severity: 'warning',
  title: say`行政区划名称有误`,
  check(article, knowledge, report) {
    const index = new MentionIndex(article.mentions);
    for (const { span, right } of misspelt(article, index, knowledge))
      report({
        span,
        message: say`没有名为“${slice(article.text, span)}”的行政区划，疑为“${right}”之误。`,
        fixes: [replacement(span, right)],
      });
    for (const mention of index.of('region')) {
      const outdated = abolished(article, mention, index, knowledge);
      if (outdated !== undefined) report(outdated);
    }
  },
};

function replacement(span: Span, name: string): Fix {
  return { title: say`改为“${name}”`, kind: 'suggestion', edits: [{ span, newText: name }] };
}

/** Words beside a name that show that the text knows of the change. */
const KNOWN_BEFORE = /(?:原|曾|旧|时|古|前身|当时|撤销|撤|原来的|称)$/;
const KNOWN_BEHIND = /^(?:[（(][^（）()]{0,8}[今现]|改|更名|撤|升格|[（(]现|时期|旧|人[，。、])/;

function abolished(
  article: AnalysedArticle,
  { span, region, candidates, form }: RegionMention,
  index: MentionIndex,
  knowledge: Knowledge,
): Report | undefined {
  if (region === undefined || candidates.some(isCurrent) || (form !== 'full' && region.level === 'county'))
    return undefined;
  const { text } = article;
  if (
    KNOWN_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start)) ||
    KNOWN_BEHIND.test(text.slice(span.end, span.end + 12))
  )
    return undefined;
  if (index.at('document', span.start) !== undefined) return undefined;
  // 襄樊学院 bore the name of its time.
  if (form !== 'full' && index.at('organization', span.start) !== undefined) return undefined;
  const last = Math.max(...candidates.map(({ validTo }) => Number(validTo)));
  const years = yearsAt(article, span);
  if (years.length === 0 || years.some((year) => year <= last + 1)) return undefined;
  const now = region.successorCode
    .split('|')
    .map((code) => knowledge.regionsByCode.get(code)?.find(isCurrent))
    .filter((row) => row !== undefined);
  const [successor] = now;
  return {
    span,
    message:
      successor === undefined
        ? say`“${region.name}”已于${last}年撤销。`
        : say`“${region.name}”已于${last}年撤销或更名，今为${now.map(({ name }) => name).join('、')}。`,
    source: { title: region.source },
    fixes:
      now.length === 1 && successor !== undefined
        ? [replacement(span, form === 'full' ? successor.name : successor.shortName)]
        : [],
  };
}
