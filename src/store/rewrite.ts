import { type EntityId, groupBy, type Statement, statementKey, type TimePoint } from '../kernel/index.ts';
import { STATEMENT_COLUMNS, statementColumns, statementOf } from './content.ts';
import type { Db, Dialect, Row } from './dialect.ts';
import type { Neighbours, Run } from './runs.ts';

/** Everything that placing a snapshot part on a list's timeline needs. */
export interface PartAt {
  readonly dialect: Dialect;
  readonly db: Db;
  readonly list: string;
  readonly part: string;
  readonly at: TimePoint;
  readonly around: Neighbours;
  readonly pinned: ReadonlyMap<string, EntityId>;
}

/** A record part that differs from the snapshot before; `hash` is null when the record is gone. */
export interface Differing {
  readonly key: string;
  readonly id: number | null;
  readonly schema: string | null;
  readonly hash: string | null;
  readonly statements: ReadonlyMap<string, Statement>;
}

/** The same, with the id of its record. */
export interface Identified extends Differing {
  readonly id: number;
}

/** What happens to the runs of a thing when a snapshot joins or leaves; `present`: the snapshot holds it. */
export type Shift = (runs: readonly Run[], present: boolean) => readonly Run[];

/** Applies a shift to the runs of all that the given records ever said in this part, and of what they say now. */
export async function rewrite(on: PartAt, records: readonly Identified[], shift: Shift): Promise<void> {
  await rewriteRecordRuns(on, records, shift);
  await rewriteStatements(on, records, shift);
}

async function rewriteRecordRuns(on: PartAt, records: readonly Identified[], shift: Shift): Promise<void> {
  const { db, dialect, part } = on;
  const rows = await db
    .selectFrom('record_run')
    .selectAll()
    .where('record_id', 'in', dialect.idList(records.map((record) => record.id)))
    .where('part', '=', part)
    .execute();
  const byRecord = groupBy(rows, (row) => row.record_id);
  const inserted: Row[] = [];
  const deleted: Row[] = [];
  for (const record of records) {
    const byHash = groupBy(byRecord.get(record.id) ?? [], (row) => row.hash);
    if (record.hash !== null && !byHash.has(record.hash)) byHash.set(record.hash, []);
    for (const [hash, held] of byHash) {
      const schema = held[0]?.schema ?? record.schema;
      const { gone, come } = difference(held, shift, hash === record.hash);
      for (const row of gone) deleted.push([record.id, part, row.seen_from]);
      for (const run of come) inserted.push([record.id, part, schema, hash, run.from, run.to]);
    }
  }
  await dialect.deleteMany(db, 'record_run', ['record_id', 'part', 'seen_from'], deleted);
  await dialect.insertMany(
    db,
    'record_run',
    ['record_id', 'part', 'schema', 'hash', 'seen_from', 'seen_to'],
    inserted,
  );
}

async function rewriteStatements(on: PartAt, records: readonly Identified[], shift: Shift): Promise<void> {
  const { db, dialect, part } = on;
  const rows = await db
    .selectFrom('statement')
    .selectAll()
    .where('record_id', 'in', dialect.idList(records.map((record) => record.id)))
    .where('part', '=', part)
    .execute();
  const byRecord = groupBy(rows, (row) => row.record_id);
  const inserted: Row[] = [];
  const updated: Row[] = [];
  const deleted: Row[] = [];
  for (const record of records) {
    const held = groupBy(byRecord.get(record.id) ?? [], (row) => statementKey(statementOf(row)));
    for (const key of new Set([...held.keys(), ...record.statements.keys()])) {
      const runs = held.get(key) ?? [];
      const { gone, come } = difference(runs, shift, record.statements.has(key));
      const statement =
        record.statements.get(key) ?? (runs[0] === undefined ? undefined : statementOf(runs[0]));
      if (statement === undefined) continue;
      come.forEach((run, index) => {
        const reused = gone[index];
        if (reused !== undefined) updated.push([run.from, run.to, reused.id]);
        else inserted.push([record.id, part, ...statementColumns(statement), run.from, run.to]);
      });
      for (const row of gone.slice(come.length)) deleted.push([row.id]);
    }
  }
  await dialect.updateMany(db, 'statement', ['id'], ['seen_from', 'seen_to'], updated);
  await dialect.deleteMany(db, 'statement', ['id'], deleted);
  const columns = ['record_id', 'part', ...STATEMENT_COLUMNS, 'seen_from', 'seen_to'];
  await dialect.insertMany(db, 'statement', columns, inserted);
}

/** The rows whose run is no more, and the runs that have no row yet. */
function difference<R extends { seen_from: string; seen_to: string | null }>(
  rows: readonly R[],
  shift: Shift,
  present: boolean,
): { readonly gone: readonly R[]; readonly come: readonly Run[] } {
  const runs = rows.map((row): Run => ({ from: row.seen_from, to: row.seen_to }));
  const shifted = shift(runs, present);
  if (shifted === runs) return { gone: [], come: [] };
  const same = (row: R, run: Run) => row.seen_from === run.from && row.seen_to === run.to;
  return {
    gone: rows.filter((row) => !shifted.some((run) => same(row, run))),
    come: shifted.filter((run) => !rows.some((row) => same(row, run))),
  };
}
