import { z } from 'zod';
import { EVENT_KINDS } from '../kernel/index.ts';
import { recordEvent } from './events.ts';
import { operation } from './operation.ts';
import { idOrKey, listId, moment, timePoint } from './scalars.ts';

/** What changed, for whoever wants to be told, and what a snapshot in quarantine would change. */
export const CHANGE_OPERATIONS = {
  changesFeed: operation({
    id: 'changesFeed',
    method: 'GET',
    path: '/api/v1/changes.atom',
    action: 'read',
    tag: 'record',
    summary: 'What the newest snapshots changed, as an Atom feed (RFC 4287) to subscribe to',
    query: z.strictObject({
      list: listId.optional().meta({ description: 'Of this list only.' }),
      entity: idOrKey.optional().meta({ description: 'Of this entity only, since it is known.' }),
    }),
    answer: z.string(),
    sends: 'text',
    media: ['application/atom+xml'],
  }),
  heldChanges: operation({
    id: 'heldChanges',
    method: 'GET',
    path: '/api/v1/lists/:list/snapshots/:observed/changes',
    action: 'read',
    tag: 'lists',
    summary: 'What a snapshot that is held in quarantine would change',
    params: z.object({ list: listId, observed: moment }),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    answer: z.object({
      list: z.string(),
      observed: timePoint,
      base: timePoint.nullable().meta({ description: 'The snapshot that it is compared with.' }),
      total: z.number().int(),
      kinds: z.array(z.object({ kind: z.enum(EVENT_KINDS), count: z.number().int() })).readonly(),
      events: z.array(recordEvent).readonly(),
    }),
  }),
} as const;
