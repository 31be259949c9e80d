import type { Generated } from 'kysely';

/**
 * Everything that is said once and seldom: an entry a row, never changed. The newest row of an id by its known
 * time is what stands. What is asked by has a column; the rest is JSON.
 */
export interface EngagementEntryTable {
  rev: Generated<number>;
  kind: string;
  id: string;
  series: string | null;
  /** What it is about: a withdrawal's target, a reply's assessment, an assessment's promise. */
  about: string | null;
  /** JSON object: the entry without kind, id and series. */
  body: string;
  known: string;
  recorded_at: string;
  recorded_by: string;
}

/** Evidence, of which there is ten times more: counted in the database, so its fields are columns. */
export interface EngagementEvidenceTable {
  rev: Generated<number>;
  id: string;
  series: string;
  commitment: string;
  stance: string;
  reliability: string;
  credibility: string;
  origin: string;
  standing: string;
  /** EDTF, as given; `day` is the first day it may mean, to compare by. */
  date: string;
  day: string;
  /** 1 when a row of the same id was held before it. */
  revises: number;
  /** JSON object: text, source, archive, collector. */
  body: string;
  known: string;
  recorded_at: string;
  recorded_by: string;
}
