import type { Commitment } from '../reading.ts';

/** Words of a promise that carry it. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).slice(0, 60));
}

/** How much of the shorter promise the other repeats before the two count as one. */
const SAME = 0.7;

/**
 * Promises made at several places of a text (headline, lede, statement) as one, with all its places. Two are
 * one when the same parties promise with the same first word on the same topic, and most words of the shorter
 * are in the longer; the longer one stays.
 */
export function mergePromises(commitments: readonly Commitment[]): readonly Commitment[] {
  const out: Told[] = [];
  const byKey = new Map<string, number[]>();
  for (const commitment of commitments) {
    const words = wordsOf(commitment.span.quote);
    const key = [commitment.topic, [...commitment.parties].sort().join(), firstWord(commitment)].join('\n');
    const places = byKey.get(key) ?? [];
    byKey.set(key, places);
    const at = places.slice(-REACH).find((place) => isSame(out[place]?.words ?? new Set(), words)) ?? -1;
    const known = out[at];
    if (known === undefined) {
      places.push(out.length);
      out.push({ commitment, words });
      continue;
    }
    const longer = commitment.span.quote.length > known.commitment.span.quote.length;
    const main = longer ? commitment : known.commitment;
    const spans = [...known.commitment.spans, ...commitment.spans].sort((a, b) => a.start - b.start);
    out[at] = { commitment: { ...main, spans }, words: longer ? words : known.words };
  }
  return out.map(({ commitment }) => commitment).sort((a, b) => a.span.start - b.span.start);
}

/** How many promises of one kind back another telling may mean. */
const REACH = 50;

interface Told {
  readonly commitment: Commitment;
  readonly words: ReadonlySet<string>;
}

function isSame(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared >= small.size * SAME;
}

function firstWord(commitment: Commitment): string {
  return commitment.span.quote.split(/\s/, 1)[0]?.toLowerCase() ?? '';
}
