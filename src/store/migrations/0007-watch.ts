import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Watch lists: a person's own names, what each run found and what had changed; and names found by their text. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table watch_name (
      id ${key}, list text not null, reference text, name text not null, query text not null,
      added_at text not null, added_by text not null, removed_at text, removed_by text)${strict}`,
    sql`create table watch_run (
      id ${key}, list text not null, run_at text not null, threshold integer not null,
      rules text not null, snapshots text not null, names integer not null)${strict}`,
    sql`create table watch_hit (
      watch_id integer not null references watch_name (id), entity_id text not null, caption text not null,
      score integer not null, matched text not null, record text not null,
      first_run integer not null references watch_run (id), primary key (watch_id, entity_id))${strict}`,
    sql`create table watch_change (
      id ${key}, run_id integer not null references watch_run (id),
      watch_id integer not null references watch_name (id),
      kind text not null check (kind in ('new', 'gone', 'score')), entity_id text not null, caption text not null,
      before integer, after integer, matched text not null, reason text not null)${strict}`,
    sql`create index watch_name_list on watch_name (list)`,
    sql`create index watch_change_run on watch_change (run_id)`,
    sql`create index statement_name on statement ${dialect === 'sqlite' ? sql`(lower(value))` : sql`using hash (lower(value))`} where property = 'name'`,
  ];
  for (const step of steps) await step.execute(db);
}
