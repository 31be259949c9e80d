import { type Clocks, groupBy } from '../kernel/index.ts';
import { asciiLower, type EntityView, type NameBearer, type OwnName, type Store } from '../store/index.ts';
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
  /** The names that the starter record gives each entity as its own. */
  ownNames(entities: readonly string[]): Promise<ReadonlyMap<string, readonly OwnName[]>>;
  /** The entries that bear or bore one of the names, by name. */
  bearers(names: readonly string[]): Promise<readonly NameBearer[]>;
}

/** Readings of each store, by its stamp and the clocks asked by. Gone with the store. */
const HELD = new WeakMap<Store, Map<string, MatrixReading>>();

/** Questions about two days at a time are asked again and again. */
const MOST_READINGS = 2;

/**
 * What a store says to a matrix with these clocks, kept as long as the record stays as it is: two states of a record
 * with the same stamp give the same answers. Reading takes nearly all of a matrix's time.
 */
export async function matrixReading(store: Store, { asOf, knownAt }: Clocks): Promise<MatrixReading> {
  const key = JSON.stringify([await store.stamp(), asOf, knownAt]);
  const held = HELD.get(store) ?? new Map<string, MatrixReading>();
  HELD.set(store, held);
  const reading = held.get(key) ?? readingOf(store, { asOf, knownAt });
  held.delete(key);
  held.set(key, reading);
  for (const old of [...held.keys()].slice(0, -MOST_READINGS)) held.delete(old);
  return reading;
}

function readingOf(store: Store, clocks: Clocks): MatrixReading {
  let profiles: Promise<readonly EntityView[]> | undefined;
  const rows = new Held((ids) => store.entities(ids, clocks, OF_ROWS));
  const named = new Held((ids) => store.entities(ids, clocks, OF_NAMES));
  const resolved = new Held(async (keys) => {
    const found = await Promise.all(keys.map(async (key) => [key, await store.resolve(key)] as const));
    return new Map(found.flatMap(([key, entity]) => (entity === null ? [] : [[key, entity]])));
  });
  const ownNames = new Held(async (entities) =>
    groupBy(await store.ownNames(entities, clocks.knownAt), ({ entity }) => entity),
  );
  const bearers = new Held(async (names) =>
    groupBy(await store.bearers(names, clocks.knownAt), ({ name }) => name),
  );
  return {
    profiles: () => {
      profiles ??= store.profiles(clocks, OF_ROWS).catch((error: unknown) => {
        // What could not be read is read again when next asked for.
        profiles = undefined;
        throw error;
      });
      return profiles;
    },
    rows: (ids) => rows.of(ids),
    named: (ids) => named.of(ids),
    resolved: (keys) => resolved.of(keys),
    ownNames: (entities) => ownNames.of(entities),
    bearers: async (names) => {
      const wanted = [...new Set(names.map(asciiLower))].sort();
      return [...(await bearers.of(wanted)).values()].flat();
    },
  };
}
