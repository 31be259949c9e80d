import type { FastifyInstance } from 'fastify';

/**
 * Logs each answer: method, the route's pattern, status, time, bytes and who asked by account. Never the address
 * itself, a header or a body: they hold the names of people.
 */
export function requestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      by: request.subject?.id,
    };
    if (statusCode >= 500) request.log.warn(line, 'answered');
    else request.log.info(line, 'answered');
    done();
  });
}
