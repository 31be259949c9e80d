import type { NameKind, Strength } from '../../kernel/index.ts';
import { skeleton, tokenize } from '../../text/index.ts';
import { PhraseTrie } from './phrase-trie.ts';
import { foldWord, wordsOf } from './words.ts';

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
  return words.map(soundWord);
}

/** One word as {@link soundWords} gives it. */
export function soundWord(word: string): string {
  if (!LATIN.test(word) || ENGLISH.has(word)) return word;
  return PARTICLES.get(word) ?? (skeleton(word) || word);
}

/** A word with none of these has no consonants to be compared by. */
const LATIN = /[a-z0-9]/;

/**
 * Builds a gazetteer. Names that fold to nothing, or have more words than a phrase may have, cannot be found
 * and are left out. A leading "the" is no part of a name.
 */
export function gazetteer(entries: Iterable<GazetteerEntry>): Gazetteer {
  const exact = new PhraseTrie<NameRef>();
  const sounds = new PhraseTrie<NameRef>();
  const sharing = new Map<string, GazetteerEntry[]>();
  // Names are made of few words, again and again.
  const soundOf = remembering(soundWord);
  const folded = remembering(foldWord);
  let [entryCount, nameCount] = [0, 0];
  for (const entry of entries) {
    entryCount += 1;
    for (const name of entry.names) {
      const words = nameWords(name.text, folded);
      const ref: NameRef = { entry, name, words: words.length };
      if (!exact.add(words, ref)) continue;
      nameCount += 1;
      if (entry.kind !== 'group' || name.strength === 'weak' || words.length < 2) continue;
      addShared(sharing, words, entry);
      const sound = words.map(soundOf);
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
      return found === undefined || found.length > MOST_SHARING ? [] : found;
    },
  };
}

const NONE: readonly GazetteerHit[] = [];

function hits(
  trie: PhraseTrie<NameRef>,
  words: readonly string[],
  at: number,
  bySpelling: boolean,
): readonly GazetteerHit[] {
  const found = trie.at(words, at);
  return found.length === 0
    ? NONE
    : found.map(({ length, values }) => ({ length, names: values, bySpelling }));
}

/** Letters in brackets at a name's end ("… (TTP)") are another name, and no part of this one. */
const LETTERS_AT_END = /\s*\(\p{Lu}[\p{L}-]{0,11}\)\s*$/u;

/** Letters, digits, spaces and hyphens of ASCII: such a name is cut at once, with the same words as its tokens give. */
const PLAIN = /^[A-Za-z0-9]+(?:[ -]+[A-Za-z0-9]+)*$/;
const GAPS = /[ -]+/;

function nameWords(text: string, folded: (word: string) => string): readonly string[] {
  const words = PLAIN.test(text) ? text.toLowerCase().split(GAPS) : tokenWords(text, folded);
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
}

function tokenWords(text: string, folded: (word: string) => string): readonly string[] {
  const tokens = tokenize(text.trimEnd().endsWith(')') ? text.replace(LETTERS_AT_END, '') : text);
  return wordsOf(tokens, 0, tokens.length, folded).words;
}

function remembering(work: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = work(word);
      known.set(word, answer);
    }
    return answer;
  };
}

function addShared(
  sharing: Map<string, GazetteerEntry[]>,
  words: readonly string[],
  entry: GazetteerEntry,
): void {
  for (const word of words) {
    if (word.length < 4 || ENGLISH.has(word)) continue;
    const entries = sharing.get(word);
    // An entry's names come in a row, so it is in the list already only as its last.
    if (entries === undefined) sharing.set(word, [entry]);
    else if (entries.length <= MOST_SHARING && entries.at(-1) !== entry) entries.push(entry);
  }
}

/** Consonants that carry a sound name: particles and English words do not count, and two words must carry. */
function soundLength(sound: readonly string[]): number {
  let [words, carrying, total] = [0, 0, 0];
  for (const word of sound) {
    if (word.startsWith('~')) continue;
    words += 1;
    if (ENGLISH.has(word)) continue;
    carrying += 1;
    total += word.length;
  }
  return carrying >= 2 || words >= 3 ? total : 0;
}
