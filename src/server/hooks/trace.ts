import type { FastifyInstance } from 'fastify';
import { randomText } from '../random-text.ts';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const NO_TRACE = /^0+$/;
const MOST_STATE = 512;

/**
 * Puts W3C trace context on every answer: the caller's trace with a span of our own, else a new trace
 * (w3.org/TR/trace-context). A broken `traceparent` is replaced and never an error.
 */
export function traceContext(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const given = request.headers.traceparent;
    const match = typeof given === 'string' ? TRACEPARENT.exec(given) : null;
    const [, trace = '', parent = '', flags = '01'] = match ?? [];
    const known = match !== null && !NO_TRACE.test(trace) && !NO_TRACE.test(parent);
    const span = randomText(8, 'hex');
    reply.header(
      'traceparent',
      `00-${known ? trace : randomText(16, 'hex')}-${span}-${known ? flags : '01'}`,
    );
    const rest = request.headers.tracestate;
    const state = known && typeof rest === 'string' && rest.length <= MOST_STATE ? `,${rest}` : '';
    reply.header('tracestate', `entente=${span}${state}`);
    done();
  });
}
