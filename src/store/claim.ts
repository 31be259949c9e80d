import { type Authority, type Clocks, formatSourceKey, groupBy } from '../kernel/index.ts';
import { inferredBound, statedBound } from './bound.ts';
import { type Episode, type KnownStatement, statusOf } from './designation.ts';
import type { KnownRecord } from './history.ts';
import type { Listing } from './listing.ts';
import { current, firstValueOf, primaryName, valuesOf } from './record-values.ts';

/** The listing that a claim of the starter record tells of (SPEC D9). */
export function claimedListing(
  record: KnownRecord,
  authorities: ReadonlyMap<string, Authority>,
  clocks: Clocks,
): Listing {
  const list = firstValueOf(record, 'list') ?? '';
  const episodes = claimedEpisodes(record);
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
    observed: null,
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

/**
 * A claim's episodes: its listings and delistings in turn. Rival dates for one of them stand as one, the date of
 * legal effect before the date of a decision or an announcement. A claim without a date says that the target
 * is on the list by the day on which the record saw it.
 */
function claimedEpisodes(record: KnownRecord): readonly Episode[] {
  const starts = eventDates(record, 'listedOn');
  const ends = eventDates(record, 'delistedOn');
  if (starts.length === 0) {
    const from = inferredBound(null, record.history.primary[0]?.from ?? '9999-12-31');
    return [{ from, to: ends[0] === undefined ? null : statedBound(ends[0]) }];
  }
  const episodes: Episode[] = [];
  for (const start of starts) {
    const last = episodes.at(-1);
    if (last !== undefined && (last.to === null || start < last.to.date)) continue;
    const end = ends.find((date) => date > start);
    episodes.push({ from: statedBound(start), to: end === undefined ? null : statedBound(end) });
  }
  return episodes;
}

/** From legal effect to first word, as record files name the stages of a date. */
const STAGES = ['in-force', 'published', 'notified', '', 'announced', 'approved', 'decided'];

/** One date for each event that the claim's file tells of (first listing, relisting), sorted. */
function eventDates(record: KnownRecord, property: 'listedOn' | 'delistedOn'): readonly string[] {
  const byEvent = groupBy(current(record, property), (statement) => statement.place);
  return [...byEvent.values()]
    .flatMap((rivals) => {
      const best = Math.min(...rivals.map(stageRank));
      const dates = [
        ...new Set(rivals.filter((rival) => stageRank(rival) === best).map((rival) => rival.value)),
      ].sort();
      // Several relistings share one place; rivals for a first listing are one event.
      return rivals[0]?.place === property ? dates.slice(0, 1) : dates;
    })
    .sort();
}

function stageRank(statement: KnownStatement): number {
  const rank = STAGES.indexOf(statement.detail?.stage ?? '');
  return rank < 0 ? STAGES.length : rank;
}
