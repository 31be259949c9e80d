import type { Property, TimePoint } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';
import { lastSeenBy } from './timeline.ts';

/** Properties whose values stand for one bearer: documents, registers, ships, wallets, call signs. */
export const IDENTIFIER_PROPERTIES = ['identifier', 'cryptoWallet', 'callSign'] as const satisfies Property[];

/** An identifier that the record has held of a source record, and from when until when. */
export interface IdentifierRow {
  readonly record: number;
  readonly value: string;
  readonly seenFrom: TimePoint;
  /** `null` while it stands there, as known at the moment asked about. */
  readonly seenTo: TimePoint | null;
}

/** All identifiers known at a moment (`null`: now), those that are gone from their list included, oldest first. */
export async function identifiersKnown(
  dialect: Dialect,
  knownAt: TimePoint | null,
): Promise<readonly IdentifierRow[]> {
  const until = lastSeenBy(knownAt);
  const rows = await dialect.arrays<readonly [number, string, TimePoint, TimePoint | null]>(
    dialect.db
      .selectFrom('statement')
      .select(['record_id', 'value', 'seen_from', 'seen_to'])
      .where('property', 'in', [...IDENTIFIER_PROPERTIES])
      .where('seen_from', '<=', until)
      .orderBy('id'),
  );
  return rows.map(([record, value, seenFrom, seenTo]) => ({
    record,
    value,
    seenFrom,
    seenTo: seenTo === null || seenTo > until ? null : seenTo,
  }));
}
