import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Answered, Operation } from '../contract/index.ts';
import { badInput, type Faults } from './problem.ts';

/** What a handler gets: what the caller gave, checked and with its defaults filled in. */
export interface Given<O extends Operation> {
  readonly params: O extends Operation<infer P> ? z.output<P> : never;
  readonly query: O extends Operation<z.ZodType, infer Q> ? z.output<Q> : never;
  readonly body: O extends Operation<z.ZodType, z.ZodType, infer B> ? z.output<B> : never;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** How an operation is served beside what its declaration says. */
export interface RouteLimits {
  /** The longest body, in bytes. */
  readonly bodyLimit?: number;
  /** What the hooks are told of the route beside its action. */
  readonly config?: Pick<FastifyContextConfig, 'auditBody' | 'filtered' | 'signIn'>;
}

/**
 * Serves an operation: its address and action come from its declaration, what goes in is checked by its schemas,
 * and the compiler holds the handler to its answer.
 */
export function serve<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  handler: (given: Given<O>) => Promise<Answered<O>>,
  limits: RouteLimits = {},
): void {
  app.route({
    ...declared(operation, limits),
    handler: async (request, reply) => {
      const given = { ...checked(operation, request), request, reply } as Given<O>;
      const answer = await handler(given);
      if (operation.status === 204) return reply.code(204).send();
      return sendJson(reply, answer, operation.status ?? 200);
    },
  });
}

/**
 * Serves an operation whose answer is no JSON, or whose body is no JSON: the handler reads the one and writes the
 * other itself. Its parameters and query are checked.
 */
export function serveStream<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  handler: (given: Given<O>) => Promise<FastifyReply>,
  limits: RouteLimits = {},
): void {
  app.route({
    ...declared(operation, limits),
    handler: (request, reply) => {
      const { params, query } = checked({ ...operation, body: undefined }, request);
      return handler({ params, query, request, reply } as Given<O>);
    },
  });
}

/** An answer that is no JSON, whole. */
export interface Paper {
  readonly type: string;
  /** What a browser calls the file that it saves; none where it shows it. */
  readonly name?: string;
  readonly text: string;
}

/** Serves an operation whose answer is a paper: parameters, query and body are checked as for JSON. */
export function servePaper<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  handler: (given: Given<O>) => Promise<Paper>,
  limits: RouteLimits = {},
): void {
  app.route({
    ...declared(operation, limits),
    handler: async (request, reply) => {
      const { type, name, text } = await handler({
        ...checked(operation, request),
        request,
        reply,
      } as Given<O>);
      // A paper is made from sources, escaped, and runs nothing, whoever opens it.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      if (name !== undefined) reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.type(`${type}; charset=utf-8`).send(text);
    },
  });
}

/** Sends a value as JSON. */
export function sendJson(reply: FastifyReply, value: unknown, status = 200): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(value));
}

type Schemas = { readonly [K in 'params' | 'query' | 'body']?: z.ZodType | undefined };

function checked({ params, query, body }: Schemas, request: FastifyRequest) {
  const faults: { where: string; what: string }[] = [];
  const check = (where: string, schema: z.ZodType | undefined, value: unknown) => {
    if (schema === undefined) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    faults.push(...faultsOf(where, result.error));
    return undefined;
  };
  const given = {
    params: check('path', params, request.params),
    query: check('query', query, request.query),
    body: check('body', body, request.body),
  };
  const [first] = faults;
  if (first === undefined) return given;
  throw badInput(
    `${first.where}: ${first.what}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    faults,
  );
}

const MOST_FAULTS = 50;

/** What a schema says against a value, by place. */
export function faultsOf(where: string, error: z.ZodError): Faults {
  return error.issues.slice(0, MOST_FAULTS).map((issue) => ({
    where: [where, ...issue.path.map(String)].join('.'),
    what: issue.message,
  }));
}

/** What an operation's declaration and its limits say of its route. */
function declared({ method, path, action, id }: Operation, { bodyLimit, config }: RouteLimits) {
  return {
    method,
    url: path,
    config: { action, operation: id, ...config },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
  };
}
