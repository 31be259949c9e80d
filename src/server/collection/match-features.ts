import { type FtmEntity, ftmSchema } from '../../exchange/index.ts';
import { dateBounds, overlaps, tryParseDate } from '../../kernel/index.ts';
import type { Example } from './example.ts';

/** One thing that speaks for or against, as yente's clients read it. */
export interface MatchFeature {
  readonly score: number;
  readonly detail: string;
  readonly query: string | null;
  readonly candidate: string | null;
}

/** The names under which features are told, with what each says: `GET /algorithms` lists them. */
export const MATCH_FEATURES = Object.freeze({
  name_match: 'How like the best pair of names is, by words, spelling, scripts and what joins them.',
  identifier_match: 'A number of a passport, company, ship or account that is the same decides.',
  birth_date_mismatch: 'Dates of birth or founding that cannot be the same speak against.',
  country_mismatch: 'Countries of which none is shared speak against.',
  gender_mismatch: 'Genders that differ speak against.',
});

/** What a contradiction takes away, and what an identifier adds. Agreement of dates and countries adds nothing. */
const POINTS = Object.freeze({ identifier: 0.5, date: -0.25, years: -0.35, country: -0.1, gender: -0.1 });
const YEARS_OFF = 5;
const SHORTEST_IDENTIFIER = 5;
const DATES = ['birthDate', 'incorporationDate', 'buildDate'] as const;
const COUNTRIES = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'mainCountry',
  'flag',
  'birthCountry',
] as const;

/** What beside the names speaks for and against an entity. What either side leaves out is neutral. */
export function matchFeatures(example: Example, entity: FtmEntity): Readonly<Record<string, MatchFeature>> {
  const features: Record<string, MatchFeature> = {};
  const identifier = sameIdentifier(example, entity);
  if (identifier !== null) {
    features.identifier_match = {
      score: POINTS.identifier,
      detail: `${identifier} is the same`,
      query: identifier,
      candidate: identifier,
    };
  }
  for (const name of DATES) {
    const found = dateFeature(example.properties[name] ?? [], entity.properties[name] ?? []);
    if (found !== null) features.birth_date_mismatch = found;
  }
  const [asked, known] = [valuesOf(example.properties, COUNTRIES), valuesOf(entity.properties, COUNTRIES)];
  if (asked.length > 0 && known.length > 0 && !asked.some((code) => known.includes(code))) {
    features.country_mismatch = contradiction(POINTS.country, asked, known);
  }
  const [gender = [], own = []] = [example.properties.gender, entity.properties.gender];
  if (gender.length > 0 && own.length > 0 && !gender.some((one) => own.includes(one))) {
    features.gender_mismatch = contradiction(POINTS.gender, gender, own);
  }
  return features;
}

function contradiction(score: number, asked: readonly string[], known: readonly string[]): MatchFeature {
  const [query, candidate] = [asked.join(', '), known.join(', ')];
  return { score, detail: `${query} is none of ${candidate}`, query, candidate };
}

function dateFeature(asked: readonly string[], known: readonly string[]): MatchFeature | null {
  const [a, b] = [asked.flatMap(boundsOf), known.flatMap(boundsOf)];
  if (a.length === 0 || b.length === 0) return null;
  if (a.some((one) => b.some((other) => overlaps(one, other)))) return null;
  const years = Math.min(
    ...a.flatMap((one) => b.map((other) => Math.abs(yearOf(one.from) - yearOf(other.from)))),
  );
  return contradiction(years < YEARS_OFF ? POINTS.date : POINTS.years, asked, known);
}

function boundsOf(text: string) {
  const date = tryParseDate(text.slice(0, 10));
  return date === null ? [] : [dateBounds(date)];
}

function yearOf(point: string | null): number {
  return Number((point ?? '0').slice(0, 4));
}

function sameIdentifier({ schema, properties }: Example, entity: FtmEntity): string | null {
  const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const asked = Object.entries(properties).flatMap(([name, values]) => {
    const type = schema.properties.get(name)?.type;
    return type === 'identifier' || type === 'iban' || name === 'publicKey' ? values : [];
  });
  const wanted = new Set(asked.map(bare).filter((text) => text.length >= SHORTEST_IDENTIFIER));
  if (wanted.size === 0) return null;
  const own = ftmSchema(entity.schema);
  for (const [name, values] of Object.entries(entity.properties)) {
    const type = own?.properties.get(name)?.type;
    if (type !== 'identifier' && type !== 'iban' && name !== 'publicKey') continue;
    const found = values.find((value) => wanted.has(bare(value)));
    if (found !== undefined) return found;
  }
  return null;
}

function valuesOf(
  properties: Readonly<Record<string, readonly string[]>>,
  names: readonly string[],
): readonly string[] {
  return [...new Set(names.flatMap((name) => properties[name] ?? []))];
}
