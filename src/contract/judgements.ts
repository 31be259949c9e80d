import { z } from 'zod';

/** That two source records are the same thing, or are not, and what that rests on. */
export const judgementRequest = z.strictObject({
  left: z.string().max(300).meta({ description: 'A source key.' }),
  right: z.string().max(300).meta({ description: 'A source key.' }),
  verdict: z.enum(['same', 'different', 'unsure']),
  why: z.string().min(1).max(2000),
});

/** What became of it. */
export const judgementAnswer = z.object({
  added: z.number().int(),
  withdrawn: z.number().int(),
  waiting: z.number().int().meta({ description: 'About entries that are not held yet.' }),
});

/** What `entente verify` found. */
export const verifyAnswer = z.object({
  snapshots: z.number().int(),
  records: z.number().int(),
  statements: z.number().int(),
  judgements: z.number().int(),
  faults: z.array(z.object({ rule: z.string(), where: z.string(), what: z.string() })).readonly(),
});
