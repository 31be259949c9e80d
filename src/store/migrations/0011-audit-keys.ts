import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** In the ledger: which signing key of the audit log followed which. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { strict } = columnTypes(dialect);
  await sql`create table audit_key (
    number integer primary key, seq integer not null, at text not null, note text not null)${strict}`.execute(
    db,
  );
}
