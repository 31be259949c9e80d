import { gunzipSync, gzipSync } from 'node:zlib';
import type { RecordPart, Schema, TimePoint } from '../kernel/index.ts';
import { groupBy } from '../kernel/index.ts';
import { statementOf } from './content.ts';
import type { Db } from './dialect.ts';
import { standsAt } from './timeline.ts';

/** All that a list's part said as known at a moment, in key order. */
export async function contentAt(
  db: Db,
  list: string,
  part: string,
  at: TimePoint,
): Promise<readonly RecordPart[]> {
  const records = await db
    .selectFrom('record_run')
    .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
    .select(['record_id', 'reference', 'schema'])
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(standsAt(at))
    .orderBy('reference')
    .execute();
  const rows = await db
    .selectFrom('statement')
    .innerJoin('source_record', 'source_record.id', 'statement.record_id')
    .selectAll('statement')
    .where('list_id', '=', list)
    .where('part', '=', part)
    .where(standsAt(at))
    .orderBy('statement.id')
    .execute();
  const byRecord = groupBy(rows, (row) => row.record_id);
  return records.map((record) => ({
    key: record.reference,
    part,
    ...(record.schema === null ? {} : { schema: record.schema as Schema }),
    statements: (byRecord.get(record.record_id) ?? []).map(statementOf),
  }));
}

/** Packs records for a part that is held: gzipped JSON lines. */
export function packRecords(records: readonly RecordPart[]): Uint8Array {
  return gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

/** Unpacks what {@link packRecords} packed. */
export function unpackRecords(body: Uint8Array): readonly RecordPart[] {
  return gunzipSync(body)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RecordPart);
}
