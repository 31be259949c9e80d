import { fold } from '../text/index.ts';
import { REGIMES } from './tables/regimes.ts';

const PHRASES = Object.entries(REGIMES).flatMap(([regime, words]) =>
  words.map((word) => ({ regime, phrase: ` ${word} ` })),
);
const known = new Map<string, readonly string[]>();

/** The regimes that a programme, as printed, is about; none when its words are not known. */
export function regimesOf(programme: string): readonly string[] {
  const held = known.get(programme);
  if (held !== undefined) return held;
  // "South Sudan" is not Sudan, and the DPRK and the DR Congo are not each other: longer phrases go first.
  let text = ` ${fold(programme).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const regimes = new Set<string>();
  for (const { regime, phrase } of BY_LENGTH) {
    if (!text.includes(phrase)) continue;
    regimes.add(regime);
    text = text.replaceAll(phrase, ' | ');
  }
  const found = [...regimes];
  if (known.size < MOST_KNOWN) known.set(programme, found);
  return found;
}

const BY_LENGTH = [...PHRASES].sort((a, b) => b.phrase.length - a.phrase.length);
const MOST_KNOWN = 5000;
