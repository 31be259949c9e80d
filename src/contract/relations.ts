import { z } from 'zod';
import { source } from './entity.ts';
import { operation } from './operation.ts';
import { edtf, idOrKey, knownAt } from './scalars.ts';

/** Something that stands in a relation. */
export const relationNode = z.object({
  id: z.string().meta({ description: 'An entity id; of something that the record does not hold, its name.' }),
  entity: z.string().nullable(),
  caption: z.string(),
  steps: z.number().int().meta({ description: 'How many relations away from what was asked about.' }),
  lists: z
    .number()
    .int()
    .meta({ description: 'On how many lists it stands now; 0 for what is not an entity.' }),
});

/** A relation: `from` is `type` `to`, as one or several sources state it. */
export const relationEdge = z.object({
  from: z.string(),
  to: z.string(),
  type: z.string(),
  subject: z
    .string()
    .nullable()
    .meta({ description: 'The part of `from` that stands in the relation, when only that part does.' }),
  since: edtf.nullable(),
  until: edtf.nullable(),
  statements: z.array(z.object({ record: z.string(), source: z.string().nullable() })).readonly(),
});

const answer = z.object({
  entity: z.string(),
  knownAt: z.string().nullable(),
  nodes: z.array(relationNode).readonly(),
  edges: z.array(relationEdge).readonly(),
  sources: z.array(source).readonly(),
  leftOut: z.number().int().meta({ description: 'How many things more there are than an answer holds.' }),
});

/** See {@link RELATION_OPERATIONS}. */
export type RelationsAnswer = z.infer<typeof answer>;

/** What the API says of how entities stand to each other. */
export const RELATION_OPERATIONS = {
  relations: operation({
    id: 'relations',
    method: 'GET',
    path: '/api/v1/entities/:id/relations',
    action: 'read',
    tag: 'record',
    summary: 'What an entity is tied to and what is tied to it, up to two steps away, and who says so',
    params: z.object({ id: idOrKey }),
    query: z.strictObject({
      ...knownAt.shape,
      steps: z.coerce.number().int().min(1).max(2).default(1),
    }),
    answer,
  }),
} as const;
