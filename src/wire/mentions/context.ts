import type { Sentence, Token } from '../../text/index.ts';
import { isUpper, type Name } from './names.ts';
import { statesAmong } from './place-meant.ts';
import type { PlacedName } from './resolve.ts';

/** Words beside a name that say it is an armed or banned body. */
const GROUP_WORDS = new Set(
  (
    'militant militants militancy terrorist terrorists terror insurgent insurgents separatist separatists rebel rebels ' +
    'fighter fighters group groups outfit organisation organization faction banned proscribed outlawed commander ' +
    'commanders operative operatives gunmen members extremist extremists jihadist jihadists attack attacks claimed ' +
    'designated blacklisted spokesman'
  ).split(' '),
);
const RULER_WORDS = new Set(
  'government administration regime authorities rulers cabinet ministry officials interim afghan'.split(' '),
);
const OFFICIAL_WORDS = new Set(
  'stated statement communique communiqué declaration delegations sides governments resolution readout'.split(
    ' ',
  ),
);
/** How many tokens away a word still stands beside a name. */
const NEAR = 4;
const OPEN_QUOTES = new Set(['“', '«']);
const CLOSE_QUOTES = new Set(['”', '»']);

/** What a sentence tells of all names in it: worked out once, since a sentence may hold hundreds of names. */
export interface SentenceContext {
  readonly countries: ReadonlySet<string>;
  /** Whether it reports what a document states. */
  readonly reported: boolean;
  /** For each of its tokens, whether it stands in quotation marks. */
  readonly quoted: readonly boolean[];
}

/** Reads a sentence for {@link contextOf}. */
export function sentenceContext(
  tokens: readonly Token[],
  sentence: Sentence,
  names: readonly Name[],
): SentenceContext {
  const countries = statesAmong(names);
  const quoted: boolean[] = [];
  let reported = false;
  let inside = false;
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (OPEN_QUOTES.has(text)) inside = true;
    else if (CLOSE_QUOTES.has(text)) inside = false;
    else if (text === '"') inside = !inside;
    quoted.push(inside);
    if (OFFICIAL_WORDS.has(text.toLowerCase())) reported = true;
  }
  return { countries, reported, quoted };
}

/** What stands around a name in its sentence, as far as it tells what the name means. */
export function contextOf(
  tokens: readonly Token[],
  sentence: Sentence,
  context: SentenceContext,
  name: Name,
): Omit<PlacedName, 'name' | 'sentence'> {
  const text = tokens[name.first]?.text ?? '';
  return {
    countries: context.countries,
    groupContext: near(tokens, sentence, name, GROUP_WORDS, NEAR),
    rulerContext: near(tokens, sentence, name, RULER_WORDS, 1),
    official: context.reported || context.quoted[name.first - sentence.first] === true,
    letters: name.words.length === 1 && isUpper(text) && text.length <= 6,
  };
}

function near(
  tokens: readonly Token[],
  sentence: Sentence,
  name: Name,
  words: ReadonlySet<string>,
  reach: number,
): boolean {
  const from = Math.max(sentence.first, name.first - reach);
  const to = Math.min(sentence.last, name.last + reach);
  for (let at = from; at < to; at += 1) {
    if (at >= name.first && at < name.last) continue;
    if (words.has(tokens[at]?.text.toLowerCase() ?? '')) return true;
  }
  return false;
}
