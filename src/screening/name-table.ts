import { answeredAt, type Clocks } from '../kernel/index.ts';
import {
  type Columns,
  fileByHash,
  HashFile,
  hashOf,
  NameIndex,
  pack,
  TextList,
  Texts,
  unpack,
} from '../names/index.ts';
import type { IdentifierRow, NameRow } from '../store/index.ts';
import { bareIdentifier } from './identifiers.ts';

const IDENTIFIER = 0x3c6ef372;

/**
 * The names that a record has ever held, indexed and in columns: one index for all lists and all days. Which of
 * them are searched is asked of each by {@link NameTable.filter}, so that neither the lists nor the day asked
 * about change what a word weighs, and a question asked again years later gives the same scores.
 */
export class NameTable {
  readonly index: NameIndex;
  readonly #bytes: Columns;
  readonly #ids: Float64Array;
  readonly #records: Float64Array;
  readonly #entities: Uint32Array;
  readonly #lists: Uint32Array;
  readonly #references: Uint32Array;
  readonly #validFrom: Uint32Array;
  readonly #validTo: Uint32Array;
  readonly #seenFrom: Uint32Array;
  readonly #seenTo: Uint32Array;
  readonly #unstated: Uint8Array;
  readonly #entityTexts: Texts;
  readonly #listIds: readonly string[];
  readonly #referenceTexts: Texts;
  readonly #dates: readonly string[];
  readonly #times: readonly string[];
  /** Identifiers under their hashes; of each its text, the name of its bearer, and when it was seen. */
  readonly #identifiers: HashFile;
  readonly #identifierTexts: Texts;
  readonly #bearers: Uint32Array;
  readonly #borneFrom: Uint32Array;
  readonly #borneTo: Uint32Array;
  /** 1 for a row that is left out; `null` where none is. */
  readonly #out: Uint8Array | null;

