import { z } from 'zod';
import { agendaAnswer, agendaQuery } from './agenda.ts';
import { compareRequest, comparisonAnswer } from './comparison.ts';
import {
  commitmentView,
  dialoguesAnswer,
  dossierAnswer,
  evidenceEntry,
  guidelineEntry,
  proposalAnswer,
  proposeRequest,
} from './dialogue.ts';
import { operation } from './operation.ts';
import { clocks, flag, several } from './scalars.ts';

const seriesId = z.string().min(1).max(100);
const series = z.object({ series: seriesId });
const BRIEFS = ['text/html', 'text/markdown'] as const;
const briefFormat = z.enum(['html', 'markdown']).default('html');
const paper = { answer: z.string(), sends: 'bytes' } as const;

const reminder = z.object({
  uid: z.string(),
  kind: z.enum(['meeting', 'due', 'review', 'reply']),
  from: z.string(),
  to: z.string(),
  title: z.string(),
  lines: z.array(z.string()).readonly(),
  about: z.array(z.string()).readonly(),
  past: z.boolean(),
});
const reminderQuery = clocks.extend({
  series: several(seriesId).optional().meta({ description: 'Default: every series.' }),
});
const viewed = { asOf: z.string(), knownAt: z.string().nullable() };

/** Dialogues, what was promised in them, and the papers that are made from it. */
export const DIALOGUE_OPERATIONS = {
  dialogues: operation({
    id: 'dialogues',
    method: 'GET',
    path: '/api/v1/dialogues',
    action: 'engage',
    tag: 'engagement',
    summary: 'The dialogues between states, with how many rounds and open promises',
    query: clocks,
    answer: dialoguesAnswer,
  }),
  dialogue: operation({
    id: 'dialogue',
    method: 'GET',
    path: '/api/v1/dialogues/:series',
    action: 'engage',
    tag: 'engagement',
    summary: 'One dialogue: its rounds, documents and promises, and what became of them',
    params: series,
    query: clocks,
    answer: dossierAnswer,
  }),
  proposeDialogue: operation({
    id: 'proposeDialogue',
    method: 'POST',
    path: '/api/v1/dialogues',
    action: 'propose',
    tag: 'engagement',
    summary: 'Read a statement or report, and propose its meeting and promises',
    body: proposeRequest,
    answer: proposalAnswer,
  }),
  importDialogue: operation({
    id: 'importDialogue',
    method: 'POST',
    path: '/api/v1/dialogues/import',
    action: 'decide',
    tag: 'engagement',
    summary: "Import a dialogue, or states, organs and offices, from YAML in the record's own format",
    body: z.strictObject({
      yaml: z.string().min(1).max(4_000_000),
      bodies: z
        .boolean()
        .default(false)
        .meta({ description: 'Whether it holds states, organs and offices.' }),
    }),
    answer: z.object({
      series: z.array(z.string()).readonly(),
      added: z.number().int(),
      same: z.number().int(),
    }),
    status: 201,
  }),
  exportDialogue: operation({
    id: 'exportDialogue',
    method: 'GET',
    path: '/api/v1/dialogues/:series/export',
    action: 'export',
    tag: 'engagement',
    summary: "A dialogue's promises as a table, a calendar or a paper",
    params: series,
    query: clocks.extend({ format: z.enum(['csv', 'ics', 'html', 'markdown']).default('csv') }),
    ...paper,
    media: ['text/csv', 'text/calendar', ...BRIEFS],
  }),
  agenda: operation({
    id: 'agenda',
    method: 'GET',
    path: '/api/v1/agenda',
    action: 'engage',
    tag: 'engagement',
    summary: 'What two parties should have before them when they next meet',
    query: agendaQuery,
    answer: agendaAnswer,
  }),
  agendaBrief: operation({
    id: 'agendaBrief',
    method: 'GET',
    path: '/api/v1/agenda/brief',
    action: 'engage',
    tag: 'engagement',
    summary: 'The same as a paper to print, a table, or a calendar of what falls due',
    query: agendaQuery.extend({ format: z.enum(['html', 'markdown', 'csv', 'ics']).default('html') }),
    ...paper,
    media: [...BRIEFS, 'text/csv', 'text/calendar'],
  }),
  compare: operation({
    id: 'compare',
    method: 'POST',
    path: '/api/v1/compare',
    action: 'engage',
    tag: 'engagement',
    summary: 'What changed from one statement to the next',
    body: compareRequest,
    answer: comparisonAnswer,
  }),
  compareBrief: operation({
    id: 'compareBrief',
    method: 'POST',
    path: '/api/v1/compare/brief',
    action: 'engage',
    tag: 'engagement',
    summary: 'The same as a paper to print, or a table',
    query: z.strictObject({ format: z.enum(['html', 'markdown', 'csv']).default('html') }),
    body: compareRequest,
    ...paper,
    media: [...BRIEFS, 'text/csv'],
  }),
  commitments: operation({
    id: 'commitments',
    method: 'GET',
    path: '/api/v1/commitments',
    action: 'engage',
    tag: 'engagement',
    summary: 'Promises and positions, with where they stand',
    query: clocks.extend({
      series: several(seriesId).optional(),
      open: flag.default(false).meta({ description: 'Open promises only.' }),
      proposed: flag.default(false).meta({ description: 'Only what a machine read and nobody confirmed.' }),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({
      ...viewed,
      total: z.number().int(),
      commitments: z.array(commitmentView).readonly(),
    }),
  }),
  commitment: operation({
    id: 'commitment',
    method: 'GET',
    path: '/api/v1/commitments/:commitment',
    action: 'engage',
    tag: 'engagement',
    summary: 'One promise with its evidence, assessments, replies, and what was replaced or taken back',
    params: z.object({ commitment: z.string().min(1).max(200) }),
    query: clocks,
    answer: commitmentView.extend({ ...viewed, pieces: z.array(evidenceEntry).readonly() }),
  }),
  evidence: operation({
    id: 'evidence',
    method: 'GET',
    path: '/api/v1/evidence',
    action: 'engage',
    tag: 'engagement',
    summary: 'Pieces of evidence, of one promise or of a series; those that a machine proposed wait here',
    query: clocks.extend({
      commitment: z.string().min(1).max(200).optional(),
      series: seriesId.optional(),
      standing: z.enum(['proposed', 'confirmed', 'rejected']).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({ ...viewed, total: z.number().int(), evidence: z.array(evidenceEntry).readonly() }),
  }),
  guidelines: operation({
    id: 'guidelines',
    method: 'GET',
    path: '/api/v1/guidelines',
    action: 'engage',
    tag: 'engagement',
    summary: 'The guidelines of assessments, every version of each',
    query: z.strictObject({ series: seriesId.optional(), knownAt: clocks.shape.knownAt }),
    answer: z.object({ guidelines: z.array(guidelineEntry).readonly() }),
  }),
  reminders: operation({
    id: 'reminders',
    method: 'GET',
    path: '/api/v1/reminders',
    action: 'engage',
    tag: 'engagement',
    summary: 'What falls due, what should be looked at again, and what waits for a reply',
    query: reminderQuery,
    answer: z.object({ ...viewed, reminders: z.array(reminder).readonly() }),
  }),
  remindersFeed: operation({
    id: 'remindersFeed',
    method: 'GET',
    path: '/api/v1/reminders/feed.ics',
    action: 'engage',
    tag: 'engagement',
    summary: 'The same as a calendar that can be subscribed to (RFC 5545)',
    query: reminderQuery,
    ...paper,
    media: ['text/calendar'],
  }),
  remindersDigest: operation({
    id: 'remindersDigest',
    method: 'GET',
    path: '/api/v1/reminders/digest',
    action: 'engage',
    tag: 'engagement',
    summary: 'The same as a paper: what lies behind, and so many days ahead',
    query: reminderQuery.extend({
      format: briefFormat,
      days: z.coerce.number().int().min(1).max(3650).default(60),
    }),
    ...paper,
    media: [...BRIEFS],
  }),
} as const;
