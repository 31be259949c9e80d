import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Documents that were read: their texts, versions, readings, what persons decided on them, and which are copies. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { blob, key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table document_text (sha256 text primary key, body ${blob} not null, sketch ${blob})${strict}`,
    sql`create table document (
      seq ${key}, id text not null unique, sha256 text not null references document_text (sha256),
      file_sha256 text references file (sha256), format text not null,
      extent text not null check (extent in ('whole', 'summary', 'headline')), url text, url_key text, feed text, guid text,
      headline text, publisher text, agency text, author text, language text, day text not null, dates text not null,
      signal text not null check (signal in ('new', 'update', 'correction', 'kill')), version text,
      notes text not null, first_known text not null, kept_at text not null, kept_by text not null,
      state text not null check (state in ('current', 'replaced', 'withdrawn')),
      successor text references document (id), copy_of text not null references document (id))${strict}`,
    sql`create table document_step (
      id ${key}, document_id text not null references document (id),
      state text not null check (state in ('current', 'replaced', 'withdrawn')),
      successor text references document (id), at text not null, by_whom text not null, why text not null)${strict}`,
    sql`create table document_reading (
      id ${key}, document_id text not null references document (id), rules text not null, record text not null,
      read_at text not null, body ${blob} not null)${strict}`,
    sql`create table document_item (
      document_id text not null references document (id), item text not null, kind text not null,
      span_start integer not null, span_end integer not null, type text, day_from text, day_to text, country text,
      telling text, primary key (document_id, item))${strict}`,
    sql`create table document_decision (
      id ${key}, document_id text not null references document (id), item text not null, kind text not null,
      verdict text not null check (verdict in ('accept', 'correct', 'reject', 'add')), as_read text not null,
      correction text, rules text not null, by_whom text not null, at text not null, why text not null,
      needs_second integer not null check (needs_second in (0, 1)),
      approved_by text, approved_at text, approved_why text,
      withdrawn_by text, withdrawn_at text, withdrawn_why text,
      check (approved_by is null or approved_by <> by_whom))${strict}`,
    sql`create table document_copy (
      document_id text not null references document (id), of_id text not null references document (id),
      kind text not null check (kind in ('exact', 'near', 'shared-text')),
      share integer not null, share_of integer not null, rules text not null, found_at text not null,
      primary key (document_id, of_id))${strict}`,
    sql`create index document_guid on document (guid, feed) where guid is not null`,
    sql`create index document_url on document (url_key) where url_key is not null`,
    sql`create index document_sha256 on document (sha256)`,
    sql`create index document_day on document (day)`,
    sql`create index document_copy_of on document (copy_of)`,
    sql`create index document_step_document on document_step (document_id)`,
    sql`create index document_reading_document on document_reading (document_id)`,
    sql`create index document_item_day on document_item (day_from, day_to) where telling is not null`,
    sql`create index document_decision_item on document_decision (document_id, item)`,
    sql`create index document_copy_of_id on document_copy (of_id)`,
  ];
  for (const step of steps) await step.execute(db);
}
