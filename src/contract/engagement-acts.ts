import { z } from 'zod';
import {
  asRecorded,
  assessmentEntry,
  binding,
  commitmentEntry,
  due,
  evidenceEntry,
  guidelineEntry,
  happeningEntry,
  meetingEntry,
  replyEntry,
  selfReportEntry,
  speechAct,
  tally,
} from './dialogue.ts';
import { operation } from './operation.ts';
import { assessmentResult } from './roll-up.ts';
import { edtf, moment } from './scalars.ts';

const id = z.string().min(1).max(200);
const words = z.string().min(1).max(10_000);
const party = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,11}$/)
  .meta({ description: "A country code (PK), or a body's letters (FATF)." });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'YYYY-MM-DD.' });
const why = z.strictObject({ why: z.string().min(1).max(2000) });
const source = z.strictObject({
  publisher: z.string().min(1).max(300),
  title: z.string().min(1).max(500),
  date: edtf.optional(),
  url: z.string().max(2000).optional(),
  via: z.string().max(500).optional(),
});
const sources = z.array(source).max(50).default([]);
const commitment = z.object({ commitment: id });
const evidence = z.object({ evidence: id });

/** What a person does about dialogues and promises: every act is kept with who did it and when, and none is undone. */
export const ENGAGEMENT_ACTS = {
  addMeeting: operation({
    id: 'addMeeting',
    method: 'POST',
    path: '/api/v1/meetings',
    action: 'propose',
    tag: 'engagement',
    summary: 'Enter a round of a series by hand: one that is planned, or one that no text is held of',
    body: z.strictObject({
      series: id,
      title: z.string().min(1).max(500),
      date: edtf,
      place: z
        .strictObject({
          text: z.string().max(200).nullable().default(null),
          country: z.string().max(12).nullable().default(null),
        })
        .nullable()
        .default(null),
      status: z.enum(['held', 'planned']),
      delegates: z
        .array(
          z.strictObject({
            party,
            role: z.enum(['head', 'member']),
            name: z.string().max(200).nullable().default(null),
            office: z.string().min(1).max(300),
            body: id.nullable().default(null),
            acting: z.boolean().default(false),
          }),
        )
        .max(200)
        .default([]),
      sources,
    }),
    answer: asRecorded(meetingEntry),
    status: 201,
  }),
  confirmCommitment: operation({
    id: 'confirmCommitment',
    method: 'POST',
    path: '/api/v1/commitments/:commitment/confirm',
    action: 'decide',
    tag: 'engagement',
    summary:
      'Confirm what a machine read, as it is or corrected; a confirmed one is corrected by a new revision',
    params: commitment,
    body: z
      .strictObject({
        text: words.meta({ description: 'Other words of the same document.' }),
        obligors: z.array(party).min(1).max(50),
        beneficiaries: z.array(party).max(50),
        act: speechAct,
        binding,
        topic: z.string().min(1).max(100),
        due: due.nullable(),
        predecessor: z
          .strictObject({ id, how: z.enum(['renews', 'narrows', 'widens', 'splits', 'merges']) })
          .nullable(),
        measurable: z.boolean(),
        why: z.string().min(1).max(500).meta({ description: 'Why it is measurable, or is not.' }),
        reviewMonths: z.number().int().min(1).max(120).nullable(),
        note: z.string().max(2000),
      })
      .partial(),
    answer: asRecorded(commitmentEntry),
  }),
  rejectCommitment: operation({
    id: 'rejectCommitment',
    method: 'POST',
    path: '/api/v1/commitments/:commitment/reject',
    action: 'decide',
    tag: 'engagement',
    summary: 'Say that a machine misread; it stays, with the reason',
    params: commitment,
    body: why,
    answer: asRecorded(commitmentEntry),
  }),
  splitCommitment: operation({
    id: 'splitCommitment',
    method: 'POST',
    path: '/api/v1/commitments/:commitment/split',
    action: 'decide',
    tag: 'engagement',
    summary: 'Split a promise into several, each in words of its document',
    params: commitment,
    body: z.strictObject({ parts: z.array(words).min(2).max(50) }),
    answer: z.object({ split: z.string(), parts: z.array(asRecorded(commitmentEntry)).readonly() }),
    status: 201,
  }),
  mergeCommitments: operation({
    id: 'mergeCommitments',
    method: 'POST',
    path: '/api/v1/commitments/merge',
    action: 'decide',
    tag: 'engagement',
    summary: 'Make one promise of several of the same document',
    body: z.strictObject({ commitments: z.array(id).min(2).max(50) }),
    answer: z.object({ merged: asRecorded(commitmentEntry), from: z.array(z.string()).readonly() }),
    status: 201,
  }),
  addEvidence: operation({
    id: 'addEvidence',
    method: 'POST',
    path: '/api/v1/evidence',
    action: 'propose',
    tag: 'engagement',
    summary: 'Add a piece of evidence; under four eyes it counts when another person confirms it',
    body: z.strictObject({
      commitment: id,
      stance: evidenceEntry.shape.stance,
      text: words,
      date: edtf,
      reliability: evidenceEntry.shape.reliability,
      credibility: evidenceEntry.shape.credibility,
      source,
      agency: z.string().max(200).optional().meta({
        description: 'The agency whose story it is: copies of one story count once.',
      }),
      origin: z.string().max(200).optional().meta({
        description: 'Whose telling it is, where that is neither agency nor publisher.',
      }),
      archiveSha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .default(null),
      retrieved: moment.nullable().default(null),
    }),
    answer: asRecorded(evidenceEntry),
    status: 201,
  }),
  proposeEvidence: operation({
    id: 'proposeEvidence',
    method: 'POST',
    path: '/api/v1/evidence/proposals',
    action: 'propose',
    tag: 'engagement',
    summary: "Let a text's events, or changes of the parties' lists, propose themselves as evidence",
    body: z.strictObject({
      text: z
        .string()
        .min(1)
        .max(1_000_000)
        .optional()
        .meta({ description: 'Without one, the lists are looked through.' }),
      title: z.string().max(500).default('a pasted text'),
      publisher: z.string().max(300).optional(),
      url: z.string().max(2000).optional(),
      published: moment.optional(),
      record: z.boolean().default(false).meta({ description: 'Whether to record what is proposed.' }),
    }),
    answer: z.object({ recorded: z.boolean(), proposed: z.array(asRecorded(evidenceEntry)).readonly() }),
  }),
  decideEvidence: operation({
    id: 'decideEvidence',
    method: 'POST',
    path: '/api/v1/evidence/:evidence/decision',
    action: 'decide',
    tag: 'engagement',
    summary: 'Confirm or reject a piece of evidence that was proposed',
    params: evidence,
    body: z.strictObject({ verdict: z.enum(['confirm', 'reject']) }),
    answer: asRecorded(evidenceEntry),
  }),
  writeGuideline: operation({
    id: 'writeGuideline',
    method: 'POST',
    path: '/api/v1/guidelines',
    action: 'propose',
    tag: 'engagement',
    summary: 'Write how promises of a series will be assessed, before anybody assesses them',
    body: z.strictObject({
      series: id,
      id: id.optional().meta({ description: 'A further version of this guideline.' }),
      version: z.string().min(1).max(40).default('1'),
      title: z.string().min(1).max(500),
      text: words,
      date: edtf.optional().meta({ description: 'When it was written; default: today.' }),
      sources,
    }),
    answer: asRecorded(guidelineEntry),
    status: 201,
  }),
  assess: operation({
    id: 'assess',
    method: 'POST',
    path: '/api/v1/assessments',
    action: 'propose',
    tag: 'engagement',
    summary: "Assess one party's keeping of a promise by a guideline written before; never one's own promise",
    body: z.strictObject({
      commitment: id,
      of: party,
      assessor: z.strictObject({ name: z.string().min(1).max(200), party: party.nullable().default(null) }),
      guideline: z.strictObject({ id, version: z.string().min(1).max(40).default('1') }),
      result: assessmentResult,
      score: assessmentEntry.shape.score.default(null),
      count: tally.default(null),
      confidence: assessmentEntry.shape.confidence.default('moderate'),
      reasons: z
        .array(z.strictObject({ text: words, evidence: z.array(id).max(200).default([]) }))
        .min(1)
        .max(50),
      date: edtf.optional().meta({ description: 'The day it speaks of; default: today.' }),
      replyUntil: day.nullable().default(null),
      supersedes: id.nullable().default(null).meta({
        description: "The assessor's earlier assessment that it replaces.",
      }),
      sources,
    }),
    answer: asRecorded(assessmentEntry),
    status: 201,
  }),
  reply: operation({
    id: 'reply',
    method: 'POST',
    path: '/api/v1/assessments/:assessment/replies',
    action: 'propose',
    tag: 'engagement',
    summary: "Record the assessed party's reply, beside the assessment",
    params: z.object({ assessment: id }),
    body: z.strictObject({ by: party, text: words, date: edtf.optional(), sources }),
    answer: asRecorded(replyEntry),
    status: 201,
  }),
  addHappening: operation({
    id: 'addHappening',
    method: 'POST',
    path: '/api/v1/happenings',
    action: 'propose',
    tag: 'engagement',
    summary: 'Record what was done about a promise, or a change of where it or its series stands',
    body: z.strictObject({
      series: id,
      form: z.enum(['action', 'status']),
      commitment: id.nullable().default(null).meta({ description: 'null: about the series as a whole.' }),
      by: party.nullable().default(null),
      status: z.string().min(1).max(80).nullable().default(null).meta({
        description: 'For a status: its word (listed, deadline-extended, removed).',
      }),
      text: words,
      date: edtf,
      sources,
    }),
    answer: asRecorded(happeningEntry),
    status: 201,
  }),
  addSelfReport: operation({
    id: 'addSelfReport',
    method: 'POST',
    path: '/api/v1/self-reports',
    action: 'propose',
    tag: 'engagement',
    summary: 'Record what a party says of its own progress; it stands beside the assessments and is none',
    body: z.strictObject({
      series: id,
      commitments: z.array(id).max(200).default([]),
      party,
      count: tally.default(null),
      text: words,
      date: edtf,
      sources,
    }),
    answer: asRecorded(selfReportEntry),
    status: 201,
  }),
  withdrawEntry: operation({
    id: 'withdrawEntry',
    method: 'POST',
    path: '/api/v1/engagement/:entry/withdraw',
    action: 'decide',
    tag: 'engagement',
    summary:
      'Take back a piece of evidence, an assessment, a promise or any other entry; it stays, with the reason',
    params: z.object({ entry: id }),
    body: why,
    answer: z.object({
      kind: z.literal('withdrawal'),
      id: z.string(),
      series: z.string().nullable(),
      target: z.string(),
      why: z.string(),
    }),
    status: 201,
  }),
} as const;
