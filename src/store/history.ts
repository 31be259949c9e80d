import { groupBy, type Property, type Schema, type TimePoint } from '../kernel/index.ts';
import { STATEMENT_COLUMNS, type StatementColumns, statementOfColumns } from './content.ts';
import type { KnownStatement, RecordHistory } from './designation.ts';
import type { Dialect } from './dialect.ts';
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

/** Which source records to read: by number, or all those of some entities. */
export type RecordsWanted =
  | { readonly records: readonly number[] }
  | { readonly entities: readonly string[] };

/**
 * The given source records as known at a moment (`null`: now), by number. A record of which nothing was known by then
 * is left out. Times after the moment are cut off: what was there then had no end yet. With `only`, those
 * statements alone are read.
 */
export async function recordsKnownAt(
  dialect: Dialect,
  wanted: RecordsWanted,
  knownAt: TimePoint | null,
  only: StatementsWanted | null = null,
): Promise<readonly KnownRecord[]> {
  const until = lastSeenBy(knownAt);
  const records = await recordsWanted(dialect, wanted);
  if (records.length === 0) return [];
  const ids = dialect.idList(records.map(([id]) => id));
  const runs = groupBy(
    await dialect.arrays<RunArray>(
      dialect.db
        .selectFrom('record_run')
        .select(['record_id', 'part', 'schema', 'seen_from', 'seen_to'])
        .where('record_id', 'in', ids)
        .where('seen_from', '<=', until)
        .orderBy('seen_from'),
    ),
    ([record]) => record,
  );
  let query = dialect.db
    .selectFrom('statement')
    .select([...STATEMENT_COLUMNS, 'record_id', 'part', 'seen_from', 'seen_to'])
    .where('record_id', 'in', ids)
    .where('seen_from', '<=', until)
    .orderBy('id');
  if (only !== null) query = query.where('property', 'in', [...only.properties]);
  if (only?.names === 'primary')
    query = query.where((where) =>
      where.or([where('property', '!=', 'name'), where('kind', '=', 'primary')]),
    );
  const statements = groupBy(await dialect.arrays<StatementArray>(query), (row) => row[RECORD]);
  const timelines = await timelinesOf(dialect, [...new Set(records.map(([, list]) => list))], until);
  return records.flatMap(([id, list, reference, entity]): readonly KnownRecord[] => {
    const seen = runs.get(id);
    const ofList = timelines.get(list);
    if (seen === undefined || ofList === undefined) return [];
    const primary = seen.filter(([, part]) => part === ofList.primaryPart);
    const other = seen.filter(([, part]) => part !== ofList.primaryPart);
    return [
      {
        id,
        list,
        reference,
        entity,
        schema: (seen.findLast(([, , schema]) => schema !== null)?.[2] ?? null) as Schema | null,
        history: {
          primary: mergeRuns(primary.map(([, , , from, to]) => cut(from, to, until))),
          other: other.map(([, , , from, to]) => cut(from, to, until)),
          timeline: ofList.timelines.get(ofList.primaryPart) ?? [],
          timelines: ofList.timelines,
          statements: (statements.get(id) ?? []).map((row) => knownStatement(row, until)),
        },
      },
    ];
  });
}

type RecordArray = readonly [id: number, list: string, reference: string, entity: string];

function recordsWanted(dialect: Dialect, wanted: RecordsWanted): Promise<readonly RecordArray[]> {
  const query = dialect.db
    .selectFrom('source_record')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .select(['source_record.id', 'list_id', 'reference', 'canonical'])
    .orderBy('source_record.id');
  return dialect.arrays<RecordArray>(
    'records' in wanted
      ? query.where('source_record.id', 'in', dialect.idList(wanted.records))
      : query.where('canonical', 'in', [...wanted.entities]),
  );
}

type RunArray = readonly [
  record: number,
  part: string,
  schema: string | null,
  seenFrom: string,
  seenTo: string | null,
];

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
    seen: cut(row[SEEN_FROM], row[SEEN_TO], until),
  });
}

/** The moments of a list's accepted snapshots, by part, and which part's silence means absence. */
interface ListTimelines {
  readonly primaryPart: string;
  readonly timelines: ReadonlyMap<string, readonly TimePoint[]>;
}

async function timelinesOf(
  dialect: Dialect,
  lists: readonly string[],
  until: TimePoint,
): Promise<ReadonlyMap<string, ListTimelines>> {
  const described = await dialect.arrays<readonly [string, string]>(
    dialect.db.selectFrom('list').select(['id', 'parts']).where('id', 'in', lists),
  );
  const observed = await dialect.arrays<readonly [string, string, string]>(
    dialect.db
      .selectFrom('snapshot')
      .innerJoin('snapshot_part', 'snapshot_part.snapshot_id', 'snapshot.id')
      .select(['list_id', 'part', 'observed'])
      .where('list_id', 'in', lists)
      .where('state', '=', 'accepted')
      .where('observed', '<=', until)
      .orderBy('observed'),
  );
  const byList = groupBy(observed, ([list]) => list);
  return new Map(
    described.map(([list, text]): [string, ListTimelines] => {
      const parts = JSON.parse(text) as readonly string[];
      const times = groupBy(byList.get(list) ?? [], ([, part]) => part);
      return [
        list,
        {
          primaryPart: parts[0] ?? 'main',
          timelines: new Map(parts.map((part) => [part, (times.get(part) ?? []).map(([, , at]) => at)])),
        },
      ];
    }),
  );
}

function cut(from: string, to: string | null, until: TimePoint): Run {
  return { from, to: to !== null && to <= until ? to : null };
}
