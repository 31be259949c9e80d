import { z } from 'zod';
import { screenOptions } from './screen.ts';

/** How far a job is. */
export const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

/** What all work that takes longer than a request has, whatever it does. */
export const jobFields = {
  id: z.string(),
  state: jobState,
  by: z.string().meta({ description: 'Who started it.' }),
  created: z.string(),
  finished: z.string().nullable(),
  why: z.string().nullable().meta({ description: 'Why it failed as a whole.' }),
} as const;

/** A job's id, as it stands in its address. */
export const jobParams = z.object({
  job: z
    .string()
    .max(40)
    .regex(/^job-[0-9a-z]+$/),
});

/** The screening of a file of names. */
export const job = z.object({
  ...jobFields,
  kind: z.literal('screen'),
  progress: z.object({
    rows: z.number().int(),
    rowsPerSecond: z.number(),
    share: z.number().meta({ description: 'Of the input that has been read, 0 to 1.' }),
    secondsLeft: z.number().nullable(),
  }),
  counts: z.record(z.string(), z.number().int()).nullable(),
  result: z
    .object({ format: z.enum(['jsonl', 'csv']), bytes: z.number().int(), path: z.string() })
    .nullable(),
});

/** See {@link job}. */
export type JobJson = z.infer<typeof job>;

/** The jobs that the caller may see, newest first. */
export const jobsAnswer = z.object({ jobs: z.array(job).readonly() });

/** What goes with the file of names: a form's field `settings`, as JSON. */
export const batchSettings = z.strictObject({
  ...screenOptions.shape,
  inputFormat: z.enum(['csv', 'tsv', 'jsonl']).optional(),
  outputFormat: z.enum(['jsonl', 'csv']).default('jsonl'),
  columns: z
    .object({
      name: z.string(),
      aliases: z.string(),
      schema: z.string(),
      birthDate: z.string(),
      country: z.string(),
      gender: z.string(),
      identifiers: z.string(),
      id: z.string(),
    })
    .partial()
    .optional()
    .meta({ description: 'Which column holds what, by heading.' }),
});
