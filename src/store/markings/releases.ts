import type { Selectable } from 'kysely';
import { newId } from '../accounts/secret.ts';
import type { Dialect } from '../dialect.ts';
import type { MarkedKind, MarkingAct } from './marked.ts';
import type { MarkingReleaseTable } from './tables.ts';

/** Something that was given to an organisation, and maybe called back. */
export interface Release {
  readonly id: string;
  readonly kind: MarkedKind;
  readonly object: string;
  /** The organisation's id. */
  readonly to: string;
  /** What bore on the object at that moment, in writing. */
  readonly markings: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** Who else agreed; `null` where nobody had to. */
  readonly word: string | null;
  readonly recalled: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** The ledger of releases: rows are added and, once, recalled; none is edited or taken away. */
export class Releases {
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Enters a release and gives it back with its id, which says nothing. */
  async add(release: Omit<Release, 'id' | 'recalled'>): Promise<Release> {
    const { kind, object, to, markings, by, at, why, word } = release;
    const id = newId('rel');
    await this.#dialect.write(async (db) => {
      await db
        .insertInto('marking_release')
        .values({
          id,
          kind,
          object,
          given_to: to,
          markings: JSON.stringify(markings),
          by_name: by,
          at,
          why,
          word,
          recalled_by: null,
          recalled_at: null,
          recalled_why: null,
        })
        .execute();
    });
    return { id, ...release, recalled: null };
  }

  /** Calls one back; whether it stood. */
  recall(id: string, { by, at, why }: MarkingAct): Promise<boolean> {
    return this.#dialect.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('marking_release')
        .set({ recalled_by: by, recalled_at: at, recalled_why: why })
        .where('id', '=', id)
        .where('recalled_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    });
  }

  /** One by its id, or `null`. */
  async find(id: string): Promise<Release | null> {
    const row = await this.#rows().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : releaseOf(row);
  }

  /** Every release of one object, oldest first, with those that were called back. */
  async of(kind: MarkedKind, object: string): Promise<readonly Release[]> {
    const rows = await this.#rows().where('kind', '=', kind).where('object', '=', object).execute();
    return rows.map(releaseOf);
  }

  /** The organisations that each object of a kind is given to now. */
  async standing(kind: MarkedKind): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#dialect.db
      .selectFrom('marking_release')
      .select(['object', 'given_to'])
      .where('kind', '=', kind)
      .where('recalled_at', 'is', null)
      .orderBy('given_to')
      .execute();
    const held = new Map<string, readonly string[]>();
    for (const { object, given_to } of rows)
      held.set(object, [...new Set([...(held.get(object) ?? []), given_to])]);
    return held;
  }

  #rows() {
    return this.#dialect.db.selectFrom('marking_release').selectAll().orderBy('at').orderBy('id');
  }
}

function releaseOf(row: Selectable<MarkingReleaseTable>): Release {
  const { id, object, at, why, word } = row;
  return {
    id,
    kind: row.kind as MarkedKind,
    object,
    to: row.given_to,
    markings: JSON.parse(row.markings),
    by: row.by_name,
    at,
    why,
    word,
    recalled:
      row.recalled_at === null
        ? null
        : { by: row.recalled_by ?? '', at: row.recalled_at, why: row.recalled_why ?? '' },
  };
}
