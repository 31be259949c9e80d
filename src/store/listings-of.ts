import {
  type Authority,
  type Clocks,
  formatSourceKey,
  parseDate,
  RECORD_LIST_ID,
  type TimePoint,
} from '../kernel/index.ts';
import { type Bound, liesBetween } from './bound.ts';
import { claimedListing } from './claim.ts';
import { spanOf } from './date-span.ts';
import { episodeStatus, episodesOf, programmesOf, statusOf } from './designation.ts';
import type { KnownRecord } from './history.ts';
import type { Listing } from './listing.ts';
import { firstValueOf, primaryName, valuesOf } from './record-values.ts';

/**
 * The listings that a set of source records of one entity shows. A claim of the starter record that names an
 * entry of a loaded list adds to that entry what the list does not print (a stated date), and is otherwise
 * silent: the list itself goes first.
 */
export function listingsOf(
  records: readonly KnownRecord[],
  authorities: ReadonlyMap<string, Authority>,
  clocks: Clocks,
): readonly Listing[] {
  const official = records
    .filter((record) => record.list !== RECORD_LIST_ID)
    .map((record) => officialListing(record, authorityOf(authorities, record.list), clocks));
  const claims = records
    .filter((record) => record.list === RECORD_LIST_ID && firstValueOf(record, 'list') !== null)
    .map((record) => claimedListing(record, authorities, clocks));
  const enriched = official.map((listing) =>
    claims.filter((claim) => sameEntry(claim, listing)).reduce(enrich, listing),
  );
  const alone = claims.filter((claim) => !official.some((listing) => sameEntry(claim, listing)));
  return [...enriched, ...alone]
    .map((listing) => answer(listing, clocks))
    .sort(
      (a, b) =>
        compare(a.authority.id, b.authority.id) || compare(a.list, b.list) || compare(a.record, b.record),
    );
}

function officialListing(record: KnownRecord, authority: Authority, clocks: Clocks): Listing {
  const episodes = episodesOf(record.history);
  return {
    list: record.list,
    authority,
    reference: record.reference,
    record: formatSourceKey(record),
    basis: 'list',
    observed: record.history.timeline.at(-1) ?? null,
    printedName: primaryName(record),
    status: statusOf(episodes, clocks.asOf),
    effective: null,
    episodes,
    programmes: programmesOf(record.history),
    legalBasis: valuesOf(record, 'legalBasis'),
    sources: [],
  };
}

/**
 * Takes from a claim what the list leaves open, where the two can both be true: dates that it does not print, and
 * programmes that are younger than the newest snapshot held, which therefore cannot show them.
 */
function enrich(listing: Listing, claim: Listing): Listing {
  const [first, ...later] = listing.episodes;
  const stated = claim.episodes[0];
  const from = first !== undefined && stated !== undefined ? sharper(first.from, stated.from) : first?.from;
  const printed = new Set(listing.programmes.map((programme) => programme.programme));
  const younger = claim.programmes.filter(
    ({ programme, from: since }) => !printed.has(programme) && isAfter(since, listing.observed),
  );
  return {
    ...listing,
    episodes: first === undefined || from === undefined ? listing.episodes : [{ ...first, from }, ...later],
    programmes: [
      ...listing.programmes.map((programme) => {
        const said = claim.programmes.find((other) => other.programme === programme.programme);
        return said === undefined ? programme : { ...programme, from: sharper(programme.from, said.from) };
      }),
      ...younger,
    ],
    legalBasis: [...new Set([...listing.legalBasis, ...claim.legalBasis])],
    sources: [...new Set([...listing.sources, ...claim.sources])],
  };
}

function isAfter(bound: Bound, observed: TimePoint | null): boolean {
  const { from } = spanOf(bound.date);
  return observed !== null && from !== null && from > observed;
}

/** A stated date in place of a range that holds it. Two ranges never vie: what snapshots show is at least as narrow. */
function sharper(open: Bound, stated: Bound): Bound {
  if (open.basis === 'stated' || stated.basis !== 'stated') return open;
  const range = parseDate(open.date);
  if (range.precision !== 'range' || range.to === null) return open;
  const fits = liesBetween(stated.date, range.from?.text ?? null, range.to.text);
  return fits ? stated : open;
}

function answer(listing: Listing, clocks: Clocks): Listing {
  const answering = (['listed', 'unclear'] as const)
    .map((status) => listing.episodes.find((episode) => episodeStatus(episode, clocks.asOf) === status))
    .find((episode) => episode !== undefined);
  return {
    ...listing,
    status: statusOf(listing.episodes, clocks.asOf),
    effective: answering ?? listing.episodes.at(-1) ?? null,
  };
}

function sameEntry(claim: Listing, listing: Listing): boolean {
  return claim.list === listing.list && claim.reference !== null && claim.reference === listing.reference;
}

function authorityOf(authorities: ReadonlyMap<string, Authority>, list: string): Authority {
  return authorities.get(list) ?? { id: list, name: list, country: '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
