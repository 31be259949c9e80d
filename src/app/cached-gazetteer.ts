import type { Clocks } from '../kernel/index.ts';
import type { Store } from '../store/index.ts';
import { type Gazetteer, gazetteer } from '../wire/index.ts';
import { gazetteerOf } from './gazetteer-entries.ts';

/** Moments whose names are held for one store. */
const MOST = 4;

const held = new WeakMap<Store, Map<string, Promise<Gazetteer>>>();

/**
 * The names that a reader of reports looks for, made once for each state of a store and moment asked about: making
 * them costs more than most readings.
 */
export async function cachedGazetteer(store: Store, { asOf, knownAt }: Clocks): Promise<Gazetteer> {
  const key = JSON.stringify([await store.stamp(), asOf, knownAt]);
  let own = held.get(store);
  if (own === undefined) {
    own = new Map();
    held.set(store, own);
  }
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = gazetteerOf(store, { asOf, knownAt }).then(gazetteer);
  own.set(key, made);
  const oldest = own.size > MOST ? own.keys().next() : null;
  if (oldest !== null && oldest.done === false) own.delete(oldest.value);
  // One that could not be made is made again when next asked for.
  made.catch(() => own.delete(key));
  return made;
}
