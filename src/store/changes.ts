import type { TimePoint } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';
import { eventsOf, type RecordEvent } from './events.ts';
import { recordsKnownAt } from './history.ts';

/** Records whose histories are held in memory at once. */
const BATCH = 1000;

/** The events of a list whose snapshot was observed after `from` and by `to`, by known time, then by entry. */
export async function changesOf(
  dialect: Dialect,
  list: string,
  from: TimePoint,
  to: TimePoint,
): Promise<readonly RecordEvent[]> {
  const touched = await recordsTouched(dialect, list, from, to);
  const events: RecordEvent[] = [];
  for (let start = 0; start < touched.length; start += BATCH) {
    const records = await recordsKnownAt(dialect, { records: touched.slice(start, start + BATCH) }, to);
    for (const record of records) {
      for (const event of eventsOf(record)) if (event.seen > from && event.seen <= to) events.push(event);
    }
  }
  return events.sort((a, b) => compare(a.seen, b.seen) || compare(a.reference, b.reference));
}

/** The records of which some part came, went or said otherwise in that time, by id. */
async function recordsTouched({ db }: Dialect, list: string, from: TimePoint, to: TimePoint) {
  const touched = new Set<number>();
  for (const column of ['seen_from', 'seen_to'] as const) {
    const rows = await db
      .selectFrom('record_run')
      .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
      .select('record_id')
      .distinct()
      .where('list_id', '=', list)
      .where(column, '>', from)
      .where(column, '<=', to)
      .execute();
    for (const row of rows) touched.add(row.record_id);
  }
  return [...touched].sort((a, b) => a - b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
