/** How often each character, and each pair of neighbouring characters, stands in a text. One pass over the text. */
export class PairCounts {
  /** A hash table with open addresses: keys of pairs and of characters, and how often each was met. */
  #keys = new Float64Array(1 << 10);
  #counts = new Uint32Array(1 << 10);
  #size = 0;

  constructor(text: string) {
    let before = -1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      this.#meet(characterKey(code));
      if (before >= 0) this.#meet(pairKey(before, code));
      before = code;
    }
  }

  /** @param character one code unit; the empty string occurs never. */
  character(character: string): number {
    return character === '' ? 0 : (this.#counts[this.#slotOf(characterKey(character.charCodeAt(0)))] ?? 0);
  }

  pair(first: string, second: string): number {
    if (first === '' || second === '') return 0;
    return this.#counts[this.#slotOf(pairKey(first.charCodeAt(0), second.charCodeAt(0)))] ?? 0;
  }

  #meet(key: number): void {
    let slot = this.#slotOf(key);
    if (this.#keys[slot] === 0) {
      if (this.#size * 2 >= this.#keys.length) {
        this.#grow();
        slot = this.#slotOf(key);
      }
      this.#keys[slot] = key;
      this.#size++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Where a key stands, or the free place where it would. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const hash = Math.imul(key | 0, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 4);
    this.#counts = new Uint32Array(keys.length * 4);
    for (const [i, key] of keys.entries()) {
      if (key === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[i] ?? 0;
    }
  }
}

/** No key is 0, which marks a free place. */
function pairKey(first: number, second: number): number {
  return first * 0x10000 + second + 1;
}

/** Above all pairs. */
function characterKey(code: number): number {
  return 0x1_0000_0001 + code;
}
