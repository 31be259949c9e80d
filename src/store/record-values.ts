import type { TimePoint } from '../kernel/index.ts';
import type { KnownStatement } from './designation.ts';
import type { KnownRecord } from './history.ts';
import { printedOn } from './name-validity.ts';

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

/**
 * What a source record says for a question about `asOf` (`null`: now): the statements that its list prints
 * or may print that day, in the order of the source. Of an entry that had left its list, or was not yet on it, what it last
 * (or first) said, so that an entry always says who it is about.
 */
export function statementsHeldOn(record: KnownRecord, asOf: TimePoint | null): readonly KnownStatement[] {
  const { history } = record;
  const held = history.statements.filter((statement) => {
    const status = printedOn(history, statement, asOf);
    return status === 'listed' || status === 'unclear';
  });
  if (held.length > 0) return held;
  const moment = history.statements
    .map((statement) => statement.seen.to)
    .reduce(
      (last, to) => (to === null || (last !== null && last > to) ? last : to),
      null as TimePoint | null,
    );
  const last = history.statements.filter((statement) => statement.seen.to === moment);
  return last.length > 0 ? last : history.statements;
}
