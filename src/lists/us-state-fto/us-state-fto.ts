import type { ListInfo, RecordPart, Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { type HtmlPage, type HtmlTable, readPage } from '../html.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import { monthFirstDate } from '../printed-date.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { readNameCell } from './name-cell.ts';

/** The Foreign Terrorist Organizations, as the Department of State shows them. */
export const US_STATE_FTO: ListInfo = {
  id: 'us-state-fto',
  title: 'Foreign Terrorist Organizations',
  authority: { id: 'us-state', name: 'United States Department of State', country: 'US' },
  effect:
    'Knowingly giving material support is a crime, members may not enter, and financial institutions block funds.',
  url: 'https://www.state.gov/foreign-terrorist-organizations/',
  licence: 'United States public domain',
  parts: ['main'],
  staleAfterDays: 30,
};

/** What a column holds, by the words above it; the page has changed them over the years. */
const COLUMNS: readonly (readonly [pattern: RegExp, column: Column])[] = [
  [/^(?:name|organi[sz]ation)s?(?: of (?:the )?organi[sz]ations?)?$/i, 'name'],
  [/^date (?:implemented|designated|listed|of designation)$/i, 'designated'],
  [/^date (?:removed|delisted|revoked|of removal)$/i, 'removed'],
  [/^date originally (?:designated|listed|implemented)$/i, 'designated'],
];

type Column = 'name' | 'designated' | 'removed';
type Layout = readonly Column[];

/**
 * Reads the page of Foreign Terrorist Organizations: the designated, and the delisted with the days of both. The
 * key is made of the name that a row begins with (`lashkar-e-tayyiba`).
 */
export const usStateFto: ListReader = {
  info: US_STATE_FTO,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(US_STATE_FTO.id, files);
    const page = await pageOf(file, limits);
    return snapshotOf({
      list: US_STATE_FTO.id,
      parts: US_STATE_FTO.parts,
      published: null,
      read: (log) => {
        log.file(US_STATE_FTO.parts, file.name, page.sha256);
        return readList(page, file, limits, log);
      },
    });
  },
};

/** The page. Throws `ENT_LIST_OTHER` when none of its tables has the columns of the designated. */
async function pageOf(file: SourceFile, limits: Limits): Promise<HtmlPage> {
  const page = await readPage(US_STATE_FTO.id, file, limits);
  const layouts = page.tables.flatMap(({ rows }) => rows.flatMap((row) => layoutOf(row, file) ?? []));
  if (layouts.length > 0) return page;
  const why = 'it has no table of names with the days on which they were designated';
  throw listsError('ENT_LIST_OTHER', { list: US_STATE_FTO.id, why }, { place: { file: file.name } });
}

/** What the cells of a header stand for; `null` for a row that is none. Throws for a column that is not known. */
function layoutOf(cells: readonly string[], file: SourceFile): Layout | null {
  const columns = cells.map((cell) => COLUMNS.find(([pattern]) => pattern.test(cell))?.[1]);
  if (!columns.includes('name') || !columns.includes('designated')) return null;
  const strange = columns.indexOf(undefined);
  if (strange < 0) return columns.filter((column) => column !== undefined);
  const field = `column ${(cells[strange] ?? '').slice(0, 80)}`;
  throw listsError('ENT_LIST_FIELD', { field }, { place: { file: file.name } });
}

async function* readList({ tables }: HtmlPage, file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  yield keyedOnce(apart(rowsOf(tables, file, log)), file, limits);
}

interface Row extends PlacedRecord {
  readonly removed: string | null;
}

function* rowsOf(tables: readonly HtmlTable[], file: SourceFile, log: ReadingLog): Generator<Row> {
  for (const [index, { rows }] of tables.entries()) {
    let layout: Layout | null = null;
    for (const [number, cells] of rows.entries()) {
      const header = layoutOf(cells, file);
      layout = header ?? layout;
      const blank = cells.every((cell) => cell === '') || (cells.length === 1 && (layout?.length ?? 0) > 1);
      if (header !== null || layout === null || blank) continue;
      const place = { file: file.name, path: `table ${index + 1} row ${number + 1}` };
      yield readRow(layout, cells, { log, place });
    }
  }
}

function readRow(layout: Layout, cells: readonly string[], at: At): Row {
  const { place } = at;
  if (cells.length !== layout.length) {
    const why = `${cells.length} cells, where the table has ${layout.length} columns`;
    throw listsError('ENT_LIST_ROW', { why }, { place });
  }
  const text = (column: Column) => tidy(cells[layout.indexOf(column)] ?? '', at);
  const day = (column: Column, property: Statement['property']) => {
    const value = monthFirstDate(text(column));
    if (value !== null) return statement(property, value, column, { original: text(column) });
    const detail = { field: column, value: text(column), expected: 'a day like July 18, 2025' };
    throw listsError('ENT_LIST_VALUE', detail, { place });
  };
  const { name, statements } = readNameCell(text('name'), at);
  const key = nameKey(name);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place });
  const removed = layout.includes('removed') ? [day('removed', 'delistedOn')] : [];
  const record: RecordPart = {
    key,
    part: 'main',
    schema: 'Organization',
    statements: [...statements, day('designated', 'listedOn'), ...removed],
  };
  return { record, place, removed: removed[0]?.value ?? null };
}

/**
 * An organisation that was delisted and designated again stands in both tables. Its earlier time is a record of
 * its own, with the day of its end in the key, since an end that is stated in a record is that of the listing.
 */
function* apart(rows: Iterable<Row>): Generator<PlacedRecord> {
  const met = new Set<string>();
  for (const { record, place, removed } of rows) {
    const again = removed !== null && met.has(record.key);
    met.add(record.key);
    yield { place, record: again ? { ...record, key: `${record.key}~${removed}` } : record };
  }
}
