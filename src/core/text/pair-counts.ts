/** How often each character, and each pair of neighbouring characters, stands in a text. One pass over the text. */
export class PairCounts {
  readonly #characters = new Uint32Array(0x10000);
  /** A hash table with open addresses: pairs (two code units in one number, plus one) and how often each was met. */
  #pairs = new Float64Array(1 << 12);
  #counts = new Uint32Array(1 << 12);
  #size = 0;

  constructor(text: string) {
    let before = -1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      this.#characters[code] = (this.#characters[code] ?? 0) + 1;
      if (before >= 0) this.#meet(before * 0x10000 + code + 1);
      before = code;
    }
  }

  /** @param character one code unit; the empty string occurs never. */
  character(character: string): number {
    return this.#characters[character.charCodeAt(0)] ?? 0;
  }

  pair(first: string, second: string): number {
    if (first === '' || second === '') return 0;
    return this.#counts[this.#slotOf(first.charCodeAt(0) * 0x10000 + second.charCodeAt(0) + 1)] ?? 0;
  }

  #meet(pair: number): void {
    let slot = this.#slotOf(pair);
    if (this.#pairs[slot] === 0) {
      if (this.#size * 2 >= this.#pairs.length) {
        this.#grow();
        slot = this.#slotOf(pair);
      }
      this.#pairs[slot] = pair;
      this.#size++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Where a pair stands, or the free place where it would. */
  #slotOf(pair: number): number {
    const pairs = this.#pairs;
    const mask = pairs.length - 1;
    const hash = Math.imul(pair | 0, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (pairs[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [pairs, counts] = [this.#pairs, this.#counts];
    this.#pairs = new Float64Array(pairs.length * 4);
    this.#counts = new Uint32Array(pairs.length * 4);
    for (const [i, pair] of pairs.entries()) {
      if (pair === 0) continue;
      const slot = this.#slotOf(pair);
      this.#pairs[slot] = pair;
      this.#counts[slot] = counts[i] ?? 0;
    }
  }
}
