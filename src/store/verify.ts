import { dateBounds, groupBy, statementKey, tryParseDate } from '../kernel/index.ts';
import { hashOf, statementOf } from './content.ts';
import type { Dialect } from './dialect.ts';
import type { Fault } from './fault.ts';
import { shownLocation } from './location.ts';
import { seenAt } from './runs.ts';

/** What a verification looked at and found. */
export interface VerifyReport {
  readonly snapshots: number;
  readonly records: number;
  readonly statements: number;
  readonly judgements: number;
  readonly faults: readonly Fault[];
}

/** Dates that must be EDTF wherever they stand. */
const DATE_PROPERTIES = new Set([
  'listedOn',
  'amendedOn',
  'delistedOn',
  'birthDate',
  'deathDate',
  'foundedOn',
]);

/**
 * Checks the whole record against its own rules: the database's integrity and foreign keys, every content
 * hash worked out afresh from the statements, runs that start and end at accepted snapshots and never
 * overlap, dates that are dates, entities that resolve in one step.
 */
export async function verifyRecord(dialect: Dialect): Promise<VerifyReport> {
  const { db } = dialect;
  const faults: Fault[] = (await dialect.integrityFaults()).map((what) => ({
    rule: 'database',
    where: shownLocation(dialect.location),
    what,
  }));
  const lists = await db.selectFrom('list').select(['id', 'parts']).execute();
  let records = 0;
  let statements = 0;
  for (const list of lists) {
    for (const part of JSON.parse(list.parts) as string[]) {
      const found = await verifyPart(dialect, list.id, part, faults);
      records += found.records;
      statements += found.statements;
    }
  }
  const entities = await db
    .selectFrom('entity')
    .leftJoin('entity as target', 'target.id', 'entity.canonical')
    .select(['entity.id', 'target.canonical as onward', 'entity.canonical'])
    .execute();
  for (const { id, canonical, onward } of entities) {
    if (onward !== canonical)
      faults.push({ rule: 'E3', where: id, what: `resolves to ${canonical}, which does not lead its set` });
  }
  const held = await db
    .selectFrom('snapshot')
    .innerJoin('snapshot_part', 'snapshot_part.snapshot_id', 'snapshot.id')
    .leftJoin('held_part', (on) =>
      on
        .onRef('held_part.snapshot_id', '=', 'snapshot_part.snapshot_id')
        .onRef('held_part.part', '=', 'snapshot_part.part'),
    )
    .select(['list_id', 'observed', 'state', 'snapshot_part.part', 'held_part.part as body'])
    .execute();
  for (const row of held) {
    if ((row.state === 'accepted') === (row.body !== null)) {
      faults.push({
        rule: 'Q1',
        where: `${row.list_id} ${row.observed} ${row.part}`,
        what: `is ${row.state} and its content is in the wrong place`,
      });
    }
  }
  const snapshots = await db
    .selectFrom('snapshot')
    .select((build) => build.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const judgements = await db
    .selectFrom('same_as')
    .select((build) => build.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { snapshots: Number(snapshots.n), records, statements, judgements: Number(judgements.n), faults };
}

async function verifyPart({ db }: Dialect, list: string, part: string, faults: Fault[]) {
  const runs = await db
    .selectFrom('record_run')
    .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
    .select(['record_id', 'reference', 'schema', 'hash', 'seen_from', 'seen_to'])
    .where('list_id', '=', list)
    .where('part', '=', part)
    .orderBy('record_id')
    .orderBy('seen_from')
    .execute();
  const rows = await db
    .selectFrom('statement')
    .innerJoin('source_record', 'source_record.id', 'statement.record_id')
    .selectAll('statement')
    .where('list_id', '=', list)
    .where('part', '=', part)
    .execute();
  const times = new Set(
    (
      await db
        .selectFrom('snapshot')
        .innerJoin('snapshot_part', 'snapshot_part.snapshot_id', 'snapshot.id')
        .select('observed')
        .where('list_id', '=', list)
        .where('part', '=', part)
        .where('state', '=', 'accepted')
        .execute()
    ).map((row) => row.observed),
  );
  const statementsOf = groupBy(rows, (row) => row.record_id);
  const keyed = new Map(
    [...statementsOf].map(([id, ofRecord]) => [
      id,
      ofRecord.map((row) => ({ key: statementKey(statementOf(row)), from: row.seen_from, to: row.seen_to })),
    ]),
  );
  for (const [id, ofRecord] of groupBy(runs, (run) => run.record_id)) {
    const where = `${list}:${ofRecord[0]?.reference ?? id} (${part})`;
    ofRecord.forEach((run, index) => {
      const next = ofRecord[index + 1];
      if (next !== undefined && (run.seen_to === null || next.seen_from < run.seen_to)) {
        faults.push({ rule: 'S4', where, what: `two contents at once from ${next.seen_from}` });
      }
      const keys = (keyed.get(id) ?? []).filter((row) => seenAt([row], run.seen_from)).map((row) => row.key);
      if (hashOf(run.schema, keys) !== run.hash) {
        faults.push({
          rule: 'S6',
          where,
          what: `the statements seen on ${run.seen_from} do not give the hash that was stored`,
        });
      }
    });
  }
  for (const edge of [...runs, ...rows]) {
    if (!times.has(edge.seen_from) || (edge.seen_to !== null && !times.has(edge.seen_to))) {
      const what = `a run ${edge.seen_from}/${edge.seen_to ?? '..'} does not begin and end at accepted snapshots`;
      faults.push({ rule: 'S4', where: `${list} record ${edge.record_id} (${part})`, what });
    }
  }
  for (const row of rows) {
    const dates = [row.valid_from, row.valid_to, DATE_PROPERTIES.has(row.property) ? row.value : null];
    for (const date of dates) {
      if (date !== null && tryParseDate(date) === null)
        faults.push({ rule: 'T1', where: `statement ${row.id}`, what: `"${date}" is not a date` });
    }
    if (row.valid_from !== null && row.valid_to !== null && backwards(row.valid_from, row.valid_to)) {
      faults.push({
        rule: 'T1',
        where: `statement ${row.id}`,
        what: `is valid to ${row.valid_to}, before it begins (${row.valid_from})`,
      });
    }
  }
  return { records: new Set(runs.map((run) => run.record_id)).size, statements: rows.length };
}

/** Whether the last moment that `to` may mean lies before the first that `from` may. */
function backwards(from: string, to: string): boolean {
  const [start, end] = [tryParseDate(from), tryParseDate(to)];
  if (start === null || end === null) return false;
  const [begins, ends] = [dateBounds(start).from, dateBounds(end).to];
  return begins !== null && ends !== null && ends <= begins;
}
