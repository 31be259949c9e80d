import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { serverError } from '../errors.ts';
import { badInput } from '../problem.ts';

/** The longest address that is answered, in bytes: as yente has it. */
export const LONGEST_URI = 60_000;

/** A thread that comes to its next work this late on average is behind, in milliseconds. */
const MOST_DELAY_MS = 1000;
const SAMPLE_MS = 500;
const NANOSECONDS = 1e6;
/** No body that anybody means nests deeper. */
const DEEPEST_BODY = 64;

/**
 * Refuses what is too much before it costs anything: an address that is too long (414), and a request when so many
 * are in hand, or the thread is so far behind, that it would only wait (503). Health is always answered. A body that nests deeper than anybody means is refused (400)
 * before anything goes through it.
 */
export function requestCaps(app: FastifyInstance, { mostRequests }: { readonly mostRequests: number }): void {
  let inHand = 0;
  let behind = false;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const sample = setInterval(() => {
    behind = delay.mean / NANOSECONDS > MOST_DELAY_MS;
    delay.reset();
  }, SAMPLE_MS);
  sample.unref();
  app.addHook('onClose', async () => {
    clearInterval(sample);
    delay.disable();
  });
  app.addHook('onRequest', async (request, reply) => {
    inHand += 1;
    let counted = true;
    reply.raw.once('close', () => {
      if (counted) inHand -= 1;
      counted = false;
    });
    if (Buffer.byteLength(request.raw.url ?? '') > LONGEST_URI) throw serverError('ENT_HTTP_URI', undefined);
    if ((behind || inHand > mostRequests) && request.routeOptions.config.action !== 'public') {
      throw serverError('ENT_HTTP_BUSY', undefined);
    }
  });
  app.addHook('preValidation', (request, _reply, done) => {
    if (!isDeeper(request.body, DEEPEST_BODY)) return done();
    // Nor may what writes down who asked what go through it.
    request.body = null;
    done(badInput(`the body nests deeper than ${DEEPEST_BODY}`));
  });
}

/** Whether a value nests deeper than so many levels; never looks further down. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const inner of Object.values(value)) if (isDeeper(inner, levels - 1)) return true;
  return false;
}
