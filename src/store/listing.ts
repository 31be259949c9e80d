import { type Authority, type Clocks, formatSourceKey, parseDate, RECORD_LIST_ID } from '../kernel/index.ts';
import { type Bound, liesBetween } from './bound.ts';
import {
  type Episode,
  episodeStatus,
  episodesOf,
  type KnownStatement,
  type ListingStatus,
  type ProgrammeEpisode,
  programmesOf,
  statusOf,
} from './designation.ts';
import type { KnownRecord } from './history.ts';

/** A target's place on one list, as of one day and as known on one day. */
export interface Listing {
  readonly list: string;
  readonly authority: Authority;
  /** The publisher's own key of the entry; `null` where the list has none. */
  readonly reference: string | null;
  /** The source record that shows it: of the list itself when loaded, else of the starter record. */
  readonly record: string;
  /** Whether the list itself is held, or only the starter record says so (with its sources). */
  readonly basis: 'list' | 'record';
  /** The name as that list prints it. */
  readonly printedName: string | null;
  readonly status: ListingStatus;
  /** The episode that answers the question, or the newest. */
  readonly effective: Episode | null;
  readonly episodes: readonly Episode[];
  readonly programmes: readonly ProgrammeEpisode[];
  readonly legalBasis: readonly string[];
  /** Ids of the documents that the starter record cites for it. */
  readonly sources: readonly string[];
}

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
    printedName: primaryName(record),
    status: statusOf(episodes, clocks.asOf),
    effective: null,
    episodes,
    programmes: programmesOf(record.history),
    legalBasis: valuesOf(record, 'legalBasis'),
    sources: [],
  };
}

/** A claim's episodes are the stated listings and delistings, in turn; rival dates for one of them stand as one. */
function claimedListing(
  record: KnownRecord,
  authorities: ReadonlyMap<string, Authority>,
  clocks: Clocks,
): Listing {
  const list = firstValueOf(record, 'list') ?? '';
  const ends = current(record, 'delistedOn')
    .map((statement) => statement.value)
    .sort();
  const starts = current(record, 'listedOn')
    .map((statement) => statement.value)
    .sort();
  const episodes: Episode[] = [];
  for (const start of starts) {
    const last = episodes.at(-1);
    if (last !== undefined && (last.to === null || start < last.to.date)) continue;
    const end = ends.find((date) => date > start);
    episodes.push({
      from: { date: start, basis: 'stated' },
      to: end === undefined ? null : { date: end, basis: 'stated' },
    });
  }
  const first = episodes[0];
  return {
    list,
    authority: authorities.get(list) ?? {
      id: firstValueOf(record, 'authority') ?? list,
      name: firstValueOf(record, 'authority') ?? list,
      country: '',
    },
    reference: firstValueOf(record, 'reference'),
    record: formatSourceKey(record),
    basis: 'record',
    printedName: primaryName(record),
    status: statusOf(episodes, clocks.asOf),
    effective: null,
    episodes,
    programmes:
      first === undefined
        ? []
        : valuesOf(record, 'programme').map((programme) => ({
            programme,
            from: first.from,
            to: episodes.at(-1)?.to ?? null,
          })),
    legalBasis: valuesOf(record, 'legalBasis'),
    sources: [...new Set(record.history.statements.flatMap((statement) => statement.source ?? []))].sort(),
  };
}

/** Takes from a claim the dates that the list leaves open, where the two can both be true. */
function enrich(listing: Listing, claim: Listing): Listing {
  const [first, ...later] = listing.episodes;
  const stated = claim.episodes[0];
  const from = first !== undefined && stated !== undefined ? sharper(first.from, stated.from) : first?.from;
  return {
    ...listing,
    episodes: first === undefined || from === undefined ? listing.episodes : [{ ...first, from }, ...later],
    programmes: listing.programmes.map((programme) => {
      const said = claim.programmes.find((other) => other.programme === programme.programme);
      return said === undefined ? programme : { ...programme, from: sharper(programme.from, said.from) };
    }),
    legalBasis: [...new Set([...listing.legalBasis, ...claim.legalBasis])],
    sources: [...new Set([...listing.sources, ...claim.sources])],
  };
}

function sharper(open: Bound, stated: Bound): Bound {
  if (open.basis === 'stated') return open;
  const range = parseDate(open.date);
  if (range.precision !== 'range' || range.to === null) return open;
  const fits = liesBetween(parseDate(stated.date), range.from?.text ?? null, range.to.text);
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

/** The statements of a property that stand in the newest observation, else the last that stood. */
function current(record: KnownRecord, property: KnownStatement['property']): readonly KnownStatement[] {
  const all = record.history.statements.filter((statement) => statement.property === property);
  const open = all.filter((statement) => statement.seen.to === null);
  return open.length > 0 ? open : all;
}

function valuesOf(record: KnownRecord, property: KnownStatement['property']): readonly string[] {
  return [...new Set(current(record, property).map((statement) => statement.value))];
}

function firstValueOf(record: KnownRecord, property: KnownStatement['property']): string | null {
  return valuesOf(record, property)[0] ?? null;
}

/** The name that a source record goes by: its primary name, else the first that it has. */
export function primaryName(record: KnownRecord): string | null {
  const names = current(record, 'name');
  return (names.find((name) => name.kind === 'primary') ?? names[0])?.value ?? null;
}

function authorityOf(authorities: ReadonlyMap<string, Authority>, list: string): Authority {
  return authorities.get(list) ?? { id: list, name: list, country: '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
