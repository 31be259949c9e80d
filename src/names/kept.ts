/**
 * A memory of things that were worked out, of bounded size: when it is full, the half that was not asked for
 * lately is forgotten. What is forgotten is worked out again and is the same, so this changes no answer.
 */
export class Kept<K, V> {
  readonly #half: number;
  #young = new Map<K, V>();
  #old = new Map<K, V>();

  /** Holds between half of `capacity` and all of it. */
  constructor(capacity: number) {
    this.#half = Math.max(1, capacity >> 1);
  }

  /** What was kept under a key; undefined when it was not, or was forgotten. */
  get(key: K): V | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const older = this.#old.get(key);
    if (older !== undefined) this.keep(key, older);
    return older;
  }

  keep(key: K, value: V): void {
    if (this.#young.size >= this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
