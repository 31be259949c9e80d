import { errorTable } from '../kernel/index.ts';
import type { EngagementEntry, EvidenceEntry } from '../store/index.ts';

type Kind = EngagementEntry['kind'] | EvidenceEntry['kind'];

/** Which command shows what there is of a kind. */
const SHOWN_BY: Readonly<Record<Kind, string>> = {
  series: 'entente dialogue list',
  meeting: 'entente dialogue show <series>',
  document: 'entente dialogue show <series> --json',
  body: 'entente dialogue show <series> --json',
  happening: 'entente dialogue show <series>',
  'self-report': 'entente dialogue show <series>',
  guideline: 'entente dialogue show <series> --json',
  commitment: 'entente commitment list',
  evidence: 'entente commitment show <promise>',
  assessment: 'entente commitment show <promise>',
  reply: 'entente commitment show <promise>',
  withdrawal: 'entente commitment show <promise>',
};

/** The errors of engagements. */
export const engagementError = errorTable({
  ENT_ENGAGEMENT_UNKNOWN: {
    status: 'not-found',
    doc: 'No dialogue, meeting, document, promise, piece of evidence or assessment of that id is in the record, as known at the moment asked about.',
    text: (d: { kind: Kind; id: string; by?: string }) =>
      `not in the record: ${d.kind === 'commitment' ? 'promise' : d.kind} ${d.id}${d.by === undefined ? '' : ` by ${d.by}`}; "${SHOWN_BY[d.kind]}" shows what is`,
  },
  ENT_ENGAGEMENT_SELF: {
    status: 'refused',
    doc: 'An assessor would assess its own promise. What a party says of itself is kept as its own report or reply, beside the assessments.',
    text: (d: { party: string }) =>
      `${d.party} made this promise and cannot assess it; record its own account as a reply or a report`,
  },
  ENT_ENGAGEMENT_GUIDELINE: {
    status: 'refused',
    doc: 'An assessment names a guideline, or a version of one, that is not held or was written after the assessment.',
    text: (d: { guideline: string; why: string }) => `guideline ${d.guideline}: ${d.why}`,
  },
  ENT_ENGAGEMENT_EVIDENCE: {
    status: 'refused',
    doc: 'An assessment cites evidence that is not held, is about another promise, was taken back, or was not confirmed by a person; or gives a result that needs evidence and cites none.',
    text: (d: { why: string }) => d.why,
  },
  ENT_ENGAGEMENT_STATE: {
    status: 'refused',
    doc: 'A step does not fit where the thing stands: a reply by who was not assessed, a successor of another assessor’s assessment, a confirmation of what was rejected.',
    text: (d: { why: string }) => d.why,
  },
  ENT_ENGAGEMENT_VALUE: {
    status: 'usage',
    doc: 'A value is not one that is asked for: a grade, a result, a date, a party.',
    text: (d: { field: string; value: string; expected: string }) =>
      `${d.field}: "${d.value}" is not ${d.expected}`,
  },
  ENT_ENGAGEMENT_FORMAT: {
    status: 'refused',
    doc: 'An engagement file breaks its format: an unknown or missing key, a source that is not declared, an id that nothing has. The message lists up to ten faults of the file.',
    text: (d: { why: string; more: readonly string[] }) => [d.why, ...d.more].join('\n  also '),
  },
  ENT_ENGAGEMENT_UNREAD: {
    status: 'refused',
    doc: 'A text tells of no meeting between two parties, so there is no dialogue to add; it can be added to a series by hand.',
    text: (d: { why: string }) => d.why,
  },
});
