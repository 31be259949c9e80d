import { type EventKind, groupBy } from '../../kernel/index.ts';
import type { Dialect } from '../dialect.ts';
import { storeError } from '../errors.ts';
import type { WatchNameTable } from './tables.ts';

/** A name that somebody watches. */
export interface WatchName {
  readonly id: number;
  /** The user's own number of it. */
  readonly reference: string | null;
  readonly name: string;
  /** The whole question, as screening takes it; the store does not look into it. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** A name to watch. */
export type NewWatchName = Pick<WatchName, 'reference' | 'name' | 'query'>;

/** An entity that a watched name hit in the last run. Scores are from 0 to 1, to three digits. */
export interface WatchHit {
  readonly watch: number;
  /** As it resolves now, which may be another id than in the run. */
  readonly entity: string;
  readonly caption: string;
  readonly score: number;
  readonly matched: string;
  /** Source key of the entry that bears the matched name. */
  readonly record: string;
}

/** What a run found to be otherwise than the run before. */
export interface WatchChange {
  readonly watch: number;
  readonly kind: 'new' | 'gone' | 'score';
  readonly entity: string;
  readonly caption: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly matched: string;
  readonly reason: WatchReason;
}

/** A reason as its kind and what its sentence names: `delisted` with `before`, `rules` with `before` and `after` … */
export interface WatchReasonSaid {
  readonly kind:
    | EventKind
    | 'first-run'
    | 'watched-since'
    | 'list-since'
    | 'rules'
    | 'threshold'
    | 'weights'
    | 'joined';
  readonly property: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The entry's name where the sentence is about another value of it. */
  readonly of: string | null;
}

/** Why a hit came, went or scores otherwise: the change of a list that did it, or what else did. */
export interface WatchReason {
  /** In English. */
  readonly text: string;
  /** The same to be said in another language; runs kept before there was this have none. */
  readonly said?: WatchReasonSaid;
  readonly list: string | null;
  /** Source key of the entry that changed. */
  readonly record: string | null;
  /** The snapshot that showed it. */
  readonly seen: string | null;
}

/** A run: what was searched, by which rules. */
export interface WatchRun {
  readonly id: number;
  readonly at: string;
  readonly threshold: number;
  readonly rules: string;
  /** By list, the newest snapshot that was searched. */
  readonly snapshots: Readonly<Record<string, string>>;
  readonly names: number;
}

const THOUSAND = 1000;

/** Watch lists: names that somebody watches, what the last run found, and what each run found changed (SPEC W1-W4). */
export class Watch {
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /**
   * Adds names. One that is on the list already, by its number or else by the same question, takes the new question
   * and is not added twice. Returns the ids, in the order given, and how many are new.
   */
  add(
    list: string,
    names: readonly NewWatchName[],
    act: { readonly by: string; readonly at: string },
  ): Promise<{ readonly ids: readonly number[]; readonly added: number }> {
    return this.#dialect.write(async (db) => {
      const standing = await db
        .selectFrom('watch_name')
        .select(['id', 'reference', 'query'])
        .where('list', '=', list)
        .where('removed_at', 'is', null)
        .execute();
      const byReference = new Map(standing.map((row) => [row.reference, row.id]));
      const byQuery = new Map(standing.map((row) => [row.query, row.id]));
      const ids: number[] = [];
      let added = 0;
      for (const { reference, name, query } of names) {
        const text = JSON.stringify(query);
        const held = reference === null ? byQuery.get(text) : byReference.get(reference);
        if (held !== undefined) {
          await db.updateTable('watch_name').set({ name, query: text }).where('id', '=', held).execute();
          ids.push(held);
          continue;
        }
        const { id } = await db
          .insertInto('watch_name')
          .values({
            list,
            reference,
            name,
            query: text,
            added_at: act.at,
            added_by: act.by,
            removed_at: null,
            removed_by: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        byQuery.set(text, id);
        if (reference !== null) byReference.set(reference, id);
        ids.push(id);
        added += 1;
      }
      return { ids, added };
    });
  }

