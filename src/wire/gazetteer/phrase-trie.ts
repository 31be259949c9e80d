/** A phrase found: how many words it covers, and everything that was added under it. */
export interface PhraseHit<T> {
  readonly length: number;
  readonly values: readonly T[];
}

/** Longest phrase looked for, in words. It bounds the work at each place of a text. */
export const LONGEST_PHRASE = 16;

/** How full the table of steps may be before it doubles. */
const FULLEST = 0.6;
const FEWEST_SLOTS = 1 << 10;
const NONE: readonly never[] = [];

/**
 * Phrases of words, to be found in a text word by word. One open-addressed hash table of whole numbers holds all
 * steps `(node, word) -> node`: a map for each node would take ten times the memory at 100,000 names.
 *
 * Words are compared as they are; folding is the caller's. Finding costs at most {@link LONGEST_PHRASE} steps
 * at a place, whatever was added.
 */
export class PhraseTrie<T> {
  readonly #words = new Map<string, number>();
  /** By node: what was added under the phrase that ends there. */
  readonly #values: (T[] | undefined)[] = [undefined];
  /** Three numbers a slot: node, word, next node; a next node of 0 is an empty slot, since no step leads to the root. */
  #slots = new Int32Array(FEWEST_SLOTS * 3);
  #capacity = FEWEST_SLOTS;

  /** Adds a value under a phrase; phrases that are empty or too long are left out, and the answer is false. */
  add(phrase: readonly string[], value: T): boolean {
    if (phrase.length === 0 || phrase.length > LONGEST_PHRASE) return false;
    let node = 0;
    for (const word of phrase) node = this.#stepOrNew(node, this.#wordId(word));
    const values = this.#values[node];
    if (values === undefined) this.#values[node] = [value];
    else values.push(value);
    return true;
  }

  /** The phrases that begin at `at`, longest first. */
  at(words: readonly string[], at: number): readonly PhraseHit<T>[] {
    let hits: PhraseHit<T>[] | null = null;
    let node = 0;
    for (let length = 1; length <= LONGEST_PHRASE && at + length <= words.length; length += 1) {
      const word = this.#words.get(words[at + length - 1] ?? '');
      if (word === undefined) break;
      node = this.#slots[this.#slotOf(node, word) + 2] ?? 0;
      if (node === 0) break;
      const values = this.#values[node];
      if (values === undefined) continue;
      if (hits === null) hits = [{ length, values }];
      else hits.unshift({ length, values });
    }
    return hits ?? NONE;
  }

  #stepOrNew(node: number, word: number): number {
    let slot = this.#slotOf(node, word);
    const next = this.#slots[slot + 2] ?? 0;
    if (next !== 0) return next;
    const made = this.#values.length;
    this.#values.push(undefined);
    if (made > this.#capacity * FULLEST) {
      this.#grow();
      slot = this.#slotOf(node, word);
    }
    this.#put(slot, node, word, made);
    return made;
  }

  /** The slot that holds the step, or the empty one where it belongs. */
  #slotOf(node: number, word: number): number {
    const slots = this.#slots;
    const mask = this.#capacity - 1;
    // Fibonacci hashing (Knuth 6.4) of both numbers; the high bits are the well mixed ones.
    const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ word, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const slot = at * 3;
      if (slots[slot + 2] === 0 || (slots[slot] === node && slots[slot + 1] === word)) return slot;
      at = (at + 1) & mask;
    }
  }

  #put(slot: number, node: number, word: number, next: number): void {
    this.#slots[slot] = node;
    this.#slots[slot + 1] = word;
    this.#slots[slot + 2] = next;
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Int32Array(this.#capacity * 3);
    for (let slot = 0; slot < old.length; slot += 3) {
      const [node = 0, word = 0, next = 0] = [old[slot], old[slot + 1], old[slot + 2]];
      if (next !== 0) this.#put(this.#slotOf(node, word), node, word, next);
    }
  }

  #wordId(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      id = this.#words.size;
      this.#words.set(word, id);
    }
    return id;
  }
}
