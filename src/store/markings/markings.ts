import type { Selectable } from 'kysely';
import type { Dialect } from '../dialect.ts';
import type { MarkedKind, MarkingAct } from './marked.ts';
import { MarkingProposals } from './proposals.ts';
import { type PartRun, partRunsOf } from './record-runs.ts';
import { Releases } from './releases.ts';
import type { MarkingTable } from './tables.ts';

/** A marking that stands on an object, or stood there. */
export interface MarkingEntry {
  readonly id: number;
  readonly kind: MarkedKind;
  readonly object: string;
  /** In writing; what it means is the policy's. */
  readonly marking: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  readonly removed: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/**
 * The markings that stand on objects. A marking is never edited: it is taken off, with name and reason, and
 * another is set, so that what held at any moment can be told.
 */
export class Markings {
  readonly #dialect: Dialect;
  /** Acts on markings that wait for another person. */
  readonly proposals: MarkingProposals;
  /** What was given to whom. */
  readonly releases: Releases;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.proposals = new MarkingProposals(dialect);
    this.releases = new Releases(dialect);
  }

  /** Sets a marking beside those that stand already; all of them then bear on the object. */
  set(kind: MarkedKind, object: string, marking: string, act: MarkingAct): Promise<void> {
    return this.#dialect.write(async (db) => {
      await db
        .insertInto('marking')
        .values({
          kind,
          object,
          marking,
          set_by: act.by,
          set_at: act.at,
          set_why: act.why,
          removed_by: null,
          removed_at: null,
          removed_why: null,
        })
        .execute();
    });
  }

  /** Takes one marking off; whether it stood. */
  async remove(id: number, act: MarkingAct): Promise<boolean> {
    return this.#dialect.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('marking')
        .set({ removed_by: act.by, removed_at: act.at, removed_why: act.why })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    });
  }

  /** What stands on every marked object of a kind, in writing; an object without a marking is left out. */
  async standing(kind: MarkedKind): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#dialect.db
      .selectFrom('marking')
      .select(['object', 'marking'])
      .where('kind', '=', kind)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute();
    const held = new Map<string, string[]>();
    for (const { object, marking } of rows) held.set(object, [...(held.get(object) ?? []), marking]);
    return held;
  }

  /** Every marking that stands or stood on one object, oldest first. */
  async history(kind: MarkedKind, object: string): Promise<readonly MarkingEntry[]> {
    const rows = await this.#dialect.db
      .selectFrom('marking')
      .selectAll()
      .where('kind', '=', kind)
      .where('object', '=', object)
      .orderBy('id')
      .execute();
    return rows.map(entryOf);
  }

  /** In which snapshots the records of some entities stood. */
  runsOf(entities: readonly string[]): Promise<readonly PartRun[]> {
    return partRunsOf(this.#dialect, entities);
  }

  /** One marking by its number, standing or not; `null` for a number that no marking has. */
  async find(id: number): Promise<MarkingEntry | null> {
    const row = await this.#dialect.db
      .selectFrom('marking')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }
}

function entryOf(row: Selectable<MarkingTable>): MarkingEntry {
  return {
    id: row.id,
    kind: row.kind as MarkedKind,
    object: row.object,
    marking: row.marking,
    by: row.set_by,
    at: row.set_at,
    why: row.set_why,
    removed:
      row.removed_at === null
        ? null
        : { by: row.removed_by ?? '', at: row.removed_at, why: row.removed_why ?? '' },
  };
}
