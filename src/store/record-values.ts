import type { KnownStatement } from './designation.ts';
import type { KnownRecord } from './history.ts';

/** The statements of a property that stand in the newest observation, else the last that stood. */
export function current(
  record: KnownRecord,
  property: KnownStatement['property'],
): readonly KnownStatement[] {
  const all = record.history.statements.filter((statement) => statement.property === property);
  const open = all.filter((statement) => statement.seen.to === null);
  return open.length > 0 ? open : all;
}

/** The distinct values of a property that stand now, else that last stood. */
export function valuesOf(record: KnownRecord, property: KnownStatement['property']): readonly string[] {
  return [...new Set(current(record, property).map((statement) => statement.value))];
}

/** The first of {@link valuesOf}; `null` when there is none. */
export function firstValueOf(record: KnownRecord, property: KnownStatement['property']): string | null {
  return valuesOf(record, property)[0] ?? null;
}

/** The name that a source record goes by: its primary name, else the first that it has. */
export function primaryName(record: KnownRecord): string | null {
  const names = current(record, 'name');
  return (names.find((name) => name.kind === 'primary') ?? names[0])?.value ?? null;
}
