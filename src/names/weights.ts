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
export function countedAs(form: string): string {
  const equivalent = EQUIVALENT_OF.get(form);
  return equivalent === undefined || equivalent.how === 'translation' ? form : equivalent.group;
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
