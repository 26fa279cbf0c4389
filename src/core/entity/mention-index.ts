import type { Mention, MentionKind, MentionOf } from '../mention.js';

/** The mentions of an article by kind and place. Mentions of one kind are disjoint, so that at most one covers an offset. */
export class MentionIndex {
  readonly #byKind = new Map<MentionKind, Mention[]>();

  /** @param mentions sorted by start, as `AnalysedArticle.mentions` are. */
  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      const known = this.#byKind.get(mention.kind);
      if (known === undefined) this.#byKind.set(mention.kind, [mention]);
      else known.push(mention);
    }
  }

  /** All mentions of a kind, in order. */
  of<K extends MentionKind>(kind: K): readonly MentionOf<K>[] {
    return (this.#byKind.get(kind) ?? []) as readonly Mention[] as readonly MentionOf<K>[];
  }

  /** The mention of a kind that covers the character at `offset`. */
  at<K extends MentionKind>(kind: K, offset: number): MentionOf<K> | undefined {
    const mentions = this.of(kind);
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.span.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = mentions[low];
    return found !== undefined && found.span.start <= offset ? found : undefined;
  }
}
