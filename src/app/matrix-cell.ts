import type { Property, TimePoint } from '../kernel/index.ts';
import { describeBound, type Listing, programmesHeldOn, type StatementsWanted } from '../store/index.ts';

/**
 * Where a row stands on one list on the day asked about. `alias`: it is not an entry there, and an entry about
 * another entity bears its name. `not-loaded`: the list is not held and the starter record does not say.
 */
export type MatrixStatus =
  | 'listed'
  | 'unclear'
  | 'was-listed'
  | 'not-yet'
  | 'alias'
  | 'not-listed'
  | 'not-loaded';

/** One cell. Dates are in words, as precise as they are known. */
export interface MatrixCell {
  readonly list: string;
  readonly status: MatrixStatus;
  readonly since: string | null;
  readonly until: string | null;
  readonly reference: string | null;
  readonly printedName: string | null;
  readonly programmes: readonly string[];
  /** Whether the list itself shows it, or the starter record with its sources. */
  readonly basis: Listing['basis'] | null;
  /** For `alias`: the entry that bears the name. */
  readonly of: { readonly entity: string; readonly record: string; readonly caption: string } | null;
}

const OF_LISTINGS: readonly Property[] = ['name', 'programme', 'listedOn', 'delistedOn', 'list', 'reference'];

/** What a matrix reads of the records of the entities in its rows. */
export const OF_ROWS: StatementsWanted = { properties: OF_LISTINGS, names: 'primary' };
/** What it reads where it has to know when an entry got a name. */
export const OF_NAMES: StatementsWanted = { properties: [...OF_LISTINGS, 'amendedOn'] };

/** The cell of one listing. */
export function cellOfListing(listing: Listing, asOf: TimePoint | null): MatrixCell {
  const { effective, status } = listing;
  return {
    list: listing.list,
    status: status === 'delisted' ? 'was-listed' : status,
    since: effective === null ? null : describeBound(effective.from),
    until: effective === null || effective.to === null ? null : describeBound(effective.to),
    reference: listing.reference,
    printedName: listing.printedName,
    programmes: programmesHeldOn(listing.programmes, asOf),
    basis: listing.basis,
    of: null,
  };
}
