import type { Token } from '../../text/index.ts';
import { type Gazetteer, type GazetteerHit, type NameRef, soundWord } from '../gazetteer/gazetteer.ts';
import { type Words, wordsOf } from '../gazetteer/words.ts';
import { VERBS } from '../grammar/verbs.ts';
import { SMALL_WORDS } from '../grammar/words.ts';
import { WORLD, type WorldName } from '../world/world.ts';

/** A name found in the text, not yet resolved: tokens `[first, last)`. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** What the tables of the world say it is, or `null` for a name of the gazetteer. */
  readonly world: WorldName | null;
  /** The entries that bear the name; empty for a name of the world's tables. */
  readonly refs: readonly NameRef[];
  readonly bySpelling: boolean;
  /** The name's words, folded. */
  readonly words: readonly string[];
}

/** Single words that some list has as a name and everybody has as a word; they never name by themselves. */
const ORDINARY = new Set(
  (
    'base front students student army movement group party supporters helpers martyrs victory dawn islam jihad ' +
    'falcon falcons knights lions eagle eagles phoenix unity freedom hope peace struggle cause vanguard lord league orchestra musicians volunteers ' +
    'brothers brotherhood soldiers guardians call mission light truth justice path company network organization ' +
    'organisation foundation union brigade resistance revolution command council school society charity let'
  ).split(' '),
);
/** How long a single word may be and still be taken for letters that stand for words. */
const SHORT = 5;
/** How long a short word must be to be read as a word, and not as letters. */
const WORD = 4;

/**
 * The names in the tokens `[from, to)`, left to right, the longest at each place, none overlapping. A name of
 * the record goes before a name of the world's tables of the same length. In a text all in capitals, letters
 * are taken for a name where they are no ordinary word.
 */
export function findNames(
  tokens: readonly Token[],
  from: number,
  to: number,
  held: Gazetteer,
  allCapitals = false,
): readonly Name[] {
  const words = wordsOf(tokens, from, to);
  const sounds = words.words.map((word, at) => soundAt(tokens, words, at, word));
  const capitals: Capitals = allCapitals ? 'all' : isShouting(tokens, from, to) ? 'sentence' : 'telling';
  const out: Name[] = [];
  let at = 0;
  while (at < words.words.length) {
    const name = longest(tokens, words, sounds, at, held, capitals);
    if (name === null) {
      at += 1;
      continue;
    }
    out.push(name.name);
    at += name.length;
  }
  return out;
}

/** A word's sound where it can be a name's: a small word of more than three letters is one only if ordinary. */
function soundAt(tokens: readonly Token[], words: Words, at: number, word: string): string {
  const token = tokens[words.tokenAt[at] ?? -1];
  if (token === undefined || token.kind === 'mark') return word;
  const may = token.text.length <= 3 || isCapitalised(token.text) || ORDINARY.has(word);
  return may ? soundWord(word) : '';
}

function longest(
  tokens: readonly Token[],
  words: Words,
  sounds: readonly string[],
  at: number,
  held: Gazetteer,
  capitals: Capitals,
): { readonly name: Name; readonly length: number } | null {
  const world = worldHit(tokens, words, at, capitals);
  const exact = held.at(words.words, at);
  // A name by letter goes before one by sound, unless it is a single word of a longer name.
  const byLetter = exact.some(({ length }) => length > 1);
  const gazetteerHits = byLetter ? exact : merged(exact, sounds[at] === '' ? [] : held.bySound(sounds, at));
  for (const hit of gazetteerHits) {
    // "Indonesia" is a state, whatever bears the word for a name.
    if (world !== null && (world.length > hit.length || (hit.length === 1 && world.length === 1))) break;
    const span = spanTokens(words, at, hit.length);
    const refs = hit.names.filter((ref) => reads(ref, tokens, span, words, at, hit.length, capitals));
    if (refs.length === 0) continue;
    return make(tokens, words, at, hit.length, { world: null, refs, bySpelling: hit.bySpelling });
  }
  if (world === null) return null;
  return make(tokens, words, at, world.length, { world: world.name, refs: [], bySpelling: false });
}

function merged(exact: readonly GazetteerHit[], bySound: readonly GazetteerHit[]): readonly GazetteerHit[] {
  if (bySound.length === 0) return exact;
  return [...exact, ...bySound].sort((a, b) => b.length - a.length);
}

function worldHit(
  tokens: readonly Token[],
  words: Words,
  at: number,
  capitals: Capitals,
): { readonly name: WorldName; readonly length: number } | null {
  for (const { length, values } of WORLD.at(words.words, at)) {
    const span = spanTokens(words, at, length);
    const name = values.find((value) => worldReads(value, tokens, span, length, capitals));
    if (name !== undefined) return { name, length };
  }
  return null;
}

function worldReads(
  name: WorldName,
  tokens: readonly Token[],
  span: { readonly first: number; readonly last: number },
  length: number,
  capitals: Capitals,
): boolean {
  const head = tokens[span.first]?.text ?? '';
  // "TOLD US", "THE US": among capitals only the article tells a state from a small word.
  if (capitals === 'all' && SMALL_WORDS.has(head.toLowerCase()) && length === 1)
    return tokens[span.first - 1]?.text === 'THE';
  if (name.kind === 'state' && name.upper) return isUpper(head);
  if (name.kind === 'programme') return length > 1 || isUpper(head.replace(/s$/, ''));
  if (name.kind === 'organ' && name.common) return true;
  return isCapitalised(head) && isCapitalised(tokens[span.last - 1]?.text ?? '');
}

