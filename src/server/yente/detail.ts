import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpStatusOf } from '../errors.ts';
import { asEntError, type InputError } from '../problem.ts';

/** A refusal in the shape that yente's clients read: `{"detail": …}`. */
export class Detail extends Error {
  readonly statusCode: number;
  readonly detail: unknown;

  constructor(statusCode: number, detail: unknown) {
    super(typeof detail === 'string' ? detail : 'the request cannot be accepted');
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/** One thing that is wrong in a request, as FastAPI's 422 has it. */
export interface WrongValue {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** A request whose parts are not as they must be. */
export function unprocessable(...wrong: readonly WrongValue[]): Detail {
  return new Detail(422, wrong);
}

/** Answers every error of a scope in that shape, and bodies without a content type as JSON. */
export function yenteScope(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Detail) return send(reply, error.statusCode, error.detail);
    const own = asEntError(error, request);
    const status = httpStatusOf(own);
    if (status >= 500 && status !== 503)
      request.log.error({ err: own.cause ?? own, code: own.code }, 'failed');
    if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '1');
    const { faults = [] } = own as InputError;
    if (faults.length === 0) return send(reply, status, own.message);
    return send(
      reply,
      422,
      faults.map(({ where, what }) => ({ loc: where.split('.'), msg: what, type: 'value_error' })),
    );
  });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') {
      done(null, undefined);
      return;
    }
    try {
      const text = String(body);
      const value: unknown = JSON.parse(text);
      done(null, MAY_NAME_PROTOTYPE.test(text) ? withoutPrototypes(value) : value);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'not JSON';
      done(
        unprocessable({
          loc: ['body', 0],
          msg: `JSON decode error: ${why.slice(0, 120)}`,
          type: 'json_invalid',
        }),
      );
    }
  });
}

function send(reply: FastifyReply, status: number, detail: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ detail }));
}

/** Whether a text may hold the name `__proto__`, in letters or behind an escape; most hold neither. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;

/** JSON may name `__proto__`; objects made of it must not. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, own]) => [key, withoutPrototypes(own)]),
  );
}
