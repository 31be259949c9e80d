import type { Authority, Clocks, ListInfo, Source, TimePoint } from '../kernel/index.ts';
import { isEntityId, parseSourceKey, RECORD_LIST_ID } from '../kernel/index.ts';
import { describeLists } from './describe.ts';
import type { Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { eventsOf, type RecordEvent } from './events.ts';
import { type KnownRecord, recordsKnownAt } from './history.ts';
import type { Listing } from './listing.ts';
import { listingsOf } from './listings-of.ts';
import { loadSnapshot } from './load.ts';
import { migrate } from './migrations/index.ts';
import { type NameRow, namesKnown } from './names.ts';
import { type Judgement, judgeSame, resolveEntity, withdrawJudgement } from './same-as.ts';
import type { Decision } from './settle.ts';
import type { LoadOptions, LoadReport, SnapshotInput } from './snapshot-input.ts';
import { decideSnapshot, type ListState, listStates } from './snapshots.ts';
import { openSqlite } from './sqlite/dialect.ts';
import { type VerifyReport, verifyRecord } from './verify.ts';

/** An entity as the record knows it for one question. */
export interface EntityView {
  readonly entity: string;
  readonly records: readonly KnownRecord[];
  readonly listings: readonly Listing[];
}

/** The record: one sourced and dated store, asked with two clocks. Close it when done. */
export class Store {
  readonly #dialect: Dialect;

  private constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /**
   * Opens the store at a path, making it first unless `mustExist`; brings an older one to this version.
   * Throws `ENT_STORE_MISSING`, `ENT_STORE_OPEN`, `ENT_STORE_NEWER`.
   */
  static async open(location: string, options: { readonly mustExist?: boolean } = {}): Promise<Store> {
    if (/^postgres(ql)?:/.test(location)) {
      throw storeError('ENT_STORE_OPEN', {
        location: 'postgres://…',
        why: 'PostgreSQL is not built in yet; give a path',
      });
    }
    const dialect = openSqlite(location, { mustExist: options.mustExist ?? false });
    try {
      await migrate(dialect);
    } catch (error) {
      await dialect.close();
      throw error;
    }
    return new Store(dialect);
  }

  get location(): string {
    return this.#dialect.location;
  }

  close(): Promise<void> {
    return this.#dialect.close();
  }

  /** Loads one snapshot; see {@link loadSnapshot}. */
  load(input: SnapshotInput, options: LoadOptions): Promise<LoadReport> {
    return this.#guard('loading a snapshot', () => loadSnapshot(this.#dialect, input, options));
  }

  /** Makes lists known by name although no snapshot of them is held. */
  knowLists(lists: readonly ListInfo[]): Promise<void> {
    return this.#guard('describing lists', () => this.#dialect.write((db) => describeLists(db, lists)));
  }

  /** Accepts or rejects the snapshot of a list observed at a moment; the decision is recorded and final. */
  decide(list: string, observed: TimePoint, verdict: 'accept' | 'reject', decision: Decision): Promise<void> {
    return this.#guard('deciding about a snapshot', () =>
      decideSnapshot(this.#dialect, list, observed, verdict, decision),
    );
  }

  /** The lists that the record knows by name, with the snapshots held of each, oldest first. */
  lists(): Promise<readonly ListState[]> {
    return listStates(this.#dialect.db);
  }

  /** The names to screen against; see {@link namesKnown}. */
  names(clocks: Clocks, lists: readonly string[] | null = null): Promise<readonly NameRow[]> {
    return namesKnown(this.#dialect, clocks, lists);
  }

  /** Adds same-as judgements; see {@link judgeSame}. */
  judgeSame(
    judgements: readonly Judgement[],
    now: string,
  ): Promise<{ readonly added: number; readonly waiting: number }> {
    return this.#guard('recording judgements', () => judgeSame(this.#dialect, judgements, now));
  }

  /** Takes a judgement back; see {@link withdrawJudgement}. */
  withdrawJudgement(
    id: number,
    withdrawal: { readonly by: string; readonly why: string; readonly now: string },
  ): Promise<void> {
    return this.#guard('withdrawing a judgement', () => withdrawJudgement(this.#dialect, id, withdrawal));
  }

  /**
   * The entity that an entity id or a source key (`un-sc:QDe.132`) names, or `null` when nothing was known of
   * it at that moment. Throws `ENT_ID_SYNTAX` for a text that is neither.
   */
  async entity(idOrKey: string, clocks: Clocks): Promise<EntityView | null> {
    const entity = await this.resolve(idOrKey);
    if (entity === null) return null;
    return (await this.entities([entity], clocks)).get(entity) ?? null;
  }

  /** The entities of the given canonical ids, by id; one of which nothing was known then is left out. */
  async entities(ids: readonly string[], clocks: Clocks): Promise<ReadonlyMap<string, EntityView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#dialect.db
      .selectFrom('source_record')
      .innerJoin('entity', 'entity.id', 'source_record.entity_id')
      .select('source_record.id')
      .where('canonical', 'in', [...ids])
      .execute();
    const records = await recordsKnownAt(
      this.#dialect,
      rows.map((row) => row.id),
      clocks.knownAt,
    );
    const authorities = await this.authorities();
    const views = new Map<string, EntityView>();
    for (const entity of ids) {
      const own = records.filter((record) => record.entity === entity);
      if (own.length > 0)
        views.set(entity, { entity, records: own, listings: listingsOf(own, authorities, clocks) });
    }
    return views;
  }

  /** The canonical entity id that an entity id or source key names; `null` when the record has none. */
  async resolve(idOrKey: string): Promise<string | null> {
    if (isEntityId(idOrKey)) return resolveEntity(this.#dialect.db, idOrKey);
    const { list, reference } = parseSourceKey(idOrKey);
    const row = await this.#dialect.db
      .selectFrom('source_record')
      .innerJoin('entity', 'entity.id', 'source_record.entity_id')
      .select('canonical')
      .where('list_id', '=', list)
      .where('reference', '=', reference)
      .executeTakeFirst();
    return row?.canonical ?? null;
  }

  /** Every entity that a record file pins, with all that is known of it: what a reader of reports looks for. */
  async profiles(clocks: Clocks): Promise<readonly EntityView[]> {
    const rows = await this.#dialect.db
      .selectFrom('source_record')
      .innerJoin('entity', 'entity.id', 'source_record.entity_id')
      .select('canonical')
      .distinct()
      .where('list_id', '=', RECORD_LIST_ID)
      .execute();
    return [
      ...(
        await this.entities(
          rows.map((row) => row.canonical),
          clocks,
        )
      ).values(),
    ];
  }

  /** The events of a list between two moments of known time, the later one included. */
  async changes(list: string, from: TimePoint, to: TimePoint): Promise<readonly RecordEvent[]> {
    const { db } = this.#dialect;
    const touched = new Set<number>();
    for (const column of ['seen_from', 'seen_to'] as const) {
      const rows = await db
        .selectFrom('record_run')
        .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
        .select('record_id')
        .distinct()
        .where('list_id', '=', list)
        .where(column, '>', from)
        .where(column, '<=', to)
        .execute();
      for (const row of rows) touched.add(row.record_id);
    }
    const records = await recordsKnownAt(this.#dialect, [...touched], to);
    return records.flatMap(eventsOf).filter((event) => event.seen > from && event.seen <= to);
  }

  /** The documents that the starter record cites, by id. */
  async sources(): Promise<ReadonlyMap<string, Source>> {
    const rows = await this.#dialect.db.selectFrom('source').selectAll().execute();
    return new Map(
      rows.map((row): [string, Source] => [
        row.id,
        {
          id: row.id,
          publisher: row.publisher,
          title: row.title,
          ...(row.date === null ? {} : { date: row.date }),
          ...(row.url === null ? {} : { url: row.url }),
        },
      ]),
    );
  }

  /** The authority behind each list that the record knows by name. */
  async authorities(): Promise<ReadonlyMap<string, Authority>> {
    const rows = await this.#dialect.db.selectFrom('list').selectAll().execute();
    return new Map(
      rows.map((row) => [
        row.id,
        { id: row.authority_id, name: row.authority_name, country: row.authority_country },
      ]),
    );
  }

  /** Checks the whole record against its own rules; see {@link verifyRecord}. */
  verify(): Promise<VerifyReport> {
    return verifyRecord(this.#dialect);
  }

  /** Gives database failures the store's own error, and lets every other error through as it is. */
  async #guard<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.#dialect.isBusy(error))
        throw storeError('ENT_STORE_BUSY', { location: this.location }, { cause: error });
      if (this.#dialect.isFailure(error)) {
        const why = error instanceof Error ? error.message : String(error);
        throw storeError('ENT_STORE_FAILED', { doing, why }, { cause: error });
      }
      throw error;
    }
  }
}
