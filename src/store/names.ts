import {
  answeredAt,
  type Clocks,
  type NameKind,
  type Schema,
  type Strength,
  type TimePoint,
} from '../kernel/index.ts';
import type { Db } from './dialect.ts';

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
  db: Db,
  clocks: Clocks,
  lists: readonly string[] | null,
): Promise<readonly NameRow[]> {
  const until = clocks.knownAt === null ? '9999' : answeredAt(clocks.knownAt);
  let query = db
    .selectFrom('statement')
    .innerJoin('source_record', 'source_record.id', 'statement.record_id')
    .innerJoin('entity', 'entity.id', 'source_record.entity_id')
    .select([
      'statement.id',
      'record_id',
      'canonical',
      'list_id',
      'reference',
      'value',
      'kind',
      'strength',
      'valid_from',
      'valid_to',
      'seen_from',
      'seen_to',
    ])
    .where('property', '=', 'name')
    .where('seen_from', '<=', until)
    .orderBy('statement.id');
  if (clocks.asOf === null)
    query = query.where((where) => where.or([where('seen_to', 'is', null), where('seen_to', '>', until)]));
  if (lists !== null) query = query.where('list_id', 'in', [...lists]);
  const rows = await query.execute();
  const schemas = await schemasKnown(db, until);
  return rows.map((row) => ({
    id: row.id,
    record: row.record_id,
    entity: row.canonical,
    list: row.list_id,
    reference: row.reference,
    schema: schemas.get(row.record_id) ?? null,
    text: row.value,
    kind: (row.kind ?? 'alias') as NameKind,
    strength: (row.strength ?? 'unstated') as Strength,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    seenFrom: row.seen_from,
    seenTo: row.seen_to !== null && row.seen_to <= until ? row.seen_to : null,
  }));
}

async function schemasKnown(db: Db, until: TimePoint): Promise<ReadonlyMap<number, Schema>> {
  const rows = await db
    .selectFrom('record_run')
    .select(['record_id', 'schema'])
    .where('schema', 'is not', null)
    .where('seen_from', '<=', until)
    .orderBy('seen_from')
    .execute();
  return new Map(rows.map((row) => [row.record_id, row.schema as Schema]));
}
