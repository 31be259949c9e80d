import { z } from 'zod';

const texts = z.array(z.string()).readonly();

/** How a promise stands in an assessor's eyes. `no-evidence` is not `not-started`. */
export const assessmentResult = z.enum([
  'no-evidence',
  'not-started',
  'limited',
  'substantial',
  'complete',
  'unverifiable',
  'not-yet-due',
]);

/** Where one party's promises stand, with how much of them anybody looked at. */
export const rollUp = z.object({
  party: z.string(),
  promises: z.number(),
  proposed: z.number(),
  open: z.number(),
  overdue: z.number(),
  stale: z.number(),
  unmeasurable: z.number(),
  coverage: z.object({ assessed: z.number(), of: z.number(), words: z.string() }),
  assessors: z
    .array(
      z.object({
        assessor: z.string(),
        assessed: z.number(),
        results: z.record(assessmentResult, z.number()).readonly(),
        meanScore: z.number().nullable(),
        scored: z.number(),
      }),
    )
    .readonly(),
  disagreements: texts,
});

/** A party's plans, and how many of their items each counts as done: an assessor, or the party itself. */
export const planTotals = z.object({
  party: z.string(),
  plans: z.array(z.object({ commitment: z.string(), text: z.string(), items: z.number() })).readonly(),
  items: z.number(),
  counts: z
    .array(
      z.object({
        by: z.string(),
        basis: z.enum(['assessment', 'self-report']),
        party: z.string(),
        done: z.number(),
        counted: z.number(),
        items: z.number(),
        date: z.string(),
        words: z.string(),
        plans: z
          .array(z.object({ commitment: z.string(), done: z.number(), of: z.number(), date: z.string() }))
          .readonly(),
        rule: z.string(),
      }),
    )
    .readonly(),
});
