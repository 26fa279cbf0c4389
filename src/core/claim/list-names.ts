import { MentionIndex } from '../entity/mention-index.js';
import type { DocumentMention, Mention, OrganizationMention, RegionMention } from '../mention.js';
import type { Span } from '../text/span.js';

/** A mention of something that has a name. */
export type Name = RegionMention | OrganizationMention | DocumentMention;

const KINDS = ['organization', 'document', 'region'] as const;

/** The names of an article, asked for by place. Where several lie at one place, the longest is meant. */
export class Names {
  readonly #index: MentionIndex;
  /** The longest name that starts, and the longest that ends, at an offset. */
  readonly #starting = new Map<number, Name>();
  readonly #ending = new Map<number, Name>();

  /** @param mentions sorted by start, as `AnalysedArticle.mentions` are. */
  constructor(mentions: readonly Mention[]) {
    this.#index = new MentionIndex(mentions);
    for (const kind of KINDS) {
      for (const name of this.#index.of(kind)) {
        keepLongest(this.#starting, name.span.start, name);
        keepLongest(this.#ending, name.span.end, name);
      }
    }
  }

  startingAt(offset: number): Name | undefined {
    return this.#starting.get(offset);
  }

  endingAt(offset: number): Name | undefined {
    return this.#ending.get(offset);
  }

  /** The name that covers exactly this span. */
  at(span: Span): Name | undefined {
    if (!this.#starting.has(span.start)) return undefined;
    return this.#longest(span.start, ({ start, end }) => start === span.start && end === span.end);
  }

  /** True if the offset lies within a name, not at its edge. */
  splits(offset: number): boolean {
    return this.#longest(offset, ({ start }) => start < offset) !== undefined;
  }

  #longest(covering: number, fits: (span: Span) => boolean): Name | undefined {
    let longest: Name | undefined;
    for (const kind of KINDS) {
      const name = this.#index.at(kind, covering);
      if (name === undefined || !fits(name.span)) continue;
      if (longest === undefined || name.span.end - name.span.start > longest.span.end - longest.span.start)
        longest = name;
    }
    return longest;
  }
}

function keepLongest(names: Map<number, Name>, offset: number, name: Name): void {
  const known = names.get(offset);
  if (known === undefined || name.span.end - name.span.start > known.span.end - known.span.start)
    names.set(offset, name);
}
