import type { Clocks } from '../kernel/index.ts';
import type { EntityView, Store } from '../store/index.ts';

/** What was read of each store, by its stamp and the clocks asked by. Gone with the store. */
const HELD = new WeakMap<Store, Map<string, Promise<readonly EntityView[]>>>();

/** Two questions at a time are asked again and again: today's, and that of one day. */
const MOST = 2;

/**
 * The record's groups as of and as known at a moment, read once as long as the record stays as it is: two states of a
 * record with the same stamp give the same answers. Reading them takes most of the time of a brief.
 */
export async function heldProfiles(store: Store, { asOf, knownAt }: Clocks): Promise<readonly EntityView[]> {
  const key = JSON.stringify([await store.stamp(), asOf, knownAt]);
  const held = HELD.get(store) ?? new Map<string, Promise<readonly EntityView[]>>();
  HELD.set(store, held);
  const known = held.get(key);
  if (known !== undefined) return known;
  const reading = store.profiles({ asOf, knownAt });
  held.set(key, reading);
  for (const old of [...held.keys()].slice(0, -MOST)) held.delete(old);
  return reading.catch((error: unknown) => {
    held.delete(key);
    throw error;
  });
}
