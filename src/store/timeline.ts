import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { answeredAt, type TimePoint } from '../kernel/index.ts';
import type { Db } from './dialect.ts';
import type { Neighbours } from './runs.ts';

/** The moments of a list's accepted snapshots that hold a part, oldest first. */
export async function acceptedTimes(db: Db, list: string, part: string): Promise<readonly TimePoint[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('snapshot_part', 'snapshot_part.snapshot_id', 'snapshot.id')
    .select('observed')
    .where('list_id', '=', list)
    .where('state', '=', 'accepted')
    .where('part', '=', part)
    .orderBy('observed')
    .execute();
  return rows.map((row) => row.observed);
}

/** The accepted snapshots of that part around a moment, the moment itself left out. */
export async function neighboursOf(db: Db, list: string, part: string, at: TimePoint): Promise<Neighbours> {
  const times = await acceptedTimes(db, list, part);
  return {
    before: times.filter((time) => time < at).at(-1) ?? null,
    after: times.find((time) => time > at) ?? null,
  };
}

/** The last moment whose observations a question as known then sees; `null` asks with all that is known. */
export function lastSeenBy(knownAt: TimePoint | null): TimePoint {
  return knownAt === null ? '9999-12-31T23:59:59.999Z' : answeredAt(knownAt);
}

/** The condition that a row of `record_run` or `statement` stands at a moment: seen by then and not yet gone. */
export function standsAt(at: TimePoint): RawBuilder<SqlBool> {
  return sql<SqlBool>`(seen_from <= ${at} and (seen_to is null or seen_to > ${at}))`;
}
