import { dateBounds, overlaps, tryParseDate } from '../kernel/index.ts';
import type { KnownRecord } from '../store/index.ts';
import { countryCode } from '../text/index.ts';
import type { Feature } from './answer.ts';
import type { ScreenQuery } from './query.ts';

/**
 * What a date or a country that cannot be the same takes from the score; agreement adds nothing. A birth years
 * off is another person's; one a few years off is as often a mistake of the list.
 */
const AGAINST = Object.freeze({ birthDate: -0.25, birthYears: -0.35, country: -0.1 });
/** So many years off and more is years off. */
const YEARS_OFF = 5;

/**
 * Compares what the caller says of the person or group with what its records say. What either side leaves out
 * is neutral; only a plain contradiction of everything that is recorded counts.
 */
export function featuresOf(query: ScreenQuery, records: readonly KnownRecord[]): readonly Feature[] {
  return [
    ...birthDateFeature(query, records),
    ...countryFeature(query, records),
    ...identifierFeature(query, records),
  ];
}

/** What an identifier that is the same adds: it decides, whatever else speaks against. */
const SAME_IDENTIFIER = 0.5;
/** Shorter numbers than this are many people's. */
const SHORTEST_IDENTIFIER = 5;

/** An identifier that is the same decides; one that differs says nothing, since people have several. */
function identifierFeature(
  { identifiers = [] }: ScreenQuery,
  records: readonly KnownRecord[],
): readonly Feature[] {
  const asked = new Set(identifiers.map(bare).filter((text) => text.length >= SHORTEST_IDENTIFIER));
  if (asked.size === 0) return [];
  const same = valuesOf(records, ['identifier', 'cryptoWallet', 'callSign']).find((value) =>
    asked.has(bare(value)),
  );
  return same === undefined
    ? []
    : [{ feature: 'identifier', points: SAME_IDENTIFIER, detail: `${same} is the same` }];
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
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

function valuesOf(records: readonly KnownRecord[], properties: readonly string[]): readonly string[] {
  const values = records.flatMap((record) =>
    record.history.statements
      .filter((s) => properties.includes(s.property) && s.seen.to === null)
      .map((s) => s.value),
  );
  return [...new Set(values)];
}
