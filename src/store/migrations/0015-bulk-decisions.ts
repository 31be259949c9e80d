import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** One decision proposed for many items, the sample that a second person decides blind, and what came of it. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table bulk_decision (
      id ${key}, kind text not null, verdict text not null, why text not null, seed text not null,
      proposed_by text not null, proposed_at text not null)${strict}`,
    sql`create table bulk_item (
      bulk_id integer not null references bulk_decision (id), place integer not null, item text not null,
      sampled integer not null, primary key (bulk_id, place))${strict}`,
    sql`create table bulk_answer (
      bulk_id integer not null references bulk_decision (id), item text not null, verdict text not null,
      by_whom text not null, at text not null, why text not null, primary key (bulk_id, item))${strict}`,
    sql`create table bulk_end (
      bulk_id integer primary key references bulk_decision (id), outcome text not null,
      by_whom text not null, at text not null, done integer not null)${strict}`,
  ];
  for (const step of steps) await step.execute(db);
}
