import type { Article } from '../article.js';
import type { Mention } from '../mention.js';
import { bySpan } from '../text/span.js';
import { recogniseDocuments, recogniseTerms } from './document.js';
import type { Lexicon } from './lexicon.js';
import { recogniseOrganizations } from './organization.js';
import { recogniseRegions } from './region.js';

/**
 * Divisions, organizations, titles and names in quotation marks of an article, sorted by start, outer before inner. Mentions of one
 * kind are disjoint; a division within an organization's name, and a name within a title, are mentions of their own.
 */
export function recogniseEntities(article: Pick<Article, 'folded'>, lexicon: Lexicon): Mention[] {
  const text = article.folded;
  const regions = recogniseRegions(text, lexicon);
  const mentions: Mention[] = [
    ...regions,
    ...recogniseOrganizations(text, regions, lexicon),
    ...recogniseDocuments(text, lexicon),
    ...recogniseTerms(text),
  ];
  return mentions.sort(bySpan);
}
