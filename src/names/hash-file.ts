/** The three arrays of a {@link HashFile}; they may lie in shared memory. */
export interface HashFileArrays {
  /** Where each bucket begins; one more than there are buckets, of which there are a power of two. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly ids: Uint32Array;
}

/** FNV-1a over the UTF-16 units of a text, passing one over (`skip`, or -1 for none), and mixed. */
export function hashOf(seed: number, text: string, skip = -1): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    if (at !== skip) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * Files numbers under 32-bit hashes, several under one where they clash or belong together: buckets by the low
 * bits, laid end to end. Eight bytes an entry and four to eight for its bucket; nothing to build on loading.
 */
export function fileByHash(hashes: Uint32Array, ids: Uint32Array): HashFileArrays {
  const bits = Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
  const mask = (1 << bits) - 1;
  const starts = new Uint32Array(mask + 2);
  for (const hash of hashes) starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket <= mask; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const next = starts.slice();
  const filed = new Uint32Array(hashes.length);
  const numbers = new Uint32Array(hashes.length);
  for (const [at, hash] of hashes.entries()) {
    const place = next[hash & mask] ?? 0;
    next[hash & mask] = place + 1;
    filed[place] = hash;
    numbers[place] = ids[at] ?? 0;
  }
  return { starts, hashes: filed, ids: numbers };
}

/** Reads what {@link fileByHash} filed. */
export class HashFile {
  readonly #starts: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #ids: Uint32Array;
  readonly #mask: number;

  constructor({ starts, hashes, ids }: HashFileArrays) {
    this.#starts = starts;
    this.#hashes = hashes;
    this.#ids = ids;
    this.#mask = starts.length - 2;
  }

  /** The numbers filed under a hash, in the order of filing. */
  *of(hash: number): Generator<number> {
    const bucket = hash & this.#mask;
    const end = this.#starts[bucket + 1] ?? 0;
    for (let at = this.#starts[bucket] ?? 0; at < end; at++) {
      if (this.#hashes[at] === hash) yield this.#ids[at] ?? 0;
    }
  }

  /** Hands the numbers filed under a hash to `take`, as {@link of} does, without a generator's cost. */
  each(hash: number, take: (id: number) => void): void {
    const bucket = hash & this.#mask;
    const end = this.#starts[bucket + 1] ?? 0;
    for (let at = this.#starts[bucket] ?? 0; at < end; at++) {
      if (this.#hashes[at] === hash) take(this.#ids[at] ?? 0);
    }
  }
}
