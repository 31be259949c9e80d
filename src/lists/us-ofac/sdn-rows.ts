import { type CsvRow, readCsv } from '../csv.ts';
import { listsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { ReadingLog } from '../reading-log.ts';
import type { SourceFile } from '../source-file.ts';
import { type At, tidy } from '../tidy.ts';
import type { SdnFilePart } from './list-info.ts';
import { COLUMNS, isNumber } from './sdn-files.ts';

/** One row: its cells tidied, `null` where it prints `-0-`. Remarks are left as printed. */
export interface SdnRow {
  readonly key: string;
  readonly cells: readonly (string | null)[];
  readonly at: At;
}

/** The rows about one entry, which stand together. */
export type SdnRows = readonly [SdnRow, ...SdnRow[]];

/**
 * The rows of a file of the CSV set, in batches, together where they are about the same entry. Throws
 * `ENT_LIST_ROW` and `ENT_LIST_VALUE` for a row that is not of its part, `ENT_LIST_KEY_TWICE` for an entry
 * that comes back after another, and `ENT_LIST_EMPTY`.
 */
export async function* readSdnRows(
  part: SdnFilePart,
  file: SourceFile,
  limits: Limits,
  log: ReadingLog,
): AsyncGenerator<readonly SdnRows[], void, undefined> {
  const seen = new Set<string>();
  let open: [SdnRow, ...SdnRow[]] | undefined;
  const options = {
    onEnd: (sha256: string) => log.file([part], file.name, sha256),
    onEndMark: (present: boolean) => {
      if (present) return;
      log.note('no-end-mark', { file: file.name }, 'does not end with the mark 0x1A: it may be cut short');
    },
  };
  for await (const rows of readCsv(file, limits, options)) {
    const batch: SdnRows[] = [];
    for (const raw of rows) {
      const row = readRow(part, file, raw, log);
      if (open !== undefined && open[0].key === row.key) {
        open.push(row);
        continue;
      }
      if (seen.has(row.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: row.key }, row.at);
      seen.add(row.key);
      if (open !== undefined) batch.push(open);
      open = [row];
    }
    if (batch.length > 0) yield batch;
  }
  if (open === undefined) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  yield [open];
}

function readRow(part: SdnFilePart, file: SourceFile, raw: CsvRow, log: ReadingLog): SdnRow {
  const columns = COLUMNS[part];
  const place = { file: file.name, line: raw.line, path: `row ${raw.row}` };
  const at = { log, place };
  if (raw.cells.length !== columns.length) {
    const why = `${raw.cells.length} columns, and ${part} has ${columns.length}: the file is cut short or damaged`;
    throw listsError('ENT_LIST_ROW', { why }, { place });
  }
  const key = raw.cells[0];
  if (!isNumber(key)) {
    throw listsError(
      'ENT_LIST_VALUE',
      { field: 'ent_num', value: key ?? '', expected: 'a number' },
      { place },
    );
  }
  const last = columns.length - 1;
  // Remarks are joined with what follows them elsewhere before they are tidied.
  const untidied = part === 'sdn' || part === 'sdn_comments' ? last : columns.length;
  const cells = raw.cells.map((cell, index) => {
    if (cell === '-0- ' || cell === '-0-') return null;
    if (cell === '') {
      throw listsError('ENT_LIST_ROW', { why: `nothing in column ${columns[index]}` }, { place });
    }
    // Text is always quoted in these files, so that what begins like a null mark at the end of one is one.
    if (index === last && (cell === '-' || cell === '-0')) {
      log.note('end-cut', place, 'the file ends inside a null mark');
      return null;
    }
    return index === untidied ? cell : tidy(cell, at) || null;
  });
  return { key, cells, at };
}