  private constructor(index: NameIndex, columns: Columns, out: Uint8Array | null = null) {
    this.index = index;
    this.#out = out;
    this.#bytes = columns;
    const u32 = (name: string) => columnOf(columns, name, Uint32Array);
    const texts = (name: string) => new Texts(u32(`${name}At`), columnOf(columns, name, Uint8Array));
    this.#ids = columnOf(columns, 'ids', Float64Array);
    this.#records = columnOf(columns, 'records', Float64Array);
    this.#entities = u32('entity');
    this.#lists = u32('list');
    this.#references = u32('reference');
    this.#validFrom = u32('validFrom');
    this.#validTo = u32('validTo');
    this.#seenFrom = u32('seenFrom');
    this.#seenTo = u32('seenTo');
    this.#unstated = columnOf(columns, 'unstated', Uint8Array);
    this.#entityTexts = texts('entities');
    this.#referenceTexts = texts('references');
    this.#listIds = all(texts('lists'));
    this.#dates = all(texts('dates'));
    this.#times = all(texts('times'));
    this.#identifiers = new HashFile({
      starts: u32('identifier.starts'),
      hashes: u32('identifier.hashes'),
      ids: u32('identifier.ids'),
    });
    this.#identifierTexts = texts('identifiers');
    this.#bearers = u32('bearer');
    this.#borneFrom = u32('borneFrom');
    this.#borneTo = u32('borneTo');
  }

  /** Indexes rows, which stand in the order of their ids, and the identifiers of their records. */
  static of(rows: readonly NameRow[], identifiers: readonly IdentifierRow[] = []): NameTable {
    const index = new NameIndex(
      rows.map(({ text, schema, kind, strength }, row) => ({
        id: row,
        text,
        schema: schema ?? 'LegalEntity',
        kind,
        strength,
      })),
    );
    const entities = new Numbering();
    const lists = new Numbering();
    const references = new Numbering();
    const dates = new Numbering(['']);
    // Times are numbered in their order, from 1, so that a number says what is earlier.
    const moments = [...rows, ...identifiers].flatMap(({ seenFrom, seenTo }) =>
      seenTo === null ? [seenFrom] : [seenFrom, seenTo],
    );
    const times = new Numbering(['', ...[...new Set(moments)].sort()]);
    const column = (of: (row: NameRow) => number) => Uint32Array.from(rows, of);
    const bearers = bearersOf(rows);
    const borne = identifiers.flatMap(({ record, value, seenFrom, seenTo }) => {
      const [bare, bearer] = [bareIdentifier(value), bearers.get(record)];
      if (bare === null || bearer === undefined) return [];
      return [{ bare, bearer, from: times.of(seenFrom), to: times.of(seenTo ?? '') }];
    });
    const bareTexts = new TextList();
    for (const { bare } of borne) bareTexts.push(bare);
    const filed = fileByHash(
      Uint32Array.from(borne, ({ bare }) => hashOf(IDENTIFIER, bare)),
      Uint32Array.from(borne.keys()),
    );
    const columns: Columns = {
      'identifier.starts': filed.starts,
      'identifier.hashes': filed.hashes,
      'identifier.ids': filed.ids,
      identifiersAt: bareTexts.arrays().starts,
      identifiers: bareTexts.arrays().bytes,
      bearer: Uint32Array.from(borne, ({ bearer }) => bearer),
      borneFrom: Uint32Array.from(borne, ({ from }) => from),
      borneTo: Uint32Array.from(borne, ({ to }) => to),
      ids: Float64Array.from(rows, ({ id }) => id),
      records: Float64Array.from(rows, ({ record }) => record),
      entity: column((row) => entities.of(row.entity)),
      list: column((row) => lists.of(row.list)),
      reference: column((row) => references.of(row.reference)),
      validFrom: column((row) => dates.of(row.validFrom ?? '')),
      validTo: column((row) => dates.of(row.validTo ?? '')),
      seenFrom: column((row) => times.of(row.seenFrom)),
      seenTo: column((row) => times.of(row.seenTo ?? '')),
      unstated: Uint8Array.from(rows, ({ schema }) => (schema === null ? 1 : 0)),
      ...entities.columns('entities'),
      ...lists.columns('lists'),
      ...references.columns('references'),
      ...dates.columns('dates'),
      ...times.columns('times'),
    };
    return new NameTable(index, columns);
  }

  /** The table in two blocks of shared memory: the index, and the columns beside it. */
  get bytes(): readonly [index: ArrayBufferLike, columns: ArrayBufferLike] {
    return [this.index.bytes, pack(this.#bytes)];
  }

  /** The table of two such blocks. Throws `ENT_NAME_INDEX_VERSION`, `ENT_NAME_INDEX_DAMAGED`. */
  static from([index, columns]: NameTable['bytes']): NameTable {
    return new NameTable(NameIndex.from(index), unpack(columns));
  }

  get size(): number {
    return this.#ids.length;
  }

  /** The table as if it had no rows of some entities: they are neither found nor counted in what a word weighs. */
  without(entities: ReadonlySet<string>): NameTable {
    const out = this.#rowsOf(entities);
    const rows = [...out.keys()].filter((row) => out[row] === 1);
    return new NameTable(this.index.changed({ remove: rows, add: [] }), this.#bytes, out);
  }

  #rowsOf(entities: ReadonlySet<string>): Uint8Array {
    const numbers = new Uint8Array(this.#entityTexts.length);
    for (let number = 0; number < numbers.length; number++)
      if (entities.has(this.#entityTexts.at(number))) numbers[number] = 1;
    return Uint8Array.from(this.#entities, (entity) => numbers[entity] ?? 0);
  }

  /** Which rows answer a question about these lists (`null`: all) with these clocks. */
  filter({ asOf, knownAt }: Clocks, lists: readonly string[] | null): (row: number) => boolean {
    const until = this.#momentsUntil(knownAt);
    const listed = Uint8Array.from(this.#listIds, (id) => (lists === null || lists.includes(id) ? 1 : 0));
    const out = this.#out;
    return (row) => {
      if (out !== null && out[row] === 1) return false;
      if (listed[this.#lists[row] ?? 0] !== 1 || (this.#seenFrom[row] ?? 0) > until) return false;
      const to = this.#seenTo[row] ?? 0;
      return asOf !== null || to === 0 || to > until;
    };
  }

  /**
   * The rows of the bearers of an identifier (as {@link bareIdentifier} gives it), one a record: its primary name.
   * Which of them are searched is asked by `accepts`; an identifier that is gone is looked up when a day is asked
   * about, as a name is.
   */
  bearersOf(bare: string, { asOf, knownAt }: Clocks, accepts: (row: number) => boolean): readonly number[] {
    const until = this.#momentsUntil(knownAt);
    const rows = new Set<number>();
    for (const number of this.#identifiers.of(hashOf(IDENTIFIER, bare))) {
      if (this.#identifierTexts.at(number) !== bare || (this.#borneFrom[number] ?? 0) > until) continue;
      const to = this.#borneTo[number] ?? 0;
      const row = this.#bearers[number] ?? 0;
      if ((asOf !== null || to === 0 || to > until) && accepts(row)) rows.add(row);
    }
    return [...rows].sort((a, b) => a - b);
  }

  /** How many rows and entities a filter lets through. */
  count(accepts: (row: number) => boolean): { readonly names: number; readonly entities: number } {
    const seen = new Uint8Array(this.#entityTexts.length);
    let names = 0;
    let entities = 0;
    for (let row = 0; row < this.size; row++) {
      if (!accepts(row)) continue;
      names += 1;
      const entity = this.#entities[row] ?? 0;
      if (seen[entity] === 0) entities += 1;
      seen[entity] = 1;
    }
    return { names, entities };
  }

  /** A row as the store gives it to a question known at a moment. */
  row(number: number, knownAt: Clocks['knownAt']): NameRow {
    const { text, schema, kind, strength } = this.index.entry(number);
    const to = this.#seenTo[number] ?? 0;
    const gone = to !== 0 && to <= this.#momentsUntil(knownAt);
    return {
      id: this.#ids[number] ?? Number.NaN,
      record: this.#records[number] ?? Number.NaN,
      entity: this.#entityTexts.at(this.#entities[number] ?? 0),
      list: this.#listIds[this.#lists[number] ?? 0] ?? '',
      reference: this.#referenceTexts.at(this.#references[number] ?? 0),
      schema: this.#unstated[number] === 1 ? null : schema,
      text,
      kind,
      strength,
      validFrom: this.#dates[this.#validFrom[number] ?? 0] || null,
      validTo: this.#dates[this.#validTo[number] ?? 0] || null,
      seenFrom: this.#times[this.#seenFrom[number] ?? 0] ?? '',
      seenTo: gone ? (this.#times[to] ?? null) : null,
    };
  }

  /** The number of the last moment that was known at a moment. */
  #momentsUntil(knownAt: Clocks['knownAt']): number {
    if (knownAt === null) return this.#times.length;
    const until = answeredAt(knownAt);
    return this.#times.findLastIndex((time) => time <= until);
  }
}

/** The row that stands for each record: a primary name that stands, else the first that does, else the first. */
function bearersOf(rows: readonly NameRow[]): ReadonlyMap<number, number> {
  const worth = ({ kind, seenTo }: NameRow) => (seenTo === null ? 2 : 0) + (kind === 'primary' ? 1 : 0);
  const found = new Map<number, { readonly row: number; readonly worth: number }>();
  for (const [row, name] of rows.entries()) {
    if (worth(name) > (found.get(name.record)?.worth ?? -1))
      found.set(name.record, { row, worth: worth(name) });
  }
  return new Map([...found].map(([record, { row }]) => [record, row]));
}

/** Numbers texts in the order in which they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.of(text);
  }

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }

  columns(name: string): Columns {
    const list = new TextList();
    for (const text of this.#numbers.keys()) list.push(text);
    const { starts, bytes } = list.arrays();
    return { [`${name}At`]: starts, [name]: bytes };
  }
}

function all(texts: Texts): readonly string[] {
  return Array.from({ length: texts.length }, (_, number) => texts.at(number));
}

function columnOf<T>(columns: Columns, name: string, kind: new (length: number) => T): T {
  const column = columns[name];
  if (column instanceof kind) return column;
  throw new TypeError(`the table of names has no column ${name}`);
}
