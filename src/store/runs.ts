import type { TimePoint } from '../kernel/index.ts';

/**
 * A run: the record knew the thing from the snapshot observed at `from` until the first later snapshot
 * without it, observed at `to` (`null`: still there in the newest). Runs of one thing are maximal: between
 * two of them lies a snapshot without the thing.
 */
export interface Run {
  readonly from: TimePoint;
  readonly to: TimePoint | null;
}

/** The accepted snapshots next to a moment: the last one before it and the first one after it. */
export interface Neighbours {
  readonly before: TimePoint | null;
  readonly after: TimePoint | null;
}

/** Whether a snapshot observed at `at` holds the thing. */
export function seenAt(runs: readonly Run[], at: TimePoint): boolean {
  return runs.some((run) => run.from <= at && (run.to === null || at < run.to));
}

/**
 * The runs after a snapshot observed at `at` has joined the timeline, with or without the thing. The result
 * is the same in whatever order snapshots join (SPEC S4). Nothing changes, and `runs` itself is returned,
 * when the snapshot says what its predecessor said.
 */
export function join(
  runs: readonly Run[],
  at: TimePoint,
  present: boolean,
  { before, after }: Neighbours,
): readonly Run[] {
  const covering =
    before === null ? undefined : runs.find((run) => run.from <= before && (run.to === null || at < run.to));
  if (present === (covering !== undefined)) return runs;
  if (covering !== undefined) {
    const rest = runs.filter((run) => run !== covering);
    const ended = { from: covering.from, to: at };
    const resumes = after !== null && (covering.to === null || after < covering.to);
    return sorted(resumes ? [...rest, ended, { from: after, to: covering.to }] : [...rest, ended]);
  }
  const next = after === null ? undefined : runs.find((run) => run.from === after);
  if (next === undefined) return sorted([...runs, { from: at, to: after }]);
  return sorted([...runs.filter((run) => run !== next), { from: at, to: next.to }]);
}

/** The runs after the snapshot observed at `at` has left the timeline again: undoes {@link join}. */
export function leave(runs: readonly Run[], at: TimePoint, { before, after }: Neighbours): readonly Run[] {
  const starting = runs.find((run) => run.from === at);
  if (starting !== undefined) {
    const rest = runs.filter((run) => run !== starting);
    if (after === null || (starting.to !== null && starting.to <= after)) return rest;
    return sorted([...rest, { from: after, to: starting.to }]);
  }
  const ending = before === null ? undefined : runs.find((run) => run.to === at);
  if (ending === undefined) return runs;
  const rest = runs.filter((run) => run !== ending);
  const next = after === null ? undefined : rest.find((run) => run.from === after);
  if (next === undefined) return sorted([...rest, { from: ending.from, to: after }]);
  return sorted([...rest.filter((run) => run !== next), { from: ending.from, to: next.to }]);
}

/** Runs that overlap or follow without a gap as one, in order. */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const sorted = [...runs].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Run[] = [];
  for (const run of sorted) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== null && last.to < run.from)) merged.push(run);
    else if (last.to !== null && (run.to === null || run.to > last.to))
      merged[merged.length - 1] = { ...last, to: run.to };
  }
  return merged;
}

function sorted(runs: readonly Run[]): readonly Run[] {
  return [...runs].sort((a, b) => (a.from < b.from ? -1 : 1));
}
