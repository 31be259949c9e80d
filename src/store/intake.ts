import type { RecordPart, TimePoint } from '../kernel/index.ts';
import { contentOf } from './content.ts';
import type { Db } from './dialect.ts';
import { storeError } from './errors.ts';
import { Observation } from './observe.ts';
import { contentAt, unpackRecords } from './part-content.ts';
import type { SnapshotState } from './schema.ts';
import { partAt, type Settling } from './settle.ts';
import type { LoadReport, SnapshotInput } from './snapshot-input.ts';

/** What the store has already of the snapshot of a list at a moment. */
export interface HeldSnapshot {
  readonly id: number | null;
  readonly state: SnapshotState | null;
  readonly reason: string | null;
  /** Parts that are there already, with the content that each record had. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Sends each record to its part: a new part goes onto the timeline, a part that is there is compared. */
export class Intake {
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

/** Looks up what the store has already of the snapshot of a list at a moment. */
export async function heldSnapshot(db: Db, list: string, observed: TimePoint): Promise<HeldSnapshot> {
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
