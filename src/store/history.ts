import { groupBy, type Property, type Schema, type TimePoint } from '../kernel/index.ts';
import { STATEMENT_COLUMNS, type StatementColumns, statementOfColumns } from './content.ts';
import type { KnownStatement, RecordHistory } from './designation.ts';
import type { Db, Dialect } from './dialect.ts';
import { mergeRuns, type Run } from './runs.ts';
import { lastSeenBy } from './timeline.ts';

/** Which statements to read, for questions about many entities at once. */
export interface StatementsWanted {
  readonly properties: readonly Property[];
  /** Of the names, the primary ones only. */
  readonly names?: 'primary';
}

/** A source record with all that was known of it at the moment asked about. */
export interface KnownRecord {
  readonly id: number;
  readonly list: string;
  readonly reference: string;
  /** The entity it resolves to. */
  readonly entity: string;
  readonly schema: Schema | null;
  readonly history: RecordHistory;
}

/**
 * The given source records as known at a moment (`null`: now). A record of which nothing was known by then is
 * left out. Times after the moment are cut off: what was there then had no end yet. With `only`, those
 * statements alone are read.
 */
export async function recordsKnownAt(
  dialect: Dialect,
  ids: readonly number[],
  knownAt: TimePoint | null,
  only: StatementsWanted | null = null,
): Promise<readonly KnownRecord[]> {
  const { db } = dialect;
  const until = lastSeenBy(knownAt);
  const records = await db
    .selectFrom('source_record')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .innerJoin('list', 'list.id', 'source_record.list_id')
    .select(['source_record.id', 'list_id', 'reference', 'canonical', 'parts'])
    .where('source_record.id', 'in', dialect.idList(ids))
    .orderBy('source_record.id')
    .execute();
  const runRows = await dialect.arrays<readonly [number, string, string | null, string, string | null]>(
    db
      .selectFrom('record_run')
      .select(['record_id', 'part', 'schema', 'seen_from', 'seen_to'])
      .where('record_id', 'in', dialect.idList(ids))
      .where('seen_from', '<=', until)
      .orderBy('seen_from'),
  );
  const runs = runRows.map(([record_id, part, schema, seen_from, seen_to]) => ({
    record_id,
    part,
    schema,
    seen_from,
    seen_to,
  }));
  let query = db
    .selectFrom('statement')
    .select([...STATEMENT_COLUMNS, 'record_id', 'part', 'seen_from', 'seen_to'])
    .where('record_id', 'in', dialect.idList(ids))
    .where('seen_from', '<=', until)
    .orderBy('id');
  if (only !== null) query = query.where('property', 'in', [...only.properties]);
  if (only?.names === 'primary')
    query = query.where((where) =>
      where.or([where('property', '!=', 'name'), where('kind', '=', 'primary')]),
    );
  const statements = await dialect.arrays<StatementArray>(query);
  const runsOf = groupBy(runs, (run) => run.record_id);
  const statementsOf = groupBy(statements, (row) => row[RECORD]);
  const timelines = new Map<string, ReadonlyMap<string, readonly TimePoint[]>>();
  const known: KnownRecord[] = [];
  for (const record of records) {
    const seen = runsOf.get(record.id);
    if (seen === undefined) continue;
    const parts = JSON.parse(record.parts) as string[];
    const primaryPart = parts[0] ?? 'main';
    const ofList =
      timelines.get(record.list_id) ?? (await timelinesOf(dialect.db, record.list_id, parts, until));
    timelines.set(record.list_id, ofList);
    known.push({
      id: record.id,
      list: record.list_id,
      reference: record.reference,
      entity: record.canonical,
      schema: (seen.filter((run) => run.schema !== null).at(-1)?.schema ?? null) as Schema | null,
      history: {
        primary: mergeRuns(seen.filter((run) => run.part === primaryPart).map((run) => cut(run, until))),
        other: seen.filter((run) => run.part !== primaryPart).map((run) => cut(run, until)),
        timeline: ofList.get(primaryPart) ?? [],
        timelines: ofList,
        statements: (statementsOf.get(record.id) ?? []).map((row) => knownStatement(row, until)),
      },
    });
  }
  return known;
}

type StatementArray = readonly [
  ...StatementColumns,
  record: number,
  part: string,
  seenFrom: string,
  seenTo: string | null,
];

const [RECORD, PART, SEEN_FROM, SEEN_TO] = [12, 13, 14, 15] as const;

function knownStatement(row: StatementArray, until: TimePoint): KnownStatement {
  return Object.assign(statementOfColumns(row), {
    part: row[PART],
    seen: cut({ seen_from: row[SEEN_FROM], seen_to: row[SEEN_TO] }, until),
  });
}

async function timelinesOf(db: Db, list: string, parts: readonly string[], until: TimePoint) {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('snapshot_part', 'snapshot_part.snapshot_id', 'snapshot.id')
    .select(['part', 'observed'])
    .where('list_id', '=', list)
    .where('state', '=', 'accepted')
    .where('observed', '<=', until)
    .orderBy('observed')
    .execute();
  const times = groupBy(rows, ({ part }) => part);
  return new Map(
    parts.map((part): [string, readonly TimePoint[]] => [
      part,
      (times.get(part) ?? []).map(({ observed }) => observed),
    ]),
  );
}

function cut(row: { seen_from: string; seen_to: string | null }, until: TimePoint): Run {
  return { from: row.seen_from, to: row.seen_to !== null && row.seen_to <= until ? row.seen_to : null };
}
