import type { Dialect } from './dialect.ts';
import { isPostgres } from './location.ts';
import { openPostgres } from './postgres/dialect.ts';
import { openSqlite } from './sqlite/dialect.ts';

/**
 * Opens the database of a store, or makes it unless `mustExist`: a file, or a schema in PostgreSQL. Throws
 * `ENT_STORE_MISSING` and `ENT_STORE_OPEN`.
 */
export async function openDatabase(
  location: string,
  options: { readonly mustExist: boolean },
): Promise<Dialect> {
  return isPostgres(location) ? openPostgres(location, options) : openSqlite(location, options);
}
