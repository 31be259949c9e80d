import type { EntityAnswer } from '../../../../src/contract/index.ts';

/** An edge to something else, as one source states it. */
export interface Relation {
  readonly type: string;
  /** What is printed. */
  readonly target: string;
  /** The source key to open, where the statement names one. */
  readonly key: string | null;
  readonly times: string;
  readonly record: string;
  readonly source: string | null;
}

/** The relations that the entity's records state: the starter record's, and what lists print as linked to. */
export function relationsOf(entity: EntityAnswer): readonly Relation[] {
  return entity.records.flatMap((record) =>
    record.statements
      .filter(
        ({ property, seen }) => (property === 'relation' || property === 'linkedTo') && seen.to === null,
      )
      .map((statement) => {
        const times = [statement.validFrom, statement.validTo];
        const named = statement.detail?.name;
        return {
          type: statement.detail?.type ?? statement.property,
          target: named ?? statement.value,
          key: statement.property === 'relation' ? keyOf(statement.value) : null,
          times: times.every((time) => time === undefined) ? '' : times.map((time) => time ?? '').join(' – '),
          record: record.key,
          source: statement.source ?? null,
        };
      }),
  );
}

/** A record's slug, or a whole source key, as the key that `/entities` takes. */
function keyOf(value: string): string | null {
  if (/^[a-z0-9-]+:.+$/i.test(value)) return value;
  return /^[a-z0-9-]+$/.test(value) ? `record:${value}` : null;
}
