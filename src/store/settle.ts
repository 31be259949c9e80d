import { sql } from 'kysely';
import { groupBy, type TimePoint } from '../kernel/index.ts';
import type { Db, Dialect } from './dialect.ts';
import { countChanges, type Difference, judge, markOf, type QuarantineRule } from './judge.ts';
import { Observation, unobserve } from './observe.ts';
import { contentAt, packRecords, unpackRecords } from './part-content.ts';
import type { PartAt } from './rewrite.ts';
import { neighboursOf, standsAt } from './timeline.ts';

/** The list and the writer's transaction that snapshots are settled in. */
export interface Settling {
  readonly dialect: Dialect;
  readonly db: Db;
  readonly list: string;
  readonly rule: QuarantineRule;
}

interface Snapshot {
  readonly id: number;
  readonly observed: TimePoint;
  readonly state: 'accepted' | 'held' | 'rejected';
  readonly decided: boolean;
  readonly parts: readonly string[];
}

/**
 * Whether the accepted snapshot observed at `at` should wait for a person, compared with the accepted one
 * before it, part by part; the reason in words, or `null`. The first snapshot of a part is never held.
 */
export async function judgeAt(on: Settling, at: TimePoint, parts: readonly string[]): Promise<string | null> {
  const reasons: string[] = [];
  for (const part of parts) {
    const { before } = await neighboursOf(on.db, on.list, part, at);
    if (before === null) continue;
    const changes = await changesAt(on.db, on.list, part, before, at);
    const reason = judge(changes, on.rule);
    if (reason !== null) reasons.push(part === 'main' ? reason : `${part}: ${reason}`);
  }
  return reasons.length === 0 ? null : reasons.join('; ');
}

/** Takes an accepted snapshot off the timeline and keeps its content aside until someone decides. */
export async function hold(
  on: Settling,
  snapshot: Pick<Snapshot, 'id' | 'observed' | 'parts'>,
  reason: string,
) {
  for (const part of snapshot.parts) {
    const body = packRecords(await contentAt(on.db, on.list, part, snapshot.observed));
    await on.db.insertInto('held_part').values({ snapshot_id: snapshot.id, part, body }).execute();
    await unobserve(await partAt(on, part, snapshot.observed));
  }
  await on.db.updateTable('snapshot').set({ state: 'held', reason }).where('id', '=', snapshot.id).execute();
}

/** Puts a held snapshot on the timeline. */
export async function release(on: Settling, snapshot: Pick<Snapshot, 'id' | 'observed'>): Promise<void> {
  const held = await on.db
    .selectFrom('held_part')
    .select(['part', 'body'])
    .where('snapshot_id', '=', snapshot.id)
    .execute();
  for (const { part, body } of held) {
    const observation = await Observation.begin(await partAt(on, part, snapshot.observed));
    for (const record of unpackRecords(body)) await observation.add(record);
    await observation.finish();
  }
  await on.db.deleteFrom('held_part').where('snapshot_id', '=', snapshot.id).execute();
  await on.db
    .updateTable('snapshot')
    .set({ state: 'accepted', reason: null })
    .where('id', '=', snapshot.id)
    .execute();
}

/**
 * Judges again the later snapshots whose predecessor has changed, oldest first, until each part meets one
 * that stays accepted. What is accepted and held thus depends on which snapshots there are and on people's
 * decisions, never on the order of loading (SPEC Q4).
 */
export async function settleAfter(on: Settling, at: TimePoint, parts: readonly string[]): Promise<void> {
  const open = new Set(parts);
  for (const later of await snapshotsAfter(on, at)) {
    const touched = later.parts.filter((part) => open.has(part));
    if (touched.length === 0 || later.state === 'rejected') continue;
    const stays = later.state === 'accepted' ? await judgeAccepted(on, later) : await judgeHeld(on, later);
    // A snapshot that was accepted and stays so shields all that come after it.
    if (later.state === 'accepted' && stays) for (const part of touched) open.delete(part);
    if (later.state !== 'accepted' && stays) for (const part of later.parts) open.add(part);
    if (later.state === 'accepted' && !stays) for (const part of later.parts) open.add(part);
    if (open.size === 0) return;
  }
}

async function judgeAccepted(on: Settling, snapshot: Snapshot): Promise<boolean> {
  if (snapshot.decided) return true;
  const reason = await judgeAt(on, snapshot.observed, snapshot.parts);
  if (reason === null) return true;
  await hold(on, snapshot, reason);
  return false;
}

