import { listsError } from './errors.ts';
import type { ListReader } from './list-reader.ts';
import { unSc } from './un-sc/un-sc.ts';
import { usCsl } from './us-csl/us-csl.ts';
import { usOfacConsolidated } from './us-ofac/us-ofac-consolidated.ts';
import { usOfacSdn } from './us-ofac/us-ofac-sdn.ts';

/** All lists that can be read, by id. */
export const LISTS: readonly ListReader[] = [unSc, usCsl, usOfacConsolidated, usOfacSdn];

/** The reader of a list. Throws `ENT_LIST_UNKNOWN`, which names those known. */
export function listReader(id: string): ListReader {
  const found = LISTS.find((reader) => reader.info.id === id);
  if (found !== undefined) return found;
  throw listsError('ENT_LIST_UNKNOWN', { id, known: LISTS.map((reader) => reader.info.id) });
}
