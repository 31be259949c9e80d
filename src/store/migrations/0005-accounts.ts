import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** In the ledger: accounts, API keys, sessions and failed attempts to sign in. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { strict } = columnTypes(dialect);
  const steps = [
    sql`create table account (
      id text primary key, name text not null unique, roles text not null, clearance text not null, password text,
      totp text, totp_step integer, created_at text not null, created_by text not null, disabled_at text)${strict}`,
    sql`create table api_key (
      id text primary key, account_id text not null references account (id), label text not null,
      hash text not null unique, scopes text, created_at text not null, created_by text not null,
      expires_at text, revoked_at text)${strict}`,
    sql`create table session (
      hash text primary key, account_id text not null references account (id), created_at text not null, seen_at text not null, expires_at text not null)${strict}`,
    sql`create table sign_in_failure (
      name_hash text primary key, failures integer not null, locked_until text not null)${strict}`,
    sql`create index session_account on session (account_id)`,
    sql`create index api_key_account on api_key (account_id)`,
  ];
  for (const step of steps) await step.execute(db);
}
