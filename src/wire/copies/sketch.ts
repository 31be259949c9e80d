import { type CopyWords, mixed } from './copy-words.ts';

/** The words that are taken together: three, as in the literature on text reuse (Clough et al., METER, 2002). */
export const GRAM = 3;

/** What a text is found by among many: a sample of its word trigrams, and a hash of all its words. */
export interface Sketch {
  /** Hashes of all words in order: equal for exact copies. Two halves of 64 bits. */
  readonly whole: readonly [number, number];
  /** Distinct trigrams of the text. */
  readonly size: number;
  /** Of every 2^rate trigrams one is in the sample: those whose hash ends in so many zeros. */
  readonly rate: number;
  /** Sorted. */
  readonly sample: Uint32Array;
}

/** A sample is at most so large; a text of 300 words gives about 75. */
const LARGEST = 160;

/** The distinct hashes of a text's word trigrams, of all its words or of those for which `takes` holds throughout. */
export function trigramsOf({ hashes }: CopyWords, takes: Uint8Array | null = null): ReadonlySet<number> {
  const grams = new Set<number>();
  for (let at = 0; at + GRAM <= hashes.length; at++) {
    if (takes !== null && (takes[at] === 1 || takes[at + 1] === 1 || takes[at + 2] === 1)) continue;
    grams.add(gramAt(hashes, at));
  }
  return grams;
}

/** The hash of the trigram that begins at a word. */
export function gramAt(hashes: Uint32Array, at: number): number {
  const [a = 0, b = 0, c = 0] = [hashes[at], hashes[at + 1], hashes[at + 2]];
  return mixed(Math.imul(Math.imul(a, 31) ^ b, 0x9e3779b1) ^ c);
}

/** The sketch of a text. */
export function sketchOf(words: CopyWords, grams: ReadonlySet<number> = trigramsOf(words)): Sketch {
  let rate = 0;
  let sample = [...grams];
  while (sample.length > LARGEST) {
    rate += 1;
    const mask = 2 ** rate - 1;
    sample = sample.filter((gram) => (gram & mask) === 0);
  }
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const hash of words.hashes) {
    low = Math.imul(low ^ hash, 0x01000193);
    high = Math.imul(high, 31) ^ mixed(hash + 1);
  }
  return {
    whole: [low >>> 0, high >>> 0],
    size: grams.size,
    rate,
    sample: Uint32Array.from(sample).sort(),
  };
}

/** Whether this machine has numbers in the order in which sketches are kept: then their bytes are copied. */
const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const HEAD = 4;
const FORM = 1;

/** A sketch as bytes. */
export function packSketch({ whole, size, rate, sample }: Sketch): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * (HEAD + sample.length)));
  for (const [at, value] of [...whole, size, FORM * 256 + rate, ...sample].entries())
    view.setUint32(4 * at, value, true);
  return new Uint8Array(view.buffer);
}

/** A sketch from its bytes; `null` when they are of another form, and are to be made again. */
export function unpackSketch(bytes: Uint8Array): Sketch | null {
  if (bytes.length < 4 * HEAD || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = (index: number) => view.getUint32(4 * index, true);
  if (at(3) >>> 8 !== FORM) return null;
  const sample = new Uint32Array(bytes.length / 4 - HEAD);
  if (LITTLE_ENDIAN) new Uint8Array(sample.buffer).set(bytes.subarray(4 * HEAD));
  else for (let index = 0; index < sample.length; index++) sample[index] = at(HEAD + index);
  return { whole: [at(0), at(1)], size: at(2), rate: at(3) & 255, sample };
}
