import { z } from 'zod';
import { operation } from './operation.ts';

const kind = z.enum(['same', 'exception']);
const verdict = z.enum(['same', 'different', 'approve', 'reject']);
const item = z
  .string()
  .min(1)
  .max(700)
  .meta({ description: "An exception's number, or two source keys parted by a line end, in order." });
const why = z.string().trim().min(1).max(2000);

/** One decision for many items. While its sample is open, what was proposed is told to its proposer alone. */
export const bulkAnswer = z.object({
  id: z.number().int(),
  kind,
  verdict: verdict.nullable().meta({ description: '`null` for whoever may decide the sample: it is blind.' }),
  why: z.string().nullable(),
  seed: z.string().meta({ description: 'The sample is the items whose SHA-256 with it comes first.' }),
  by: z.string(),
  at: z.string(),
  items: z
    .array(
      z.object({
        item,
        sampled: z.boolean(),
        answer: z.object({ verdict, by: z.string(), at: z.string(), why: z.string() }).nullable(),
      }),
    )
    .readonly(),
  ended: z
    .object({
      outcome: z.enum(['applied', 'refused']),
      by: z.string(),
      at: z.string(),
      done: z.number().int().meta({ description: 'Items that took the verdict.' }),
    })
    .nullable(),
});

/** See {@link bulkAnswer}. */
export type BulkJson = z.infer<typeof bulkAnswer>;

const params = z.object({ id: z.coerce.number().int().min(1) });

/** Many items at once, never without a second person's sample. */
export const BULK_OPERATIONS = {
  bulkDecisions: operation({
    id: 'bulkDecisions',
    method: 'GET',
    path: '/api/v1/bulk-decisions',
    action: 'read',
    tag: 'review',
    summary: 'Decisions proposed for many items at once: those whose sample is open first, then the newest',
    answer: z.object({ bulks: z.array(bulkAnswer).readonly() }),
  }),
  proposeBulk: operation({
    id: 'proposeBulk',
    method: 'POST',
    path: '/api/v1/bulk-decisions',
    action: 'propose',
    tag: 'review',
    summary: 'Propose one decision for many waiting items; a second person decides a sample of them blind',
    body: z.strictObject({ kind, verdict, why, items: z.array(item).min(2).max(1000) }),
    answer: bulkAnswer,
    status: 201,
  }),
  answerBulk: operation({
    id: 'answerBulk',
    method: 'POST',
    path: '/api/v1/bulk-decisions/:id/answers',
    action: 'decide',
    tag: 'review',
    summary:
      'Decide one item of the sample; the last that agrees lets all take effect, one that differs refuses all',
    params,
    body: z.strictObject({ item, verdict, why }),
    answer: bulkAnswer,
  }),
} as const;
