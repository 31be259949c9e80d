import { z } from 'zod';
import { agendaAnswer, agendaQuery } from './agenda.ts';
import { compareRequest, comparisonAnswer } from './comparison.ts';
import { dialoguesAnswer, dossierAnswer, proposalAnswer, proposeRequest } from './dialogue.ts';
import { entityAnswer } from './entity.ts';
import { changesAnswer, changesQuery, historyAnswer } from './events.ts';
import { batchSettings, job, jobsAnswer } from './jobs.ts';
import { judgementAnswer, judgementRequest, verifyAnswer } from './judgements.ts';
import {
  listAnswer,
  listsAnswer,
  loadFields,
  loadReport,
  snapshotDecided,
  snapshotDecision,
} from './lists.ts';
import { matrixAnswer, matrixQuery } from './matrix.ts';
import { operation } from './operation.ts';
import { reading, readRequest } from './reading.ts';
import { clocks, idOrKey, knownAt, listId, moment } from './scalars.ts';
import {
  screenAnswer,
  screenManyAnswer,
  screenManyRequest,
  screenParameters,
  screenRequest,
} from './screen.ts';
import { aboutAnswer } from './session.ts';

const id = z.object({ id: idOrKey });
const list = z.object({ list: listId });
const jobId = z.object({
  job: z
    .string()
    .max(40)
    .regex(/^job-[0-9a-z]+$/),
});

/** What a form with files holds; each file is a part of its own. */
const batchForm = z.object({
  file: z.string().meta({ description: 'The names: CSV, TSV or JSON lines.', format: 'binary' }),
  settings: z
    .string()
    .optional()
    .meta({ description: `JSON: ${Object.keys(batchSettings.shape).join(', ')}.` }),
});
const loadForm = z.object({
  file: z.string().meta({ description: 'A file of the snapshot; repeat it for a set.', format: 'binary' }),
  ...loadFields.shape,
});

