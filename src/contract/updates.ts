import { z } from 'zod';
import { jobFields, jobParams } from './jobs.ts';
import { operation } from './operation.ts';
import { listId, timePoint } from './scalars.ts';

const reason = z.object({ code: z.string(), reason: z.string() });

/** What came of updating one list. One that failed leaves its record as it was. */
export const listUpdate = z.object({
  list: z.string(),
  outcome: z.enum(['loaded', 'unchanged', 'held', 'rejected', 'failed', 'by-hand']),
  observed: timePoint.nullable(),
  published: z.string().nullable(),
  reason: z.string().nullable().meta({ description: 'Why it is held in quarantine.' }),
  parts: z
    .array(z.object({ part: z.string(), records: z.number().int(), differing: z.number().int() }))
    .readonly(),
  notes: z.array(z.string()).readonly(),
  files: z
    .array(
      z.object({
        url: z.string(),
        at: z.string(),
        sha256: z.string(),
        outcome: z.string(),
        since: z.string().nullable(),
      }),
    )
    .readonly(),
  error: reason.nullable().meta({ description: 'Why it failed.' }),
  hint: z.string().nullable().meta({ description: 'What a person can do about it.' }),
});

/** See {@link listUpdate}. */
export type ListUpdateJson = z.infer<typeof listUpdate>;

/** An update of lists: how far it is, and what came of each list so far. */
export const update = z.object({
  ...jobFields,
  kind: z.literal('update'),
  progress: z.object({
    done: z.number().int(),
    of: z.number().int(),
    now: z
      .array(
        z.object({
          list: z.string(),
          step: z.enum(['receiving', 'waiting', 'loading']),
          bytes: z.number().int().nullable(),
          records: z.number().int().nullable(),
          why: z.string().nullable().meta({ description: 'Why it waits for the publisher.' }),
        }),
      )
      .readonly()
      .meta({ description: 'What is being done at this moment, list by list.' }),
  }),
  lists: z.array(listUpdate).readonly(),
});

/** See {@link update}. */
export type UpdateJson = z.infer<typeof update>;

/** What to update, and how. */
const updateRequest = z
  .strictObject({
    lists: z.array(listId).min(1).max(200).optional().meta({ description: 'Default: every list.' }),
    due: z.boolean().default(false).meta({ description: 'Only lists that are due.' }),
    force: z
      .string()
      .min(1)
      .max(2000)
      .optional()
      .meta({ description: 'Load although a list shrank or would be held, and why; needs `lists`.' }),
  })
  .refine(({ lists, force }) => force === undefined || lists !== undefined, {
    message: 'force needs the lists that it is for',
    path: ['force'],
  });

const feedId = z.string().min(1).max(100);

/** A feed that is read, and how it stands. */
export const feedRow = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  home: z.string().nullable(),
  pages: z.boolean(),
  everySeconds: z.number().int(),
  askedSeconds: z.number().int().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  removed: z.object({ at: z.string(), by: z.string() }).nullable(),
  runAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  changedAt: z.string().nullable(),
  failures: z.number().int(),
  error: reason.nullable(),
  dueAt: z.string(),
});
const feedState = z.enum(['never read', 'up to date', 'due', 'failing']);
const itemCounts = z.object({
  kept: z.number().int(),
  summary: z.number().int(),
  failed: z.number().int(),
  waiting: z.number().int(),
});

const feedReport = z.object({
  feed: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'failed']),
  error: reason.nullable(),
  items: z.number().int(),
  steps: z
    .array(
      z.object({
        guid: z.string(),
        headline: z.string().nullable(),
        outcome: z.enum(['new', 'known', 'replaces', 'withdraws', 'failed', 'skipped']),
        extent: z.enum(['whole', 'summary', 'headline']),
        document: z.string().nullable(),
        earlier: z.string().nullable(),
        error: reason.nullable(),
      }),
    )
    .readonly(),
  waiting: z.number().int(),
  unread: z.array(z.object({ place: z.string(), why: z.string() })).readonly(),
  dueAt: z.string(),
});

/** A reading of feeds: how far it is, and what came of each feed so far. */
export const feedRun = z.object({
  ...jobFields,
  kind: z.literal('feeds'),
  progress: z.object({
    done: z.number().int(),
    of: z.number().int(),
    items: z.number().int().meta({ description: 'Items read so far.' }),
  }),
  feeds: z.array(feedReport).readonly(),
});

/** See {@link feedRun}. */
export type FeedRunJson = z.infer<typeof feedRun>;

