import { markedAndBare, withoutMark } from './chinese.ts';
import type { RawPart } from './split-name.ts';
import { COMMON_WORDS } from './tables/common-words.ts';
import { EQUIVALENT_OF } from './tables/equivalents.ts';

/**
 * How much a word of a name tells, from 0.1 (in thousands of names) to 1 (in one or none). A {@link NameIndex}
 * is one, by the rarity of its words; {@link DEFAULT_WEIGHTS} knows the common words of the lists.
 */
export interface Weights {
  weightOf(form: string): number;
}

/** The least weight of a word. */
export const LEAST_WEIGHT = 0.15;

/** The word that a form is counted under: the first of its group when they are spellings of one word. */
export function countedAs(printed: string): string {
  const form = withoutMark(printed);
  const equivalent = EQUIVALENT_OF.get(form);
  if (equivalent === undefined || equivalent.how === 'nickname') return form;
  return equivalent.how === 'translation' && equivalent.side > 0 ? form : equivalent.group;
}

/** Weights for comparing two names with no index at hand. */
export const DEFAULT_WEIGHTS: Weights = {
  weightOf: (form) => COMMON_WORDS.get(countedAs(form)) ?? (form.length < 2 ? 0.4 : 1),
};

/** What the kinds of part that carry no name weigh. */
const LIGHT = { particle: 0.06, initial: 0.3, legal: 0.06, title: 0.1, acronym: 0.25, number: 0.9 } as const;

/** The weight of a part of a name. */
export function partWeight(part: RawPart, weights: Weights): number {
  return part.kind === 'word' ? weights.weightOf(part.form) : LIGHT[part.kind];
}

/** The words that are counted under one, itself among them. */
const TOGETHER: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const form of EQUIVALENT_OF.keys()) {
    const counted = countedAs(form);
    const members = found.get(counted);
    if (members === undefined) found.set(counted, [form]);
    else members.push(form);
  }
  return found;
})();

/** All words that are counted with a word, itself among them. */
export function countedTogether(form: string): readonly string[] {
  return (TOGETHER.get(countedAs(form)) ?? [withoutMark(form)]).flatMap(markedAndBare);
}

/** Fewer names than this say too little about how rare a word is. */
const ENOUGH_NAMES = 1000;

/**
 * How much a word tells that `count` of `entries` names have: the logarithm of its rarity, and never more than
 * the table of common words says.
 */
export function rarity(form: string, count: number, entries: number): number {
  const common = COMMON_WORDS.get(countedAs(form)) ?? 1;
  if (entries < ENOUGH_NAMES) return common;
  const rare = 1 - Math.log(Math.max(1, count / 2)) / Math.log(entries / 4);
  return Math.max(LEAST_WEIGHT, Math.min(common, rare));
}