/** Every operation of the native API, by name: the one table of addresses. */
export const API = {
  about: operation({
    id: 'about',
    method: 'GET',
    path: '/api/v1',
    action: 'public',
    tag: 'server',
    summary: 'What this server is and which state of the record it answers from',
    answer: aboutAnswer,
  }),
  screenLink: operation({
    id: 'screenLink',
    method: 'GET',
    path: '/api/v1/screen',
    action: 'screen',
    tag: 'screening',
    summary: 'Ask whether a name is designated; an address that can be sent',
    query: screenParameters,
    answer: screenAnswer,
  }),
  screen: operation({
    id: 'screen',
    method: 'POST',
    path: '/api/v1/screen',
    action: 'screen',
    tag: 'screening',
    summary: 'Ask whether a name is designated: by whom, since when, and on the day asked about',
    body: screenRequest,
    answer: screenAnswer,
  }),
  screenMany: operation({
    id: 'screenMany',
    method: 'POST',
    path: '/api/v1/screen/many',
    action: 'screen',
    tag: 'screening',
    summary: 'Ask about up to a hundred names at once',
    body: screenManyRequest,
    answer: screenManyAnswer,
  }),
  startBatch: operation({
    id: 'startBatch',
    method: 'POST',
    path: '/api/v1/jobs/screen',
    action: 'screen',
    tag: 'jobs',
    summary: 'Screen every row of a file; the answer is a job',
    body: batchForm,
    accepts: 'form-data',
    answer: job,
    status: 202,
  }),
  jobs: operation({
    id: 'jobs',
    method: 'GET',
    path: '/api/v1/jobs',
    action: 'screen',
    tag: 'jobs',
    summary: 'The jobs, newest first',
    answer: jobsAnswer,
  }),
  job: operation({
    id: 'job',
    method: 'GET',
    path: '/api/v1/jobs/:job',
    action: 'screen',
    tag: 'jobs',
    summary: 'One job and how far it is',
    params: jobId,
    answer: job,
  }),
  jobEvents: operation({
    id: 'jobEvents',
    method: 'GET',
    path: '/api/v1/jobs/:job/events',
    action: 'screen',
    tag: 'jobs',
    summary: 'Its progress as it comes, as server-sent events named `progress` and `end`',
    params: jobId,
    answer: z.string(),
    sends: 'events',
  }),
  jobResult: operation({
    id: 'jobResult',
    method: 'GET',
    path: '/api/v1/jobs/:job/result',
    action: 'screen',
    tag: 'jobs',
    summary: 'Its results; a download that was cut off goes on with a Range header',
    params: jobId,
    answer: z.string(),
    sends: 'bytes',
  }),
  cancelJob: operation({
    id: 'cancelJob',
    method: 'DELETE',
    path: '/api/v1/jobs/:job',
    action: 'screen',
    tag: 'jobs',
    summary: 'Stop a job, or remove a finished one with its files',
    params: jobId,
    answer: job,
  }),
  entity: operation({
    id: 'entity',
    method: 'GET',
    path: '/api/v1/entities/:id',
    action: 'read',
    tag: 'record',
    summary: 'All that is known of an entity: names, who lists it since when, statements, sources',
    params: id,
    query: clocks,
    answer: entityAnswer,
  }),
  history: operation({
    id: 'history',
    method: 'GET',
    path: '/api/v1/entities/:id/history',
    action: 'read',
    tag: 'record',
    summary: 'What happened to an entity on every list held',
    params: id,
    query: knownAt,
    answer: historyAnswer,
  }),
  changes: operation({
    id: 'changes',
    method: 'GET',
    path: '/api/v1/changes',
    action: 'read',
    tag: 'record',
    summary: 'What changed on a list between two days, by when it was observed',
    query: changesQuery,
    answer: changesAnswer,
  }),
  matrix: operation({
    id: 'matrix',
    method: 'GET',
    path: '/api/v1/matrix',
    action: 'read',
    tag: 'record',
    summary: 'Entities by lists: listed since, was listed, not listed, not loaded',
    query: matrixQuery,
    answer: matrixAnswer,
  }),
  lists: operation({
    id: 'lists',
    method: 'GET',
    path: '/api/v1/lists',
    action: 'read',
    tag: 'lists',
    summary: 'The lists that can be read or are known by name, the snapshots held of each, and their age',
    answer: listsAnswer,
  }),
  list: operation({
    id: 'list',
    method: 'GET',
    path: '/api/v1/lists/:list',
    action: 'read',
    tag: 'lists',
    summary: 'One list with its snapshots',
    params: list,
    answer: listAnswer,
  }),
  loadSnapshot: operation({
    id: 'loadSnapshot',
    method: 'POST',
    path: '/api/v1/lists/:list/snapshots',
    action: 'load',
    tag: 'lists',
    summary: 'Load one snapshot of a list from files',
    params: z.object({ list: z.string().max(80) }),
    body: loadForm,
    accepts: 'form-data',
    answer: loadReport,
    status: 201,
  }),
  decideSnapshot: operation({
    id: 'decideSnapshot',
    method: 'POST',
    path: '/api/v1/lists/:list/snapshots/:observed/decision',
    action: 'decide',
    tag: 'lists',
    summary: 'Accept or reject a snapshot that is held in quarantine',
    params: z.object({ list: listId, observed: moment }),
    body: snapshotDecision,
    answer: snapshotDecided,
  }),
  readDocument: operation({
    id: 'readDocument',
    method: 'POST',
    path: '/api/v1/documents',
    action: 'document',
    tag: 'documents',
    summary:
      'Read a report or statement: who is named, what happened, who says so, what was promised, and is it right about the lists',
    body: readRequest,
    answer: reading,
  }),
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
    params: z.object({ series: z.string().max(100) }),
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
  judge: operation({
    id: 'judge',
    method: 'POST',
    path: '/api/v1/judgements',
    action: 'decide',
    tag: 'review',
    summary: 'Judge whether two source records are the same thing',
    body: judgementRequest,
    answer: judgementAnswer,
    status: 201,
  }),
  verify: operation({
    id: 'verify',
    method: 'GET',
    path: '/api/v1/verify',
    action: 'metrics',
    tag: 'server',
    summary: 'Check the whole record against its own rules',
    answer: verifyAnswer,
  }),
} as const;

/** The name of an operation. */
export type OperationName = keyof typeof API;