/** Updates of lists from their publishers, and feeds. */
export const UPDATE_OPERATIONS = {
  startUpdate: operation({
    id: 'startUpdate',
    method: 'POST',
    path: '/api/v1/lists/updates',
    action: 'load',
    tag: 'lists',
    summary: 'Fetch what changed from the publishers and load it; the answer is a job',
    body: updateRequest,
    answer: update,
    status: 202,
  }),
  updates: operation({
    id: 'updates',
    method: 'GET',
    path: '/api/v1/lists/updates',
    action: 'load',
    tag: 'lists',
    summary: 'The updates, newest first, with what came of each list',
    answer: z.object({ updates: z.array(update).readonly() }),
  }),
  update: operation({
    id: 'update',
    method: 'GET',
    path: '/api/v1/lists/updates/:job',
    action: 'load',
    tag: 'lists',
    summary: 'One update: how far it is, and what came of each list so far',
    params: jobParams,
    answer: update,
  }),
  updateEvents: operation({
    id: 'updateEvents',
    method: 'GET',
    path: '/api/v1/lists/updates/:job/events',
    action: 'load',
    tag: 'lists',
    summary: 'Its progress as it comes, as server-sent events named `progress` and `end`',
    params: jobParams,
    answer: z.string(),
    sends: 'events',
  }),
  cancelUpdate: operation({
    id: 'cancelUpdate',
    method: 'DELETE',
    path: '/api/v1/lists/updates/:job',
    action: 'load',
    tag: 'lists',
    summary: 'Stop an update (lists that are loaded stay), or remove a finished one',
    params: jobParams,
    answer: update,
  }),
  feeds: operation({
    id: 'feeds',
    method: 'GET',
    path: '/api/v1/feeds',
    action: 'document',
    tag: 'feeds',
    summary: 'The feeds that are read: last answer, next reading, failures',
    answer: z.object({
      feeds: z.array(feedRow.extend({ state: feedState, items: itemCounts })).readonly(),
    }),
  }),
  addFeed: operation({
    id: 'addFeed',
    method: 'POST',
    path: '/api/v1/feeds',
    action: 'propose',
    tag: 'feeds',
    summary: 'Add a feed by its address, or by that of a page that names it; it is fetched once to see',
    body: z.strictObject({
      url: z.string().min(1).max(2000),
      id: z
        .string()
        .max(80)
        .regex(/^[a-z0-9][a-z0-9.-]*$/)
        .optional()
        .meta({ description: 'What to call it; default: its host.' }),
      everyMinutes: z.number().min(5).max(100_000).optional(),
      items: z
        .enum(['only', 'pages'])
        .default('pages')
        .meta({ description: '`only`: keep what the feed itself has, fetch no pages of items.' }),
    }),
    answer: z.object({
      feed: feedRow,
      format: z.string(),
      items: z.number().int(),
      whole: z.number().int(),
      others: z.array(z.string()).readonly(),
    }),
    status: 201,
  }),
  removeFeed: operation({
    id: 'removeFeed',
    method: 'DELETE',
    path: '/api/v1/feeds/:feed',
    action: 'propose',
    tag: 'feeds',
    summary: 'Stop reading a feed; its documents stay',
    params: z.object({ feed: feedId }),
    answer: z.null(),
    status: 204,
  }),
  runFeeds: operation({
    id: 'runFeeds',
    method: 'POST',
    path: '/api/v1/feeds/runs',
    action: 'propose',
    tag: 'feeds',
    summary: 'Read feeds now: what is new, what they changed, what failed before; the answer is a job',
    body: z.strictObject({
      feeds: z.array(feedId).min(1).max(200).optional().meta({ description: 'Default: all.' }),
      due: z.boolean().default(false).meta({ description: 'Only those that are due.' }),
      mostPages: z.number().int().min(1).max(1000).default(50),
    }),
    answer: feedRun,
    status: 202,
  }),
  feedRuns: operation({
    id: 'feedRuns',
    method: 'GET',
    path: '/api/v1/feeds/runs',
    action: 'propose',
    tag: 'feeds',
    summary: 'The readings of feeds, newest first',
    answer: z.object({ runs: z.array(feedRun).readonly() }),
  }),
  feedRun: operation({
    id: 'feedRun',
    method: 'GET',
    path: '/api/v1/feeds/runs/:job',
    action: 'propose',
    tag: 'feeds',
    summary: 'One reading of feeds: how far it is, and what came of each feed so far',
    params: jobParams,
    answer: feedRun,
  }),
  feedRunEvents: operation({
    id: 'feedRunEvents',
    method: 'GET',
    path: '/api/v1/feeds/runs/:job/events',
    action: 'propose',
    tag: 'feeds',
    summary: 'Its progress as it comes, as server-sent events named `progress` and `end`',
    params: jobParams,
    answer: z.string(),
    sends: 'events',
  }),
  cancelFeedRun: operation({
    id: 'cancelFeedRun',
    method: 'DELETE',
    path: '/api/v1/feeds/runs/:job',
    action: 'propose',
    tag: 'feeds',
    summary: 'Stop a reading of feeds (what was read is kept), or remove a finished one',
    params: jobParams,
    answer: feedRun,
  }),
} as const;
