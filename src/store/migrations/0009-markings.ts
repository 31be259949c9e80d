import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Markings on documents, statements and entities, each with who set it and, where it was, who took it off. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table marking (
      id ${key}, kind text not null, object text not null, marking text not null,
      set_by text not null, set_at text not null, set_why text not null,
      removed_by text, removed_at text, removed_why text)${strict}`,
    sql`create index marking_object on marking (kind, object)`,
  ];
  for (const step of steps) await step.execute(db);
}
