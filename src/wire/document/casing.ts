import { NUMBER_WORDS, type Token } from '../../text/index.ts';
import { MEMBER_NOUNS, VICTIM_NOUNS } from '../events/noun-classes.ts';
import { VERBS } from '../grammar/verbs.ts';
import { HEDGES, PARTICIPLE_ADJECTIVES, SMALL_WORDS } from '../grammar/words.ts';
import { OFFICES, TITLES } from '../mentions/offices.ts';
import type { Zone } from './../reading.ts';
import { COMMON_WORDS } from './tables/common-words.ts';

/** Letters looked at: enough to tell, and a bound on the work. */
const SAMPLE = 4_000;
/** A text with fewer small letters than this share has no use for capitals. */
const FEWEST_SMALL = 0.1;

/** Whether a text is written all in capitals, as old newswire is, so that a capital tells nothing (SPEC.md, S4). */
export function isAllCapitals(text: string, zones: readonly Zone[]): boolean {
  let [small, capital] = [0, 0];
  for (const { kind, start, end } of zones) {
    if (kind !== 'body') continue;
    for (let at = start; at < end && small + capital < SAMPLE; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 65 && code <= 90) capital += 1;
      else if (code >= 97 && code <= 122) small += 1;
    }
  }
  return capital > 40 && small < capital * FEWEST_SMALL;
}

/** Endings of words that are no names. */
const ORDINARY_END =
  /(?:tion|tions|ment|ments|ness|ity|ities|ism|isms|ist|ists|ance|ence|ably|ally|ing|ings|able|ible|ical|ful|less|ous|ive|ives|ship|hood|ward|wards|like)$/;

/** Whether a word of a text in capitals is an ordinary word, and not part of a name that no table holds. */
export function isOrdinary(low: string): boolean {
  if (SMALL_WORDS.has(low) || COMMON_WORDS.has(low) || NUMBER_WORDS.has(low)) return true;
  if (VERBS.has(low) || HEDGES.has(low) || PARTICIPLE_ADJECTIVES.has(low)) return true;
  if (VICTIM_NOUNS.has(low) || MEMBER_NOUNS.has(low) || OFFICES.has(low) || TITLES.has(low)) return true;
  return low.length > 5 && (ORDINARY_END.test(low) || /(?:ly|ed)$/.test(low));
}

/**
 * The tokens `[from, to)` of a text in capitals as a writer with small letters would set them: ordinary words small, words that
 * may be names with a capital. Offsets stay; tokens for which `keep` holds (names that were found) stay as they are. `tokens` is changed in place: a copy for each sentence would make a long text cost its square.
 */
export function recase(tokens: Token[], from: number, to: number, keep: (at: number) => boolean): void {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || keep(at)) continue;
    const low = token.text.toLowerCase();
    // A letter or a dotted word ("M", "U.S.") stays; so do short letters that are no words ("FBI").
    if (low.length < 2 || low.includes('.')) continue;
    const text = isOrdinary(low)
      ? low
      : low.length <= 4 && !/[aeiouy]/.test(low)
        ? token.text
        : token.text.charAt(0) + low.slice(1);
    tokens[at] = { ...token, text };
  }
}
