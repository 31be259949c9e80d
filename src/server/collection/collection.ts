import type { FtmEntity } from '../../exchange/index.ts';
import { type Columns, NameIndex, Texts, unpack } from '../../names/index.ts';
import type { CollectionBlocks } from './build-collection.ts';
import { term } from './terms.ts';

/** A moment by which entities can be ordered. */
export type SeenColumn = 'firstSeen' | 'lastSeen' | 'lastChange';

/**
 * Entities in FollowTheMoney's form, filed: by row, in the order in which they are shown. It never changes, and
 * lies in shared memory; an entity is read from its bytes when it is asked for.
 */
export class Collection {
  readonly names: NameIndex;
  /** How many values each entity has: a large one is better known. */
  readonly values: Uint32Array;
  readonly #docs: Texts;
  readonly #terms: Texts;
  readonly #postingsAt: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #rowOfName: Uint32Array;
  readonly #columns: Columns;

  constructor(blocks: CollectionBlocks) {
    this.names = NameIndex.from(blocks.names);
    const columns = unpack(blocks.columns);
    this.#columns = columns;
    const u32 = (name: string) => columnOf(columns, name, Uint32Array);
    this.#docs = new Texts(u32('docsAt'), columnOf(columns, 'docs', Uint8Array));
    this.#terms = new Texts(u32('termsAt'), columnOf(columns, 'terms', Uint8Array));
    this.#postingsAt = u32('postingsAt');
    this.#postings = u32('postings');
    this.#rowOfName = u32('rowOfName');
    this.values = u32('values');
  }

  /** How many entities it holds. */
  get size(): number {
    return this.#docs.length;
  }

  /** An entity as JSON text, as it was filed. */
  json(row: number): string {
    return this.#docs.at(row);
  }

  entity(row: number): FtmEntity {
    return JSON.parse(this.#docs.at(row)) as FtmEntity;
  }

  /** The row of an entity by its own id; `undefined` for an id that is not one's own here. */
  rowOf(id: string): number | undefined {
    return this.rows(term('e', id)).find((row) => this.entity(row).id === id);
  }

  /** The row of the entity into which an id was merged. */
  rowOfReferent(id: string): number | undefined {
    return this.rows(term('r', id)).find((row) => this.entity(row).referents.includes(id));
  }

  /** The entity that a name of the index belongs to. */
  rowOfName(name: number): number {
    return this.#rowOfName[name] ?? 0;
  }

  /** The rows that have a term, in their order. */
  rows(text: string): Uint32Array {
    const number = this.#lowerBound(text);
    return this.#terms.at(number) === text ? this.#rowsAt(number) : NONE;
  }

  /** The terms that begin with a text, with the rows that have each; at most so many. */
  *beginningWith(
    text: string,
    most = Number.POSITIVE_INFINITY,
  ): Generator<readonly [term: string, rows: Uint32Array]> {
    let given = 0;
    for (let number = this.#lowerBound(text); number < this.#terms.length && given < most; number += 1) {
      const found = this.#terms.at(number);
      if (!found.startsWith(text)) return;
      given += 1;
      yield [found, this.#rowsAt(number)];
    }
  }

  /** When each entity was seen, in seconds since 1970; NaN where nothing is said. */
  seen(column: SeenColumn): Float64Array {
    return columnOf(this.#columns, column, Float64Array);
  }

  #rowsAt(number: number): Uint32Array {
    return this.#postings.subarray(this.#postingsAt[number] ?? 0, this.#postingsAt[number + 1] ?? 0);
  }

  /** The number of the first term that is not before a text. */
  #lowerBound(text: string): number {
    let [low, high] = [0, this.#terms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#terms.at(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NONE = new Uint32Array(0);

function columnOf<T>(columns: Columns, name: string, kind: new (length: number) => T): T {
  const column = columns[name];
  if (column instanceof kind) return column;
  throw new TypeError(`the collection has no column ${name}`);
}
