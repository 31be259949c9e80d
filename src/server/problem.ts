import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, type Problem } from '../contract/index.ts';
import { EntError } from '../kernel/index.ts';
import { httpStatusOf, serverError } from './errors.ts';

/** A fault in one place of a request. */
export type Faults = NonNullable<Problem['faults']>;

/** An error that says where in the request it is. */
export interface InputError extends EntError {
  readonly faults?: Faults;
}

/** A request that is not what the operation takes. */
export function badInput(why: string, faults: Faults = []): InputError {
  return Object.assign(serverError('ENT_HTTP_INPUT', { why }), { faults });
}

/** Any error as one of the product's own: those of fastify by their status, faults of the program as 500. */
export function asEntError(error: unknown, request: FastifyRequest): EntError {
  if (error instanceof EntError) return error;
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode === 413 || code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return serverError('ENT_HTTP_TOO_LARGE', { bytes: request.routeOptions.bodyLimit ?? 0 });
  }
  if (statusCode === 415) return serverError('ENT_HTTP_MEDIA', { wanted: 'application/json' });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return serverError('ENT_HTTP_INPUT', { why: message ?? 'the request cannot be understood' });
  }
  return serverError('ENT_HTTP_FAULT', { requestId: request.id }, { cause: error });
}

/** Answers with an error as problem details (RFC 9457). Faults of the program are logged, and told without detail. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const own = asEntError(error, request);
  const status = httpStatusOf(own);
  if (own.code === 'ENT_HTTP_FAULT' || own.status === 'store') {
    const err =
      own.code === 'ENT_HTTP_NOT_READY' || own.code === 'ENT_HTTP_BUSY' ? undefined : (own.cause ?? own);
    request.log.error({ err, code: own.code }, 'failed');
  }
  if ((status === 503 || status === 429) && !reply.hasHeader('retry-after')) reply.header('retry-after', '1');
  const { faults } = own as InputError;
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: own.message,
    code: own.code,
    requestId: request.id,
    ...(faults === undefined || faults.length === 0 ? {} : { faults }),
  };
  return reply.code(status).type(PROBLEM_TYPE).send(JSON.stringify(body));
}
