import { z } from 'zod';
import { authority, clocks, idOrKey, listId, several } from './scalars.ts';

/** Which entities by which lists. */
export const matrixQuery = z.strictObject({
  id: several(idOrKey).optional().meta({ description: 'Left out: every group of the starter record.' }),
  list: several(listId).optional(),
  authority: several(z.string().max(80)).optional(),
  ...clocks.shape,
});

/** Where an entity stands on one list on the day asked about. */
export const matrixCell = z.object({
  list: z.string(),
  status: z.enum(['listed', 'unclear', 'was-listed', 'not-yet', 'alias', 'not-listed', 'not-loaded']),
  since: z.string().nullable(),
  until: z.string().nullable(),
  reference: z.string().nullable(),
  printedName: z.string().nullable(),
  programmes: z.array(z.string()).readonly(),
  basis: z.enum(['list', 'record']).nullable(),
  of: z
    .object({ entity: z.string(), record: z.string(), caption: z.string() })
    .nullable()
    .meta({ description: 'For `alias`: the entry, about another entity, that bears the name.' }),
});

/** Entities by lists. A list that is not loaded says so instead of "not listed". */
export const matrixAnswer = z.object({
  asOf: z.string().nullable(),
  knownAt: z.string().nullable(),
  lists: z
    .array(z.object({ id: z.string(), title: z.string(), authority, observed: z.string().nullable() }))
    .readonly(),
  rows: z
    .array(
      z.object({ entity: z.string().nullable(), caption: z.string(), cells: z.array(matrixCell).readonly() }),
    )
    .readonly(),
});

/** See {@link matrixAnswer}. */
export type MatrixAnswer = z.infer<typeof matrixAnswer>;
