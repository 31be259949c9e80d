import type { Token } from '../../text/index.ts';
import { VERBS } from '../grammar/verbs.ts';
import { PARTICIPLE_ADJECTIVES, SMALL_WORDS } from '../grammar/words.ts';
import { type Named, named } from './named.ts';
import { isCapitalised, isUpper, type Name } from './names.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that end the name of an armed body. */
const HEADS = words(
  'front army movement command brigade brigades forces unity commandos squad organization organisation vanguard battalion cells fighters tigers',
);
/** Words in such a name that no army of a state and no club has in its own. */
const TELLING = words(
  `liberation revolutionary revolution resistance salvation restoration guerrilla insurgent separatist underground mujahideen mujahidin
  martyrs martyr tigers people's popular patriotic youth nationalist jihad fedayeen clandestine anti-imperialist anticommunist antisubversive`,
);
/** Of those, words that such a name may have before its head and that others have as well. */
const COMMON = words("nationalist people's popular patriotic youth martyrs martyr tigers clandestine");
/** Words of a state's own units, and of what is no armed body. */
const OFFICIAL = words(
  'infantry artillery military police national-guard ministry minister high joint general staff party congress council institute assembly committee guard air naval government cuban russian chinese',
);
/** Words before a name that are none of it. */
const DESCRIBING = words(
  'rebel rebels leftist rightist outlawed banned clandestine terrorist guerrilla guerrillas separatist extremist militant armed self-styled so-called communist pro-iranian pro-government marxist',
);
const DEMONYM = words(
  'salvadoran colombian peruvian guatemalan chilean honduran ecuadoran bolivian indian pakistani afghan iranian',
);
/** Words that may stand inside a name with small letters. */
const JOINING = words('of for the and de la del al e i ul');
/** Nouns whose "called X" gives a group's name. */
const CALLED = words(
  'group organization organisation outfit faction gang movement cell commando unit band network front army',
);
const NAMING = words('called named styled dubbed');
const SELF_NAMING = words('calling identifying naming styling describing');

/** Longest name, in tokens, and how many one text may coin. */
const LONGEST = 9;
const MOST = 40;

interface SentenceNames {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly names: readonly Name[];
}

/** Groups that the text itself names and the record does not hold (SPEC.md, M11). */
export interface CoinedGroups {
  /** Where a sentence uses them, beside the names that the record and the tables give it. */
  namesIn(sentence: SentenceNames): readonly Name[];
  /** What such a use names: a group with no entity, its caption the fullest name that the text gives. */
  entryAt(name: Name): Named | null;
}

const NONE: CoinedGroups = { namesIn: () => [], entryAt: () => null };

interface Coined {
  readonly caption: string;
  readonly words: readonly string[];
  readonly acronym: boolean;
}

/**
 * Groups named by the text alone: by how armed bodies are named ("the Valley People's Liberation Front (VPLF)"), or by
 * being said to call themselves so. In a text all in capitals words tell what capitals tell elsewhere.
 */
export function coinedGroups(sentences: readonly SentenceNames[], allCapitals: boolean): CoinedGroups {
  const byWord = new Map<string, Coined[]>();
  let count = 0;
  const add = (caption: string, list: readonly string[], acronym: boolean) => {
    const [head] = list;
    if (head === undefined || count >= MOST) return;
    const held = byWord.get(head) ?? [];
    if (
      held.some((one) => one.words.length === list.length && one.words.every((word, at) => word === list[at]))
    )
      return;
    byWord.set(
      head,
      [...held, { caption, words: list, acronym }].sort((a, b) => b.words.length - a.words.length),
    );
    count += 1;
  };
  for (const sentence of sentences) {
    for (const span of foundIn(sentence, allCapitals)) {
      const { tokens } = sentence;
      const caption = textOf(tokens, span.first, span.last);
      add(caption, tokens.slice(span.first, span.last).map(lowOf), false);
      const letters = lettersBeside(tokens, span);
      if (letters !== null) add(caption, [letters.toLowerCase()], true);
    }
  }
  if (count === 0) return NONE;
  const made = new Map<Name, Named>();
  return {
    entryAt: (name) => made.get(name) ?? null,
    namesIn: (sentence) => {
      const { tokens, first, last, names } = sentence;
      const out: Name[] = [];
      for (let at = first; at < last; at += 1) {
        const token = tokens[at];
        const known = token === undefined ? undefined : byWord.get(lowOf(token));
        if (known === undefined || token === undefined) continue;
        const hit = known.find(
          (one) =>
            one.words.every((word, index) => at + index < last && lowOf(tokens[at + index]) === word) &&
            (!one.acronym || isUpper(token.text)),
        );
        if (hit === undefined) continue;
        const end = at + hit.words.length;
        // What the record holds goes first; the name of a place inside the group's does not.
        if (
          names.some(
            (name) =>
              name.first < end && at < name.last && !(isWhere(name) && at <= name.first && name.last <= end),
          )
        )
          continue;
        const [a, b] = [tokens[at], tokens[end - 1]];
        if (a === undefined || b === undefined) continue;
        const name: Name = {
          first: at,
          last: end,
          start: a.start,
          end: b.end,
          world: null,
          refs: [],
          bySpelling: false,
          words: hit.words,
        };
        made.set(
          name,
          named('group', textOf(tokens, at, end), a.start, b.end, {
            caption: hit.caption,
            confidence: 0.7,
            nameKind: hit.acronym ? 'acronym' : null,
          }),
        );
        out.push(name);
        at = end - 1;
      }
      return out;
    },
  };
}

