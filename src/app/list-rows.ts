import { LISTS } from '../lists/index.ts';
import type { LatestFetch, ListState } from '../store/index.ts';
import { freshnessOf } from './list-freshness.ts';

/**
 * Every list that the record knows by name or that can be read here, in the order of their ids: what is held of
 * it and how fresh that is, by its snapshots and by what the newest fetches found (`store.files.latest()`).
 */
export function listRows(
  states: readonly ListState[],
  now: Date,
  fetches: ReadonlyMap<string, readonly LatestFetch[]> = new Map(),
) {
  const readers = LISTS.map((reader) => reader.info);
  const readable = new Set(readers.map((info) => info.id));
  const known = new Set(states.map((state) => state.id));
  const unheld = readers
    .filter((info) => !known.has(info.id))
    .map((info): ListState => ({ ...info, snapshots: [] }));
  return [...states, ...unheld]
    .map((state) => {
      const accepted = state.snapshots.filter((snapshot) => snapshot.state === 'accepted');
      return {
        id: state.id,
        title: state.title,
        authority: state.authority,
        effect: state.effect,
        url: state.url,
        licence: state.licence,
        readable: readable.has(state.id),
        accepted: accepted.length,
        waiting: state.snapshots.filter((snapshot) => snapshot.state === 'held').length,
        staleAfterDays: state.staleAfterDays,
        ...freshnessOf(state, fetches.get(state.id) ?? [], now),
        snapshots: state.snapshots,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
