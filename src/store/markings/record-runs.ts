import type { TimePoint } from '../../kernel/index.ts';
import type { Dialect } from '../dialect.ts';

/** That a record stood in a part of a list from one snapshot until another; `to` is `null` while it stands. */
export interface PartRun {
  readonly list: string;
  readonly part: string;
  readonly from: TimePoint;
  readonly to: TimePoint | null;
}

/** In which snapshots the records of some entities stood: what a count is to leave out for who may not know of them. */
export async function partRunsOf(dialect: Dialect, entities: readonly string[]): Promise<readonly PartRun[]> {
  if (entities.length === 0) return [];
  return dialect.db
    .selectFrom('record_run')
    .innerJoin('source_record', 'source_record.id', 'record_run.record_id')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .select(['source_record.list_id as list', 'part', 'seen_from as from', 'seen_to as to'])
    .where('canonical', 'in', [...entities])
    .execute();
}
