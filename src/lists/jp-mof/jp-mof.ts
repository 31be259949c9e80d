import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { type At, tidy } from '../tidy.ts';
import { readSheets, type Sheet } from '../xlsx.ts';
import { columnOf, isHeader } from './columns.ts';
import { type ReadRow, readRow, recordOf, type TitledColumn } from './row.ts';

/** Japan's list of those whose assets are frozen. */
export const JP_MOF: ListInfo = {
  id: 'jp-mof',
  title: 'Targets of economic sanctions under the Foreign Exchange and Foreign Trade Act',
  authority: { id: 'jp-mof', name: 'Japanese Ministry of Finance', country: 'JP' },
  effect: 'Payments to the listed and capital transactions with them need a permission.',
  url: 'https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html',
  licence: 'Public Data License 1.0 (Japan)',
  parts: ['main'],
  staleAfterDays: 14,
};

/** A header stands near the top of its sheet; below that a sheet has none. */
const DEEPEST_HEADER = 20;

/**
 * Reads the workbook of the list: a sheet for each programme, whose title stands above a header in Japanese. The key is
 * the reference of the United Nations where the row prints one; else the name of the sheet and the English name, and
 * for a namesake the number in the notice behind it. Sheets without a table are left out with a note.
 */
export const jpMof: ListReader = {
  info: JP_MOF,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(JP_MOF.id, files);
    const sheets = await readSheets(JP_MOF.id, file, limits);
    if (!sheets.some((sheet) => headerAt(sheet) >= 0)) {
      const why = 'none of its sheets has a column 告示日付 (day of the notice)';
      throw listsError('ENT_LIST_OTHER', { list: JP_MOF.id, why }, { place: { file: file.name } });
    }
    return snapshotOf({
      list: JP_MOF.id,
      parts: JP_MOF.parts,
      published: null,
      read: (log) => readList(file, limits, log),
    });
  },
};

function headerAt({ rows }: Sheet): number {
  return rows.slice(0, DEEPEST_HEADER).findIndex(isHeader);
}

async function* readList(file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  const sheets = await readSheets(JP_MOF.id, file, limits, (sha256) =>
    log.file(JP_MOF.parts, file.name, sha256),
  );
  const records = new Map<string, RecordPart>();
  for (const sheet of sheets) {
    const header = headerAt(sheet);
    if (header < 0) {
      const place = { file: file.name, path: `sheet ${sheet.name}` };
      log.note('row-skipped', place, 'a sheet without a table');
      continue;
    }
    for (const { row, at } of rowsOf(sheet, header, file, log)) {
      const key = keysOf(row, sheet.name).find((one) => !records.has(one));
      if (key === undefined)
        throw listsError(
          'ENT_LIST_KEY_TWICE',
          { key: keysOf(row, sheet.name).at(-1) ?? '' },
          { place: at.place },
        );
      records.set(key, recordOf(key, row));
    }
  }
  if (records.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  if (records.size > limits.records)
    throw listsError(
      'ENT_LIST_TOO_LARGE',
      { what: 'records', cap: limits.records },
      { place: { file: file.name } },
    );
  yield [...records.values()];
}

function* rowsOf(
  sheet: Sheet,
  header: number,
  file: SourceFile,
  log: ReadingLog,
): Generator<{ readonly row: ReadRow; readonly at: At }> {
  const at = (row: number): At => ({
    log,
    place: { file: file.name, path: `sheet ${sheet.name} row ${row + 1}` },
  });
  const columns = (sheet.rows[header] ?? []).map((words) => titledColumn(words, at(header)));
  const section = sectionOf(sheet, header, at(0));
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= header || cells.every((cell) => cell.trim() === '')) continue;
    if (isHeader(cells)) {
      log.note('row-skipped', at(index).place, 'the header once more');
      continue;
    }
    const strange = cells.findIndex((cell, place) => (columns[place] ?? null) === null && cell.trim() !== '');
    if (strange >= 0) {
      const why = `a cell in column ${strange + 1}, which has no title`;
      throw listsError('ENT_LIST_ROW', { why }, { place: at(index).place });
    }
    yield { row: readRow(cells, columns, section, at(index)), at: at(index) };
  }
}

function titledColumn(words: string, { place, log }: At): TitledColumn | null {
  const title = tidy(words, { place, log });
  if (title === '') return null;
  const column = columnOf(title);
  if (column === undefined)
    throw listsError('ENT_LIST_FIELD', { field: `column ${title.slice(0, 80)}` }, { place });
  return { title, column };
}

/** The title of a sheet, above its header, or else its name. */
function sectionOf({ name, rows }: Sheet, header: number, at: At): string {
  const above = rows
    .slice(0, header)
    .flat()
    .map((cell) => tidy(cell, at));
  return above.filter((cell) => cell !== '').join(' / ') || name;
}

/** The keys that a row may have, the best first. */
function keysOf({ unReference, name, number }: ReadRow, sheet: string): readonly string[] {
  const named = `${nameKey(sheet) || 'sheet'}:${nameKey(name) || name}`;
  return [
    ...(unReference === null ? [] : [unReference]),
    named,
    ...(number === '' ? [] : [`${named}:${nameKey(number)}`]),
  ];
}
