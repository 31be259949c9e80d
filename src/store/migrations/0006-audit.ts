import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** In the ledger: the audit chain, what its entries were answered from, and the signed checkpoints. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { strict } = columnTypes(dialect);
  const steps = [
    sql`create table audit_entry (
      seq integer primary key, id text not null unique, at text not null, subject text not null,
      action text not null, verdict text not null, body text not null, hash text not null)${strict}`,
    sql`create table audit_basis (hash text primary key, body text not null)${strict}`,
    sql`create table audit_checkpoint (
      seq integer not null, kind text not null check (kind in ('regular', 'cut')), at text not null,
      note text not null, primary key (seq, kind))${strict}`,
    sql`create index audit_entry_subject on audit_entry (subject, seq)`,
    sql`create index audit_entry_at on audit_entry (at)`,
  ];
  for (const step of steps) await step.execute(db);
}
