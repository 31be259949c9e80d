import { z } from 'zod';
import { NAME_KINDS, PROPERTIES, SCHEMAS, STRENGTHS } from '../kernel/index.ts';
import { authority, edtf, episode, listingStatus, timePoint } from './scalars.ts';

/** When the record saw something stand on a list; `to` is `null` while it does. */
export const seen = z.object({ from: timePoint, to: timePoint.nullable() });

/** One value that one source prints for one property of one source record. */
export const statement = z.object({
  property: z.enum(PROPERTIES),
  value: z.string(),
  original: z.string().optional(),
  place: z.string(),
  language: z.string().optional(),
  script: z.string().optional(),
  kind: z.enum(NAME_KINDS).optional(),
  strength: z.enum(STRENGTHS).optional(),
  detail: z.record(z.string(), z.string()).readonly().optional(),
  validFrom: edtf.optional(),
  validTo: edtf.optional(),
  source: z.string().optional(),
  part: z.string(),
  seen,
});

/** A target's place on one list, whole. */
export const listing = z.object({
  list: z.string(),
  authority,
  reference: z.string().nullable(),
  record: z.string(),
  basis: z.enum(['list', 'record']),
  observed: timePoint.nullable(),
  printedName: z.string().nullable(),
  status: listingStatus,
  effective: episode.nullable(),
  episodes: z.array(episode).readonly(),
  programmes: z.array(episode.extend({ programme: z.string() })).readonly(),
  legalBasis: z.array(z.string()).readonly(),
  sources: z.array(z.string()).readonly(),
});

/** A name of an entity, with the time that it was borne and the lists that print it. */
export const entityName = z.object({
  text: z.string(),
  kind: z.string(),
  strength: z.string(),
  script: z.string().nullable(),
  status: listingStatus,
  effective: episode,
  former: z.boolean(),
  lists: z.array(z.string()).readonly(),
});

/** A document that a person can open. */
export const source = z.object({
  id: z.string(),
  publisher: z.string(),
  title: z.string(),
  date: edtf.optional(),
  url: z.string().optional(),
});

/** All that is known of one entity: the shape of `entente show --json`. */
export const entityAnswer = z.object({
  entity: z.string(),
  caption: z.string(),
  asOf: z.string().nullable(),
  knownAt: z.string().nullable(),
  names: z.array(entityName).readonly(),
  listings: z.array(listing).readonly(),
  records: z
    .array(
      z.object({
        key: z.string(),
        schema: z.enum(SCHEMAS).nullable(),
        name: z.string().nullable(),
        statements: z.array(statement).readonly(),
      }),
    )
    .readonly(),
  sources: z.array(source).readonly(),
});

/** See {@link entityAnswer}. */
export type EntityAnswer = z.infer<typeof entityAnswer>;
