import type { Authority, Clocks, ListInfo, Property, Source, TimePoint } from '../kernel/index.ts';
import { formatSourceKey, groupBy, RECORD_LIST_ID } from '../kernel/index.ts';
import { Accounts } from './accounts/accounts.ts';
import { Audit } from './audit/audit.ts';
import { type RecordState, recordState, rewind } from './audit/record-state.ts';
import { bearersOf, type ForeignBearer, foreignBearersOf, type NameBearer } from './bearers.ts';
import { entitiesInOrder, type StandingValue, valuesStanding } from './bulk.ts';
import { BulkDecisions } from './bulk-decisions/bulk-decisions.ts';
import { changesOf } from './changes.ts';
import { describeLists } from './describe.ts';
import type { Dialect } from './dialect.ts';
import { Documents } from './documents/documents.ts';
import { Engagement } from './engagement/engagement.ts';
import { storeError } from './errors.ts';
import type { RecordEvent } from './events.ts';
import { Exceptions } from './exceptions/exceptions.ts';
import { Feeds } from './feeds/feeds.ts';
import { Files } from './files/files.ts';
import { type KnownRecord, recordsKnownAt, type StatementsWanted } from './history.ts';
import { type IdentifierRow, identifiersKnown } from './identifiers.ts';
import { Ledger } from './ledger.ts';
import type { Listing } from './listing.ts';
import { listingsOf } from './listings-of.ts';
import { loadSnapshot } from './load.ts';
import { besideOf, isPostgres, shownLocation } from './location.ts';
import { Markings } from './markings/markings.ts';
import { migrate } from './migrations/index.ts';
import { type NameRow, namesKnown } from './names.ts';
import { openDatabase } from './open-database.ts';
import { relationsStated, type StatedRelation } from './relations.ts';
import { resolveAll } from './resolve.ts';
import {
  type Judgement,
  type JudgingReport,
  judgementsHeld,
  judgeSame,
  type KnownJudgement,
  withdrawJudgement,
} from './same-as.ts';
import { type SayingRecord, sayingsOf } from './sayings.ts';
import type { Decision } from './settle.ts';
import type { LoadOptions, LoadReport, SnapshotInput } from './snapshot-input.ts';
import { changesIfAccepted, decideSnapshot, type ListState, listStates } from './snapshots.ts';
import { stampOf } from './stamp.ts';
import { type VerifyReport, verifyRecord } from './verify.ts';
import { Watch } from './watch/watch.ts';

/** An entity as the record knows it for one question. */
export interface EntityView {
  readonly entity: string;
  readonly records: readonly KnownRecord[];
  readonly listings: readonly Listing[];
}

/** Entities that are read together. */
const BATCH = 200;

/** The record: one sourced and dated store, asked with two clocks. Close it when done. */
export class Store {
  readonly #dialect: Dialect;
  readonly #ledger: Ledger;
  /** Who may ask, by which keys and sessions; in the ledger. */
  readonly accounts: Accounts;
  /** Who asked what; in the ledger. */
  readonly audit: Audit;
  /** What owners say about who may have what. */
  readonly markings: Markings;
  /** Names that somebody watches, and what runs found. */
  readonly watch: Watch;
  /** Dialogues, promises and what became of them; it holds what was read of them, since their rows never change. */
  readonly engagement: Engagement;

