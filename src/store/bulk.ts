import type { Property } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';

/** A value that stands on a list now. */
export interface StandingValue {
  /** The record's number: records are numbered in the order in which they first came. */
  readonly record: number;
  readonly place: string;
  readonly value: string;
}

/** All values of one property that stand on a list now, by record in the order in which they first came. */
export async function valuesStanding(
  dialect: Dialect,
  list: string,
  property: Property,
): Promise<readonly StandingValue[]> {
  const rows = await dialect.arrays<readonly [number, string, string]>(
    dialect.db
      .selectFrom('statement')
      .innerJoin('source_record', 'source_record.id', 'statement.record_id')
      .select(['record_id', 'place', 'value'])
      .where('list_id', '=', list)
      .where('property', '=', property)
      .where('seen_to', 'is', null)
      .orderBy('record_id'),
  );
  return rows.map(([record, place, value]) => ({ record, place, value }));
}

/** The canonical ids of all entities that have a record, in the order in which their first record came. */
export async function entitiesInOrder(dialect: Dialect): Promise<readonly string[]> {
  const rows = await dialect.arrays<readonly [string]>(
    dialect.db
      .selectFrom('source_record')
      .innerJoin('entity', 'entity.id', 'source_record.entity_id')
      .select(['canonical', (build) => build.fn.min('source_record.id').as('first')])
      .groupBy('canonical')
      .orderBy('first') as never,
  );
  return rows.map(([id]) => id);
}
