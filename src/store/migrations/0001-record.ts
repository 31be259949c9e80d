import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** The first shape of the record: lists, snapshots, source records, their runs and statements, judgements. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { blob, key, strict } = columnTypes(dialect);
  const tables = [
    sql`create table list (
      id text primary key, title text not null, authority_id text not null, authority_name text not null,
      authority_country text not null, effect text not null, url text not null, licence text not null,
      parts text not null, stale_after_days integer not null)${strict}`,
    sql`create table snapshot (
      id ${key}, list_id text not null references list (id), observed text not null, published text,
      state text not null check (state in ('accepted', 'held', 'rejected')), reason text, loaded_at text not null,
      decided_by text, decided_at text, decision_note text, unique (list_id, observed))${strict}`,
    sql`create table snapshot_part (
      snapshot_id integer not null references snapshot (id), part text not null, sha256 text not null,
      file text not null, records integer not null, primary key (snapshot_id, part))${strict}`,
    sql`create table held_part (
      snapshot_id integer not null, part text not null, body ${blob} not null, primary key (snapshot_id, part),
      foreign key (snapshot_id, part) references snapshot_part (snapshot_id, part))${strict}`,
    sql`create table entity (
      id text primary key, rank integer not null, seq integer not null unique,
      canonical text not null references entity (id))${strict}`,
    sql`create table source_record (
      id integer primary key, list_id text not null references list (id), reference text not null,
      entity_id text not null references entity (id), unique (list_id, reference))${strict}`,
    sql`create table record_run (
      record_id integer not null references source_record (id), part text not null, schema text, hash text not null,
      seen_from text not null, seen_to text, check (seen_to is null or seen_from < seen_to),
      primary key (record_id, part, seen_from))${strict}`,
    sql`create table statement (
      id ${key}, record_id integer not null references source_record (id), part text not null,
      property text not null, value text not null, original text, place text not null, language text, script text,
      kind text, strength text, detail text, valid_from text, valid_to text, source_id text,
      seen_from text not null, seen_to text, check (seen_to is null or seen_from < seen_to))${strict}`,
    sql`create table source (
      list_id text not null references list (id), id text not null, publisher text not null, title text not null,
      date text, url text, primary key (list_id, id))${strict}`,
    sql`create table same_as (
      id ${key}, left_record integer not null references source_record (id),
      right_record integer not null references source_record (id),
      verdict text not null check (verdict in ('same', 'different', 'unsure')), judged_by text not null,
      judged_at text not null, evidence text not null, withdrawn_by text, withdrawn_at text, withdrawn_why text)${strict}`,
  ];
  const indexes = [
    sql`create index entity_canonical on entity (canonical)`,
    sql`create index source_record_entity on source_record (entity_id)`,
    sql`create index record_run_to on record_run (seen_to) where seen_to is not null`,
    sql`create index record_run_from on record_run (seen_from)`,
    sql`create index statement_record on statement (record_id, part)`,
    sql`create index statement_from on statement (seen_from)`,
    sql`create index statement_to on statement (seen_to) where seen_to is not null`,
    sql`create index same_as_left on same_as (left_record)`,
    sql`create index same_as_right on same_as (right_record)`,
  ];
  for (const step of [...tables, ...indexes]) await step.execute(db);
}
