import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Indexes that answer by themselves, without the rows, who bears a name and how many judgements were withdrawn. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const steps = [
    sql`create index same_as_withdrawn on same_as (withdrawn_at) where withdrawn_at is not null`,
    // PostgreSQL keeps the hash of a name: a row of its ordered index cannot hold a long one.
    ...(dialect === 'sqlite'
      ? [
          sql`drop index statement_name`,
          sql`create index statement_name on statement (lower(value), record_id, seen_from) where property = 'name'`,
        ]
      : []),
  ];
  for (const step of steps) await step.execute(db);
}
