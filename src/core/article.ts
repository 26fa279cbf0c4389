import type { Claim, EnumeratedList, Target } from './claim/claim.js';
import type { Mention } from './mention.js';
import type { Span } from './text/span.js';

/** What a block is on the page. */
export type BlockKind = 'headline' | 'deck' | 'byline' | 'heading' | 'body' | 'caption' | 'item' | 'cell' | 'code';

/** A paragraph, heading, list item or table cell. */
export interface Block {
  readonly kind: BlockKind;
  /** In `Article.text`. Blocks do not touch: a line feed stands between them. */
  readonly span: Span;
  /** Headings: 1 is the highest; else 0. */
  readonly level: number;
  /** Offsets in `Article.text` at which a line end of the document was taken out. */
  readonly joints: readonly number[];
  /** Those joints at which a page of the document ended: a page number stood between. */
  readonly pageEnds: readonly number[];
}

/** One article of the page, its cut lines joined. */
export interface Article {
  /** The blocks' texts, one line each, as printed (line ends inside a block and indents taken out). */
  readonly text: string;
  /** `text` with full-width letters, digits and signs folded to half width; same length. */
  readonly folded: string;
  readonly blocks: readonly Block[];
  /** The place of an article span in the document. Spans across a joint cover the line end as well. */
  toDocument(span: Span): Span;
}

/** A stretch of a body block up to 。！？； or the block's end. */
export interface Sentence {
  readonly span: Span;
  readonly block: Block;
}

/** An article with all that was recognised in it: what a rule reads. */
export interface AnalysedArticle extends Article {
  /** Sorted by start, outer before inner. */
  readonly mentions: readonly Mention[];
  readonly sentences: readonly Sentence[];
  readonly lists: readonly EnumeratedList[];
  readonly claims: readonly Claim[];
  readonly targets: readonly Target[];
  /** ISO date of the issue, from a setting, a flag or the dateline; undefined if unknown. */
  readonly issueDate: string | undefined;
}
