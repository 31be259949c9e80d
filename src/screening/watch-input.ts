import type { NewWatchName } from '../store/index.ts';
import { openRows } from './batch-input.ts';
import { askedOf } from './batch-row.ts';
import { type BatchColumns, type BatchInput, columnsOf } from './batch-settings.ts';
import { screeningError } from './errors.ts';

/** Names read from a file, and what was wrong with rows of it. */
export interface WatchInput {
  readonly names: readonly NewWatchName[];
  /** A row that was not taken, or something in one that was not understood: its number and why. */
  readonly notes: readonly { readonly row: number; readonly why: string; readonly taken: boolean }[];
}

/** A longer list is screened as a file, not watched name by name. */
const MOST_NAMES = 200_000;

/**
 * Reads names to watch from a CSV, TSV or JSON lines file, in the columns that screening a file knows. Throws
 * `ENT_BATCH_INPUT` for a file that cannot be read, has no column of names, or has too many.
 */
export async function readWatchNames(
  path: string,
  format: BatchInput,
  columns: Partial<BatchColumns> = {},
): Promise<WatchInput> {
  const reader = await openRows(path, format);
  const found = columnsOf(reader.headings, columns);
  if (found === null) throw screeningError('ENT_BATCH_INPUT', { path, why: 'no column holds a name' });
  const names: NewWatchName[] = [];
  const notes: { row: number; why: string; taken: boolean }[] = [];
  for await (const raw of reader.rows) {
    if (raw.bad !== undefined) {
      notes.push({ row: raw.row, why: raw.bad, taken: false });
      continue;
    }
    const { query, notes: about } = askedOf(raw, found);
    const taken = query.name !== '';
    if (taken) {
      const own = found.id === undefined ? undefined : raw.cells[found.id];
      const reference = typeof own === 'string' || typeof own === 'number' ? String(own).trim() : '';
      names.push({ reference: reference === '' ? null : reference, name: query.name, query: { ...query } });
    } else notes.push({ row: raw.row, why: 'it has no name', taken });
    for (const why of about) notes.push({ row: raw.row, why, taken });
    if (names.length > MOST_NAMES)
      throw screeningError('ENT_BATCH_INPUT', { path, why: `it has more than ${MOST_NAMES} names` });
  }
  return { names, notes };
}
