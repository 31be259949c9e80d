import type { Place, RecordPart } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/** A record with the place that it was read at. */
export interface PlacedRecord {
  readonly record: RecordPart;
  readonly place: Place;
}

/**
 * The records of a list that is held whole. Throws `ENT_LIST_KEY_TWICE` with the place of the second record of a
 * key, `ENT_LIST_TOO_LARGE` beyond the cap of records, and `ENT_LIST_EMPTY` when there is none.
 */
export function keyedOnce(
  records: Iterable<PlacedRecord>,
  file: SourceFile,
  limits: Limits,
): readonly RecordPart[] {
  const keyed = new Map<string, RecordPart>();
  for (const { record, place } of records) {
    if (keyed.has(record.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: record.key }, { place });
    keyed.set(record.key, record);
    if (keyed.size > limits.records) {
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'records', cap: limits.records }, { place });
    }
  }
  if (keyed.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  return [...keyed.values()];
}
