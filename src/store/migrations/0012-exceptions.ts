import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Decided false matches, and what persons did about each; rows of both are only added. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table exception (
      id ${key}, subject_key text not null, subject text not null,
      watch_id integer references watch_name (id), entity_id text not null, caption text not null,
      reason text not null, why text not null, until_day text not null, content_hash text not null,
      content text not null, evidence text not null, proposed_by text not null, proposed_at text not null)${strict}`,
    sql`create table exception_act (
      id ${key}, exception_id integer not null references exception (id),
      act text not null check (act in ('approve', 'reject', 'withdraw')), by_whom text not null, at text not null,
      why text not null, unique (exception_id, act))${strict}`,
  ];
  for (const step of steps) await step.execute(db);
}
