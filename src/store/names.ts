import type { Clocks, NameKind, Schema, Strength, TimePoint } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';
import { lastSeenBy, standsAt } from './timeline.ts';

/** A name that the record holds, with what a screening needs to know of it. */
export interface NameRow {
  /** The statement's id: stable within one store. */
  readonly id: number;
  readonly record: number;
  readonly entity: string;
  readonly list: string;
  readonly reference: string;
  readonly schema: Schema | null;
  readonly text: string;
  readonly kind: NameKind;
  readonly strength: Strength;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly seenFrom: TimePoint;
  /** `null` while it stands there, as known at the moment asked about. */
  readonly seenTo: TimePoint | null;
}

/**
 * All names known at a moment, those of entries that have left their list included when a day is asked about
 * (they may have been on it that day), else only those that stand in the newest snapshot. `lists` narrows.
 */
export async function namesKnown(
  dialect: Dialect,
  clocks: Clocks,
  lists: readonly string[] | null,
): Promise<readonly NameRow[]> {
  const until = lastSeenBy(clocks.knownAt);
  const records = await recordsOf(dialect, lists, until);
  let query = dialect.db
    .selectFrom('statement')
    .select([
      'id',
      'record_id',
      'value',
      'kind',
      'strength',
      'valid_from',
      'valid_to',
      'seen_from',
      'seen_to',
    ])
    .where('property', '=', 'name');
  query = clocks.asOf === null ? query.where(standsAt(until)) : query.where('seen_from', '<=', until);
  const rows = await dialect.arrays<StatementArray>(query);
  return rows
    .flatMap(([id, record, text, kind, strength, validFrom, validTo, seenFrom, seenTo]): NameRow[] => {
      const of = records.get(record);
      if (of === undefined) return [];
      const stands = seenTo === null || seenTo > until;
      return [
        {
          id,
          record,
          entity: of.entity,
          list: of.list,
          reference: of.reference,
          schema: of.schema,
          text,
          kind: kind ?? 'alias',
          strength: strength ?? 'unstated',
          validFrom,
          validTo,
          seenFrom,
          seenTo: stands ? null : seenTo,
        },
      ];
    })
    .sort((a, b) => a.id - b.id);
}

type StatementArray = readonly [
  id: number,
  record: number,
  text: string,
  kind: NameKind | null,
  strength: Strength | null,
  validFrom: string | null,
  validTo: string | null,
  seenFrom: TimePoint,
  seenTo: TimePoint | null,
];

interface OfRecord {
  readonly entity: string;
  readonly list: string;
  readonly reference: string;
  readonly schema: Schema | null;
}

/** The source records of the lists, with what each was last known to be about. */
async function recordsOf(
  dialect: Dialect,
  lists: readonly string[] | null,
  until: TimePoint,
): Promise<ReadonlyMap<number, OfRecord>> {
  const schemas = new Map(
    await dialect.arrays<readonly [number, Schema]>(
      dialect.db
        .selectFrom('record_run')
        .select(['record_id', 'schema'])
        .where('schema', 'is not', null)
        .where('seen_from', '<=', until)
        .orderBy('seen_from'),
    ),
  );
  let query = dialect.db
    .selectFrom('source_record')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .select(['source_record.id', 'canonical', 'list_id', 'reference']);
  if (lists !== null) query = query.where('list_id', 'in', [...lists]);
  const rows = await dialect.arrays<readonly [number, string, string, string]>(query);
  return new Map(
    rows.map(([id, entity, list, reference]) => [
      id,
      { entity, list, reference, schema: schemas.get(id) ?? null },
    ]),
  );
}
