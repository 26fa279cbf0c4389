import type { Knowledge } from '../fact/knowledge.js';
import type { Span } from '../text/span.js';

/** An indicator's name found in the text. */
export interface ReadIndicator {
  readonly span: Span;
  /** The table's name; an alias of several indicators stands for itself. */
  readonly canonical: string;
}

/** Finds the names of the indicator table in running text, longest first. */
export class IndicatorIndex {
  readonly #byFirst = new Map<string, { readonly name: string; readonly canonical: string }[]>();

  constructor(knowledge: Knowledge) {
    for (const [name, rows] of knowledge.indicatorsByName) {
      if (name.length < 2) continue;
      const canonical = rows.length === 1 ? (rows[0]?.indicator ?? name) : name;
      const first = name.charAt(0);
      const list = this.#byFirst.get(first) ?? [];
      list.push({ name, canonical });
      this.#byFirst.set(first, list);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);
  }

  /** The last indicator named in `text` between the offsets, or undefined. */
  last(text: string, start: number, end: number): ReadIndicator | undefined {
    let found: ReadIndicator | undefined;
    for (let at = start; at < end;) {
      const hit = this.#byFirst
        .get(text.charAt(at))
        ?.find(({ name }) => at + name.length <= end && text.startsWith(name, at));
      if (hit === undefined) at++;
      else {
        found = { span: { start: at, end: at + hit.name.length }, canonical: hit.canonical };
        at += hit.name.length;
      }
    }
    return found;
  }
}
