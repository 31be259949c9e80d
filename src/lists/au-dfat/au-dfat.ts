import type { ListInfo, Place, RecordPart, Statement } from '../../kernel/index.ts';
import { type Columns, columnsOf } from '../columns.ts';
import { readCsv } from '../csv.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { looksLikeXml } from '../looks-like-xml.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { distinct } from '../statements.ts';
import { looksLikeWorkbook, readSheets } from '../xlsx.ts';
import { COLUMNS, type Column } from './columns.ts';
import { Row } from './row.ts';

/** Australia's Consolidated List. */
export const AU_DFAT: ListInfo = {
  id: 'au-dfat',
  title: 'Australian Sanctions Consolidated List',
  authority: { id: 'au-dfat', name: 'Australian Department of Foreign Affairs and Trade', country: 'AU' },
  effect: 'As each entry says; targeted financial sanctions, a travel ban, an arms embargo.',
  url: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
  licence: 'DFAT terms',
  parts: ['main'],
  staleAfterDays: 7,
};

/**
 * Reads the sheet of the list, as the publisher's workbook (XLSX) or saved as CSV; both give equal statements. The key
 * is the number of an entry's references (`8793`).
 */
export const auDfat: ListReader = {
  info: AU_DFAT,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(AU_DFAT.id, files);
    const rowsOf = (await looksLikeWorkbook(file, limits)) ? workbookRows : csvRows;
    const columns = await headerOf(file, rowsOf(file, limits));
    return snapshotOf({
      list: AU_DFAT.id,
      parts: AU_DFAT.parts,
      published: null,
      read: (log) => readSheet(file, columns, limits, rowsOf, log),
    });
  },
};

/** A row of the sheet and where it stands. */
interface PlacedRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly place: Place;
}

type Rows = AsyncGenerator<readonly PlacedRow[], void, undefined>;
type RowsOf = (file: SourceFile, limits: Limits, onEnd?: (sha256: string) => void) => Rows;

async function* csvRows(file: SourceFile, limits: Limits, onEnd?: (sha256: string) => void): Rows {
  if (await looksLikeXml(file, limits)) {
    const detail = { list: AU_DFAT.id, why: 'it is XML, and the sheet is read as CSV' };
    throw listsError('ENT_LIST_OTHER', detail, { place: { file: file.name } });
  }
  for await (const rows of readCsv(file, limits, onEnd === undefined ? {} : { onEnd })) {
    yield rows.map(({ cells, row, line }) => ({
      cells,
      row,
      place: { file: file.name, line, path: `row ${row}` },
    }));
  }
}

/** The rows of the first sheet; the list has one. */
async function* workbookRows(file: SourceFile, limits: Limits, onEnd?: (sha256: string) => void): Rows {
  const [sheet] = await readSheets(AU_DFAT.id, file, limits, onEnd);
  const rows = (sheet?.rows ?? []).map((cells, index) => ({
    cells,
    row: index + 1,
    place: { file: file.name, path: `row ${index + 1}` },
  }));
  yield rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

async function headerOf(file: SourceFile, rows: Rows): Promise<Columns<Column>> {
  for await (const [first] of rows) {
    if (first === undefined) continue;
    return columnsOf(AU_DFAT.id, COLUMNS, first.cells, first.place);
  }
  throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}

/** An entry whose rows are still being met. */
interface Entry {
  readonly schema: RecordPart['schema'] & string;
  /** What its rows say beside the name; mostly all say the same. */
  readonly said: Set<string>;
  readonly statements: Statement[];
}

/**
 * The rows of an entry need not stand together, so the entries are held until the last row has been read. An
 * entry is held once, however many names it has.
 */
async function* readSheet(
  file: SourceFile,
  columns: Columns<Column>,
  limits: Limits,
  rowsOf: RowsOf,
  log: ReadingLog,
): Batches {
  const entries = new Map<string, Entry>();
  const references = new Set<string>();
  const onEnd = (sha256: string) => log.file(AU_DFAT.parts, file.name, sha256);
  for await (const rows of rowsOf(file, limits, onEnd)) {
    for (const { cells, row, place } of rows) {
      if (row === 1) continue;
      if (cells.length !== columns.count) {
        const why = `${cells.length} columns, and the header has ${columns.count}: the file is cut short or damaged`;
        throw listsError('ENT_LIST_ROW', { why }, { place });
      }
      const one = new Row(columns, cells, { log, place });
      if (references.has(one.reference)) {
        throw listsError('ENT_LIST_KEY_TWICE', { key: one.reference }, { place });
      }
      references.add(one.reference);
      take(entries, one);
    }
  }
  if (entries.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  yield [...entries].map(([key, { schema, statements }]) => ({
    key,
    part: 'main',
    schema,
    statements: distinct(namesFirst(statements)),
  }));
}

function take(entries: Map<string, Entry>, row: Row): void {
  const { schema } = row;
  const entry = entries.get(row.key) ?? { schema, said: new Set(), statements: [] };
  entries.set(row.key, entry);
  if (entry.schema !== schema) throw row.otherSchema(entry.schema);
  entry.statements.push(...row.names());
  const { rest } = row;
  if (entry.said.has(rest)) return;
  entry.said.add(rest);
  entry.statements.push(...row.facts());
}

function namesFirst(statements: readonly Statement[]): readonly Statement[] {
  const isName = ({ property }: Statement) => property === 'name';
  return [...statements.filter(isName), ...statements.filter((one) => !isName(one))];
}
