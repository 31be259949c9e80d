import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** The archive of fetched files, and the record of every fetch. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { blob, key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table file (
      sha256 text primary key, media_type text, size integer not null, kept_at text not null)${strict}`,
    sql`create table file_piece (
      sha256 text not null references file (sha256), seq integer not null, body ${blob} not null,
      primary key (sha256, seq))${strict}`,
    sql`create table "fetch" (
      id ${key}, source text not null, url text not null, fetched_at text not null, status integer,
      etag text, last_modified text, sha256 text references file (sha256), error_code text, error text,
      refused_code text, refused text,
      check ((sha256 is null) = (error_code is not null)))${strict}`,
    sql`create index fetch_source on "fetch" (source, url, id)`,
    sql`create index fetch_file on "fetch" (sha256)`,
  ];
  for (const step of steps) await step.execute(db);
}
