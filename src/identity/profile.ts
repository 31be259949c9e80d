import { dateBounds, type Property, type Schema, tryParseDate } from '../kernel/index.ts';
import { type ParsedName, parseName, type WordBook } from '../names/index.ts';
import type { SayingRecord } from '../store/index.ts';
import { countryCode, fold } from '../text/index.ts';
import { ofacUidOf, unReferencesOf } from './publisher-keys.ts';
import { regimesOf } from './regimes.ts';

/** The properties that identity looks at. */
export const PROPERTIES_COMPARED: readonly Property[] = [
  'name',
  'birthDate',
  'birthPlace',
  'nationality',
  'citizenship',
  'country',
  'address',
  'gender',
  'identifier',
  'cryptoWallet',
  'listedOn',
  'programme',
  'reference',
  'list',
];

/** A name, read, with the skeletons of its words for finding names like it. */
export interface ProfileName {
  readonly text: string;
  readonly weak: boolean;
  readonly parsed: ParsedName;
  readonly bones: readonly string[];
}

/** A birth as far as a list says it: the days that it may mean, and whether it is one day that tells. */
export interface Birth {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** One day, and not the first of January, which lists print for a year. */
  readonly telling: boolean;
}

/** What one source record says that helps to tell whether it is about the same thing as another. */
export interface Profile {
  /** Source key. */
  readonly key: string;
  readonly list: string;
  readonly schema: Schema | null;
  readonly names: readonly ProfileName[];
  readonly births: readonly Birth[];
  readonly birthPlaces: ReadonlySet<string>;
  /** ISO 3166-1. */
  readonly countries: ReadonlySet<string>;
  readonly genders: ReadonlySet<string>;
  /** Numbers and wallets as letters and digits only, with what kind of number they are. */
  readonly identifiers: ReadonlyMap<string, string>;
  /** Days that the list gives as the day of listing. */
  readonly listed: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
  /** Permanent references of the UN list: its own, or as another list prints it. */
  readonly unReferences: readonly string[];
  /** OFAC's own number, where the record is OFAC's or copies OFAC's. */
  readonly ofacUid: string | null;
}

/** Shorter numbers are many people's. */
const SHORTEST_IDENTIFIER = 6;

/** Reads a source record's profile. `book` is shared over all records, so that each word is worked out once. */
export function profileOf(record: SayingRecord, book: WordBook): Profile {
  const { list, reference, schema, sayings } = record;
  const values = (property: Property) =>
    sayings.filter((saying) => saying.property === property).map(({ value }) => value);
  const names = new Map<string, ProfileName>();
  const identifiers = new Map<string, string>();
  const countries = new Set<string>();
  for (const { property, value, kind, strength, detail } of sayings) {
    switch (property) {
      case 'name':
        // A label is the word of one side for another, and no name of its own.
        if (kind !== 'label' && !names.has(value)) {
          const parsed = parseName(value, schema ?? undefined, book);
          names.set(value, { text: value, weak: strength === 'weak', parsed, bones: bonesOf(parsed) });
        }
        break;
      case 'nationality':
      case 'citizenship':
      case 'country':
        add(countries, countryCode(detail?.code ?? value));
        break;
      case 'address':
        if (detail?.country !== undefined) add(countries, countryCode(detail.country));
        break;
      case 'identifier':
      case 'cryptoWallet': {
        const bare = value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
        const kindOf = property === 'cryptoWallet' ? 'wallet' : (detail?.scheme ?? detail?.type ?? 'number');
        if (bare.length >= SHORTEST_IDENTIFIER && /\d/.test(bare) && detail?.type !== 'UN reference')
          identifiers.set(bare, kindOf);
        break;
      }
    }
  }
  return {
    key: `${list}:${reference}`,
    list,
    schema,
    names: [...names.values()].filter(({ parsed }) => parsed.parts.length > 0),
    births: values('birthDate').flatMap(birthOf),
    birthPlaces: new Set(values('birthPlace').flatMap(placeWords)),
    countries,
    genders: new Set(values('gender').map((gender) => fold(gender))),
    identifiers,
    listed: new Set(values('listedOn').filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))),
    regimes: new Set(values('programme').flatMap(regimesOf)),
    unReferences: unReferencesOf(record),
    ofacUid: ofacUidOf(record),
  };
}

function birthOf(text: string): readonly Birth[] {
  const date = tryParseDate(text);
  if (date === null) return [];
  const { from, to } = dateBounds(date);
  if (from === null || to === null) return [];
  const circa = text.includes('~');
  const telling = date.precision === 'day' && !circa && !text.endsWith('-01-01');
  const shift = (point: string, years: number) =>
    `${String(Number(point.slice(0, 4)) + years).padStart(4, '0')}${point.slice(4)}`;
  return [{ text, from: circa ? shift(from, -CIRCA) : from, to: circa ? shift(to, CIRCA) : to, telling }];
}

/** A "circa" is off by so many years as often as not. */
const CIRCA = 2;

/** The words of a place that tell: not countries, not short ones, not words that most places have. */
function placeWords(place: string): readonly string[] {
  return fold(place)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4 && !PLACE_KINDS.has(word) && countryCode(word) === null);
}

const PLACE_KINDS = new Set(
  'province district region city village town oblast area republic governorate state county islamic people democratic arab federation kingdom united north south east west'.split(
    ' ',
  ),
);

function bonesOf({ parts }: ParsedName): readonly string[] {
  const telling = parts.filter(
    ({ kind, form }) => kind === 'word' || (kind === 'acronym' && form.length >= 3),
  );
  return [
    ...new Set(
      telling.flatMap(({ word }) => (word.skeletons[0] === '' ? word.key : word.skeletons[0]) ?? []),
    ),
  ].sort();
}

function add(set: Set<string>, value: string | null): void {
  if (value !== null) set.add(value);
}
