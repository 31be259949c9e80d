import { fold } from '../text/index.ts';
import { kindOfAlias } from './also-known.ts';

const IN_BRACKETS = /\s*\(([A-Za-z./-]{2,12})\)/g;
const LONGEST_KEY = 80;
/** What lies behind can no longer be part of the key. */
const LONGEST_NAME = 1_000;

/**
 * A key made of a name, for a list that numbers nothing: folded, without an acronym in brackets, its words joined
 * by `-`, at most 80 characters: `Jaish-e-Mohammed (JeM)` is `jaish-e-mohammed`. Empty for a name without letters.
 * A change in the spelling of the name makes a new key.
 */
export function nameKey(name: string): string {
  const bare = name
    .slice(0, LONGEST_NAME)
    .replace(IN_BRACKETS, (whole, inside: string) => (kindOfAlias(inside) === 'acronym' ? '' : whole));
  const words = fold(bare).match(/[\p{L}\p{N}]+/gu) ?? [];
  let key = '';
  for (const word of words) {
    if (key.length + word.length >= LONGEST_KEY) break;
    key = key === '' ? word : `${key}-${word}`;
  }
  return key;
}
