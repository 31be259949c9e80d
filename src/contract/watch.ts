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

/** Names from a file; see `importWatched`. */
export const watchFileForm = z.object({
  file: z.string().meta({ description: 'The names: CSV, TSV or JSON lines.', format: 'binary' }),
  watchList: watchQuery.shape.watchList,
  format: z.enum(['csv', 'tsv', 'jsonl']).optional().meta({ description: "Default: by the file's ending." }),
});

/** How many came from the file, and what was wrong with rows of it. */
export const watchFileAnswer = z.object({
  names: z.number().int(),
  added: z.number().int(),
  notes: z
    .array(z.object({ row: z.number().int(), why: z.string(), taken: z.boolean() }))
    .readonly()
    .meta({ description: 'A row that was not taken, or something in one that was not understood.' }),
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

const change = z.object({
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
    text: z.string().meta({ description: 'In English.' }),
    said: z
      .object({
        kind: z.string(),
        property: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        of: z.string().nullable(),
      })
      .optional()
      .meta({ description: 'The same by its kind, to be said in another language.' }),
    list: z.string().nullable(),
    record: z.string().nullable(),
    seen: z.string().nullable(),
  }),
});

/** The names watched and what the last run found. */
export const watchAnswer = z.object({
  watchList: z.string(),
  watchLists: z
    .array(z.object({ list: z.string(), names: z.number().int() }))
    .readonly()
    .meta({ description: 'All that hold names.' }),
  lastRun: run.nullable(),
  changes: z
    .array(change)
    .readonly()
    .meta({ description: 'What the last run found to be otherwise than the run before.' }),
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
  changes: z.array(change).readonly(),
});
