import type { FtmEntity } from '../../exchange/index.ts';
import { type Columns, NameIndex, Texts, unpack } from '../../names/index.ts';
import type { CollectionBlocks } from './build-collection.ts';
import { type Less, lessOf } from './less.ts';
import { term } from './terms.ts';

/** A moment by which entities can be ordered. */
export type SeenColumn = 'firstSeen' | 'lastSeen' | 'lastChange';

/** What the views of one collection share. */
interface Filed {
  readonly docs: Texts;
  readonly terms: Texts;
  readonly postingsAt: Uint32Array;
  readonly postings: Uint32Array;
  readonly rowOfName: Uint32Array;
  readonly values: Uint32Array;
  readonly columns: Columns;
}

/**
 * Entities in FollowTheMoney's form, filed: by row, in the order in which they are shown. It never changes, and
 * lies in shared memory; an entity is read from its bytes when it is asked for. {@link without} gives a view of it that
 * knows nothing of some rows.
 */
export class Collection {
  readonly names: NameIndex;
  readonly #filed: Filed;
  /** `null` for the whole. */
  readonly #less: Less | null;

  private constructor(filed: Filed, names: NameIndex, less: Less | null) {
    this.#filed = filed;
    this.names = names;
    this.#less = less;
  }

  /** The collection that lies in two blocks, which were made here or checked when they were read. */
  static of(blocks: CollectionBlocks): Collection {
    return new Collection(filedIn(blocks), NameIndex.from(blocks.names), null);
  }

  /**
   * The collection as it would be if these entities had never been filed, nor what hangs on them ({@link lessOf}): no
   * search, match, count, page, order or score tells it from that. Rows keep their numbers.
   */
  without(rows: Iterable<number>): Collection {
    const hidden = [...rows];
    if (hidden.length === 0) return this;
    const less = lessOf(this, hidden);
    return new Collection(this.#filed, less.names, less);
  }

  /** How many entities it holds. */
  get size(): number {
    return this.#filed.docs.length - (this.#less?.count ?? 0);
  }

  /** One more than the highest row. */
  get rowsEnd(): number {
    return this.#filed.docs.length;
  }

  /** 1 for each row that it holds; the caller's own. */
  rowsHeld(): Uint8Array {
    const less = this.#less;
    if (less === null) return new Uint8Array(this.rowsEnd).fill(1);
    return less.hidden.map((hidden) => 1 - hidden);
  }

  /** How many values each entity has: a large one is better known. */
  get values(): Uint32Array {
    return this.#less?.values ?? this.#filed.values;
  }

  /** An entity as JSON text, as it was filed. */
  json(row: number): string {
    const changed = this.#less?.changed.get(row);
    return changed === undefined ? this.#filed.docs.at(row) : JSON.stringify(changed);
  }

  entity(row: number): FtmEntity {
    return this.#less?.changed.get(row) ?? (JSON.parse(this.#filed.docs.at(row)) as FtmEntity);
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
    return this.#filed.rowOfName[name] ?? 0;
  }

  /** The names, by their ids in the index, of the entities of some rows. */
  namesOfRows(rows: Uint8Array): readonly number[] {
    const names: number[] = [];
    this.#filed.rowOfName.forEach((row, name) => {
      if (rows[row] === 1) names.push(name);
    });
    return names;
  }

  /** The rows that have a term, in their order. */
  rows(text: string): Uint32Array {
    const number = this.#lowerBound(text);
    return this.#filed.terms.at(number) === text ? this.#rowsAt(number, text) : NONE;
  }

  /** The terms that begin with a text, with the rows that have each; at most so many. */
  *beginningWith(
    text: string,
    most = Number.POSITIVE_INFINITY,
  ): Generator<readonly [term: string, rows: Uint32Array]> {
    const { terms } = this.#filed;
    let given = 0;
    for (let number = this.#lowerBound(text); number < terms.length && given < most; number += 1) {
      const found = terms.at(number);
      if (!found.startsWith(text)) return;
      const rows = this.#rowsAt(number, found);
      // A term of hidden rows alone is no term here.
      if (rows.length === 0) continue;
      given += 1;
      yield [found, rows];
    }
  }

  /** When each entity was seen, in seconds since 1970; NaN where nothing is said. */
  seen(column: SeenColumn): Float64Array {
    return columnOf(this.#filed.columns, column, Float64Array);
  }

  #rowsAt(number: number, text: string): Uint32Array {
    const { postings, postingsAt } = this.#filed;
    const rows = postings.subarray(postingsAt[number] ?? 0, postingsAt[number + 1] ?? 0);
    const less = this.#less;
    if (less === null) return rows;
    const dropped = less.dropped.get(text);
    return rows.filter((row) => less.hidden[row] !== 1 && dropped?.has(row) !== true);
  }

  /** The number of the first term that is not before a text. */
  #lowerBound(text: string): number {
    const { terms } = this.#filed;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (terms.at(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NONE = new Uint32Array(0);

function filedIn(blocks: CollectionBlocks): Filed {
  const columns = unpack(blocks.columns, { checked: true });
  const u32 = (name: string) => columnOf(columns, name, Uint32Array);
  return {
    docs: new Texts(u32('docsAt'), columnOf(columns, 'docs', Uint8Array)),
    terms: new Texts(u32('termsAt'), columnOf(columns, 'terms', Uint8Array)),
    postingsAt: u32('postingsAt'),
    postings: u32('postings'),
    rowOfName: u32('rowOfName'),
    values: u32('values'),
    columns,
  };
}

function columnOf<T>(columns: Columns, name: string, kind: new (length: number) => T): T {
  const column = columns[name];
  if (column instanceof kind) return column;
  throw new TypeError(`the collection has no column ${name}`);
}
