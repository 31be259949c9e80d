import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BatchJob,
  type BatchReport,
  ExceptionBook,
  exceptionMoment,
  type ScreenAnswer,
  type Screener,
  screenBatch,
} from '../screening/index.ts';
import { type AuditEntry, type AuditEvent, auditError, type Json, type Store } from '../store/index.ts';
import {
  askedWith,
  recordBasis,
  type ScreeningQuestion,
  screeningAsked,
  screeningResult,
} from './screening-entry.ts';

/** Who asks, and where, as the audit log has it. */
export type AskedBy = Pick<AuditEvent, 'subject' | 'channel' | 'request'>;

/**
 * Screens one name and enters it in the store's audit log; there is no answer that was not entered. Hits that exceptions
 * are about are marked.
 */
export async function screenEntered(
  store: Store,
  screener: Pick<Screener, 'screen'>,
  question: ScreeningQuestion,
  by: AskedBy,
  now: () => Date,
): Promise<ScreenAnswer> {
  const at = now().toISOString();
  const answer = await screener.screen(question.query, question.options);
  const excepted = await new ExceptionBook(store).mark(
    answer,
    exceptionMoment(new Date(at), question.scope.clocks.knownAt),
  );
  await enter(store, by, at, {
    asked: askedWith(screeningAsked(question), excepted),
    result: screeningResult(answer),
  });
  return excepted;
}

/**
 * Screens a file of names and enters it as one: the hashes of what came in and of all results, with the settings, so
 * that each row can be laid to this run and the run be made again ({@link replayBatch}).
 */
export async function screenBatchEntered(
  store: Store,
  job: BatchJob,
  by: AskedBy,
  now: () => Date,
): Promise<BatchReport> {
  const at = now().toISOString();
  const input = await sha256Of(job.input);
  const report = await screenBatch(store, { ...job, decidedBy: at });
  // One that was stopped is entered when it is taken up again and done.
  if (job.signal?.aborted === true) return report;
  const { columns, scope, options } = job;
  const settings = {
    inputFormat: report.settings.input.format,
    outputFormat: job.outputFormat ?? (/\.csv$/i.test(job.output) ? 'csv' : 'jsonl'),
    columns,
    scope,
    options,
    decidedBy: at,
  };
  const batch = { input, rows: report.kept + report.rows, counts: report.counts, settings };
  const result = { sha256: await sha256Of(job.output), count: report.kept + report.rows };
  await enter(store, by, at, { asked: JSON.parse(JSON.stringify({ batch })) as Json, result });
  return report;
}

/** What making a past batch again gave. */
export interface BatchReplay {
  readonly id: string;
  readonly at: string;
  readonly outcome: 'same' | 'different';
  readonly sha256: { readonly before: string; readonly now: string };
}

/**
 * Makes a past batch again from its input, of the record as it was then. Throws `ENT_AUDIT_NOT_A_SCREENING` for another
 * entry, `ENT_AUDIT_OTHER_INPUT` for another input.
 */
export async function replayBatch(
  store: Store,
  entry: AuditEntry,
  input: string,
  options: { readonly workers?: number } = {},
): Promise<BatchReplay> {
  const { id, at, action, basis, result } = entry;
  const asked = entry.asked as { readonly batch?: { readonly input: string; readonly settings: Settings } };
  if (asked?.batch === undefined || basis === null || result === null)
    throw auditError('ENT_AUDIT_NOT_A_SCREENING', { id, action });
  if ((await sha256Of(input)) !== asked.batch.input) throw auditError('ENT_AUDIT_OTHER_INPUT', { id });
  const { settings } = asked.batch;
  const folder = await mkdtemp(join(tmpdir(), 'entente-replay-'));
  try {
    const output = join(folder, 'results');
    const job = { ...settings, ...options, input, output };
    const rewound = (await store.stamp()) !== basis.record.stamp;
    const record = rewound ? await store.rewoundTo(basis.record, join(folder, 'record.db')) : store;
    try {
      await screenBatch(record, job);
    } finally {
      if (rewound) await record.close();
    }
    const now = await sha256Of(output);
    const outcome = now === result.sha256 ? 'same' : 'different';
    return { id, at, outcome, sha256: { before: result.sha256, now } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Settings = Pick<
  BatchJob,
  'inputFormat' | 'outputFormat' | 'columns' | 'scope' | 'options' | 'decidedBy'
>;

async function enter(
  store: Store,
  { subject, channel, request }: AskedBy,
  at: string,
  { asked, result }: Pick<AuditEvent, 'asked' | 'result'>,
): Promise<void> {
  const basis = await recordBasis(store);
  await store.audit.append({
    at,
    subject,
    channel,
    action: 'screen',
    verdict: 'permit',
    reasons: [],
    asked,
    basis,
    result,
    markings: [],
    request,
  });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
