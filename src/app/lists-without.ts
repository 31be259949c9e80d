import type { ListState, PartRun } from '../store/index.ts';

/**
 * Lists as if some records had never been on them: the counts of each snapshot's parts are without them. A snapshot that
 * was never accepted is counted as the accepted one before it, and why it waits is told without figures, for those
 * are of the whole.
 */
export function listsWithout(lists: readonly ListState[], runs: readonly PartRun[]): readonly ListState[] {
  const hiddenOn = new Set(runs.map(({ list }) => list));
  return lists.map((list) => {
    if (!hiddenOn.has(list.id)) return list;
    const accepted = list.snapshots
      .filter(({ state }) => state === 'accepted')
      .map(({ observed }) => observed);
    const snapshots = list.snapshots.map((snapshot) => {
      const at =
        snapshot.state === 'accepted'
          ? snapshot.observed
          : accepted.filter((observed) => observed < snapshot.observed).at(-1);
      const parts = snapshot.parts.map((part) => {
        const hidden = runs.filter(
          (run) =>
            at !== undefined &&
            run.list === list.id &&
            run.part === part.part &&
            run.from <= at &&
            (run.to === null || run.to > at),
        ).length;
        return { ...part, records: Math.max(0, part.records - hidden) };
      });
      return { ...snapshot, parts, reason: snapshot.reason === null ? null : 'it waits for a decision' };
    });
    return { ...list, snapshots };
  });
}
