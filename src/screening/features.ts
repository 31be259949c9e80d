import { dateBounds, overlaps, type TimePoint, tryParseDate } from '../kernel/index.ts';
import { IDENTIFIER_PROPERTIES, type KnownRecord } from '../store/index.ts';
import { countryCode } from '../text/index.ts';
import type { Feature } from './answer.ts';
import { bareIdentifier, bareIdentifiers, findsAlone } from './identifiers.ts';
import type { ScreenQuery } from './query.ts';

/**
 * What a date or a country that cannot be the same takes from the score; agreement adds nothing. A birth years
 * off is another person's; one a few years off is as often a mistake of the list.
 */
const AGAINST = Object.freeze({ birthDate: -0.25, birthYears: -0.35, country: -0.1, gender: -0.25 });
/** So many years off and more is years off. */
const YEARS_OFF = 5;

/** What the features are added to, and the day that is asked about. */
export interface FeatureContext {
  /** The score of the names. */
  readonly score: number;
  readonly asOf: TimePoint | null;
}

/**
 * Compares what the caller says of the person or group with what its records say. What either side leaves out
 * is neutral; only a plain contradiction of everything that is recorded counts.
 */
export function featuresOf(
  query: ScreenQuery,
  records: readonly KnownRecord[],
  context: FeatureContext,
): readonly Feature[] {
  const others = [
    ...birthDateFeature(query, records),
    ...countryFeature(query, records),
    ...genderFeature(query, records),
  ];
  const without = others.reduce((sum, { points }) => sum + points, context.score);
  return [...others, ...identifierFeature(query, records, without, context.asOf)];
}

/** What an identifier that is the same adds at least. */
const SAME_IDENTIFIER = 0.5;
/** One that finds its bearer alone decides: the score is at least this, whatever else speaks against. */
const DECIDES = 0.95;

/** An identifier that is the same decides; one that differs says nothing, since people have several. */
function identifierFeature(
  { identifiers }: ScreenQuery,
  records: readonly KnownRecord[],
  without: number,
  asOf: TimePoint | null,
): readonly Feature[] {
  const asked = bareIdentifiers(identifiers);
  if (asked.size === 0) return [];
  const same = valuesOf(records, IDENTIFIER_PROPERTIES, asOf).flatMap((value) => {
    const bare = bareIdentifier(value);
    return bare !== null && asked.has(bare) ? [{ value, alone: findsAlone(bare) }] : [];
  });
  const found = same.find(({ alone }) => alone) ?? same[0];
  if (found === undefined) return [];
  const points = found.alone ? Math.max(SAME_IDENTIFIER, DECIDES - without) : SAME_IDENTIFIER;
  return [{ feature: 'identifier', points: hundredths(points), detail: `${found.value} is the same` }];
}

/** Rounded up, so that what decides is not short of deciding. */
function hundredths(points: number): number {
  return Math.ceil(Math.round(points * 1e4) / 100) / 100;
}

const GENDERS: ReadonlyMap<string, string> = new Map([
  ...'male m man'.split(' ').map((word) => [word, 'male'] as const),
  ...'female f woman'.split(' ').map((word) => [word, 'female'] as const),
]);

/** A gender that either side does not state, or not in these words, says nothing. */
function genderFeature({ gender }: ScreenQuery, records: readonly KnownRecord[]): readonly Feature[] {
  const asked = genderOf(gender ?? '');
  const known = valuesOf(records, ['gender']);
  if (asked === undefined || known.length === 0 || known.some((value) => genderOf(value) === undefined)) {
    return [];
  }
  const agrees = known.some((value) => genderOf(value) === asked);
  return agrees
    ? [{ feature: 'gender', points: 0, detail: `${asked} agrees` }]
    : [{ feature: 'gender', points: AGAINST.gender, detail: `${asked} is not ${known.join(', ')}` }];
}

/** A gender as it is compared; undefined for a word that is none of those known. */
export function genderOf(text: string): string | undefined {
  return GENDERS.get(text.trim().toLowerCase());
}

function birthDateFeature({ birthDate }: ScreenQuery, records: readonly KnownRecord[]): readonly Feature[] {
  const asked = birthDate === undefined ? null : tryParseDate(birthDate);
  const known = valuesOf(records, ['birthDate']).flatMap((value) => {
    const date = tryParseDate(value);
    return date === null ? [] : [{ value, circa: value.includes('~'), bounds: dateBounds(date) }];
  });
  if (asked === null || known.length === 0) return [];
  const agreeing = known.find(({ bounds, circa }) =>
    overlaps(circa ? widened(bounds) : bounds, dateBounds(asked)),
  );
  return agreeing === undefined
    ? [
        {
          feature: 'birthDate',
          points: yearsApart(dateBounds(asked), known) < YEARS_OFF ? AGAINST.birthDate : AGAINST.birthYears,
          detail: `${birthDate} is none of ${known.map(({ value }) => value).join(', ')}`,
        },
      ]
    : [{ feature: 'birthDate', points: 0, detail: `${birthDate} agrees with ${agreeing.value}` }];
}

type Bounds = ReturnType<typeof dateBounds>;

/** Years between a date and the nearest of others; 0 where a bound is open. */
function yearsApart(asked: Bounds, known: readonly { readonly bounds: Bounds }[]): number {
  const year = (point: string | null) => (point === null ? Number.NaN : Number(point.slice(0, 4)));
  const gaps = known.map(({ bounds }) =>
    Math.max(year(bounds.from) - year(asked.to), year(asked.from) - year(bounds.to)),
  );
  return Math.min(...gaps.map((gap) => (Number.isNaN(gap) ? 0 : gap)));
}

/** A "circa" of a list is off by a few years as often as not. */
const CIRCA_YEARS = 2;

function widened({ from, to }: { from: string | null; to: string | null }) {
  const shift = (point: string | null, years: number) =>
    point === null ? null : `${String(Number(point.slice(0, 4)) + years).padStart(4, '0')}${point.slice(4)}`;
  return { from: shift(from, -CIRCA_YEARS), to: shift(to, CIRCA_YEARS) };
}

function countryFeature({ country }: ScreenQuery, records: readonly KnownRecord[]): readonly Feature[] {
  const asked = country === undefined ? null : countryCode(country);
  if (asked === null) return [];
  const known = valuesOf(records, ['nationality', 'citizenship', 'country']);
  const agreeing = known.find((value) => countryCode(value) === asked);
  if (agreeing !== undefined) {
    return [{ feature: 'country', points: 0, detail: `${country} agrees with ${agreeing}` }];
  }
  // A country that is not understood says neither yes nor no.
  const understood = known.length > 0 && known.every((value) => countryCode(value) !== null);
  return understood
    ? [{ feature: 'country', points: AGAINST.country, detail: `${country} is none of ${known.join(', ')}` }]
    : [];
}

/** What stands of some properties; asked about a day, also what has gone since. */
function valuesOf(
  records: readonly KnownRecord[],
  properties: readonly string[],
  asOf: TimePoint | null = null,
): readonly string[] {
  const values = records.flatMap((record) =>
    record.history.statements
      .filter((s) => properties.includes(s.property) && (asOf !== null || s.seen.to === null))
      .map((s) => s.value),
  );
  return [...new Set(values)];
}
