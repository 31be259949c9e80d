import type { SubjectKind } from './statement-kinds.ts';
import { isContent, stemOf, wordsOf } from './words.ts';

/** What a passage is about: weights by feature (`topic:border-security`, `word:patrol`), and what each is called. */
export type FeatureMap = ReadonlyMap<string, Feature>;

/** One thing that a passage is about. */
export interface Feature {
  readonly kind: SubjectKind | 'word' | 'field';
  readonly label: string;
  readonly weight: number;
  /** Whether it belongs to a promise's scope: gaining it widens, losing it narrows. */
  readonly scope: boolean;
}

/** A subject at a place, as features need it. */
export interface PlacedSubject {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly label: string;
  readonly general: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * How much each kind of likeness counts. A named thing or a narrow theme says what a promise is about; a general
 * theme or a plain word says little; chosen on statements of several pairs of states, and no more exact than that.
 */
const WEIGHT: Readonly<Record<Feature['kind'], number>> = {
  group: 1,
  forum: 1.5,
  instrument: 2,
  topic: 2.5,
  figure: 1,
  state: 1,
  field: 1,
  word: 0.6,
};
const GENERAL = 0.8;

/**
 * The features of a passage that begins at `from` in its text: what it names, the field it was sorted into, and the
 * stems of its words that name nothing. `skip` are names, whose words say nothing beyond the thing named.
 */
export function featuresOf(
  quote: string,
  subjects: readonly PlacedSubject[],
  from: number,
  skip: readonly { readonly start: number; readonly end: number }[],
  field: string | null = null,
): FeatureMap {
  const features = new Map<string, Feature>();
  for (const { kind, key, label, general } of subjects) {
    const weight = general ? GENERAL : WEIGHT[kind];
    features.set(`${kind}:${key}`, { kind, label, weight, scope: !general });
  }
  if (field !== null && field !== 'other')
    features.set(`field:${field}`, { kind: 'field', label: field, weight: WEIGHT.field, scope: false });
  const covered = [...skip, ...subjects.filter(({ end }) => end > 0)];
  for (const word of wordsOf(quote)) {
    const at = word.start + from;
    if (!isContent(word) || covered.some(({ start, end }) => start <= at && at < end)) continue;
    features.set(`word:${stemOf(word.low)}`, {
      kind: 'word',
      label: word.text,
      weight: WEIGHT.word,
      scope: false,
    });
  }
  return features;
}

/**
 * How alike two passages are, 0 to 1, by the weight of what they share and of each: half of it what they share of both,
 * half what they share of the shorter, so that a promise told briefly is known again in a long one.
 */
export function likenessOf(shared: number, left: number, right: number): number {
  return shared === 0 ? 0 : shared / (left + right) + shared / (2 * Math.min(left, right));
}

/** Summed once for each passage. */
const WEIGHTS = new WeakMap<FeatureMap, number>();

/** The weight of all that a passage is about. */
export function weightOf(features: FeatureMap): number {
  const known = WEIGHTS.get(features);
  if (known !== undefined) return known;
  let sum = 0;
  for (const { weight } of features.values()) sum += weight;
  WEIGHTS.set(features, sum);
  return sum;
}
