import { newEntityId, type RecordPart, type Statement, type TimePoint } from '../kernel/index.ts';
import { contentOf } from './content.ts';
import type { Db, Row } from './dialect.ts';
import { storeError } from './errors.ts';
import { type Differing, type Identified, type PartAt, rewrite } from './rewrite.ts';
import { join, leave } from './runs.ts';
import { standsAt } from './timeline.ts';

/** Records worked on together: their rows are fetched and written in one go. */
const BATCH = 500;

/** What an observation did to one part of a list. */
export interface ObservationCount {
  readonly records: number;
  /** Records that differ from the snapshot before it: new, changed or gone. */
  readonly differing: number;
}

/**
 * Puts one part of a snapshot on its list's timeline. Give it each record once, then `finish`. Only records
 * that differ from the snapshot before cost a write (SPEC S5). Runs inside the writer's transaction.
 */
export class Observation {
  readonly #on: PartAt;
  readonly #before: HashesAt;
  readonly #seen = new Set<string>();
  #pending: Differing[] = [];
  #differing = 0;

  private constructor(on: PartAt, before: HashesAt) {
    this.#on = on;
    this.#before = before;
  }

  static async begin(on: PartAt): Promise<Observation> {
    return new Observation(on, await hashesAt(on.db, on.list, on.part, on.around.before));
  }

  async add(record: RecordPart): Promise<void> {
    const { list, part } = this.#on;
    if (this.#seen.has(record.key))
      throw storeError('ENT_SNAPSHOT_DUPLICATE_KEY', { list, part, key: record.key });
    this.#seen.add(record.key);
    const { hash, byKey } = contentOf(record);
    const before = this.#before.get(record.key);
    if (before?.hash === hash) return;
    this.#pending.push({
      key: record.key,
      id: before?.id ?? null,
      schema: record.schema ?? null,
      hash,
      statements: byKey,
    });
    if (this.#pending.length >= BATCH) await this.#flush();
  }

  async finish(): Promise<ObservationCount> {
    for (const [key, { id }] of this.#before) {
      if (this.#seen.has(key)) continue;
      this.#pending.push({ key, id, schema: null, hash: null, statements: new Map() });
      if (this.#pending.length >= BATCH) await this.#flush();
    }
    await this.#flush();
    return { records: this.#seen.size, differing: this.#differing };
  }

  async #flush(): Promise<void> {
    const differing = this.#pending;
    this.#pending = [];
    if (differing.length === 0) return;
    this.#differing += differing.length;
    const records = await withIds(this.#on, differing);
    await rewrite(this.#on, records, (runs, present) => join(runs, this.#on.at, present, this.#on.around));
  }
}

/** Takes one part of a snapshot off its list's timeline again. */
export async function unobserve(on: PartAt): Promise<void> {
  const touched = await recordsChangedAt(on);
  for (let start = 0; start < touched.length; start += BATCH) {
    const records = touched
      .slice(start, start + BATCH)
      .map((id) => ({ key: '', id, schema: null, hash: null, statements: new Map<string, Statement>() }));
    await rewrite(on, records, (runs) => leave(runs, on.at, on.around));
  }
}

/** By reference: the record and its content as a snapshot held it. */
type HashesAt = ReadonlyMap<string, { readonly id: number; readonly hash: string }>;

async function hashesAt(db: Db, list: string, part: string, at: TimePoint | null): Promise<HashesAt> {
  if (at === null) return new Map();
  const rows = await db
    .selectFrom('record_run')
    .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
    .select(['source_record.id', 'reference', 'hash'])
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(standsAt(at))
    .execute();
  return new Map(rows.map((row) => [row.reference, { id: row.id, hash: row.hash }]));
}

async function recordsChangedAt({ db, list, part, at }: PartAt): Promise<readonly number[]> {
  const ids = new Set<number>();
  for (const column of ['seen_from', 'seen_to'] as const) {
    const rows = await db
      .selectFrom('record_run')
      .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
      .select('record_id')
      .where('list_id', '=', list)
      .where('part', '=', part)
      .where(column, '=', at)
      .execute();
    for (const row of rows) ids.add(row.record_id);
  }
  return [...ids];
}

/** Finds the records, making those that the list never had: each with an entity of its own (SPEC E1). */
async function withIds(on: PartAt, differing: readonly Differing[]): Promise<readonly Identified[]> {
  const { db, dialect, list, pinned } = on;
  const unknown = differing.filter((record) => record.id === null).map((record) => record.key);
  const known = new Map<string, number>();
  if (unknown.length > 0) {
    const rows = await db
      .selectFrom('source_record')
      .select(['id', 'reference'])
      .where('list_id', '=', list)
      .where('reference', 'in', unknown)
      .execute();
    for (const row of rows) known.set(row.reference, row.id);
    const made = unknown.filter((key) => !known.has(key));
    let id = await largest(db, 'source_record', 'id');
    let seq = await largest(db, 'entity', 'seq');
    const entities = new Map<string, Row>();
    const records: Row[] = [];
    for (const key of made) {
      const pin = pinned.get(key);
      const entity = pin ?? newEntityId();
      if (!entities.has(entity)) entities.set(entity, [entity, pin === undefined ? 1 : 0, ++seq, entity]);
      records.push([++id, list, key, entity]);
      known.set(key, id);
    }
    const held = await heldEntities(
      db,
      made.flatMap((key) => pinned.get(key) ?? []),
    );
    const fresh = [...entities.values()].filter(([entity]) => !held.has(String(entity)));
    await dialect.insertMany(db, 'entity', ['id', 'rank', 'seq', 'canonical'], fresh);
    await dialect.insertMany(db, 'source_record', ['id', 'list_id', 'reference', 'entity_id'], records);
  }
  return differing.map((record) => ({ ...record, id: record.id ?? known.get(record.key) ?? 0 }));
}

async function heldEntities(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('entity')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.id));
}

async function largest(db: Db, table: 'source_record' | 'entity', column: 'id' | 'seq'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((build) => build.fn.max<number | null>(column as never).as('most'))
    .executeTakeFirst();
  return row?.most ?? 0;
}
