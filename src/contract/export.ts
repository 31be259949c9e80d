import { z } from 'zod';
import { operation } from './operation.ts';
import { clocks, flag, idOrKey, listId, several } from './scalars.ts';

/** What to take away, and how it is written. */
export const exportQuery = clocks.extend({
  format: z.enum(['ftm', 'ftm-nested', 'csv', 'record']).default('ftm').meta({
    description:
      'ftm: FollowTheMoney lines, Sanctions on lines of their own; ftm-nested: inside; csv: a row a listing; record: the starter record as YAML.',
  }),
  id: several(idOrKey).optional().meta({ description: 'Default: everything.' }),
  list: several(listId).optional().meta({ description: 'Only entities that these lists have or had.' }),
  target: flag
    .default(false)
    .meta({ description: 'Only entities that somebody lists on the day asked about.' }),
});

/** What is taken away in bulk. */
export const EXPORT_OPERATIONS = {
  exportRecord: operation({
    id: 'exportRecord',
    method: 'GET',
    path: '/api/v1/export',
    action: 'export',
    tag: 'record',
    summary:
      'What is known, as FollowTheMoney lines, CSV, or the starter record as YAML; only what the caller may take',
    query: exportQuery,
    answer: z.string(),
    sends: 'bytes',
    media: ['application/x-ndjson', 'text/csv', 'application/yaml'],
  }),
} as const;
