import type { Place } from '../kernel/index.ts';
import { listsError } from './errors.ts';

/** A header that was read: where each column stands. */
export interface Columns<Column extends string> {
  readonly count: number;
  /** The cell of a column, `''` where the file does not have the column. */
  readonly cell: (cells: readonly string[], column: Column) => string;
  /** Whether a row is the header again. */
  readonly isHeader: (cells: readonly string[]) => boolean;
}

/**
 * Reads a header with the columns of a list in any order. Throws `ENT_LIST_OTHER` when it lacks one that is not
 * among the optional, and `ENT_LIST_FIELD` when it has one more, or one twice.
 */
export function columnsOf<Column extends string>(
  list: string,
  known: readonly Column[],
  header: readonly string[],
  place: Place,
  optional: readonly Column[] = [],
): Columns<Column> {
  const names = header.map(squeezed);
  const missing = known.find((column) => !optional.includes(column) && !names.includes(column));
  if (missing !== undefined) {
    const why = `its first row has no column ${missing}`;
    throw listsError('ENT_LIST_OTHER', { list, why }, { place });
  }
  const strange = names.find(
    (name, at) => !known.some((column) => column === name) || names.indexOf(name) !== at,
  );
  if (strange !== undefined) {
    throw listsError('ENT_LIST_FIELD', { field: `column ${strange.slice(0, 80)}` }, { place });
  }
  const index = new Map(names.map((name, at) => [name, at]));
  return {
    count: names.length,
    cell: (cells, column) => cells[index.get(column) ?? -1] ?? '',
    isHeader: (cells) => cells.every((cell, at) => squeezed(cell) === names[at]),
  };
}

function squeezed(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
