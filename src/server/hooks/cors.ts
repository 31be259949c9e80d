import type { FastifyInstance } from 'fastify';

const EXPOSED = 'etag, x-request-id, x-batch-size, traceparent, retry-after, content-range';
const DAY = '86400';

/**
 * Lets pages of other origins ask (fetch.spec.whatwg.org, CORS protocol). With `*` any page may, with a key and
 * never with the session of whoever looks at it; origins that are named may bring the session too. Preflights are
 * answered before anybody is asked who they are: they carry no key.
 */
export function crossOrigin(app: FastifyInstance, origins: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined) return;
    const named = origins.includes(origin);
    if (!named && !origins.includes('*')) return;
    reply.header('access-control-allow-origin', named ? origin : '*').header('vary', 'origin');
    reply.header('access-control-expose-headers', EXPOSED);
    if (named) reply.header('access-control-allow-credentials', 'true');
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
      return;
    reply.header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
    reply.header('access-control-max-age', DAY);
    const wanted = request.headers['access-control-request-headers'];
    if (typeof wanted === 'string' && /^[\w, -]{1,500}$/.test(wanted)) {
      reply.header('access-control-allow-headers', wanted);
    }
    return reply.code(204).send();
  });
}
