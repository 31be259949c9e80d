import type { TimePoint } from '../kernel/index.ts';
import { type Bound, inferredBound, statedBound } from './bound.ts';
import {
  type Episode,
  episodeStatus,
  episodesOf,
  type KnownStatement,
  type ListingStatus,
  presence,
  type RecordHistory,
} from './designation.ts';

/**
 * Whether an entry bore a name on a day (SPEC D6): from the date that the source gives the name itself; else,
 * for a name that stands there from an episode's first snapshot, from when the episode began; else from
 * between the two snapshots that differ. Its end likewise.
 */
export function nameHeldOn(
  history: RecordHistory,
  name: KnownStatement,
  asOf: TimePoint | null,
): ListingStatus {
  return episodeStatus(nameEpisode(history, name), asOf);
}

/** When an entry bore a name, as precisely as is known (SPEC D6); `to` is `null` while it does. */
export function nameEpisode(history: RecordHistory, name: KnownStatement): Episode {
  const { to } = printedEpisode(history, name);
  return {
    from: nameBeginning(history, name),
    to: name.validTo === undefined ? to : statedBound(name.validTo),
  };
}

/** When an entry began to bear a name, as precisely as is known (SPEC D6). */
export function nameBeginning(history: RecordHistory, name: KnownStatement): Bound {
  return name.validFrom === undefined ? printedEpisode(history, name).from : statedBound(name.validFrom);
}

/** Whether a list printed a statement on a day, whatever the statement says of when it holds itself. */
export function printedOn(
  history: RecordHistory,
  statement: KnownStatement,
  asOf: TimePoint | null,
): ListingStatus {
  return episodeStatus(printedEpisode(history, statement), asOf);
}

function printedEpisode(history: RecordHistory, { seen, part }: KnownStatement): Episode {
  const runs = presence(history);
  const times = history.timelines.get(part) ?? [];
  const index = runs.findIndex((run) => run.from <= seen.from && (run.to === null || seen.from < run.to));
  const start = runs[index]?.from ?? seen.from;
  const missing = times.filter((time) => start <= time && time < seen.from).at(-1);
  const episode = missing === undefined ? episodesOf(history)[index] : undefined;
  const { to } = seen;
  return {
    from: episode?.from ?? inferredBound(missing ?? null, seen.from),
    to: to === null ? null : inferredBound(times.filter((time) => time < to).at(-1) ?? null, to),
  };
}
