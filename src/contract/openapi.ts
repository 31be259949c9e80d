import { z } from 'zod';
import type { MediaKind, Operation } from './operation.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';

const MEDIA: Readonly<Record<MediaKind, string>> = {
  json: 'application/json',
  'form-data': 'multipart/form-data',
  text: 'text/plain',
  events: 'text/event-stream',
  bytes: 'application/octet-stream',
};

/** What an operation may be refused with, and when. */
const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The request cannot be understood.',
  401: 'No key or session is given.',
  403: 'The key or session does not allow this.',
  404: 'There is nothing by that name that the caller may see.',
  409: 'It does not fit what is there.',
  413: 'The body is too large.',
  415: 'The body is of another kind.',
  422: 'Read, and not accepted.',
  429: 'Too many requests; Retry-After says when to come back.',
  503: 'Not ready, or too busy; Retry-After says when to come back.',
};

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document of a table of operations: made from the schemas that the server itself checks with.
 */
export function openApiDocument(
  operations: readonly Operation[],
  about: { readonly version: string; readonly title: string; readonly description: string },
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const each of operations) {
    const path = each.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][each.method.toLowerCase()] = operationObject(each);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: about.title,
      version: about.version,
      description: about.description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{}, { key: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key; `Authorization: ApiKey …` too.' },
        session: { type: 'apiKey', in: 'cookie', name: 'entente' },
      },
    },
  };
}

function operationObject(each: Operation): Json {
  const parameters = [...parametersOf(each.params, 'path'), ...parametersOf(each.query, 'query')];
  const accepts = MEDIA[each.accepts ?? 'json'];
  return {
    operationId: each.id,
    tags: [each.tag],
    summary: each.summary,
    'x-action': each.action,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(each.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { [accepts]: { schema: jsonSchema(each.body, 'input') } } },
        }),
    responses: {
      [String(each.status ?? 200)]: {
        description: 'Done.',
        ...(each.status === 204 ? {} : { content: contentOf(each) }),
      },
      ...(each.method === 'GET' ? { 304: { description: 'Unchanged since the ETag given.' } } : {}),
      ...Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          status,
          { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } },
        ]),
      ),
    },
  };
}

/** What an answer is sent as: one of several media types where it is written as it was asked for. */
function contentOf({ sends = 'json', media, answer }: Operation): Json {
  const schema = jsonSchema(answer, 'output');
  const kinds = media ?? [MEDIA[sends]];
  return Object.fromEntries(kinds.map((kind) => [kind, { schema }]));
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): readonly Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: own,
    ...(typeof own.description === 'string' ? { description: own.description } : {}),
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema: made }) => {
      // Not every reader of OpenAPI knows lists of fixed places; all know lists of one of several kinds.
      const { prefixItems } = made;
      if (!Array.isArray(prefixItems)) return;
      made.items = { anyOf: prefixItems as z.core.JSONSchema.JSONSchema[] };
      made.minItems = prefixItems.length;
      made.maxItems = prefixItems.length;
      delete made.prefixItems;
    },
  });
  return rest;
}
