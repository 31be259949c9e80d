import { z } from 'zod';
import { EVENT_KINDS } from '../kernel/index.ts';
import { listing } from './entity.ts';
import { bound, listId, moment, pageQuery, timePoint } from './scalars.ts';

/** One event in the life of a source record. */
export const recordEvent = z.object({
  kind: z.enum(EVENT_KINDS),
  list: z.string(),
  reference: z.string(),
  entity: z.string(),
  name: z.string().nullable(),
  when: bound.meta({ description: 'When it took effect, as precisely as is known.' }),
  seen: timePoint.meta({ description: 'The snapshot that showed it.' }),
  property: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** The life of an entity, list by list. */
export const historyAnswer = z.object({
  entity: z.string(),
  knownAt: z.string().nullable(),
  events: z.array(recordEvent).readonly(),
  listings: z.array(listing).readonly(),
});

/** What to ask of a list's changes. */
export const changesQuery = z.strictObject({
  list: listId,
  from: moment.meta({ description: 'After what was observed on this day.' }),
  to: moment.optional().meta({ description: 'Up to what was observed on this day; else the newest.' }),
  ...pageQuery.shape,
});

/** What a list's snapshots changed between two days. */
export const changesAnswer = z.object({
  list: z.string(),
  from: timePoint,
  to: timePoint.nullable(),
  snapshots: z
    .array(timePoint)
    .readonly()
    .meta({ description: 'Observed in that time; when there is none, nothing can be said.' }),
  events: z.array(recordEvent).readonly(),
  next: z.string().nullable(),
});
