import { type Authority, groupBy, type TimePoint } from '../kernel/index.ts';
import { changesOf } from './changes.ts';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import type { RecordEvent } from './events.ts';
import { QUARANTINE_RULE } from './judge.ts';
import type { SnapshotState } from './schema.ts';
import { type Decision, hold, recordDecision, release, settleAfter } from './settle.ts';

/** One snapshot that the record holds. */
export interface SnapshotView {
  readonly observed: TimePoint;
  readonly published: string | null;
  readonly state: SnapshotState;
  readonly reason: string | null;
  readonly decision: Decision | null;
  readonly loadedAt: string;
  readonly parts: readonly {
    readonly part: string;
    readonly records: number;
    readonly sha256: string;
    readonly file: string;
  }[];
}

/** A list that the record knows by name, and what it holds of it. */
export interface ListState {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority;
  readonly effect: string;
  readonly url: string;
  readonly licence: string;
  readonly parts: readonly string[];
  readonly staleAfterDays: number;
  /** Oldest first. */
  readonly snapshots: readonly SnapshotView[];
}

/** All lists known by name, with their snapshots. */
export async function listStates(db: Db): Promise<readonly ListState[]> {
  const lists = await db.selectFrom('list').selectAll().orderBy('id').execute();
  const snapshots = await db.selectFrom('snapshot').selectAll().orderBy('observed').execute();
  const parts = groupBy(
    await db.selectFrom('snapshot_part').selectAll().orderBy('part').execute(),
    (part) => part.snapshot_id,
  );
  const byList = groupBy(snapshots, (snapshot) => snapshot.list_id);
  return lists.map((list) => ({
    id: list.id,
    title: list.title,
    authority: { id: list.authority_id, name: list.authority_name, country: list.authority_country },
    effect: list.effect,
    url: list.url,
    licence: list.licence,
    parts: JSON.parse(list.parts) as string[],
    staleAfterDays: list.stale_after_days,
    snapshots: (byList.get(list.id) ?? []).map((snapshot) => ({
      observed: snapshot.observed,
      published: snapshot.published,
      state: snapshot.state,
      reason: snapshot.reason,
      decision:
        snapshot.decided_by === null
          ? null
          : { by: snapshot.decided_by, note: snapshot.decision_note ?? '', at: snapshot.decided_at ?? '' },
      loadedAt: snapshot.loaded_at,
      parts: (parts.get(snapshot.id) ?? []).map(({ part, records, sha256, file }) => ({
        part,
        records,
        sha256,
        file,
      })),
    })),
  }));
}

/**
 * Accepts or rejects a snapshot on a person's word: what was held joins the timeline, or what was accepted
 * leaves it, and later snapshots are judged against their new predecessor. Nothing is thrown away.
 */
export async function decideSnapshot(
  dialect: Dialect,
  list: string,
  observed: TimePoint,
  verdict: 'accept' | 'reject',
  decision: Decision,
): Promise<void> {
  await dialect.write(async (db) => {
    const snapshot = await db
      .selectFrom('snapshot')
      .select(['id', 'state'])
      .where('list_id', '=', list)
      .where('observed', '=', observed)
      .executeTakeFirst();
    if (snapshot === undefined) throw storeError('ENT_SNAPSHOT_UNKNOWN', { list, observed });
    const rows = await db
      .selectFrom('snapshot_part')
      .select('part')
      .where('snapshot_id', '=', snapshot.id)
      .execute();
    const parts = rows.map((row) => row.part);
    const on = { dialect, db, list, rule: QUARANTINE_RULE };
    if (verdict === 'accept' && snapshot.state !== 'accepted')
      await release(on, { id: snapshot.id, observed });
    if (verdict === 'reject' && snapshot.state === 'accepted')
      await hold(on, { id: snapshot.id, observed, parts }, decision.note);
    if (verdict === 'reject')
      await db.updateTable('snapshot').set({ state: 'rejected' }).where('id', '=', snapshot.id).execute();
    await recordDecision(db, snapshot.id, decision);
    await settleAfter(on, observed, parts);
  });
}

/**
 * What a snapshot that is held would change if it were accepted, against the accepted one before it: the difference
 * that a person decides about. Nothing is changed by asking. Throws `ENT_SNAPSHOT_UNKNOWN`, also for a snapshot
 * that is on the record already.
 */
export async function changesIfAccepted(
  dialect: Dialect,
  list: string,
  observed: TimePoint,
): Promise<readonly RecordEvent[]> {
  return dialect.write(async (db) => {
    const snapshot = await db
      .selectFrom('snapshot')
      .select(['id', 'state'])
      .where('list_id', '=', list)
      .where('observed', '=', observed)
      .executeTakeFirst();
    if (snapshot === undefined || snapshot.state === 'accepted')
      throw storeError('ENT_SNAPSHOT_UNKNOWN', { list, observed });
    const last = await db
      .selectFrom('snapshot')
      .select('observed')
      .where('list_id', '=', list)
      .where('state', '=', 'accepted')
      .where('observed', '<', observed)
      .orderBy('observed', 'desc')
      .limit(1)
      .executeTakeFirst();
    const before = last?.observed ?? '';
    return dialect.attempt(db, async () => {
      await release({ dialect, db, list, rule: QUARANTINE_RULE }, { id: snapshot.id, observed });
      const events = await changesOf({ ...dialect, db }, list, before, observed);
      return { undo: true, value: events.filter(({ seen }) => seen === observed) };
    });
  });
}
