import { tokenize } from '../../text/index.ts';
import { PhraseTrie } from '../gazetteer/phrase-trie.ts';
import { wordsOf } from '../gazetteer/words.ts';
import { PLACE_NAMES, type PlacePrecision } from './places.ts';
import { COUNTRY_NAMES } from './tables/countries.ts';
import { ORGAN_NAMES } from './tables/organs.ts';
import { PROGRAMME_NAMES } from './tables/programmes.ts';

/** What the tables of the world know by a phrase. */
export type WorldName =
  | {
      readonly kind: 'state';
      readonly country: string;
      readonly use: 'name' | 'demonym' | 'capital';
      readonly upper: boolean;
    }
  | { readonly kind: 'organ'; readonly country: string | null; readonly common: boolean }
  /** All places of the name: "Hyderabad" lies in two states. */
  | { readonly kind: 'place'; readonly places: readonly KnownPlaceOf[] }
  | { readonly kind: 'programme'; readonly country: string | null; readonly id: string };

/** Where a place of some name lies, and how exact it is. */
export interface KnownPlaceOf {
  readonly country: string;
  readonly precision: PlacePrecision;
}

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
      if (value.kind === 'place' && value.places[0] !== undefined)
        return { country: value.places[0].country, isState: false };
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
  const places = new Map<string, KnownPlaceOf[]>();
  for (const { text, country, precision } of PLACE_NAMES) {
    const key = wordsOf(tokenize(text)).words.join(' ');
    const held = places.get(key);
    // A district and its town are one name in one state: the tables give the town first.
    if (held === undefined) {
      const list: KnownPlaceOf[] = [{ country, precision }];
      places.set(key, list);
      add(text, { kind: 'place', places: list });
    } else if (held.every((other) => other.country !== country)) held.push({ country, precision });
  }
  for (const { text, id, country } of PROGRAMME_NAMES) add(text, { kind: 'programme', id, country });
  return trie;
}
