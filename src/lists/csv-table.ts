import type { Place } from '../kernel/index.ts';
import { type Columns, columnsOf } from './columns.ts';
import { readCsv } from './csv.ts';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { looksLikeXml } from './looks-like-xml.ts';
import type { ReadingLog } from './reading-log.ts';
import type { SourceFile } from './source-file.ts';

/** A CSV file whose header was read. */
export interface CsvTable<Column extends string> {
  readonly file: SourceFile;
  readonly limits: Limits;
  readonly columns: Columns<Column>;
  /** What stands above the header: its cells, or `null` where the header is the first row. */
  readonly above: readonly string[] | null;
}

/** How a file of a list is laid out. */
export interface CsvLayout<Column extends string> {
  readonly list: string;
  readonly columns: readonly Column[];
  /** Columns that a file may lack. */
  readonly optional?: readonly Column[];
  /** Whether the first row is one that stands above the header. */
  readonly isAbove?: (cells: readonly string[]) => boolean;
}

/** One row below the header, as long as the header is. */
export interface TableRow<Column extends string> {
  readonly cell: (column: Column) => string;
  readonly cells: readonly string[];
  readonly place: Place;
}

/**
 * Reads the header of a file. Throws `ENT_LIST_OTHER` for XML and for a header without a column of the list,
 * `ENT_LIST_FIELD` for one with another, `ENT_LIST_EMPTY`, and what {@link readCsv} throws.
 */
export async function openTable<Column extends string>(
  file: SourceFile,
  limits: Limits,
  layout: CsvLayout<Column>,
): Promise<CsvTable<Column>> {
  const { list, columns, optional, isAbove } = layout;
  if (await looksLikeXml(file, limits)) {
    const detail = { list, why: 'it is XML, and is read as CSV here' };
    throw listsError('ENT_LIST_OTHER', detail, { place: { file: file.name } });
  }
  let above: readonly string[] | null = null;
  for await (const rows of readCsv(file, limits)) {
    for (const { cells, row, line } of rows) {
      if (row === 1 && isAbove?.(cells) === true) {
        above = cells;
        continue;
      }
      const place = { file: file.name, line };
      return { file, limits, above, columns: columnsOf(list, columns, cells, place, optional) };
    }
  }
  throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}

/**
 * The rows below the header, in batches. A row that repeats the header is left out with a note. Throws
 * `ENT_LIST_ROW` for a row of another length: the file is cut short or damaged.
 */
export async function* tableRows<Column extends string>(
  table: CsvTable<Column>,
  parts: readonly string[],
  log: ReadingLog,
): AsyncGenerator<readonly TableRow<Column>[], void, undefined> {
  const { file, limits, columns, above } = table;
  const header = above === null ? 1 : 2;
  const onEnd = (sha256: string) => log.file(parts, file.name, sha256);
  for await (const rows of readCsv(file, limits, { onEnd })) {
    yield rows.flatMap(({ cells, row, line }) => {
      if (row <= header) return [];
      const place = { file: file.name, line, path: `row ${row}` };
      if (cells.length !== columns.count) {
        const why = `${cells.length} columns, and the header has ${columns.count}: the file is cut short or damaged`;
        throw listsError('ENT_LIST_ROW', { why }, { place });
      }
      if (columns.isHeader(cells)) {
        log.note('row-skipped', place, 'the header once more');
        return [];
      }
      return [{ cells, place, cell: (column: Column) => columns.cell(cells, column) }];
    });
  }
}
