import { CITIES } from './tables/cities.ts';
import { DIVISIONS } from './tables/divisions.ts';

/** How exact a place is: a first-level division of a state, or a city, town or district in it. */
export type PlacePrecision = 'division' | 'city';

/** A place name and the state it lies in. */
export interface PlaceName {
  readonly text: string;
  readonly country: string;
  readonly precision: PlacePrecision;
}

/** All place names of the tables, capitals not among them (see `tables/countries.ts`). */
export const PLACE_NAMES: readonly PlaceName[] = [...rows(CITIES, 'city'), ...rows(DIVISIONS, 'division')];

function rows(table: Readonly<Record<string, string>>, precision: PlacePrecision): readonly PlaceName[] {
  return Object.entries(table).flatMap(([country, names]) =>
    names.split(',').flatMap((place) => place.split('=').map((text) => ({ text, country, precision }))),
  );
}
