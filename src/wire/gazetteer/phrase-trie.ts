/** A phrase found: how many words it covers, and everything that was added under it. */
export interface PhraseHit<T> {
  readonly length: number;
  readonly values: readonly T[];
}

/** Wider than any vocabulary here; `node * STRIDE + word` stays an exact integer. */
const STRIDE = 2 ** 22;

/** Longest phrase looked for, in words. It bounds the work at each place of a text. */
export const LONGEST_PHRASE = 16;

/**
 * Phrases of words, to be found in a text word by word. One hash table holds all steps `(node, word) -> node`:
 * a map for each node would take ten times the memory at 100,000 names.
 *
 * Words are compared as they are; folding is the caller's. Finding costs at most {@link LONGEST_PHRASE} steps
 * at a place, whatever was added.
 */
export class PhraseTrie<T> {
  readonly #words = new Map<string, number>();
  readonly #steps = new Map<number, number>();
  readonly #values = new Map<number, T[]>();
  #nodes = 1;

  /** Adds a value under a phrase; phrases that are empty or too long are left out, and the answer is false. */
  add(phrase: readonly string[], value: T): boolean {
    if (phrase.length === 0 || phrase.length > LONGEST_PHRASE) return false;
    let node = 0;
    for (const word of phrase) {
      const key = node * STRIDE + this.#wordId(word);
      let next = this.#steps.get(key);
      if (next === undefined) {
        next = this.#nodes++;
        this.#steps.set(key, next);
      }
      node = next;
    }
    const values = this.#values.get(node);
    if (values === undefined) this.#values.set(node, [value]);
    else values.push(value);
    return true;
  }

  /** The phrases that begin at `at`, longest first. */
  at(words: readonly string[], at: number): readonly PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    let node = 0;
    for (let length = 1; length <= LONGEST_PHRASE && at + length <= words.length; length += 1) {
      const word = this.#words.get(words[at + length - 1] ?? '');
      if (word === undefined) break;
      const next = this.#steps.get(node * STRIDE + word);
      if (next === undefined) break;
      node = next;
      const values = this.#values.get(node);
      if (values !== undefined) hits.push({ length, values });
    }
    return hits.reverse();
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
