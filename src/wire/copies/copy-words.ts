/** A part of a text, `[start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text's words as copies are found by: what tells two words apart is kept, case and marks are not. */
export interface CopyWords {
  readonly text: string;
  /** A hash of each word, in the order of the text. */
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 for a word inside quotation marks. */
  readonly quoted: Uint8Array;
  /** 1 for a word with a capital that does not begin a sentence: names, in which reports of two things differ. */
  readonly named: Uint8Array;
}

/** Words of one text that are looked at: more than the longest report, and a bound for what is hostile. */
const MOST_WORDS = 200_000;

/**
 * The words of a text within some ranges of it, or of all of it. Linear in its length; what comes after the first
 * 200,000 words is left out.
 */
export function copyWords(
  text: string,
  ranges: readonly TextRange[] = [{ start: 0, end: text.length }],
): CopyWords {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const quoted: number[] = [];
  const named: number[] = [];
  for (const range of ranges) {
    const quotes = quotesIn(text, range);
    let next = 0;
    let sentence = true;
    let last = range.start;
    const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
    words.lastIndex = range.start;
    for (let found = words.exec(text); found !== null; found = words.exec(text)) {
      const [word] = found;
      const start = found.index;
      if (start >= range.end || hashes.length >= MOST_WORDS) break;
      if (/[.!?:\n“"]/.test(text.slice(last, start))) sentence = true;
      last = start + word.length;
      while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const quote = quotes[next];
      hashes.push(hashOf(word.toLowerCase()));
      starts.push(start);
      ends.push(last);
      quoted.push(quote !== undefined && quote.start <= start ? 1 : 0);
      named.push(!sentence && /^\p{Lu}/u.test(word) ? 1 : 0);
      sentence = false;
    }
  }
  return {
    text,
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    quoted: Uint8Array.from(quoted),
    named: Uint8Array.from(named),
  };
}

/** A quotation ends with its paragraph: an opening mark without a closing one quotes no more than that. */
function quotesIn(text: string, { start, end }: TextRange): readonly TextRange[] {
  const found: TextRange[] = [];
  let open = -1;
  for (let at = start; at < end; at++) {
    const mark = text[at];
    if (mark === '“' || mark === '«' || (mark === '"' && open < 0)) open = at + 1;
    else if (open >= 0 && (mark === '”' || mark === '»' || mark === '"' || mark === '\n')) {
      found.push({ start: open, end: at });
      open = -1;
    }
  }
  return found;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), with the finish of MurmurHash3 so that low bits are even. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finish of MurmurHash3 (Appleby, public domain): every bit of the answer hangs on every bit given. */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
