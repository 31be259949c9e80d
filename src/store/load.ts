import type { EntityId, ListInfo, RecordPart, Source, TimePoint } from '../kernel/index.ts';
import { contentOf } from './content.ts';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { QUARANTINE_RULE, type QuarantineRule } from './judge.ts';
import { Observation } from './observe.ts';
import { contentAt, unpackRecords } from './part-content.ts';
import type { SnapshotState } from './schema.ts';
import { hold, judgeAt, partAt, recordDecision, release, type Settling, settleAfter } from './settle.ts';

/** One observed version of a list, about to be loaded. */
export interface SnapshotInput {
  readonly list: ListInfo;
  /** When the list was seen to be so. */
  readonly observed: TimePoint;
  /** The parts that this snapshot holds; about the others it says nothing. */
  readonly parts: readonly string[];
  /** The records in batches, each (key, part) once. Read only once, inside the writer's transaction. */
  readonly records: AsyncIterable<readonly RecordPart[]> | Iterable<readonly RecordPart[]>;
  /** What is known only when the records have all been read. */
  readonly trailer: () => SnapshotTrailer;
  /** Entities whose ids a record file pins, by key. */
  readonly pinned?: ReadonlyMap<string, EntityId>;
  /** Documents that the records cite. */
  readonly sources?: readonly Source[];
}

/** The publisher's date and the digest of each part. */
export interface SnapshotTrailer {
  readonly published: string | null;
  /** By part: the file it came from and the SHA-256 of its bytes. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly sha256: string }>;
}

/** How a snapshot is loaded. */
export interface LoadOptions {
  /** Wall clock of the load, ISO. */
  readonly now: string;
  /** Loads although the count fell too far or the quarantine rule would hold it; who says so is recorded. */
  readonly force?: { readonly by: string; readonly note: string };
  /** Share by which the count of the primary part may fall. Default 0.3. */
  readonly shrinkShare?: number;
  readonly quarantine?: QuarantineRule;
  /** Called after each batch with the records read so far. */
  readonly onProgress?: (records: number) => void;
}

/** What a load did. */
export interface LoadReport {
  readonly list: string;
  readonly observed: TimePoint;
  /** `unchanged`: this very snapshot was already held. `held`: in quarantine, nothing shows yet. */
  readonly outcome: 'loaded' | 'unchanged' | 'held';
  /** Why it is held; null otherwise. */
  readonly reason: string | null;
  readonly parts: readonly { readonly part: string; readonly records: number; readonly differing: number }[];
}

const SHRINK_SHARE = 0.3;

/**
 * Loads one snapshot in one transaction (SPEC S3): refused input, a kill or a full disk leave the store as it
 * was. Throws `ENT_SNAPSHOT_SHRUNK`, `ENT_SNAPSHOT_CONFLICT`, `ENT_SNAPSHOT_DUPLICATE_KEY`, and whatever the
 * records throw.
 */
export function loadSnapshot(
  dialect: Dialect,
  input: SnapshotInput,
  options: LoadOptions,
): Promise<LoadReport> {
  return dialect.write((db) =>
    loadWithin(
      { dialect, db, list: input.list.id, rule: options.quarantine ?? QUARANTINE_RULE },
      input,
      options,
    ),
  );
}

async function loadWithin(on: Settling, input: SnapshotInput, options: LoadOptions): Promise<LoadReport> {
  const { db, dialect } = on;
  const { list, observed } = input;
  await describeList(db, list);
  const held = await heldSnapshot(db, list.id, observed);
  const fresh = input.parts.filter((part) => !held.parts.has(part));
  const forced = options.force;
  if (held.id !== null && held.state === 'held' && (fresh.length > 0 || forced !== undefined)) {
    await release(on, { id: held.id, observed });
  }
  const intake = await Intake.begin(on, input, held);
  let read = 0;
  for await (const batch of input.records) {
    for (const record of batch) await intake.add(record);
    read += batch.length;
    options.onProgress?.(read);
  }
  const counts = await intake.finish();
  const report = { list: list.id, observed, parts: counts };
  if (fresh.length === 0) {
    if (held.id === null || held.state !== 'held' || forced === undefined) {
      return { ...report, outcome: 'unchanged', reason: held.reason };
    }
    await recordDecision(db, held.id, { ...forced, at: options.now });
    await settleAfter(on, observed, [...held.parts.keys()]);
    return { ...report, outcome: 'loaded', reason: null };
  }

  if (forced === undefined) await refuseShrunk(on, input, counts, options.shrinkShare ?? SHRINK_SHARE);
  const trailer = input.trailer();
  const id = held.id ?? (await insertSnapshot(db, input, trailer, options));
  await dialect.insertMany(
    db,
    'snapshot_part',
    ['snapshot_id', 'part', 'sha256', 'file', 'records'],
    counts
      .filter(({ part }) => fresh.includes(part))
      .map(({ part, records }) => {
        const file = trailer.files.get(part);
        return [id, part, file?.sha256 ?? '', file?.name ?? '', records];
      }),
  );
  await describeSources(db, list.id, input.sources ?? []);

  const parts = [...held.parts.keys(), ...fresh];
  const reason = forced !== undefined ? null : await judgeAt(on, observed, parts);
  if (reason !== null) {
    await hold(on, { id, observed, parts }, reason);
    return { ...report, outcome: 'held', reason };
  }
  await settleAfter(on, observed, fresh);
  return { ...report, outcome: 'loaded', reason: null };
}

interface HeldSnapshot {
  readonly id: number | null;
  readonly state: SnapshotState | null;
  readonly reason: string | null;
  /** Parts that are there already, with the content that each record had. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Sends each record to its part: a new part goes onto the timeline, a part that is there is compared. */
class Intake {
  readonly #input: SnapshotInput;
  readonly #observations: ReadonlyMap<string, Observation>;
  readonly #present: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #compared = new Map<string, Set<string>>();

