import type { AnalysedArticle } from '../../article.js';
import type { Mention } from '../../mention.js';
import { paragraphsOf } from './paragraph.js';
import type { Paragraph } from './paragraph.js';
import { partings } from './repeats.js';

/** A paragraph with the article it stands in. */
export interface Placed {
  readonly article: AnalysedArticle;
  readonly paragraph: Paragraph;
}

/** A paragraph of one article that stands in another of the page too, its figures left aside. */
export interface PageRepeat {
  readonly later: Placed;
  readonly earlier: Placed;
  /** The figures that differ, [later, earlier]. */
  readonly figures: readonly (readonly [Mention, Mention])[];
}

/**
 * Paragraphs that two articles of a page share, word for word but for figures. Wording that is merely alike is no slip here: two
 * reports of one event are. One look-up a paragraph.
 */
export function pageRepeatsOf(articles: readonly AnalysedArticle[]): readonly PageRepeat[] {
  const first = new Map<string, Placed>();
  const repeats: PageRepeat[] = [];
  for (const article of articles) {
    for (const paragraph of paragraphsOf(article)) {
      const later: Placed = { article, paragraph };
      const earlier = first.get(paragraph.frame);
      if (earlier === undefined) first.set(paragraph.frame, later);
      else if (earlier.article !== article) {
        const figures = partings(article.folded, paragraph, earlier.article.folded, earlier.paragraph);
        if (figures !== 'parallel') repeats.push({ later, earlier, figures });
      }
    }
  }
  return repeats;
}
