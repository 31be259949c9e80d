import { groupBy, isEntityId, parseSourceKey } from '../kernel/index.ts';
import type { Db } from './dialect.ts';

/** Keys looked up in one statement; databases bound the number of parameters. */
const BATCH = 2000;

/**
 * The canonical entity id that each entity id or source key names; one that the record does not have is left out. A
 * merged id keeps resolving for ever. Throws `ENT_ID_SYNTAX` for a text that is neither.
 */
export async function resolveAll(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const [ids, sourceKeys] = [keys.filter(isEntityId), keys.filter((key) => !isEntityId(key))];
  for (const some of batches(ids)) {
    const rows = await db.selectFrom('entity').select(['id', 'canonical']).where('id', 'in', some).execute();
    for (const { id, canonical } of rows) found.set(id, canonical);
  }
  const byList = groupBy(sourceKeys.map(parseSourceKey), ({ list }) => list);
  for (const [list, ofList] of byList) {
    for (const some of batches(ofList.map(({ reference }) => reference))) {
      const rows = await db
        .selectFrom('source_record')
        .innerJoin('entity', 'entity.id', 'source_record.entity_id')
        .select(['reference', 'canonical'])
        .where('list_id', '=', list)
        .where('reference', 'in', some)
        .execute();
      for (const { reference, canonical } of rows) found.set(`${list}:${reference}`, canonical);
    }
  }
  return found;
}

function batches<T>(values: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(values.length / BATCH) }, (_, at) =>
    values.slice(at * BATCH, (at + 1) * BATCH),
  );
}
