import type { AnalysedArticle, Block } from '../article.js';
import { MentionIndex } from '../entity/mention-index.js';

/**
 * What of an article the writer has put in words of his own. Titles 《》 and names in quotation marks are as others made them;
 * code, tables and headlines have a style apart. Look-ups take the logarithm of the article's length.
 */
export class OwnText {
  readonly #blocks: readonly Block[];
  readonly #mentions: MentionIndex;

  constructor({ blocks, mentions }: Pick<AnalysedArticle, 'blocks' | 'mentions'>) {
    this.#blocks = blocks;
    this.#mentions = new MentionIndex(mentions);
  }

  /** The block that holds the character at `offset`. */
  blockAt(offset: number): Block | undefined {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.span.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.#blocks[low];
    return found !== undefined && found.span.start <= offset ? found : undefined;
  }

  /** True in a title 《…》 or in a name in quotation marks. */
  isNamed(offset: number): boolean {
    return this.#mentions.at('document', offset) !== undefined || this.#mentions.at('term', offset) !== undefined;
  }

  /** True where the character belongs to running text: a paragraph or list item, outside titles and quoted names. */
  isRunning(offset: number): boolean {
    const kind = this.blockAt(offset)?.kind;
    return (kind === 'body' || kind === 'item') && !this.isNamed(offset);
  }

  /** True where the character is text at all, headlines and tables included: not code, and outside titles and quoted names. */
  isText(offset: number): boolean {
    const kind = this.blockAt(offset)?.kind;
    return kind !== undefined && kind !== 'code' && !this.isNamed(offset);
  }
}