  /** Takes a name off its list; what it hit is forgotten, what runs found of it is kept. */
  remove(id: number, act: { readonly by: string; readonly at: string }): Promise<void> {
    return this.#dialect.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('watch_name')
        .set({ removed_at: act.at, removed_by: act.by })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw storeError('ENT_NOT_FOUND', { what: `watched name ${id}` });
      await db.deleteFrom('watch_hit').where('watch_id', '=', id).execute();
    });
  }

  /** The names on a watch list, in the order in which they were added. */
  async names(list: string): Promise<readonly WatchName[]> {
    const rows = await this.#dialect.db
      .selectFrom('watch_name')
      .selectAll()
      .where('list', '=', list)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(nameOf);
  }

  /** A watched name by its id; `null` for one that is not watched any more, or never was. */
  async name(id: number): Promise<WatchName | null> {
    const row = await this.#dialect.db
      .selectFrom('watch_name')
      .selectAll()
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : nameOf(row);
  }

  /** What the last run found, by the id of the name. */
  async hits(list: string): Promise<ReadonlyMap<number, readonly WatchHit[]>> {
    const rows = await this.#dialect.db
      .selectFrom('watch_hit')
      .innerJoin('watch_name', 'watch_name.id', 'watch_hit.watch_id')
      .leftJoin('entity', 'entity.id', 'watch_hit.entity_id')
      .select(['watch_id', 'entity_id', 'canonical', 'caption', 'score', 'matched', 'record'])
      .where('list', '=', list)
      .orderBy('score', 'desc')
      .execute();
    return groupBy(
      rows.map((row) => ({
        watch: row.watch_id,
        entity: row.canonical ?? row.entity_id,
        caption: row.caption,
        score: row.score / THOUSAND,
        matched: row.matched,
        record: row.record,
      })),
      ({ watch }) => watch,
    );
  }

  /** The last run of a list; `null` before the first. */
  async lastRun(list: string): Promise<WatchRun | null> {
    const row = await this.#dialect.db
      .selectFrom('watch_run')
      .selectAll()
      .where('list', '=', list)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          id: row.id,
          at: row.run_at,
          threshold: row.threshold / THOUSAND,
          rules: row.rules,
          snapshots: JSON.parse(row.snapshots) as Record<string, string>,
          names: row.names,
        };
  }

  /** What the last run of a list found to be otherwise than the run before, with the names that it is about. */
  async lastChanges(list: string): Promise<readonly (WatchChange & Pick<WatchName, 'name' | 'reference'>)[]> {
    const last = await this.lastRun(list);
    if (last === null) return [];
    const rows = await this.#dialect.db
      .selectFrom('watch_change')
      .innerJoin('watch_name', 'watch_name.id', 'watch_change.watch_id')
      .selectAll('watch_change')
      .select(['name', 'reference'])
      .where('run_id', '=', last.id)
      .orderBy('watch_change.id')
      .execute();
    const score = (thousandths: number | null) => (thousandths === null ? null : thousandths / THOUSAND);
    return rows.map((row) => ({
      watch: row.watch_id,
      name: row.name,
      reference: row.reference,
      kind: row.kind,
      entity: row.entity_id,
      caption: row.caption,
      before: score(row.before),
      after: score(row.after),
      matched: row.matched,
      reason: JSON.parse(row.reason) as WatchReason,
    }));
  }

  /** The watch lists that hold names, with how many. */
  lists(): Promise<readonly { readonly list: string; readonly names: number }[]> {
    return this.#dialect.db
      .selectFrom('watch_name')
      .select(({ fn }) => ['list', fn.countAll<number>().as('names')])
      .where('removed_at', 'is', null)
      .groupBy('list')
      .orderBy('list')
      .execute();
  }

  /** Puts a run on record: what it found takes the place of what the run before found; its changes are kept. */
  record(
    list: string,
    run: Omit<WatchRun, 'id'>,
    hits: readonly WatchHit[],
    changes: readonly WatchChange[],
  ): Promise<number> {
    const dialect = this.#dialect;
    return dialect.write(async (db) => {
      const { id } = await db
        .insertInto('watch_run')
        .values({
          list,
          run_at: run.at,
          threshold: Math.round(run.threshold * THOUSAND),
          rules: run.rules,
          snapshots: JSON.stringify(run.snapshots),
          names: run.names,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const first = new Map(
        (await db.selectFrom('watch_hit').select(['watch_id', 'entity_id', 'first_run']).execute()).map(
          (row) => [`${row.watch_id} ${row.entity_id}`, row.first_run],
        ),
      );
      await db
        .deleteFrom('watch_hit')
        .where('watch_id', 'in', db.selectFrom('watch_name').select('id').where('list', '=', list))
        .execute();
      await dialect.insertMany(
        db,
        'watch_hit',
        ['watch_id', 'entity_id', 'caption', 'score', 'matched', 'record', 'first_run'],
        hits.map((hit) => [
          hit.watch,
          hit.entity,
          hit.caption,
          Math.round(hit.score * THOUSAND),
          hit.matched,
          hit.record,
          first.get(`${hit.watch} ${hit.entity}`) ?? id,
        ]),
      );
      const thousandths = (score: number | null) => (score === null ? null : Math.round(score * THOUSAND));
      await dialect.insertMany(
        db,
        'watch_change',
        ['run_id', 'watch_id', 'kind', 'entity_id', 'caption', 'before', 'after', 'matched', 'reason'],
        changes.map((change) => [
          id,
          change.watch,
          change.kind,
          change.entity,
          change.caption,
          thousandths(change.before),
          thousandths(change.after),
          change.matched,
          JSON.stringify(change.reason),
        ]),
      );
      return id;
    });
  }
}

function nameOf(row: Omit<WatchNameTable, 'id'> & { readonly id: number }): WatchName {
  return {
    id: row.id,
    reference: row.reference,
    name: row.name,
    query: JSON.parse(row.query) as Record<string, unknown>,
    addedAt: row.added_at,
    addedBy: row.added_by,
  };
}
