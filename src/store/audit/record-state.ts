import type { Db, Dialect } from '../dialect.ts';
import { QUARANTINE_RULE } from '../judge.ts';
import { rejoin } from '../rejoin.ts';
import type { SnapshotState } from '../schema.ts';
import { hold, release } from '../settle.ts';
import { stampOf } from '../stamp.ts';

/** Which snapshots and judgements the record rested on at one moment: enough to go back there. */
export interface RecordState {
  /** Two records with the same stamp give the same answers. */
  readonly stamp: string;
  readonly snapshots: readonly {
    readonly id: number;
    readonly state: SnapshotState;
    readonly parts: readonly string[];
  }[];
  /** The ids of the judgements that stood, as runs `[first, last]`. */
  readonly judgements: readonly (readonly [number, number])[];
}

/** The state of the record as it stands. */
export async function recordState(db: Db): Promise<RecordState> {
  const snapshots = await db.selectFrom('snapshot').select(['id', 'state']).orderBy('id').execute();
  const parts = await db
    .selectFrom('snapshot_part')
    .select(['snapshot_id', 'part'])
    .orderBy('part')
    .execute();
  const standing = await db
    .selectFrom('same_as')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return {
    stamp: await stampOf(db),
    snapshots: snapshots.map(({ id, state }) => ({
      id,
      state,
      parts: parts.filter((part) => part.snapshot_id === id).map(({ part }) => part),
    })),
    judgements: runsOf(standing.map(({ id }) => id)),
  };
}

/**
 * Takes a copy of the record back to an earlier state of it: what was loaded, decided and judged since is undone.
 * Never for the record itself, which forgets nothing.
 */
export async function rewind(dialect: Dialect, to: RecordState): Promise<void> {
  const then = new Map(to.snapshots.map((snapshot) => [snapshot.id, snapshot]));
  await dialect.write(async (db) => {
    const rows = await db.selectFrom('snapshot').select(['id', 'list_id', 'observed', 'state']).execute();
    for (const { id, list_id: list, observed, state } of rows) {
      const on = { dialect, db, list, rule: QUARANTINE_RULE };
      const before = then.get(id);
      const wanted = before?.state ?? 'rejected';
      const held = await db
        .selectFrom('snapshot_part')
        .select('part')
        .where('snapshot_id', '=', id)
        .execute();
      const parts = held.map(({ part }) => part);
      if (state === 'accepted') {
        // A later load may have brought parts that the snapshot did not have then.
        const gone = wanted === 'accepted' ? parts.filter((part) => !before?.parts.includes(part)) : parts;
        if (gone.length > 0) await hold(on, { id, observed, parts: gone }, '');
      } else if (wanted === 'accepted') await release(on, { id, observed });
      await db.updateTable('snapshot').set({ state: wanted }).where('id', '=', id).execute();
    }
    const judged = await db.selectFrom('same_as').select(['id', 'withdrawn_at']).execute();
    const stood = (id: number) => to.judgements.some(([first, last]) => first <= id && id <= last);
    await dialect.updateMany(
      db,
      'same_as',
      ['id'],
      ['withdrawn_at'],
      judged
        .filter(({ id, withdrawn_at }) => stood(id) !== (withdrawn_at === null))
        .map(({ id }) => [stood(id) ? null : REWOUND, id]),
    );
    await rejoin(dialect, db);
  });
}

/** Stands where a judgement of later is taken back in a copy. */
const REWOUND = '1970-01-01T00:00:00.000Z';

function runsOf(ids: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === id - 1) last[1] = id;
    else runs.push([id, id]);
  }
  return runs;
}
