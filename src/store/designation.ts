import {
  compareDates,
  groupBy,
  parseDate,
  type Statement,
  type TimePoint,
  tryParseDate,
} from '../kernel/index.ts';
import { type Bound, inferredBound, liesBetween, passed, statedBound } from './bound.ts';
import { mergeRuns, type Run } from './runs.ts';

/** A statement with the time in which the record knew it. */
export interface KnownStatement extends Statement {
  readonly part: string;
  readonly seen: Run;
}

/** All that a list said about one source record, as far as it is known at the moment asked about. */
export interface RecordHistory {
  /** Runs of the record in the list's primary part. */
  readonly primary: readonly Run[];
  /** Runs of the record in the other parts: they show that it is there, never that it is not. */
  readonly other: readonly Run[];
  /** The accepted snapshots that hold the primary part, oldest first. */
  readonly timeline: readonly TimePoint[];
  /** The same for each part of the list. */
  readonly timelines: ReadonlyMap<string, readonly TimePoint[]>;
  readonly statements: readonly KnownStatement[];
}

/** One time that the target was on the list. `to` is `null` while it is. */
export interface Episode {
  readonly from: Bound;
  readonly to: Bound | null;
}

/** A programme (or legal tag) of an entry, with the time that it was on it. */
export interface ProgrammeEpisode extends Episode {
  readonly programme: string;
}

/** Whether a target is listed: `unclear` when the day asked about lies between two snapshots that differ. */
export type ListingStatus = 'listed' | 'unclear' | 'delisted' | 'not-yet';

/**
 * The times that a record was on its list (SPEC D1-D4). The first begins on the day that the publisher states,
 * else before the first snapshot that holds it; one that begins again after an absence begins between the two
 * snapshots, whatever old date is printed; each ends between two snapshots, unless an end is stated.
 */
export const episodesOf = oncePerHistory((history): readonly Episode[] => {
  const listed = datesOf(history.statements, 'listedOn');
  const delisted = datesOf(history.statements, 'delistedOn');
  return presence(history).map((run, index) => {
    const before = history.timeline.filter((time) => time < run.from).at(-1) ?? null;
    const stated = listed.find((date) => liesBetween(date, index === 0 ? null : before, run.from));
    return {
      from: stated === undefined ? inferredBound(before, run.from) : statedBound(stated),
      to: endOf(run, history.timeline, delisted.at(-1) ?? null),
    };
  });
});

/** The times that each programme was on the entry, in the order in which they first stood there. */
export function programmesOf(history: RecordHistory): readonly ProgrammeEpisode[] {
  const entry = episodesOf(history);
  const starts = presence(history);
  const byProgramme = groupBy(
    history.statements.filter((statement) => statement.property === 'programme'),
    (statement) => statement.value,
  );
  return [...byProgramme].flatMap(([programme, statements]) =>
    mergeRuns(statements.map((statement) => statement.seen)).map((run): ProgrammeEpisode => {
      const own = statements.find((statement) => statement.validFrom !== undefined)?.validFrom;
      // A programme that stands there from an episode's first snapshot began when the episode began.
      const index = starts.findIndex((start) => start.from === run.from);
      const before = history.timeline.filter((time) => time < run.from).at(-1) ?? null;
      const from = entry[index]?.from ?? inferredBound(before, run.from);
      return {
        programme,
        from: own === undefined ? from : statedBound(own),
        to: endOf(run, history.timeline, null),
      };
    }),
  );
}

/** Where the episodes stand for a question about `asOf`, or about now when it is `null`. */
export function statusOf(episodes: readonly Episode[], asOf: TimePoint | null): ListingStatus {
  const each = episodes.map((episode) => episodeStatus(episode, asOf));
  return (['listed', 'unclear', 'delisted'] as const).find((status) => each.includes(status)) ?? 'not-yet';
}

/** Where one episode stands for a question about `asOf`, or about now when it is `null`. */
export function episodeStatus({ from, to }: Episode, asOf: TimePoint | null): ListingStatus {
  if (asOf === null) return to === null ? 'listed' : 'delisted';
  const began = passed(from, asOf);
  if (began === 'no') return 'not-yet';
  const ended = to === null ? 'no' : passed(to, asOf);
  if (ended === 'yes') return 'delisted';
  return began === 'maybe' || ended === 'maybe' ? 'unclear' : 'listed';
}

/** The programmes that a listing was on, or may have been on, for a question about `asOf` (`null`: now). */
export function programmesHeldOn(
  programmes: readonly ProgrammeEpisode[],
  asOf: TimePoint | null,
): readonly string[] {
  const held = programmes.filter((programme) =>
    ['listed', 'unclear'].includes(episodeStatus(programme, asOf)),
  );
  return [...new Set(held.map(({ programme }) => programme))];
}

/** The runs in which the record is on the list: the primary part's, and what other parts show beyond them. */
export const presence = oncePerHistory(({ primary, other, timeline }): readonly Run[] => {
  const beyond = other.flatMap((run): Run[] => {
    // A later snapshot of the primary part overrules what another part showed.
    const last = timeline.filter((time) => time <= run.from).at(-1);
    const next = timeline.find((time) => time > run.from) ?? null;
    const fresh = last === undefined || last < run.from;
    return fresh
      ? [{ from: run.from, to: run.to !== null && (next === null || run.to < next) ? run.to : next }]
      : [];
  });
  return mergeRuns([...primary, ...beyond]);
});

/** Every statement of a record asks for these again: they are worked out once a history, and go with it. */
function oncePerHistory<T>(work: (history: RecordHistory) => T): (history: RecordHistory) => T {
  const done = new WeakMap<RecordHistory, { readonly is: T }>();
  return (history) => {
    const kept = done.get(history) ?? { is: work(history) };
    done.set(history, kept);
    return kept.is;
  };
}

function endOf(run: Run, timeline: readonly TimePoint[], stated: string | null): Bound | null {
  if (stated !== null) return statedBound(stated);
  if (run.to === null) return null;
  const end = run.to;
  return inferredBound(timeline.filter((time) => time < end).at(-1) ?? null, end);
}

/** The dates of a property, the earliest first; what is no date is left out. */
function datesOf(statements: readonly KnownStatement[], property: 'listedOn' | 'delistedOn') {
  return statements
    .filter((statement) => statement.property === property && tryParseDate(statement.value) !== null)
    .map(({ value }) => value)
    .sort((a, b) => compareDates(parseDate(a), parseDate(b)));
}
