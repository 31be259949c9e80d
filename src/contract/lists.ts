import { z } from 'zod';
import { authority, moment, timePoint } from './scalars.ts';

/** A decision that a person took. */
export const decision = z.object({ by: z.string(), note: z.string(), at: z.string() });

/** One observed version of a list. */
export const snapshot = z.object({
  observed: timePoint,
  published: z.string().nullable(),
  state: z.enum(['accepted', 'held', 'rejected']),
  reason: z.string().nullable(),
  decision: decision.nullable(),
  loadedAt: z.string(),
  parts: z
    .array(
      z.object({
        part: z.string(),
        records: z.number().int(),
        sha256: z.string(),
        file: z.string(),
      }),
    )
    .readonly(),
});

/** A list, what is held of it, and how fresh that is. */
export const listRow = z.object({
  id: z.string(),
  title: z.string(),
  authority,
  effect: z.string(),
  url: z.string(),
  licence: z.string(),
  readable: z.boolean().meta({ description: 'Whether there is a reader for it here.' }),
  accepted: z.number().int(),
  waiting: z.number().int().meta({ description: 'Snapshots held in quarantine.' }),
  observed: timePoint.nullable(),
  ageDays: z.number().int().nullable(),
  staleAfterDays: z.number().int(),
  freshness: z.enum(['fresh', 'stale', 'not held']),
  unchangedOn: z
    .string()
    .nullable()
    .meta({ description: 'When the publisher last said that nothing had changed.' }),
  nextDue: z.string().nullable(),
  due: z.boolean().meta({ description: 'Whether it is time to look again.' }),
  lastAttempt: z
    .object({
      at: z.string(),
      failure: z.object({ code: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
  snapshots: z.array(snapshot).readonly(),
});

/** Every list that can be read or is known by name. */
export const listsAnswer = z.object({ lists: z.array(listRow).readonly() });

/** One list. */
export const listAnswer = listRow;

/** What a person decides about a snapshot, with the reason. */
export const snapshotDecision = z.strictObject({
  verdict: z.enum(['accept', 'reject']),
  note: z.string().min(1).max(2000),
});

/** A decision that was recorded. */
export const snapshotDecided = z.object({
  list: z.string(),
  observed: timePoint,
  verdict: z.enum(['accept', 'reject']),
  decision,
});

/** What goes with the files of a snapshot. */
export const loadFields = z.object({
  observed: moment,
  force: z.string().max(2000).optional().meta({ description: 'Load it although it would be held, and why.' }),
});

/** What a load did. */
export const loadReport = z.object({
  list: z.string(),
  observed: timePoint,
  outcome: z.enum(['loaded', 'held', 'unchanged']),
  reason: z.string().nullable(),
  published: z.string().nullable(),
  parts: z
    .array(z.object({ part: z.string(), records: z.number().int(), differing: z.number().int() }))
    .readonly(),
  notes: z.array(z.string()).readonly(),
  joined: z.number().int(),
});
