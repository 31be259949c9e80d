import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Feeds that are read, and what became of each of their items. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { strict } = columnTypes(dialect);
  const steps = [
    sql`create table feed (
      id text primary key, url text not null, title text, home text, pages integer not null,
      every_seconds integer not null, asked_seconds integer, added_at text not null, added_by text not null,
      removed_at text, removed_by text, run_at text, answered_at text, changed_at text,
      failures integer not null, error_code text, error text, due_at text not null)${strict}`,
    sql`create table feed_item (
      feed_id text not null references feed (id), guid text not null, digest text not null, url text,
      headline text, first_seen text not null, seen_at text not null, outcome text not null,
      document_id text, tries integer not null, retry_at text, error_code text, error text,
      primary key (feed_id, guid))${strict}`,
    sql`create index feed_item_url on feed_item (url)`,
    sql`create index feed_item_outcome on feed_item (feed_id, outcome)`,
  ];
  for (const step of steps) await step.execute(db);
}
