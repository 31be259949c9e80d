import { z } from 'zod';
import { screenQuery } from './screen.ts';

/** Which watch list, where somebody keeps several. */
export const watchQuery = z.strictObject({ watchList: z.string().min(1).max(100).default('own') });

/** A name to watch. */
export const watchAddRequest = z.strictObject({
  watchList: watchQuery.shape.watchList,
  names: z
    .array(z.strictObject({ reference: z.string().max(200).optional(), ...screenQuery.shape }))
    .min(1)
    .max(10_000),
});

/** How many were added; one that is there already is not added twice. */
export const watchAddAnswer = z.object({
  ids: z.array(z.number().int()).readonly(),
  added: z.number().int(),
});

const hit = z.object({
  watch: z.number().int(),
  entity: z.string(),
  caption: z.string(),
  score: z.number(),
  matched: z.string(),
  record: z.string(),
});
const run = z.object({
  id: z.number().int(),
  at: z.string(),
  threshold: z.number(),
  rules: z.string(),
  snapshots: z.record(z.string(), z.string()).readonly(),
  names: z.number().int(),
});

/** The names watched and what the last run found. */
export const watchAnswer = z.object({
  watchList: z.string(),
  lastRun: run.nullable(),
  names: z
    .array(
      z.object({
        id: z.number().int(),
        reference: z.string().nullable(),
        name: z.string(),
        query: z.record(z.string(), z.unknown()).readonly(),
        addedAt: z.string(),
        addedBy: z.string(),
        hits: z.array(hit).readonly(),
      }),
    )
    .readonly(),
});

/** What a run found, and what is otherwise than in the run before: the shape of `entente watch run --json`. */
export const watchReport = z.object({
  run,
  before: run.nullable(),
  hits: z.array(hit).readonly(),
  changes: z
    .array(
      z.object({
        watch: z.number().int(),
        name: z.string(),
        reference: z.string().nullable(),
        kind: z.enum(['new', 'gone', 'score']),
        entity: z.string(),
        caption: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        matched: z.string(),
        reason: z.object({
          text: z.string(),
          list: z.string().nullable(),
          record: z.string().nullable(),
          seen: z.string().nullable(),
        }),
      }),
    )
    .readonly(),
});