function isWhere({ world }: Name): boolean {
  return world?.kind === 'place' || world?.kind === 'state';
}

interface Found {
  readonly first: number;
  readonly last: number;
}

function foundIn({ tokens, first, last, names }: SentenceNames, allCapitals: boolean): readonly Found[] {
  const out: Found[] = [];
  const taken = (at: number) =>
    names.some((name) => name.refs.length > 0 && name.first <= at && at < name.last);
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') continue;
    const low = token.text.toLowerCase();
    let found: Found | null = null;
    if (HEADS.has(low) && (allCapitals || isCapitalised(token.text)))
      found = taken(at) ? null : byHead(tokens, at, first, last, allCapitals);
    else if (SELF_NAMING.has(low) && /^(?:itself|themselves)$/i.test(tokens[at + 1]?.text ?? ''))
      found = calledSo(tokens, at + 2, last, allCapitals);
    else if (NAMING.has(low) && CALLED.has(tokens[at - 1]?.text.toLowerCase() ?? ''))
      found = calledSo(tokens, at + 1, last, allCapitals);
    if (found !== null && !taken(found.first)) out.push(found);
  }
  return out;
}

/**
 * The name that ends with the noun at `at`, or goes on with an "of" or "for" phrase after it: one word at least must
 * tell an armed body, a common one of them ("popular") only beside two others, and none may be of a state's own units.
 */
function byHead(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  allCapitals: boolean,
): Found | null {
  let first = at;
  while (first > from && at - first < LONGEST && isPart(tokens, first - 1, allCapitals, from)) first -= 1;
  // A joining word or a mark begins no name.
  while (first < at && (JOINING.has(lowOf(tokens[first])) || tokens[first]?.kind === 'mark')) first += 1;
  while (first < at && describes(tokens, first)) first += 1;
  let last = at + 1;
  const after = lowOf(tokens[last]);
  // "National Movement Party": the name goes on, and is another's.
  const next = tokens[last];
  if (!allCapitals && last < to && next?.kind === 'word' && isCapitalised(next.text) && !JOINING.has(after))
    return null;
  if (last < to && (after === 'of' || after === 'for')) {
    let next = last + 1;
    if (lowOf(tokens[next]) === 'the') next += 1;
    let end = next;
    while (
      end < to &&
      end - next < 4 &&
      isPart(tokens, end, allCapitals, from) &&
      !JOINING.has(lowOf(tokens[end]))
    )
      end += 1;
    const named = tokens.slice(next, end).some((token) => TELLING.has(lowOf(token)));
    if (end > next && (named || !allCapitals)) {
      last = end;
      if (lowOf(tokens[last]) === 'of' && isPart(tokens, last + 1, allCapitals, from)) last += 2;
    }
  }
  const parts = tokens.slice(first, last).map(lowOf);
  if (parts.length < 2 || last > to) return null;
  if (parts.some((word) => OFFICIAL.has(word))) return null;
  const telling = parts.filter((_, index) => TELLING.has(wordOf(parts, index)));
  const strong = telling.some((word) => !COMMON.has(word) && TELLING.has(word));
  if (telling.length === 0 || (!strong && parts.filter((word) => /\p{L}{2}/u.test(word)).length < 3))
    return null;
  // "A national liberation movement" is one of many.
  const before = lowOf(tokens[first - 1]);
  if (INDEFINITE.has(before) && (allCapitals || !/^\p{Lu}/u.test(tokens[first]?.text ?? ''))) return null;
  return { first, last };
}

/** "The rebel …", "the Colombian Army of …": words before the name. A people's name stays where more of the name follows. */
function describes(tokens: readonly Token[], at: number): boolean {
  const low = lowOf(tokens[at]);
  if (DEMONYM.has(low)) return HEADS.has(lowOf(tokens[at + 1]));
  return DESCRIBING.has(low) || NUMERAL.test(low);
}

