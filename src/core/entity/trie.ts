/** A term found in a text. `end` is exclusive. */
export interface TrieHit<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Where no child, no term is. */
const NONE = -1;

/**
 * A dictionary of terms that finds them in a text in one pass: a trie in typed arrays. The first step is a table over all
 * code units, each further one a look-up in an open-addressing hash of (node, code unit). Built once, never changed.
 *
 * Terms are compared by UTF-16 code unit; the empty term is left out. Two terms that are alike keep the value of the last.
 */
export class Trie<Value> {
  readonly #values: Value[] = [];
  readonly #roots = new Int32Array(0x10000).fill(NONE);
  /** Hash slots: the edge's node and code unit, and the node it leads to. */
  #nodes = new Int32Array(16).fill(NONE);
  #units = new Uint16Array(16);
  #children = new Int32Array(16);
  #mask = 15;
  #edges = 0;
  /** Per node: the index of its value, or NONE. */
  #terms: Int32Array;
  #size = 0;

  constructor(entries: Iterable<readonly [term: string, value: Value]>) {
    this.#terms = new Int32Array(64).fill(NONE);
    for (const [term, value] of entries) if (term !== '') this.#add(term, value);
  }

  /** How many terms there are. */
  get size(): number {
    return this.#values.length;
  }

  /** The value of exactly this term. */
  get(term: string): Value | undefined {
    let node = NONE;
    for (let i = 0; i < term.length; i++) {
      node = i === 0 ? this.#root(term.charCodeAt(0)) : this.#child(node, term.charCodeAt(i));
      if (node === NONE) return undefined;
    }
    return term === '' ? undefined : this.#valueAt(node);
  }

  /** True if exactly this term is in the dictionary, whatever its value. */
  has(term: string): boolean {
    return this.longestAt(term, 0)?.end === term.length;
  }

  /** The longest term that begins at `at` and ends no later than `limit`. */
  longestAt(text: string, at: number, limit = text.length): TrieHit<Value> | undefined {
    if (at >= limit) return undefined;
    let node = this.#root(text.charCodeAt(at));
    let end = NONE;
    let found = NONE;
    for (let next = at + 1; node !== NONE; next++) {
      const term = this.#terms[node] ?? NONE;
      if (term !== NONE) {
        found = term;
        end = next;
      }
      if (next >= limit) break;
      node = this.#child(node, text.charCodeAt(next));
    }
    return found === NONE ? undefined : { start: at, end, value: this.#values[found] as Value };
  }

  /** All the terms that begin at `at`, the shortest first. */
  allAt(text: string, at: number): readonly TrieHit<Value>[] {
    if (at >= text.length) return [];
    let node = this.#root(text.charCodeAt(at));
    if (node === NONE) return [];
    const hits: TrieHit<Value>[] = [];
    for (let next = at + 1; node !== NONE; next++) {
      const term = this.#terms[node] ?? NONE;
      if (term !== NONE) hits.push({ start: at, end: next, value: this.#values[term] as Value });
      if (next >= text.length) break;
      node = this.#child(node, text.charCodeAt(next));
    }
    return hits;
  }

  /** The terms in `text`, longest first at each place, none overlapping one before it. */
  *matches(text: string, start = 0, end = text.length): Generator<TrieHit<Value>> {
    for (let at = start; at < end;) {
      const hit = this.longestAt(text, at, end);
      if (hit !== undefined) yield hit;
      at = hit?.end ?? at + 1;
    }
  }

  #valueAt(node: number): Value | undefined {
    const term = this.#terms[node] ?? NONE;
    return term === NONE ? undefined : this.#values[term];
  }

  #root(unit: number): number {
    return this.#roots[unit] ?? NONE;
  }

  #slot(node: number, unit: number): number {
    return (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
  }

  #child(node: number, unit: number): number {
    const nodes = this.#nodes;
    for (let slot = this.#slot(node, unit) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const owner = nodes[slot];
      if (owner === NONE) return NONE;
      if (owner === node && this.#units[slot] === unit) return this.#children[slot] ?? NONE;
    }
  }

  #add(term: string, value: Value): void {
    const first = term.charCodeAt(0);
    let node = this.#root(first);
    if (node === NONE) this.#roots[first] = node = this.#newNode();
    for (let i = 1; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      let child = this.#child(node, unit);
      if (child === NONE) {
        child = this.#newNode();
        this.#connect(node, unit, child);
      }
      node = child;
    }
    const known = this.#terms[node] ?? NONE;
    if (known === NONE) this.#terms[node] = this.#values.push(value) - 1;
    else this.#values[known] = value;
  }

  #newNode(): number {
    if (this.#size === this.#terms.length) {
      const grown = new Int32Array(this.#size * 2).fill(NONE);
      grown.set(this.#terms);
      this.#terms = grown;
    }
    return this.#size++;
  }

  #connect(node: number, unit: number, child: number): void {
    if (this.#edges * 2 >= this.#mask) this.#grow();
    this.#place(node, unit, child);
    this.#edges++;
  }

  #place(node: number, unit: number, child: number): void {
    let slot = this.#slot(node, unit) & this.#mask;
    while (this.#nodes[slot] !== NONE) slot = (slot + 1) & this.#mask;
    this.#nodes[slot] = node;
    this.#units[slot] = unit;
    this.#children[slot] = child;
  }

  #grow(): void {
    const [nodes, units, children] = [this.#nodes, this.#units, this.#children];
    const size = nodes.length * 2;
    this.#nodes = new Int32Array(size).fill(NONE);
    this.#units = new Uint16Array(size);
    this.#children = new Int32Array(size);
    this.#mask = size - 1;
    nodes.forEach((node, slot) => {
      if (node !== NONE) this.#place(node, units[slot] ?? 0, children[slot] ?? NONE);
    });
  }
}
