import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** What waits for a second person's word about a marking, and what was released to whom and recalled. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { strict } = columnTypes(dialect);
  const steps = [
    sql`create table marking_proposal (
      id text primary key, act text not null, kind text not null, object text not null,
      marking text, target integer, given_to text,
      by_id text not null, by_name text not null, at text not null, why text not null,
      verdict text, decided_by text, decided_at text, decided_why text)${strict}`,
    sql`create table marking_release (
      id text primary key, kind text not null, object text not null, given_to text not null,
      markings text not null, by_name text not null, at text not null, why text not null, word text,
      recalled_by text, recalled_at text, recalled_why text)${strict}`,
    sql`create index marking_release_object on marking_release (kind, object)`,
  ];
  for (const step of steps) await step.execute(db);
}