const INDEFINITE = new Set(['a', 'an', 'any', 'every', 'no', 'their', 'our', 'this', 'these']);
const NUMERAL = /^(?:\d+\w*|first|second|third|fourth|fifth)$/;

/** "People" and "'s" are two tokens; a hyphen joins. */
const MARKS_INSIDE = /^(?:-|['’]s?)$/i;
const APOSTROPHE = /^['’]s$/;

/** "People", "'", "s" are one word of the table. */
function wordOf(parts: readonly string[], at: number): string {
  const whose = APOSTROPHE.test(parts[at + 1] ?? '');
  return whose ? `${parts[at]}'s` : (parts[at] ?? '');
}

function isPart(tokens: readonly Token[], at: number, allCapitals: boolean, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || at < from) return false;
  if (token.kind === 'mark') return MARKS_INSIDE.test(token.text);
  const low = lowOf(token);
  if (allCapitals) {
    if (TELLING.has(low) || HEADS.has(low)) return true;
    return token.kind === 'word' && !SMALL_WORDS.has(low) && !isDeed(low);
  }
  if (JOINING.has(low)) return isCapitalised(tokens[at - 1]?.text ?? '') && tokens[at - 1]?.kind === 'word';
  return token.kind === 'word' && isCapitalised(token.text);
}

/** A verb's past, -ing or third person form: no part of a name in capitals. */
function isDeed(low: string): boolean {
  const forms = PARTICIPLE_ADJECTIVES.has(low) ? undefined : VERBS.get(low)?.forms;
  return (
    forms !== undefined && (forms.has('past') || forms.has('ing') || (forms.has('s') && low !== 'forces'))
  );
}

/** The name that follows "calling itself": in quotation marks, or as far as it looks like one. */
function calledSo(tokens: readonly Token[], from: number, to: number, allCapitals: boolean): Found | null {
  let first = from;
  while (first < to && (lowOf(tokens[first]) === 'as' || lowOf(tokens[first]) === 'the')) first += 1;
  const quoted = OPENING.has(tokens[first]?.text ?? '');
  if (quoted) first += 1;
  let last = first;
  while (last < to && last - first < LONGEST) {
    const text = tokens[last]?.text ?? '';
    if (quoted) {
      if (CLOSING.has(text)) break;
    } else {
      const joins = JOINING.has(text.toLowerCase()) || (text.toLowerCase() === 'the' && last > first);
      if (!joins && !isPart(tokens, last, allCapitals, first)) break;
    }
    last += 1;
  }
  if (quoted && !CLOSING.has(tokens[last]?.text ?? '')) return null;
  while (
    last > first &&
    (JOINING.has(lowOf(tokens[last - 1])) ||
      lowOf(tokens[last - 1]) === 'the' ||
      tokens[last - 1]?.kind === 'mark')
  )
    last -= 1;
  return last > first && isCapitalised(tokens[first]?.text ?? '') && tokens[first]?.kind === 'word'
    ? { first, last }
    : null;
}

const OPENING = new Set(['"', '“', '‘', "'", '«']);
const CLOSING = new Set(['"', '”', '’', "'", '»']);

/** "… Front (VPLF)" and "VPLF [… FRONT]": the letters that stand for a name. */
function lettersBeside(tokens: readonly Token[], { first, last }: Found): string | null {
  const [open, letters, close] = [tokens[last], tokens[last + 1], tokens[last + 2]];
  const after =
    open !== undefined &&
    '([,'.includes(open.text) &&
    letters !== undefined &&
    ')],'.includes(close?.text ?? ' ');
  if (after && isLetters(letters)) return letters.text;
  const [before, bracket, end] = [tokens[first - 2], tokens[first - 1], tokens[last]];
  if (before === undefined || bracket === undefined || !'(['.includes(bracket.text)) return null;
  return (end?.text === ')' || end?.text === ']') && isLetters(before) ? before.text : null;
}

function isLetters({ text, kind }: Token): boolean {
  return (
    kind === 'word' &&
    text.length >= 2 &&
    text.length <= 7 &&
    isUpper(text) &&
    !SMALL_WORDS.has(text.toLowerCase())
  );
}

function lowOf(token: Token | undefined): string {
  return token?.text.toLowerCase() ?? '';
}

function textOf(tokens: readonly Token[], first: number, last: number): string {
  let text = '';
  for (let at = first; at < last; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token === undefined) break;
    text += at > first && before?.end !== token.start ? ` ${token.text}` : token.text;
  }
  return text;
}
