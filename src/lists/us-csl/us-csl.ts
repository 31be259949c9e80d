import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { type CsvTable, openTable, tableRows } from '../csv-table.ts';
import { listsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import { distinct } from '../statements.ts';
import { ADDED, COLUMNS, type Column } from './columns.ts';
import { readRow } from './row.ts';

/** The Consolidated Screening List. */
export const US_CSL: ListInfo = {
  id: 'us-csl',
  title: 'Consolidated Screening List',
  authority: { id: 'us-commerce', name: 'United States Department of Commerce', country: 'US' },
  effect:
    'A compilation of thirteen lists of three departments; what an entry means is what its own list means.',
  url: 'https://www.trade.gov/consolidated-screening-list',
  licence: 'United States public domain',
  parts: ['main'],
  staleAfterDays: 7,
};

/** Reads the Consolidated Screening List CSV, with its `_id` column (since 2020) or without. */
export const usCsl: ListReader = {
  info: US_CSL,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(US_CSL.id, files);
    const layout = { list: US_CSL.id, columns: COLUMNS, optional: ADDED };
    const table = await openTable(file, limits, layout);
    return snapshotOf({
      list: US_CSL.id,
      parts: US_CSL.parts,
      published: null,
      read: (log) => readList(table, log),
    });
  },
};

async function* readList(table: CsvTable<Column>, log: ReadingLog): Batches {
  const seen = new Set<string>();
  let open: RecordPart | undefined;
  for await (const rows of tableRows(table, US_CSL.parts, log)) {
    const batch: RecordPart[] = [];
    for (const row of rows) {
      const { place } = row;
      const record = readRow(row, { log, place });
      if (open !== undefined && open.key === record.key) {
        log.note('rows-merged', place, `a second row about ${record.key}, read with the one before it`);
        open = merged(open, record);
        continue;
      }
      if (seen.has(record.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: record.key }, { place });
      seen.add(record.key);
      if (open !== undefined) batch.push(open);
      open = record;
    }
    if (batch.length > 0) yield batch;
  }
  if (open === undefined) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: table.file.name } });
  yield [open];
}

function merged(first: RecordPart, second: RecordPart): RecordPart {
  return { ...first, statements: distinct([...first.statements, ...second.statements]) };
}
