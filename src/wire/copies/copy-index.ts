import type { Sketch } from './sketch.ts';

/** A document that may be a copy. Shares are estimates; {@link compareTexts} tells. */
export interface CopyCandidate<Id> {
  readonly id: Id;
  /** About how much of the asked text is in it, and how much of it is in the asked text. */
  readonly shares: readonly [number, number];
  /** Whether its words are the same throughout. */
  readonly exact: boolean;
}

/** Numbers of documents take the low bits of a packed posting, hashes the high ones: 53 bits in all. */
const DOCUMENTS = 2 ** 21;
/** A trigram that so many documents have says little, unless that is a small share of all. */
const COMMON = 1000;
const COMMON_SHARE = 100;

/**
 * Finds documents that share words with a text: an inverted index over the sketches of what it was given. Holds eight
 * bytes for each sampled trigram, about 900 for a report of 300 words, and a search costs what the text's own
 * trigrams cost, not what is held. At most two million documents.
 */
export class CopyIndex<Id> {
  readonly #ids: Id[] = [];
  readonly #sketches: { readonly size: number; readonly rate: number; readonly sample: number }[] = [];
  readonly #whole = new Map<string, number>();
  /** hash × 2^21 + number, sorted. */
  #settled: Float64Array = new Float64Array(0);
  #recent: number[] = [];
  #recentByHash = new Map<number, number[]>();
  #scores = new Float32Array(0);
  #hits = new Uint16Array(0);

  get size(): number {
    return this.#ids.length;
  }

  /** Adds a document. */
  add(id: Id, sketch: Sketch): void {
    const number = this.#note(id, sketch);
    for (const hash of sketch.sample) {
      this.#recent.push(hash * DOCUMENTS + number);
      const same = this.#recentByHash.get(hash);
      if (same === undefined) this.#recentByHash.set(hash, [number]);
      else same.push(number);
    }
    if (this.#recent.length > 16_384 + this.#settled.length / 16) this.#settle();
  }

  /** Adds many documents at once: for an index that is made from what was kept. */
  addAll(rows: readonly (readonly [Id, Sketch])[]): void {
    const postings = new Float64Array(rows.reduce((sum, [, { sample }]) => sum + sample.length, 0));
    let at = 0;
    for (const [id, sketch] of rows) {
      const number = this.#note(id, sketch);
      for (const hash of sketch.sample) {
        postings[at] = hash * DOCUMENTS + number;
        at += 1;
      }
    }
    this.#settled = merged(this.#settled, postings.sort());
  }

  /** The documents that share most with a text, by how much rare wording they share; at most `limit`. */
  search(sketch: Sketch, grams: ReadonlySet<number>, limit: number): readonly CopyCandidate<Id>[] {
    if (this.#scores.length < this.#ids.length) {
      this.#scores = new Float32Array(this.#ids.length + 1024);
      this.#hits = new Uint16Array(this.#ids.length + 1024);
    }
    const touched: number[] = [];
    const most = Math.max(COMMON, this.#ids.length / COMMON_SHARE);
    const total = this.#ids.length + 1;
    const byRate = new Uint32Array(33);
    for (const hash of grams) {
      // How many of the asked text's trigrams each rate of sampling would have taken.
      const zeros = hash === 0 ? 32 : 31 - Math.clz32(hash & -hash);
      byRate[zeros] = (byRate[zeros] ?? 0) + 1;
      const from = lowerBound(this.#settled, hash * DOCUMENTS);
      const to = lowerBound(this.#settled, (hash + 1) * DOCUMENTS, from);
      const recent = this.#recentByHash.get(hash);
      const held = to - from + (recent?.length ?? 0);
      if (held === 0 || held > most) continue;
      const weight = Math.log(total / held);
      const count = (number: number) => {
        if (this.#hits[number] === 0) touched.push(number);
        this.#hits[number] = (this.#hits[number] ?? 0) + 1;
        this.#scores[number] =
          (this.#scores[number] ?? 0) + weight * 2 ** (this.#sketches[number]?.rate ?? 0);
      };
      for (let at = from; at < to; at++) count((this.#settled[at] ?? 0) % DOCUMENTS);
      for (const number of recent ?? []) count(number);
    }
    for (let rate = 31; rate >= 0; rate--) byRate[rate] = (byRate[rate] ?? 0) + (byRate[rate + 1] ?? 0);
    const exact = this.#whole.get(sketch.whole.join());
    const best: number[] = [];
    for (const number of touched) {
      if (number === exact || (this.#hits[number] ?? 0) < 2) continue;
      const score = this.#scores[number] ?? 0;
      let place = best.length;
      while (place > 0 && score > (this.#scores[best[place - 1] ?? 0] ?? 0)) place -= 1;
      if (place >= limit) continue;
      best.splice(place, 0, number);
      if (best.length > limit) best.pop();
    }
    const found = (exact === undefined ? best : [exact, ...best]).slice(0, limit).flatMap((number) => {
      const [id, own] = [this.#ids[number], this.#sketches[number]];
      if (id === undefined || own === undefined) return [];
      const hits = this.#hits[number] ?? 0;
      const asked = byRate[own.rate] ?? 0;
      const shares = [share(hits, asked), share(hits, own.sample)] as const;
      return [{ id, shares: number === exact ? ([1, 1] as const) : shares, exact: number === exact }];
    });
    for (const number of touched) {
      this.#hits[number] = 0;
      this.#scores[number] = 0;
    }
    return found;
  }

  #note(id: Id, { whole, size, rate, sample }: Sketch): number {
    const number = this.#ids.length;
    if (number >= DOCUMENTS) throw new RangeError(`more than ${DOCUMENTS} documents`);
    this.#ids.push(id);
    this.#sketches.push({ size, rate, sample: sample.length });
    const key = whole.join();
    if (!this.#whole.has(key)) this.#whole.set(key, number);
    return number;
  }

  /** Sorts what came lately in among what is sorted. */
  #settle(): void {
    this.#settled = merged(this.#settled, Float64Array.from(this.#recent).sort());
    this.#recent = [];
    this.#recentByHash = new Map();
  }
}

/** Two sorted rows of numbers as one. */
function merged(one: Float64Array, other: Float64Array): Float64Array {
  if (one.length === 0) return other;
  const both = new Float64Array(one.length + other.length);
  for (let [to, a, b] = [0, 0, 0]; to < both.length; to++) {
    const [x = Number.POSITIVE_INFINITY, y = Number.POSITIVE_INFINITY] = [one[a], other[b]];
    if (x <= y) a += 1;
    else b += 1;
    both[to] = Math.min(x, y);
  }
  return both;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function lowerBound(sorted: Float64Array, value: number, from = 0): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
