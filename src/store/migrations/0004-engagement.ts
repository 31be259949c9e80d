import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { columnTypes } from './column-types.ts';

/** Dialogues and what was promised in them: two tables of rows that are never changed. */
export async function up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void> {
  const { key, strict } = columnTypes(dialect);
  const steps = [
    sql`create table engagement_entry (
      rev ${key}, kind text not null, id text not null, series text, about text, body text not null,
      known text not null, recorded_at text not null, recorded_by text not null)${strict}`,
    sql`create table engagement_evidence (
      rev ${key}, id text not null, series text not null, commitment text not null,
      stance text not null check (stance in ('supports', 'contradicts', 'context')),
      reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
      credibility text not null check (credibility in ('1', '2', '3', '4', '5', '6')),
      origin text not null, standing text not null check (standing in ('proposed', 'confirmed', 'rejected')),
      date text not null, day text not null, revises integer not null, body text not null,
      known text not null, recorded_at text not null, recorded_by text not null)${strict}`,
    sql`create index engagement_entry_series on engagement_entry (series, kind)`,
    sql`create index engagement_entry_id on engagement_entry (id)`,
    sql`create index engagement_entry_about on engagement_entry (about) where about is not null`,
    sql`create index engagement_evidence_id on engagement_evidence (id)`,
    sql`create index engagement_evidence_counted on engagement_evidence
      (series, commitment, stance, origin, standing, day, known)`,
    sql`create index engagement_evidence_revised on engagement_evidence (series) where revises = 1`,
    sql`create index engagement_evidence_commitment on engagement_evidence (commitment)`,
  ];
  for (const step of steps) await step.execute(db);
}
