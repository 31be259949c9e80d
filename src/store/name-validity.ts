import type { TimePoint } from '../kernel/index.ts';
import { inferredBound, statedBound } from './bound.ts';
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

function nameEpisode(history: RecordHistory, name: KnownStatement): Episode {
  const runs = presence(history);
  const episodes = episodesOf(history);
  const { from, to } = name.seen;
  const times = history.timelines.get(name.part) ?? [];
  const index = runs.findIndex((run) => run.from <= from && (run.to === null || from < run.to));
  const start = runs[index]?.from ?? from;
  const missing = times.filter((time) => start <= time && time < from).at(-1);
  const begins =
    name.validFrom !== undefined
      ? statedBound(name.validFrom)
      : missing === undefined && episodes[index] !== undefined
        ? episodes[index].from
        : inferredBound(missing ?? null, from);
  const ends =
    name.validTo !== undefined
      ? statedBound(name.validTo)
      : to === null
        ? null
        : inferredBound(times.filter((time) => time < to).at(-1) ?? null, to);
  return { from: begins, to: ends };
}
