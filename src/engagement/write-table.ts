import type { Dossier } from './dossier.ts';
import { csvOf } from './write-csv.ts';

const HEAD = [
  'id',
  'series',
  'meeting',
  'made',
  'text',
  'verbatim',
  'obligors',
  'act',
  'binding',
  'topic',
  'measurable',
  'why',
  'standing',
  'open',
  'due_from',
  'due_to',
  'due_state',
  'evidence_supports',
  'evidence_contradicts',
  'origins_supports',
  'origins_contradicts',
  'assessments',
  'predecessor',
  'last_known',
  'review_by',
  'stale',
] as const;

/** A dossier's promises and positions as CSV, a row each; current assessments side by side in one cell. */
export function commitmentsCsv({ commitments }: Dossier): string {
  return csvOf(
    HEAD,
    commitments.map(({ commitment, made, open, due, evidence, assessments, lastKnown, reviewBy, stale }) => [
      commitment.id,
      commitment.series,
      commitment.meeting,
      made,
      commitment.text,
      commitment.verbatim ? 'yes' : 'no',
      commitment.obligors.join(' '),
      commitment.act,
      commitment.binding,
      commitment.topic,
      commitment.measurable ? 'yes' : 'no',
      commitment.why,
      commitment.withdrawn === null ? commitment.standing : 'withdrawn',
      open ? 'yes' : 'no',
      due.from,
      due.to,
      due.state,
      evidence.supports.pieces,
      evidence.contradicts.pieces,
      evidence.supports.origins,
      evidence.contradicts.origins,
      assessments
        .filter(({ current }) => current)
        .map(({ assessment }) => `${assessment.assessor.name} on ${assessment.of}: ${assessment.result}`)
        .join('; '),
      commitment.predecessor?.id ?? null,
      lastKnown,
      reviewBy,
      stale ? 'yes' : 'no',
    ]),
  );
}