/** Whether the text's letters are such that it may be this name and not ordinary words. */
function reads(
  ref: NameRef,
  tokens: readonly Token[],
  span: { readonly first: number; readonly last: number },
  words: Words,
  at: number,
  length: number,
  capitals: Capitals,
): boolean {
  const text = tokens[span.first]?.text ?? '';
  if (length === 1) {
    const word = words.words[at] ?? '';
    if (ref.entry.kind === 'person' || ref.entry.kind === 'vessel' || ref.entry.kind === 'aircraft')
      return false;
    if (text.toUpperCase() === text.toLowerCase()) return true;
    const asHeld = text === ref.name.text && isMixed(text);
    if (ORDINARY.has(word))
      return asHeld || (ref.name.kind === 'acronym' && isUpper(text) && capitals === 'telling');
    if (capitals === 'all') return text.length > SHORT || !SMALL_WORDS.has(word);
    if (text.length <= SHORT)
      return asHeld || isWordAsHeld(ref, tokens, span.first) || (isUpper(text) && capitals === 'telling');
    return isCapitalised(text) && (isUpper(text) || !endsLongerName(tokens, span.first));
  }
  // "Front de libération de la vallée": small letters where the held name has them, a capital where it begins.
  if (isCapitalised(text) && isAsHeld(ref.name.text, tokens, span)) return true;
  let big = 0;
  for (let index = 0; index < length; index += 1) {
    const token = tokens[words.tokenAt[at + index] ?? -1];
    if (token === undefined || token.kind !== 'word' || token.text.length <= 3) continue;
    // "the Haqqani network": a common word in a name may keep its small letter, a telling one may not.
    if (isCapitalised(token.text)) big += ORDINARY.has(words.words[at + index] ?? '') ? 0 : 1;
    else if (!ORDINARY.has(words.words[at + index] ?? '')) return false;
  }
  return big > 0 || isCapitalised(tokens[span.last - 1]?.text ?? '');
}

/**
 * "Daesh", "Hamas": a short word is a name as it is held, or where the list prints it in capitals (`HAMAS`), unless
 * everybody has the word.
 */
function isWordAsHeld({ name }: NameRef, tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const low = text.toLowerCase();
  if (text.length < WORD || !isCapitalised(text) || isUpper(text) || name.strength === 'weak') return false;
  const held = text === name.text || (text.length === SHORT && text.toUpperCase() === name.text);
  return held && !SMALL_WORDS.has(low) && !VERBS.has(low) && !endsLongerName(tokens, at);
}

/** Whether the tokens are the name letter by letter, spaces apart. */
function isAsHeld(
  held: string,
  tokens: readonly Token[],
  span: { readonly first: number; readonly last: number },
): boolean {
  let at = 0;
  for (let index = span.first; index < span.last; index += 1) {
    while (held[at] === ' ') at += 1;
    const text = tokens[index]?.text ?? '';
    if (!held.startsWith(text, at)) return false;
    at += text.length;
  }
  return at === held.length;
}

/** Whether a capitalised word before a name makes it the end of another's: "the Arab League" is no "League". */
function endsLongerName(tokens: readonly Token[], first: number): boolean {
  const [before, beyond] = [tokens[first - 1], tokens[first - 2]];
  if (before?.kind !== 'word' || beyond === undefined || beyond.kind === 'mark') return false;
  const low = before.text.toLowerCase();
  if (!isCapitalised(before.text) || isUpper(before.text) || SMALL_WORDS.has(low)) return false;
  return WORLD.at([low], 0).length === 0;
}

function make(
  tokens: readonly Token[],
  words: Words,
  at: number,
  length: number,
  rest: Pick<Name, 'world' | 'refs' | 'bySpelling'>,
): { readonly name: Name; readonly length: number } {
  const { first, last } = spanTokens(words, at, length);
  const [a, b] = [tokens[first], tokens[last - 1]];
  return {
    name: {
      first,
      last,
      start: a?.start ?? 0,
      end: b?.end ?? 0,
      words: words.words.slice(at, at + length),
      ...rest,
    },
    length,
  };
}

function spanTokens(
  words: Words,
  at: number,
  length: number,
): { readonly first: number; readonly last: number } {
  const first = words.tokenAt[at] ?? 0;
  return { first, last: (words.tokenAt[at + length - 1] ?? first) + 1 };
}

/** What a capital tells: a name; nothing, in this sentence; nothing, in this whole text. */
type Capitals = 'telling' | 'sentence' | 'all';

/** Whether most words are in capitals, so that capitals tell nothing. */
function isShouting(tokens: readonly Token[], from: number, to: number): boolean {
  let [upper, all] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (tokens[at]?.kind !== 'word' || text.length < 3) continue;
    all += 1;
    if (isUpper(text)) upper += 1;
  }
  return all >= 4 && upper * 2 > all;
}

/** Whether a text begins with a capital, a digit, or a letter of a script that has no capitals. */
export function isCapitalised(text: string): boolean {
  const head = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return head === head.toUpperCase();
}

/** Whether all letters are capitals and there is one. */
export function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Capitals past the first letter, but not only capitals: `LeT`, `JeM`. */
function isMixed(text: string): boolean {
  const tail = text.slice(1);
  return tail !== tail.toLowerCase() && tail !== tail.toUpperCase();
}
