import { type Kysely, sql } from 'kysely';

/** In the ledger: which signing key of the audit log followed which. */
export async function up(db: Kysely<unknown>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const strict = sql.raw(dialect === 'sqlite' ? ' strict' : '');
  await sql`create table audit_key (
    number integer primary key, seq integer not null, at text not null, note text not null)${strict}`.execute(
    db,
  );
}
