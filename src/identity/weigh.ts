import type { FactKind, Facts } from './facts.ts';
import type { NameAgreement } from './name-agreement.ts';

/**
 * What each fact adds to or takes from the case for one thing, in points. Chosen on half of the UN references
 * that other lists print and measured on the other half (`bench/lists.mjs`; docs/decisions/0010).
 */
export const POINTS: Readonly<Record<FactKind, number>> = Object.freeze({
  identifier: 5,
  birthDay: 4,
  birthYear: 1,
  birthPlace: 1.5,
  country: 0.75,
  listed: 2,
  regime: 1,
  birthDayDiffers: -2.5,
  birthDiffers: -5,
  genderDiffers: -4,
  countryDiffers: -0.75,
});

/** Points from which on two are the same without a person, and from which a person is asked. */
export const SAME_FROM = 3.5;
/** See {@link SAME_FROM}. */
export const ASK_FROM = 2;
/** Names that agree less are no case for one thing, whatever else agrees. */
const LEAST_NAME = 0.8;
/** The most that names can add. */
const MOST_FROM_NAMES = 4;
/** A name that one list has twice tells less: of a person, whose namesakes are others, much less. */
const COMMON = Object.freeze({ person: 1.5, other: 0.25 });

/** What the facts add and take; `null` when none speaks for the case, or no name could carry it. */
export function weighFacts(facts: Facts): number | null {
  const kinds = Object.keys(facts) as FactKind[];
  const sum = kinds.reduce((total, kind) => total + POINTS[kind], 0);
  // Never on a name alone (SPEC E4 of the store).
  return kinds.some((kind) => POINTS[kind] > 0) && sum + MOST_FROM_NAMES >= ASK_FROM ? sum : null;
}

/** What the names add: `null` when they do not carry the case. */
export function weighNames(
  { score, words, agreeing, between }: NameAgreement,
  common: boolean,
): number | null {
  if (score < LEAST_NAME) return null;
  const quality =
    score >= 0.97
      ? Math.min(1.75, 0.75 + words * 0.25)
      : (QUALITY.find(([from]) => score >= from)?.[1] ?? -1);
  const several = Math.min(3, agreeing - 1) * 0.75;
  const person = between.some(({ schema }) => schema === 'Person');
  return quality + several - (common ? COMMON[person ? 'person' : 'other'] : 0);
}

const QUALITY: readonly (readonly [from: number, points: number])[] = [
  [0.93, 0.75],
  [0.9, 0.25],
];