  private constructor(dialect: Dialect, auditKey: string | undefined) {
    this.#dialect = dialect;
    this.#ledger = new Ledger(dialect.location);
    this.accounts = new Accounts(this.#ledger);
    this.audit = new Audit(this.#ledger, { key: auditKey });
    this.markings = new Markings(dialect);
    this.watch = new Watch(dialect);
    this.engagement = new Engagement(dialect, (doing, work) => this.#guard(doing, work));
  }

  /**
   * Opens the store at a path, or in PostgreSQL (see {@link postgresLocation}), making it first unless `mustExist`; brings an older one to this version. A store
   * opened `frozen` answers as it stands now for as long as it is open, whatever others write; it is only read.
   * `auditKey` names the file of the key that signs the audit log, where it is not kept beside the store.
   * Throws `ENT_STORE_MISSING`, `ENT_STORE_OPEN`, `ENT_STORE_NEWER`.
   */
  static async open(
    location: string,
    options: { readonly mustExist?: boolean; readonly frozen?: boolean; readonly auditKey?: string } = {},
  ): Promise<Store> {
    const dialect = await openDatabase(location, { mustExist: options.mustExist ?? false });
    try {
      await migrate(dialect);
      if (options.frozen === true) await dialect.freeze();
    } catch (error) {
      await dialect.close();
      throw error;
    }
    return new Store(dialect, options.auditKey);
  }

  /** Where the store is, to open it again: it may hold a password. */
  get location(): string {
    return this.#dialect.location;
  }

  /** The path to which the endings of files beside the store are added; see {@link besideOf}. */
  get beside(): string {
    return besideOf(this.location);
  }

  /** Whether it is a file, whose state the file system tells of. */
  get isFile(): boolean {
    return this.location !== ':memory:' && !isPostgres(this.location);
  }

  /** The documents that were read. */
  get documents(): Documents {
    return new Documents(this.#dialect, (doing, work) => this.#guard(doing, work));
  }

  /** Decisions proposed for many items at once. */
  get bulkDecisions(): BulkDecisions {
    return new BulkDecisions(this.#dialect, (doing, work) => this.#guard(doing, work));
  }

  /** Decided false matches. */
  get exceptions(): Exceptions {
    return new Exceptions(this.#dialect, (doing, work) => this.#guard(doing, work));
  }

  /** The feeds that are read. */
  get feeds(): Feeds {
    return new Feeds(this.#dialect, (doing, work) => this.#guard(doing, work));
  }

  /** The archive of fetched files. */
  get files(): Files {
    return new Files(this.#dialect, (doing, work) => this.#guard(doing, work));
  }

  /** Closes the store after what still waits for the audit log is written. */
  async close(): Promise<void> {
    await this.audit.close();
    await this.#ledger.close();
    await this.#dialect.close();
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

  /** The identifiers to screen against; see {@link identifiersKnown}. */
  identifiers(knownAt: TimePoint | null): Promise<readonly IdentifierRow[]> {
    return identifiersKnown(this.#dialect, knownAt);
  }

  /** Adds same-as judgements; see {@link judgeSame}. */
  judgeSame(
    judgements: readonly Judgement[],
    now: string,
    rules: readonly string[] = [],
  ): Promise<JudgingReport> {
    return this.#guard('recording judgements', () => judgeSame(this.#dialect, judgements, now, rules));
  }

  /** The same-as judgements held; see {@link judgementsHeld}. */
  judgements(options: { readonly withdrawn?: boolean } = {}): Promise<readonly KnownJudgement[]> {
    return judgementsHeld(this.#dialect.db, options);
  }

  /** The entries that bear or bore one of the names, as printed but for case; see {@link bearersOf}. */
  bearers(names: readonly string[], knownAt: TimePoint | null): Promise<readonly NameBearer[]> {
    return bearersOf(this.#dialect, names, knownAt);
  }

  /** The entries about others that bear a name of one of the entities; see {@link foreignBearersOf}. */
  foreignBearers(entities: readonly string[], knownAt: TimePoint | null): Promise<readonly ForeignBearer[]> {
    return foreignBearersOf(this.#dialect, entities, knownAt);
  }

  /** All source records by key, with the entity that each resolves to. */
  async keys(): Promise<readonly { readonly key: string; readonly entity: string }[]> {
    const rows = await this.#dialect.arrays<readonly [string, string, string]>(
      this.#dialect.db
        .selectFrom('source_record')
        .innerJoin('entity', 'entity.id', 'source_record.entity_id')
        .select(['list_id', 'reference', 'canonical']),
    );
    return rows.map(([list, reference, entity]) => ({ key: formatSourceKey({ list, reference }), entity }));
  }

  /** All source records with their present values of some properties; see {@link sayingsOf}. */
  sayings(properties: readonly Property[]): Promise<readonly SayingRecord[]> {
    return sayingsOf(this.#dialect, properties);
  }

  /** The relations that the starter record states, of every entity; see {@link relationsStated}. */
  relations(knownAt: TimePoint | null): Promise<readonly StatedRelation[]> {
    return this.#guard('reading relations', () => relationsStated(this.#dialect, knownAt));
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

  /**
   * The entities of the given canonical ids, by id; one of which nothing was known then is left out. With
   * `only`, those statements alone are read: for questions about many entities at once.
   */
  async entities(
    ids: readonly string[],
    clocks: Clocks,
    only: StatementsWanted | null = null,
  ): Promise<ReadonlyMap<string, EntityView>> {
    if (ids.length === 0) return new Map();
    const records = await recordsKnownAt(this.#dialect, { entities: ids }, clocks.knownAt, only);
    const authorities = await this.authorities();
    const byEntity = groupBy(records, (record) => record.entity);
    const views = new Map<string, EntityView>();
    for (const entity of ids) {
      const own = byEntity.get(entity);
      if (own !== undefined)
        views.set(entity, { entity, records: own, listings: listingsOf(own, authorities, clocks) });
    }
    return views;
  }

  /**
   * Every entity of which something was known, in the order in which their first records came: for what reads the
   * whole record. Memory does not grow with it.
   */
  async *everyEntity(clocks: Clocks): AsyncGenerator<EntityView, void, undefined> {
    const ids = await entitiesInOrder(this.#dialect);
    for (let at = 0; at < ids.length; at += BATCH) {
      yield* (await this.entities(ids.slice(at, at + BATCH), clocks)).values();
    }
  }

  /** All values of one property that stand on a list now; see {@link valuesStanding}. */
  valuesStanding(list: string, property: Property): Promise<readonly StandingValue[]> {
    return valuesStanding(this.#dialect, list, property);
  }

  /** The canonical entity id that an entity id or source key names; `null` when the record has none. */
  async resolve(idOrKey: string): Promise<string | null> {
    return (await this.resolveAll([idOrKey])).get(idOrKey) ?? null;
  }

  /** The canonical entity id that each entity id or source key names; see {@link resolveAll}. */
  resolveAll(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return resolveAll(this.#dialect.db, keys);
  }

  /** Every entity that a record file pins, with all that is known of it: what a reader of reports looks for. */
  async profiles(clocks: Clocks, only: StatementsWanted | null = null): Promise<readonly EntityView[]> {
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
          only,
        )
      ).values(),
    ];
  }

  /**
   * The events of a list between two moments of known time, the later one included; by known time, then by
   * entry. Costs what differed in that time, and not what is held.
   */
  changes(list: string, from: TimePoint, to: TimePoint): Promise<readonly RecordEvent[]> {
    return changesOf(this.#dialect, list, from, to);
  }

  /** What a snapshot that is held would change; see {@link changesIfAccepted}. */
  changesIfAccepted(list: string, observed: TimePoint): Promise<readonly RecordEvent[]> {
    return this.#guard('looking at a held snapshot', () => changesIfAccepted(this.#dialect, list, observed));
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

  /** Which snapshots and judgements the record rests on now: for the audit log, so that it can be gone back to. */
  recordState(): Promise<RecordState> {
    return recordState(this.#dialect.db);
  }

  /**
   * A copy of this store, at a path where nothing is yet, taken back to an earlier state: what was loaded, decided
   * and judged since is undone in it. The caller closes and deletes it.
   */
  async rewoundTo(state: RecordState, path: string): Promise<Store> {
    await this.copyTo(path);
    const copy = await Store.open(path, { mustExist: true });
    await copy.#guard('going back to an earlier state', () => rewind(copy.#dialect, state));
    return copy;
  }

  /** Names the state of the record: two stores with the same stamp give the same answers. See {@link stampOf}. */
  stamp(): Promise<string> {
    return stampOf(this.#dialect.db);
  }

  /** Copies the store, as it stands at one moment, to a path where nothing is yet. Others may go on writing. */
  copyTo(path: string): Promise<void> {
    return this.#guard('copying the store', () => this.#dialect.copyTo(path));
  }

  /**
   * Copies the ledger (accounts and audit log), as it stands at one moment, to a path where nothing is yet; whether
   * there was one. A backup holds both.
   */
  copyLedgerTo(path: string): Promise<boolean> {
    return this.#guard('copying the ledger', () => this.#ledger.copyTo(path));
  }

  /** Checks the whole record against its own rules ({@link verifyRecord}), and every kept file against its digest. */
  async verify(): Promise<VerifyReport> {
    const report = await verifyRecord(this.#dialect);
    return { ...report, faults: [...report.faults, ...(await this.files.faults())] };
  }

  /** Gives database failures the store's own error, and lets every other error through as it is. */
  async #guard<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.#dialect.isBusy(error))
        throw storeError('ENT_STORE_BUSY', { location: shownLocation(this.location) }, { cause: error });
      if (this.#dialect.isFailure(error)) {
        const why = error instanceof Error ? error.message : String(error);
        throw storeError('ENT_STORE_FAILED', { doing, why }, { cause: error });
      }
      throw error;
    }
  }
}
