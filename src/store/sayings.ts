import type { NameKind, Property, Schema, Strength } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';

/** One value that a source record holds now, without its history. */
export interface Saying {
  readonly property: Property;
  readonly value: string;
  readonly kind: NameKind | null;
  readonly strength: Strength | null;
  readonly detail: Readonly<Record<string, string>> | null;
}

/** A source record with what it says now; of an entry that has left its list, what it ever said. */
export interface SayingRecord {
  readonly list: string;
  readonly reference: string;
  readonly entity: string;
  readonly schema: Schema | null;
  readonly sayings: readonly Saying[];
}

/**
 * All source records of all lists with their present values of the given properties: what is compared when
 * records of different lists are looked at together. Tens of thousands of records at once, hence without history.
 */
export async function sayingsOf(
  dialect: Dialect,
  properties: readonly Property[],
): Promise<readonly SayingRecord[]> {
  const { db } = dialect;
  const records = await dialect.arrays<readonly [number, string, string, string]>(
    db
      .selectFrom('source_record')
      .innerJoin('entity', 'entity.id', 'source_record.entity_id')
      .select(['source_record.id', 'list_id', 'reference', 'canonical'])
      .orderBy('source_record.id'),
  );
  const schemas = new Map(
    await dialect.arrays<readonly [number, Schema]>(
      db
        .selectFrom('record_run')
        .select(['record_id', 'schema'])
        .where('schema', 'is not', null)
        .orderBy('seen_from'),
    ),
  );
  const rows = await dialect.arrays<
    readonly [number, Property, string, NameKind | null, Strength | null, string | null, string | null]
  >(
    db
      .selectFrom('statement')
      .select(['record_id', 'property', 'value', 'kind', 'strength', 'detail', 'seen_to'])
      .where('property', 'in', [...properties])
      .orderBy('id'),
  );
  const standing = new Map<number, Saying[]>();
  const gone = new Map<number, Saying[]>();
  for (const [record, property, value, kind, strength, detail, seenTo] of rows) {
    const into = seenTo === null ? standing : gone;
    const saying = { property, value, kind, strength, detail: detail === null ? null : JSON.parse(detail) };
    const held = into.get(record);
    if (held === undefined) into.set(record, [saying]);
    else held.push(saying);
  }
  return records.flatMap(([id, list, reference, entity]): readonly SayingRecord[] => {
    const sayings = standing.get(id) ?? gone.get(id);
    return sayings === undefined
      ? []
      : [{ list, reference, entity, schema: schemas.get(id) ?? null, sayings }];
  });
}
