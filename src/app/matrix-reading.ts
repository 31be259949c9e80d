import { type Clocks, groupBy, type TimePoint } from '../kernel/index.ts';
import {
  asciiLower,
  type EntityView,
  type ForeignBearer,
  listingsOf,
  type NameBearer,
  type Store,
} from '../store/index.ts';
import { OF_NAMES, OF_ROWS } from './matrix-cell.ts';

/** Answers by key, of bounded number: what is known is not read again. `read` gives those of the keys that have one. */
class Held<V> {
  readonly #read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  readonly #known = new Map<string, V | null>();

  constructor(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>) {
    this.#read = read;
  }

  /** The answers, in the order of the keys; a key without one is left out. */
  async of(keys: readonly string[]): Promise<ReadonlyMap<string, V>> {
    const missing = keys.filter((key) => !this.#known.has(key));
    const read = missing.length === 0 ? new Map<string, V>() : await this.#read(missing);
    const answers = new Map<string, V>();
    for (const key of keys) {
      const answer = this.#known.get(key) ?? read.get(key);
      if (answer !== undefined) answers.set(key, answer);
    }
    if (this.#known.size + missing.length > MOST_ANSWERS) this.#known.clear();
    for (const key of missing) this.#known.set(key, read.get(key) ?? null);
    return answers;
  }
}

const MOST_ANSWERS = 20_000;

/** What matrices with the same clocks read of one state of a store. Each thing is read once. */
export interface MatrixReading {
  /** The groups of the starter record, as rows read them. */
  profiles(): Promise<readonly EntityView[]>;
  /** Entities as rows read them, by id. */
  rows(entities: readonly string[]): Promise<ReadonlyMap<string, EntityView>>;
  /** Entities with all their names, by id. */
  named(entities: readonly string[]): Promise<ReadonlyMap<string, EntityView>>;
  /** The entity that each entity id or source key names; one that names none is left out. */
  resolved(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The entries about others that bear a name which is one of these entities' own. */
  foreignBearers(entities: readonly string[]): Promise<readonly ForeignBearer[]>;
  /** The entries that bear or bore one of the names, by name. */
  bearers(names: readonly string[]): Promise<readonly NameBearer[]>;
}

/** Readings of one state of a store as known at one moment, as it is now and by the day asked about. */
interface Readings {
  readonly now: MatrixReading;
  readonly byDay: Map<TimePoint, MatrixReading>;
}

/** Readings of each store, by its stamp and the moment asked by. Gone with the store. */
const HELD = new WeakMap<Store, Map<string, Readings>>();

/** Questions about two days at a time are asked again and again. */
const MOST_READINGS = 2;

/**
 * What a store says to a matrix with these clocks, kept as long as the record stays as it is: two states of a record
 * with the same stamp give the same answers. Reading takes nearly all of a matrix's time; another day is another look
 * at what was read.
 */
export async function matrixReading(store: Store, { asOf, knownAt }: Clocks): Promise<MatrixReading> {
  const held = HELD.get(store) ?? new Map<string, Readings>();
  HELD.set(store, held);
  const readings = lastFew(held, JSON.stringify([await store.stamp(), knownAt]), () => ({
    now: readingOf(store, knownAt),
    byDay: new Map(),
  }));
  if (asOf === null) return readings.now;
  const authorities = await store.authorities();
  return lastFew(readings.byDay, asOf, () =>
    onDay(readings.now, (view) => ({
      ...view,
      listings: listingsOf(view.records, authorities, { asOf, knownAt }),
    })),
  );
}

/** The value of a key, made where there is none; of the others the last few are kept. */
function lastFew<V>(held: Map<string, V>, key: string, make: () => V): V {
  const value = held.get(key) ?? make();
  held.delete(key);
  held.set(key, value);
  for (const old of [...held.keys()].slice(0, -MOST_READINGS)) held.delete(old);
  return value;
}

function readingOf(store: Store, knownAt: TimePoint | null): MatrixReading {
  const clocks: Clocks = { asOf: null, knownAt };
  const rows = new Held((ids) => store.entities(ids, clocks, OF_ROWS));
  const named = new Held((ids) => store.entities(ids, clocks, OF_NAMES));
  const resolved = new Held((keys) => store.resolveAll(keys));
  const foreign = new Held(async (entities) =>
    groupBy(await store.foreignBearers(entities, knownAt), ({ owner }) => owner),
  );
  const bearers = new Held(async (names) => groupBy(await store.bearers(names, knownAt), ({ name }) => name));
  return {
    profiles: once(() => store.profiles(clocks, OF_ROWS)),
    rows: (ids) => rows.of(ids),
    named: (ids) => named.of(ids),
    resolved: (keys) => resolved.of(keys),
    foreignBearers: async (entities) => [...(await foreign.of(entities)).values()].flat(),
    bearers: async (names) => {
      const wanted = [...new Set(names.map(asciiLower))].sort();
      return [...(await bearers.of(wanted)).values()].flat();
    },
  };
}

/** A reading whose entities are looked at as of another day. */
function onDay(reading: MatrixReading, look: (view: EntityView) => EntityView): MatrixReading {
  const looked = (views: ReadonlyMap<string, EntityView>) =>
    new Map([...views].map(([id, view]) => [id, look(view)]));
  const rows = new Held(async (ids) => looked(await reading.rows(ids)));
  const named = new Held(async (ids) => looked(await reading.named(ids)));
  return {
    ...reading,
    profiles: once(async () => (await reading.profiles()).map(look)),
    rows: (ids) => rows.of(ids),
    named: (ids) => named.of(ids),
  };
}

/** What is read once; what could not be read is read again when next asked for. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
