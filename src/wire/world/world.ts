import { tokenize } from '../../text/index.ts';
import { PhraseTrie } from '../gazetteer/phrase-trie.ts';
import { wordsOf } from '../gazetteer/words.ts';
import { COUNTRY_NAMES } from './countries.ts';
import { ORGAN_NAMES } from './organs.ts';
import { PLACE_NAMES } from './places.ts';
import { PROGRAMME_NAMES } from './programmes.ts';

/** What the tables of the world know by a phrase. */
export type WorldName =
  | {
      readonly kind: 'state';
      readonly country: string;
      readonly use: 'name' | 'demonym' | 'capital';
      readonly upper: boolean;
    }
  | { readonly kind: 'organ'; readonly country: string | null; readonly common: boolean }
  | { readonly kind: 'place'; readonly country: string }
  | { readonly kind: 'programme'; readonly country: string | null; readonly id: string };

/** States, organs, places and programmes, by phrase. Built once: the tables are part of the program. */
export const WORLD: PhraseTrie<WorldName> = build();

/** A place by its name: its country, and whether it is a state itself. */
export interface KnownPlace {
  readonly country: string;
  readonly isState: boolean;
}

/** What place, state or capital a name is in full, or `null`. */
export function knownPlace(name: string): KnownPlace | null {
  const { words } = wordsOf(tokenize(name));
  for (const hit of WORLD.at(words, 0)) {
    if (hit.length !== words.length) continue;
    for (const value of hit.values) {
      if (value.kind === 'place') return { country: value.country, isState: false };
      if (value.kind === 'state' && value.use !== 'demonym') {
        return { country: value.country, isState: value.use === 'name' };
      }
    }
  }
  return null;
}

function build(): PhraseTrie<WorldName> {
  const trie = new PhraseTrie<WorldName>();
  const add = (text: string, name: WorldName) => {
    trie.add(wordsOf(tokenize(text)).words, name);
  };
  for (const { text, country, use } of COUNTRY_NAMES) {
    // "US" and "us", "SCO" and "sco": short forms count only in capitals.
    add(text, { kind: 'state', country, use, upper: text === text.toUpperCase() });
  }
  for (const { text, country, common } of ORGAN_NAMES) add(text, { kind: 'organ', country, common });
  for (const { text, country } of PLACE_NAMES) add(text, { kind: 'place', country });
  for (const { text, id, country } of PROGRAMME_NAMES) add(text, { kind: 'programme', id, country });
  return trie;
}
