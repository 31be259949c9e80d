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

/**
 * A {@link Kept} of things that have numbers from 0 to `numbers`, at the cost of a look into an array: when it is full,
 * what was kept longest ago is forgotten.
 */
export class KeptByNumber<V> {
  readonly #values: (V | undefined)[];
  /** The numbers of what is kept, in a ring; one more than the number, so that 0 is none. */
  readonly #ring: Uint32Array;
  #next = 0;

  constructor(capacity: number, numbers: number) {
    this.#values = new Array<V | undefined>(numbers).fill(undefined);
    this.#ring = new Uint32Array(Math.max(1, Math.min(capacity, numbers)));
  }

  /** What was kept under a number; undefined when it was not, or was forgotten. */
  get(number: number): V | undefined {
    return this.#values[number];
  }

  keep(number: number, value: V): void {
    if (this.#values[number] === undefined) {
      const oldest = this.#ring[this.#next] ?? 0;
      if (oldest > 0) this.#values[oldest - 1] = undefined;
      this.#ring[this.#next] = number + 1;
      this.#next = (this.#next + 1) % this.#ring.length;
    }
    this.#values[number] = value;
  }
}
