import { fold } from '../text/index.ts';
import { kindOfAlias, type OtherName } from './also-known.ts';
import { stripped } from './stripped.ts';

/** A name with what brackets behind it say. */
export interface BracketedName {
  readonly name: string;
  /** Further names that the brackets give; `type` says how where they are no acronym. */
  readonly others: readonly OtherName[];
}

const LONGEST = 8_000;
/** A name is shorter by far; beyond this it is taken as it is. */
const LONGEST_NAME = 1_000;
const LAST_WORD = /[\p{L}\p{M}’']+$/u;
const OPENING = '"“”‘«»';
const CLOSING = '"“”’«»';

/**
 * The pieces of a list of names that commas and semicolons outside of brackets part: `A (B, C), D` is `A (B, C)` and `D`.
 * A text of more than 8,000 characters is one piece.
 */
export function topLevelPieces(text: string): readonly string[] {
  if (text.length > LONGEST) return [text];
  const pieces: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if ((char === ',' || char === ';') && depth === 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => /\p{L}/u.test(piece));
}

/**
 * Reads one name and the brackets behind it, which hold four kinds of things:
 *
 * - an acronym, `Lashkar-i-Toiba (LiT)`;
 * - other spellings of the last word, `Jaish-i-Mohammed (Mohammad, Muhammad)`, each of which makes a name with the rest;
 * - words of the name that may be left out, in small letters, `Organization of the Oppressed (on Earth)`;
 * - a name of its own, mostly a translation, `Sea Eagles (Karum Kazhugu)`, several parted by `/`.
 *
 * Brackets that are followed by more words of the name stay where they are, and so does all of a text of more than
 * 1,000 characters.
 */
export function bracketedName(text: string): BracketedName {
  const groups: string[] = [];
  let name = text.trim();
  while (text.length <= LONGEST_NAME) {
    const open = openOfLast(name);
    if (open < 1) break;
    groups.unshift(name.slice(open + 1, -1).trim());
    name = name.slice(0, open).trim();
  }
  name = stripped(name, OPENING, CLOSING);
  const last = name.length > LONGEST_NAME ? '' : (LAST_WORD.exec(name)?.[0] ?? '');
  return { name, others: groups.flatMap((group) => othersOf(name, last, group)) };
}

/** Where the bracket opens that a text ends with; -1 when it ends with none, or with one inside of a word. */
function openOfLast(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    else if (text[at] === '(') depth -= 1;
    if (depth === 0) return text[at - 1] === ' ' ? at : -1;
  }
  return -1;
}

function othersOf(name: string, last: string, group: string): readonly OtherName[] {
  const items = group.split(/\s*[,;]\s*/).filter((item) => item !== '');
  if (items.length > 0 && items.every((item) => isSpelling(item, last)))
    return items.map((item) => ({
      text: name.slice(0, name.length - last.length) + item,
      kind: 'alias',
      type: 'spelling',
    }));
  if (/^\p{Ll}/u.test(group) && !/^al-/.test(group))
    return [{ text: `${name} ${group}`, kind: 'alias', type: 'words in brackets' }];
  return group
    .split(/\s*[/;]\s*(?=\S+\s+\S)/)
    .map((piece) => stripped(piece, OPENING, CLOSING))
    .filter((piece) => /\p{L}/u.test(piece))
    .map((piece) => {
      const kind = kindOfAlias(piece);
      return kind === 'acronym' ? { text: piece, kind } : { text: piece, kind, type: 'in brackets' };
    });
}

/** Whether one word may be another spelling of another: the same consonants, doubled ones once. */
function isSpelling(item: string, word: string): boolean {
  if (item === word || /\s/.test(item) || word.length < 4) return false;
  return consonants(item) === consonants(word);
}

function consonants(word: string): string {
  return fold(word)
    .replace(/[^a-z]/g, '')
    .replace(/(?<=.)[aeiouyw]/g, '')
    .replace(/(.)\1+/g, '$1');
}
