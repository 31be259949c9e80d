import { type FtmEntity, ftmSchema } from '../../exchange/index.ts';
import { SCHEMAS, type Schema } from '../../kernel/index.ts';
import { type NameEntry, NameIndex, pack, TextList } from '../../names/index.ts';
import { PostingLists } from './posting-lists.ts';
import { eachTerm } from './terms.ts';

/** The two blocks of shared memory in which a collection lies: the index of its names, and all else. */
export interface CollectionBlocks {
  readonly names: SharedArrayBuffer;
  readonly columns: SharedArrayBuffer;
}

/** Names by which an entity is found and may alert, and those that only confirm. */
const NAMES = ['name', 'alias', 'previousName', 'abbreviation'] as const;
const WEAK_NAMES = ['weakAlias'] as const;
const MOST_NAMES = 2000;

/** Files entities, in the order in which they are to be shown, so that they can be searched and matched. */
export class CollectionBuilder {
  readonly #docs = new TextList();
  readonly #postings = new PostingLists();
  readonly #names: NameEntry[] = [];
  readonly #rowOfName: number[] = [];
  readonly #values: number[] = [];
  readonly #dates: { first: number[]; last: number[]; change: number[] } = {
    first: [],
    last: [],
    change: [],
  };
  #rows = 0;

  get size(): number {
    return this.#rows;
  }

  /** Files one; without `words` it is found by its codes, dates and links, and not by words. */
  add(entity: FtmEntity, { words = true }: { readonly words?: boolean } = {}): void {
    const row = this.#rows++;
    this.#docs.push(JSON.stringify(entity));
    eachTerm(entity, words, (head, rest) => this.#postings.add(head, rest, row));
    this.#values.push(Object.values(entity.properties).reduce((sum, values) => sum + values.length, 0));
    this.#dates.first.push(secondsOf(entity.first_seen));
    this.#dates.last.push(secondsOf(entity.last_seen));
    this.#dates.change.push(secondsOf(entity.last_change));
    this.#addNames(row, entity);
  }

  finish(): CollectionBlocks {
    const { terms, starts, rows } = this.#postings.sorted();
    const texts = new TextList();
    for (const term of terms) texts.push(term);
    const [docs, dictionary] = [this.#docs.arrays(), texts.arrays()];
    const index = new NameIndex(this.#names);
    return {
      names: index.bytes as SharedArrayBuffer,
      columns: pack({
        docsAt: docs.starts,
        docs: docs.bytes,
        termsAt: dictionary.starts,
        terms: dictionary.bytes,
        postingsAt: starts,
        postings: rows,
        rowOfName: Uint32Array.from(this.#rowOfName),
        values: Uint32Array.from(this.#values),
        firstSeen: Float64Array.from(this.#dates.first),
        lastSeen: Float64Array.from(this.#dates.last),
        lastChange: Float64Array.from(this.#dates.change),
      }),
    };
  }

  #addNames(row: number, { schema, properties }: FtmEntity): void {
    if (ftmSchema(schema)?.matchable !== true) return;
    const seen = new Set<string>();
    for (const [property, strength] of [
      ...NAMES.map((name) => [name, 'unstated'] as const),
      ...WEAK_NAMES.map((name) => [name, 'weak'] as const),
    ]) {
      for (const text of properties[property] ?? []) {
        if (seen.has(text) || seen.size >= MOST_NAMES || !/[\p{L}\p{N}]/u.test(text)) continue;
        seen.add(text);
        this.#names.push({
          id: this.#rowOfName.length,
          text,
          schema: nameSchemaOf(schema),
          kind: KINDS[property],
          strength,
        });
        this.#rowOfName.push(row);
      }
    }
  }
}

const KINDS = {
  name: 'primary',
  alias: 'alias',
  previousName: 'former',
  abbreviation: 'acronym',
  weakAlias: 'alias',
} as const;

/** The kind of name that a schema's things bear, of the kinds that names are compared by. */
export function nameSchemaOf(schema: string): Schema {
  const row = ftmSchema(schema);
  if (row === undefined) return 'LegalEntity';
  const [own] = SCHEMAS.filter((kind) => kind !== 'LegalEntity' && row.schemata.has(kind));
  return own ?? (row.schemata.has('Vehicle') ? 'Vessel' : 'LegalEntity');
}

function secondsOf(stamp: string | null): number {
  return stamp === null ? Number.NaN : Date.parse(`${stamp}Z`) / 1000;
}