async function judgeHeld(on: Settling, snapshot: Snapshot): Promise<boolean> {
  if (snapshot.decided) return false;
  const reason = await on.dialect.attempt(on.db, async () => {
    await release(on, snapshot);
    const value = await judgeAt(on, snapshot.observed, snapshot.parts);
    return { undo: value !== null, value };
  });
  if (reason === null) return true;
  await on.db.updateTable('snapshot').set({ reason }).where('id', '=', snapshot.id).execute();
  return false;
}

/** A person's word on a snapshot, which the rule no longer overrides. */
export interface Decision {
  readonly by: string;
  readonly note: string;
  /** Wall clock, ISO. */
  readonly at: string;
}

/** Writes down who decided about a snapshot, when and why. */
export async function recordDecision(db: Db, id: number, decision: Decision): Promise<void> {
  await db
    .updateTable('snapshot')
    .set({ decided_by: decision.by, decided_at: decision.at, decision_note: decision.note })
    .where('id', '=', id)
    .execute();
}

/** Where a part of the list stands on the timeline at a moment. */
export async function partAt(on: Settling, part: string, at: TimePoint): Promise<PartAt> {
  const { dialect, db, list } = on;
  return { dialect, db, list, part, at, around: await neighboursOf(db, list, part, at), pinned: new Map() };
}

async function snapshotsAfter({ db, list }: Settling, at: TimePoint): Promise<readonly Snapshot[]> {
  const rows = await db
    .selectFrom('snapshot')
    .selectAll()
    .where('list_id', '=', list)
    .where('observed', '>', at)
    .orderBy('observed')
    .execute();
  const parts = await db
    .selectFrom('snapshot_part')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_part.snapshot_id')
    .select(['snapshot_id', 'part'])
    .where('list_id', '=', list)
    .where('observed', '>', at)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    observed: row.observed,
    state: row.state,
    decided: row.decided_by !== null,
    parts: parts.filter((part) => part.snapshot_id === row.id).map((part) => part.part),
  }));
}

async function changesAt(db: Db, list: string, part: string, before: TimePoint, at: TimePoint) {
  const totals = await db
    .selectFrom('statement')
    .innerJoin('source_record', 'source_record.id', 'statement.record_id')
    .select((build) => [
      'property',
      'strength',
      'kind',
      sql<number>`detail is not null`.as('detailed'),
      build.fn.countAll<number>().as('count'),
    ])
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(standsAt(before))
    .groupBy(['property', 'strength', 'kind', 'detailed'])
    .execute();
  const came = await differences(db, list, part, 'seen_from', at);
  const went = await differences(db, list, part, 'seen_to', at);
  const counted = [...groupBy(totals, (row) => row.property)].map(([property, rows]) => {
    const marked = new Map<string, number>();
    for (const { strength, kind, detailed, count } of rows) {
      const marks = [
        markOf('strength', strength),
        markOf('kind', kind),
        detailed ? markOf('detail', '') : null,
      ];
      for (const mark of marks) if (mark !== null) marked.set(mark, (marked.get(mark) ?? 0) + Number(count));
    }
    return { property, statements: rows.reduce((sum, row) => sum + Number(row.count), 0), marked };
  });
  return countChanges(counted, came, went);
}

/** The statements of a list's part that came (`seen_from`) or went (`seen_to`) with the snapshot at a moment. */
async function differences(
  db: Db,
  list: string,
  part: string,
  column: 'seen_from' | 'seen_to',
  at: TimePoint,
): Promise<readonly Difference[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('source_record', 'source_record.id', 'statement.record_id')
    .select(['record_id', 'property', 'value', 'strength', 'kind', 'detail'])
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(`statement.${column}`, '=', at)
    .execute();
  const other = column === 'seen_from' ? 'seen_to' : 'seen_from';
  const starts = await runEdges(db, list, part, column, at);
  const remains = await runEdges(db, list, part, other, at);
  return rows.map((row) => ({
    record: row.record_id,
    property: row.property,
    value: row.value,
    qualifiers: { strength: row.strength, kind: row.kind, detail: row.detail },
    wholeRecord: starts.has(row.record_id) && !remains.has(row.record_id),
  }));
}

async function runEdges(db: Db, list: string, part: string, column: 'seen_from' | 'seen_to', at: TimePoint) {
  const rows = await db
    .selectFrom('record_run')
    .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
    .select('record_id')
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(`record_run.${column}`, '=', at)
    .execute();
  return new Set(rows.map((row) => row.record_id));
}
