import { formatSourceKey, RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';
import { lastSeenBy, standsAt } from './timeline.ts';

/** A relation that the starter record states of an entity, as it was known at a moment. */
export interface StatedRelation {
  /** The entity of which it is stated. */
  readonly entity: string;
  /** Source key of the record that states it. */
  readonly record: string;
  readonly type: string;
  /** The other entity; `null` where the record holds none of that name. */
  readonly other: string | null;
  /** What stands there: the slug of a group of the record, or a name. */
  readonly value: string;
  /** The part of the entity that stands in the relation, when only that part does. */
  readonly subject: string | null;
  /** EDTF. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
}

/**
 * Every relation between groups that the starter record states, both ends resolved as they resolve now. Some
 * hundreds: who asks about one entity wants those that others state of it as well.
 */
export async function relationsStated(
  dialect: Dialect,
  knownAt: TimePoint | null,
): Promise<readonly StatedRelation[]> {
  const rows = await dialect.db
    .selectFrom('source_record')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .innerJoin('statement', 'statement.record_id', 'source_record.id')
    .select(['canonical', 'reference', 'value', 'detail', 'valid_from', 'valid_to', 'source_id'])
    .where('list_id', '=', RECORD_LIST_ID)
    .where('property', '=', 'relation')
    .where(standsAt(lastSeenBy(knownAt)))
    .orderBy('statement.id')
    .execute();
  const details = rows.map(
    ({ detail }): Readonly<Record<string, string>> => (detail === null ? {} : JSON.parse(detail)),
  );
  const ids = [...new Set(details.flatMap(({ entity }) => entity ?? []))];
  const resolved = new Map(
    ids.length === 0
      ? []
      : (
          await dialect.db.selectFrom('entity').select(['id', 'canonical']).where('id', 'in', ids).execute()
        ).map(({ id, canonical }) => [id, canonical] as const),
  );
  return rows.map((row, index) => {
    const { type = 'linked-to', entity, subject = null } = details[index] ?? {};
    return {
      entity: row.canonical,
      record: formatSourceKey({ list: RECORD_LIST_ID, reference: row.reference }),
      type,
      other: entity === undefined ? null : (resolved.get(entity) ?? null),
      value: row.value,
      subject,
      from: row.valid_from,
      to: row.valid_to,
      source: row.source_id,
    };
  });
}
