import { z } from 'zod';

/**
 * What goes over the wire in the Reconciliation Service API 0.2 (reconciliation-api.github.io/specs/0.2): the shapes
 * that a service must understand and answer with.
 */

const typeRef = z.object({ id: z.string(), name: z.string() });

/** A value of a reconciliation query's property. */
const queryValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.looseObject({ id: z.string(), name: z.string().optional() }),
]);

/** One question. Either `query` or a property must say what is meant. */
export const reconcileQuery = z.looseObject({
  query: z.string().max(2000).optional(),
  type: z.union([z.string(), z.array(z.string()).max(20)]).nullish(),
  limit: z.number().int().min(1).max(500).optional(),
  properties: z
    .array(
      z.looseObject({
        pid: z.string().max(200),
        v: z.union([queryValue, z.array(queryValue).max(100)]).nullish(),
      }),
    )
    .max(100)
    .optional(),
  type_strict: z.enum(['any', 'should', 'all']).optional(),
});

/** See {@link reconcileQuery}. */
export type ReconcileQuery = z.infer<typeof reconcileQuery>;

/** A batch of questions, by the caller's own keys. */
export const reconcileQueries = z.record(z.string().max(200), reconcileQuery);

/** The answer to one question. */
export const reconcileResult = z.object({
  result: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string().optional(),
        score: z.number(),
        match: z.boolean(),
        type: z.array(typeRef.extend({ description: z.string().optional() })).readonly(),
        features: z.array(z.object({ id: z.string(), value: z.number() })).readonly(),
      }),
    )
    .readonly(),
});

/** A request for more of some entities. */
export const extendQuery = z.looseObject({
  ids: z.array(z.string().max(500)).max(1000),
  properties: z
    .array(
      z.looseObject({
        id: z.string().max(200),
        settings: z
          .looseObject({
            limit: z.coerce.number().int().min(0).max(10_000).optional(),
            render: z.string().optional(),
          })
          .optional(),
      }),
    )
    .max(100),
});

/** See {@link extendQuery}. */
export type ExtendQuery = z.infer<typeof extendQuery>;

const extendValue = z.union([
  z.object({ id: z.string(), name: z.string() }),
  z.object({ str: z.string() }),
  z.object({ date: z.string() }),
]);

/** The answer to it. */
export const extendAnswer = z.object({
  meta: z.array(typeRef.extend({ type: typeRef.optional() })).readonly(),
  rows: z.record(z.string(), z.record(z.string(), z.array(extendValue).readonly())),
});

/** See {@link extendAnswer}. */
export type ExtendAnswer = z.infer<typeof extendAnswer>;

/** What a suggest service answers. */
export const suggestAnswer = z.object({
  result: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string().optional(),
        notable: z.array(typeRef).readonly().optional(),
      }),
    )
    .readonly(),
});

const service = z.object({
  service_url: z.url(),
  service_path: z.string(),
  flyout_service_path: z.string().optional(),
});

/** What a service says of itself. */
export const manifest = z.object({
  versions: z.array(z.string()).readonly(),
  name: z.string(),
  identifierSpace: z.url(),
  schemaSpace: z.url(),
  documentation: z.url().optional(),
  defaultTypes: z.array(typeRef).readonly(),
  view: z.object({ url: z.string() }),
  preview: z.object({ url: z.string(), width: z.number(), height: z.number() }),
  suggest: z.object({ entity: service, property: service, type: service }),
  extend: z.object({
    propose_properties: service,
    property_settings: z
      .array(
        z.object({
          name: z.string(),
          label: z.string(),
          type: z.enum(['number', 'text', 'checkbox', 'select']),
          default: z.union([z.string(), z.number(), z.boolean()]),
          help_text: z.string(),
          choices: z
            .array(z.object({ value: z.string(), name: z.string() }))
            .readonly()
            .optional(),
        }),
      )
      .readonly(),
  }),
  batchSize: z.number().int(),
});

/** See {@link manifest}. */
export type Manifest = z.infer<typeof manifest>;
