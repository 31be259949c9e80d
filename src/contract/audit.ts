import { z } from 'zod';
import { timePoint } from './scalars.ts';
import { screenAnswer } from './screen.ts';

const instant = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/)
  .meta({ description: 'A day, or an instant in UTC.' });

/** What an answer was made from: the version of the matching rules, the lists, the state of the record. */
export const auditBasis = z.object({
  rules: z.string(),
  lists: z.array(z.object({ id: z.string(), observed: timePoint, records: z.number().int() })).readonly(),
  record: z.object({
    stamp: z.string(),
    snapshots: z
      .array(z.object({ id: z.number().int(), state: z.string(), parts: z.array(z.string()).readonly() }))
      .readonly(),
    judgements: z.array(z.tuple([z.number().int(), z.number().int()]).readonly()).readonly(),
  }),
});

/** One thing that was asked, by whom, and what came of it; see docs/reference/audit.md. */
export const auditEntry = z.object({
  seq: z.number().int(),
  id: z.string(),
  at: z.string(),
  subject: z.object({ id: z.string(), name: z.string(), kind: z.string(), key: z.string().nullable() }),
  channel: z.enum(['http', 'mcp', 'command-line', 'server']),
  action: z.string(),
  verdict: z.enum(['permit', 'deny']),
  reasons: z.array(z.string()).readonly(),
  asked: z.unknown().meta({ description: 'In the words of the one who asked; large things by their hash.' }),
  basis: auditBasis.nullable(),
  result: z.object({ sha256: z.string(), count: z.number().int().nullable() }).nullable(),
  markings: z.array(z.string()).readonly(),
  request: z.string().nullable(),
  hash: z.string().meta({ description: "SHA-256 of the entry's text, which the next entry states." }),
});

/** Which entries; what is left out does not narrow. */
export const auditQuery = z.object({
  from: instant.optional(),
  to: instant.optional(),
  subject: z.string().max(80).optional().meta({ description: "An account's id." }),
  action: z.string().max(40).optional(),
  verdict: z.enum(['permit', 'deny']).optional(),
  before: z.coerce.number().int().min(1).optional().meta({ description: 'From `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** A page of the log, newest first. */
export const auditAnswer = z.object({
  entries: z.array(auditEntry).readonly(),
  next: z.number().int().nullable(),
});

/** An entry by its id. */
export const auditId = z.object({ id: z.string().max(80) });

/** What a check of the whole chain found. */
export const auditReport = z.object({
  entries: z.number().int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  checkpoints: z.number().int(),
  keyChanges: z.number().int().meta({ description: 'How often the key that signs checkpoints was changed.' }),
  cutTo: z
    .number()
    .int()
    .meta({ description: 'The last entry that was taken away by rule; 0 when none was.' }),
  faults: z.array(z.string()).readonly(),
});

/** A past screening, asked again of the record as it was. */
export const replayAnswer = z.object({
  id: z.string(),
  at: z.string(),
  outcome: z.enum(['same', 'different', 'other-rules']),
  rules: z.object({ before: z.string(), now: z.string() }),
  rewound: z.boolean(),
  sha256: z.object({ before: z.string(), now: z.string() }),
  question: z.unknown(),
  answer: screenAnswer,
});
