import type { NameKind, Strength } from '../../kernel/index.ts';
import { skeleton, tokenize } from '../../text/index.ts';
import { PhraseTrie } from './phrase-trie.ts';
import { wordsOf } from './words.ts';

/** What an entry of the gazetteer is. */
export type EntryKind = 'group' | 'person' | 'organisation' | 'vessel' | 'aircraft';

/** A name that an entity bears. */
export interface GazetteerName {
  readonly text: string;
  readonly kind: NameKind;
  readonly strength: Strength;
  /** For a label: whose word it is, as a country code or in words. */
  readonly usedBy?: string;
}

/** An entity of the record and the names it may be found by. */
export interface GazetteerEntry {
  readonly entity: string;
  readonly caption: string;
  readonly kind: EntryKind;
  readonly names: readonly GazetteerName[];
  /** ISO 3166-1 alpha-2 of where it is active: tells apart entities that share a short name. */
  readonly countries?: readonly string[];
}

/** A name of an entry as found. */
export interface NameRef {
  readonly entry: GazetteerEntry;
  readonly name: GazetteerName;
  /** How many words it has. */
  readonly words: number;
}

/** Names found at one place: `length` words from there. */
export interface GazetteerHit {
  readonly length: number;
  readonly names: readonly NameRef[];
  /** Found by sound, not by letter. */
  readonly bySpelling: boolean;
}

/** Names to look for in texts. Immutable once made; made once and used for many texts. */
export interface Gazetteer {
  readonly entries: number;
  readonly names: number;
  /** The names that begin at word `at`, longest first. */
  at(words: readonly string[], at: number): readonly GazetteerHit[];
  /** Names by sound beginning at word `at` of skeleton words (see {@link soundWords}), longest first. */
  bySound(sounds: readonly string[], at: number): readonly GazetteerHit[];
  /** Groups that have a longer name with this word in it: whom a short name may mean as well. */
  sharing(word: string): readonly GazetteerEntry[];
}

/** More groups than this sharing a word make it a common word, which tells nothing. */
const MOST_SHARING = 6;
/** A name by sound needs this many consonants, or too much sounds like it. */
const LEAST_SOUND = 5;

/** English words that groups' names are made of: compared by letter, never by sound. */
const ENGLISH = new Set(
  (
    'islamic state army liberation front movement party group brigade brigades council force forces united ' +
    'national peoples people of the in and for organization organisation network islam jihad resistance ' +
    'fighters martyrs battalion revolutionary republican students union guard corps emirate province north ' +
    'south east west free real new'
  ).split(' '),
);
/** Particles of Persian, Urdu and Arabic names, in their spellings, as one word for each. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ...['e', 'i', 'ye', 'yi'].map((word): [string, string] => [word, '~e']),
  ...['al', 'ul', 'el', 'ud', 'ad', 'ur', 'ar', 'us', 'as', 'ush', 'ash', 'an', 'un', 'at'].map(
    (word): [string, string] => [word, '~al'],
  ),
]);

/**
 * Words as they sound: particles as one, English words as they are, the rest as their consonants (`Tehrik`
 * and `Tehreek` are one).
 */
export function soundWords(words: readonly string[]): readonly string[] {
  return words.map((word) => PARTICLES.get(word) ?? (ENGLISH.has(word) ? word : skeleton(word) || word));
}

/**
 * Builds a gazetteer. Names that fold to nothing, or have more words than a phrase may have, cannot be found
 * and are left out. A leading "the" is no part of a name.
 */
export function gazetteer(entries: Iterable<GazetteerEntry>): Gazetteer {
  const exact = new PhraseTrie<NameRef>();
  const sounds = new PhraseTrie<NameRef>();
  const sharing = new Map<string, Set<GazetteerEntry>>();
  let [entryCount, nameCount] = [0, 0];
  for (const entry of entries) {
    entryCount += 1;
    for (const name of entry.names) {
      const words = nameWords(name.text);
      const ref: NameRef = { entry, name, words: words.length };
      if (!exact.add(words, ref)) continue;
      nameCount += 1;
      if (entry.kind !== 'group' || name.strength === 'weak' || words.length < 2) continue;
      addShared(sharing, words, entry);
      const sound = soundWords(words);
      if (soundLength(sound) >= LEAST_SOUND) sounds.add(sound, ref);
    }
  }
  return {
    entries: entryCount,
    names: nameCount,
    at: (words, at) => hits(exact, words, at, false),
    bySound: (words, at) => hits(sounds, words, at, true),
    sharing: (word) => {
      const found = sharing.get(word);
      return found === undefined || found.size > MOST_SHARING ? [] : [...found];
    },
  };
}

function hits(
  trie: PhraseTrie<NameRef>,
  words: readonly string[],
  at: number,
  bySpelling: boolean,
): readonly GazetteerHit[] {
  return trie.at(words, at).map(({ length, values }) => ({ length, names: values, bySpelling }));
}

/** Letters in brackets at a name's end ("… (TTP)") are another name, and no part of this one. */
const LETTERS_AT_END = /\s*\(\p{Lu}[\p{L}-]{0,11}\)\s*$/u;

function nameWords(text: string): readonly string[] {
  const { words } = wordsOf(tokenize(text.replace(LETTERS_AT_END, '')));
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
}

function addShared(
  sharing: Map<string, Set<GazetteerEntry>>,
  words: readonly string[],
  entry: GazetteerEntry,
): void {
  for (const word of words) {
    if (word.length < 4 || ENGLISH.has(word)) continue;
    const entries = sharing.get(word);
    if (entries === undefined) sharing.set(word, new Set([entry]));
    else if (entries.size <= MOST_SHARING) entries.add(entry);
  }
}

/** Consonants that carry a sound name: particles and English words do not count, and two words must carry. */
function soundLength(sound: readonly string[]): number {
  const carrying = sound.filter((word) => !word.startsWith('~') && !ENGLISH.has(word));
  const total = carrying.join('').length;
  return carrying.length >= 2 || sound.filter((word) => !word.startsWith('~')).length >= 3 ? total : 0;
}
