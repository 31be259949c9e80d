import type { ListInfo, RecordPart } from '../../kernel/index.ts';
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
import { type Columns, columnsOf } from './columns.ts';
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
    const columns = await headerOf(file, limits);
    return snapshotOf({
      list: US_CSL.id,
      parts: US_CSL.parts,
      published: null,
      read: (log) => readList(file, columns, limits, log),
    });
  },
};

async function headerOf(file: SourceFile, limits: Limits): Promise<Columns> {
  if (await looksLikeXml(file, limits)) {
    const detail = { list: US_CSL.id, why: 'it is XML, and the list comes as CSV' };
    throw listsError('ENT_LIST_OTHER', detail, { place: { file: file.name } });
  }
  for await (const [first] of readCsv(file, limits)) {
    if (first !== undefined) return columnsOf(US_CSL.id, first.cells, { file: file.name, line: first.line });
  }
  throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}

async function* readList(file: SourceFile, columns: Columns, limits: Limits, log: ReadingLog): Batches {
  const seen = new Set<string>();
  let open: RecordPart | undefined;
  const onEnd = (sha256: string) => log.file(US_CSL.parts, file.name, sha256);
  for await (const rows of readCsv(file, limits, { onEnd })) {
    const batch: RecordPart[] = [];
    for (const { cells, row, line } of rows) {
      const place = { file: file.name, line, path: `row ${row}` };
      if (row === 1) continue;
      if (cells.length !== columns.count) {
        const why = `${cells.length} columns, and the header has ${columns.count}: the file is cut short or damaged`;
        throw listsError('ENT_LIST_ROW', { why }, { place });
      }
      if (columns.isHeader(cells)) {
        log.note('row-skipped', place, 'the header once more');
        continue;
      }
      const record = readRow(columns, cells, { log, place });
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
  if (open === undefined) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  yield [open];
}

function merged(first: RecordPart, second: RecordPart): RecordPart {
  return { ...first, statements: distinct([...first.statements, ...second.statements]) };
}
