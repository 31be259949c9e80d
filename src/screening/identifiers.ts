import { foldLetters } from '../text/index.ts';

/** Shorter than this, a number is many people's and says nothing. */
const SHORTEST = 5;
/** And from this length on it finds its bearer by itself, whatever the name. */
const FINDS_ALONE = 7;
/** A cap, since identifiers come from outside: a wallet of Monero has 106 characters. */
const LONGEST = 128;
/** The number of a ship is written with and without the letters of its register (IMO resolution A.1117). */
const SHIP = /^IMO(?=\d{7}$)/;

/**
 * An identifier as it is compared: letters and digits only, in capitals, digits of any script as 0 to 9, a ship's
 * number without `IMO`. `null` for one too short to stand for anyone.
 */
export function bareIdentifier(text: string): string | null {
  const bare = foldLetters(text.slice(0, LONGEST))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(SHIP, '');
  return bare.length < SHORTEST ? null : bare;
}

/** Whether a bare identifier is long enough to find its bearer with no help of the name. */
export function findsAlone(bare: string): boolean {
  return bare.length >= FINDS_ALONE;
}

/** A query's identifiers as they are compared, each once. */
export function bareIdentifiers(texts: readonly string[] | undefined): ReadonlySet<string> {
  return new Set((texts ?? []).map(bareIdentifier).filter((bare) => bare !== null));
}
