import type { Place } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { HtmlTable } from './html.ts';

/** What the words above a column say that it holds. Words that no pattern fits are refused. */
export type ColumnPatterns<Column extends string> = readonly (readonly [pattern: RegExp, column: Column])[];

/** How the tables of a page are laid out that hold its list. */
export interface TableLayout<Column extends string> {
  /** The list, for refusals. */
  readonly list: string;
  readonly columns: ColumnPatterns<Column>;
  /** The columns that make a row a header. */
  readonly needed: readonly Column[];
}

/** A row below a header. */
export interface TitledRow<Column extends string> {
  /** Its text in a column, `''` where the table does not have the column. */
  readonly cell: (column: Column) => string;
  /** Whether its table has a column. */
  readonly has: (column: Column) => boolean;
  readonly place: Place;
  /** The text before its table. */
  readonly before: string;
}

/**
 * The rows of those tables of a page that have the columns of a list in any order, below their headers. Rows without
 * text are left out, and so are rows of one cell, which are captions. Throws `ENT_LIST_OTHER` when no table has the
 * needed columns, `ENT_LIST_FIELD` for a column that is not known, and `ENT_LIST_ROW` for a row of another length.
 */
export function titledRows<Column extends string>(
  tables: readonly HtmlTable[],
  layout: TableLayout<Column>,
  file: string,
): readonly TitledRow<Column>[] {
  let tablesMet = 0;
  const rows = tables.flatMap((table, index) => {
    let columns: readonly (Column | null)[] | null = null;
    return table.rows.flatMap((cells, number) => {
      const place = { file, path: `table ${index + 1} row ${number + 1}` };
      const header = headerOf(cells, layout, place);
      if (header !== null) {
        tablesMet += 1;
        columns = header;
        return [];
      }
      if (columns === null || cells.length < 2 || cells.every((cell) => cell === '')) return [];
      return [rowOf(cells, columns, place, table.before)];
    });
  });
  if (tablesMet > 0) return rows;
  const why = `it has no table with the columns ${layout.needed.join(' and ')}`;
  throw listsError('ENT_LIST_OTHER', { list: layout.list, why }, { place: { file } });
}

function rowOf<Column extends string>(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  place: Place,
  before: string,
): TitledRow<Column> {
  if (cells.length !== columns.length) {
    const why = `${cells.length} cells, where the table has ${columns.length} columns`;
    throw listsError('ENT_LIST_ROW', { why }, { place });
  }
  return {
    place,
    before,
    has: (column) => columns.includes(column),
    cell: (column) => cells[columns.indexOf(column)] ?? '',
  };
}

/** What the cells of a header stand for, `null` for one without words; `null` for a row that is no header. */
function headerOf<Column extends string>(
  cells: readonly string[],
  { columns, needed }: TableLayout<Column>,
  place: Place,
): readonly (Column | null)[] | null {
  const found = cells.map((cell) => columns.find(([pattern]) => pattern.test(cell))?.[1] ?? null);
  if (!needed.every((column) => found.includes(column))) return null;
  const strange = cells.find(
    (cell, at) => cell !== '' && (found[at] === null || found.indexOf(found[at] ?? null) !== at),
  );
  if (strange === undefined) return found;
  throw listsError('ENT_LIST_FIELD', { field: `column ${strange.slice(0, 80)}` }, { place });
}
