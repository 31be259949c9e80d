import type { ListInfo, Schema } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { tidy } from '../tidy.ts';
import { readSheets, type Sheet } from '../xlsx.ts';
import { columnOf, slugOf } from './columns.ts';
import { readRow, type TitledColumn } from './row.ts';

const AUTHORITY = {
  id: 'il-nbctf',
  name: 'Israeli National Bureau for Counter Terror Financing',
  country: 'IL',
};

/** The organisations that Israel has declared. */
export const IL_NBCTF: ListInfo = {
  id: 'il-nbctf',
  title: 'Declared terrorist organisations',
  authority: AUTHORITY,
  effect: 'Property may be seized; dealing with it is a crime.',
  url: 'https://nbctf.mod.gov.il/',
  licence: 'Not stated',
  parts: ['main'],
  staleAfterDays: 30,
};

/** The persons whom Israel has declared, a workbook of its own. */
export const IL_NBCTF_INDIVIDUALS: ListInfo = {
  ...IL_NBCTF,
  id: 'il-nbctf-individuals',
  title: 'Declared individuals (terrorist operatives)',
};

/**
 * Reads the workbook of organisations. Its header is in one of the first rows; names are in Hebrew, English and Arabic, and
 * an entry that was cancelled says so, with the day, where the day of its designation stood. The key is the bureau's
 * number of an entry, or the name where it has none.
 */
export const ilNbctf: ListReader = readerOf(IL_NBCTF, 'Organization', /^organi[sz]ation_name/);

/** Reads the workbook of individuals, which is laid out likewise. */
export const ilNbctfIndividuals: ListReader = readerOf(IL_NBCTF_INDIVIDUALS, 'Person', /^name_of_individual/);

const DEEPEST_HEADER = 10;

function readerOf(info: ListInfo, schema: Schema, names: RegExp): ListReader {
  const headerAt = ({ rows }: Sheet) =>
    rows.slice(0, DEEPEST_HEADER).findIndex((cells) => cells.some((cell) => names.test(slugOf(cell))));
  const read = async function* (file: SourceFile, limits: Limits, log: ReadingLog): Batches {
    const sheets = await readSheets(info.id, file, limits, (sha256) =>
      log.file(info.parts, file.name, sha256),
    );
    const records = sheets.flatMap((sheet) => {
      const header = headerAt(sheet);
      if (header >= 0) return recordsOf(sheet, header, file, log);
      if (sheet.rows.length > 0)
        log.note('row-skipped', { file: file.name, path: `sheet ${sheet.name}` }, 'a sheet without a table');
      return [];
    });
    yield keyedOnce(records, file, limits);
  };
  const recordsOf = (
    sheet: Sheet,
    header: number,
    file: SourceFile,
    log: ReadingLog,
  ): readonly PlacedRecord[] => {
    const placeOf = (row: number) => ({ file: file.name, path: `sheet ${sheet.name} row ${row + 1}` });
    const columns = (sheet.rows[header] ?? []).map((words, index): TitledColumn => {
      const title = tidy(words, { log, place: placeOf(header) });
      if (title === '') return { title: `column ${index + 1}`, column: { is: 'unnamed' } };
      const column = columnOf(title);
      if (column !== undefined) return { title, column };
      throw listsError(
        'ENT_LIST_FIELD',
        { field: `column ${title.slice(0, 80)}` },
        { place: placeOf(header) },
      );
    });
    return sheet.rows.flatMap((cells, index) => {
      if (index <= header) return [];
      const place = placeOf(index);
      const record = readRow(cells, columns, schema, { log, place });
      return record === null ? [] : [{ record, place }];
    });
  };
  return {
    info,
    open: async (files, caps) => {
      const limits = { ...LIMITS, ...caps };
      const file = onlyFile(info.id, files);
      const sheets = await readSheets(info.id, file, limits);
      if (!sheets.some((sheet) => headerAt(sheet) >= 0)) {
        const why = `none of its sheets has a column of the names of ${schema === 'Person' ? 'individuals' : 'organizations'}`;
        throw listsError('ENT_LIST_OTHER', { list: info.id, why }, { place: { file: file.name } });
      }
      return snapshotOf({
        list: info.id,
        parts: info.parts,
        published: null,
        read: (log) => read(file, limits, log),
      });
    },
  };
}