  private constructor(
    input: SnapshotInput,
    observations: ReadonlyMap<string, Observation>,
    present: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.#input = input;
    this.#observations = observations;
    this.#present = present;
  }

  static async begin(on: Settling, input: SnapshotInput, held: HeldSnapshot): Promise<Intake> {
    const observations = new Map<string, Observation>();
    for (const part of input.parts) {
      if (held.parts.has(part)) continue;
      const at = await partAt(on, part, input.observed);
      observations.set(part, await Observation.begin({ ...at, pinned: input.pinned ?? new Map() }));
    }
    return new Intake(input, observations, held.parts);
  }

  async add(record: RecordPart): Promise<void> {
    const observation = this.#observations.get(record.part);
    if (observation !== undefined) return observation.add(record);
    const present = this.#present.get(record.part);
    if (present?.get(record.key) !== contentOf(record).hash) throw this.#conflict(record.part);
    const compared = this.#compared.get(record.part) ?? new Set();
    this.#compared.set(record.part, compared.add(record.key));
  }

  async finish(): Promise<LoadReport['parts']> {
    const counts: { part: string; records: number; differing: number }[] = [];
    for (const part of this.#input.parts) {
      const present = this.#present.get(part);
      if (present !== undefined && (this.#compared.get(part)?.size ?? 0) !== present.size)
        throw this.#conflict(part);
      const count = await this.#observations.get(part)?.finish();
      counts.push({ part, ...(count ?? { records: present?.size ?? 0, differing: 0 }) });
    }
    return counts;
  }

  #conflict(part: string) {
    const { list, observed } = this.#input;
    return storeError('ENT_SNAPSHOT_CONFLICT', { list: list.id, part, observed });
  }
}

async function heldSnapshot(db: Db, list: string, observed: TimePoint): Promise<HeldSnapshot> {
  const snapshot = await db
    .selectFrom('snapshot')
    .select(['id', 'reason', 'state'])
    .where('list_id', '=', list)
    .where('observed', '=', observed)
    .executeTakeFirst();
  if (snapshot === undefined) return { id: null, state: null, reason: null, parts: new Map() };
  const rows = await db
    .selectFrom('snapshot_part')
    .leftJoin('held_part', (on) =>
      on
        .onRef('held_part.snapshot_id', '=', 'snapshot_part.snapshot_id')
        .onRef('held_part.part', '=', 'snapshot_part.part'),
    )
    .select(['snapshot_part.part', 'held_part.body'])
    .where('snapshot_part.snapshot_id', '=', snapshot.id)
    .execute();
  const parts = new Map<string, ReadonlyMap<string, string>>();
  for (const { part, body } of rows) parts.set(part, await hashesOf(db, list, part, observed, body));
  return { id: snapshot.id, state: snapshot.state, reason: snapshot.reason, parts };
}

async function hashesOf(db: Db, list: string, part: string, observed: TimePoint, body: Uint8Array | null) {
  const records = body === null ? await contentAt(db, list, part, observed) : unpackRecords(body);
  return new Map(records.map((record) => [record.key, contentOf(record).hash]));
}

/** Only the primary part says how long a list is; the others hold what happens to be in their files. */
async function refuseShrunk(on: Settling, input: SnapshotInput, counts: LoadReport['parts'], share: number) {
  const primary = counts.find(({ part }) => part === input.list.parts[0]);
  if (primary === undefined) return;
  const { part, records } = primary;
  const { around } = await partAt(on, part, input.observed);
  if (around.before === null) return;
  const previous = await on.db
    .selectFrom('snapshot_part')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_part.snapshot_id')
    .select('records')
    .where('list_id', '=', input.list.id)
    .where('observed', '=', around.before)
    .where('part', '=', part)
    .executeTakeFirst();
  const before = previous?.records ?? 0;
  if (records < before * (1 - share) && before - records >= FEWEST_LOST) {
    throw storeError('ENT_SNAPSHOT_SHRUNK', { list: input.list.id, part, before, after: records, share });
  }
}

/** A handful fewer is an ordinary week on a short list. */
const FEWEST_LOST = 5;

async function insertSnapshot(
  db: Db,
  input: SnapshotInput,
  trailer: SnapshotTrailer,
  options: LoadOptions,
): Promise<number> {
  const row = await db
    .insertInto('snapshot')
    .values({
      list_id: input.list.id,
      observed: input.observed,
      published: trailer.published,
      state: 'accepted',
      reason: null,
      loaded_at: options.now,
      decided_by: options.force?.by ?? null,
      decided_at: options.force === undefined ? null : options.now,
      decision_note: options.force?.note ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Makes lists known by name. What a loaded snapshot's own reader says of its list stands. */
export async function describeLists(db: Db, lists: readonly ListInfo[]): Promise<void> {
  const held = await db.selectFrom('snapshot').select('list_id').distinct().execute();
  const loaded = new Set(held.map((row) => row.list_id));
  for (const list of lists) if (!loaded.has(list.id)) await describeList(db, list);
}

async function describeList(db: Db, list: ListInfo): Promise<void> {
  const values = {
    title: list.title,
    authority_id: list.authority.id,
    authority_name: list.authority.name,
    authority_country: list.authority.country,
    effect: list.effect,
    url: list.url,
    licence: list.licence,
    parts: JSON.stringify(list.parts),
    stale_after_days: list.staleAfterDays,
  };
  await db
    .insertInto('list')
    .values({ id: list.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

async function describeSources(db: Db, list: string, sources: readonly Source[]): Promise<void> {
  for (const source of sources) {
    const values = {
      publisher: source.publisher,
      title: source.title,
      date: source.date ?? null,
      url: source.url ?? null,
    };
    await db
      .insertInto('source')
      .values({ list_id: list, id: source.id, ...values })
      .onConflict((conflict) => conflict.columns(['list_id', 'id']).doUpdateSet(values))
      .execute();
  }
}
