import type { FastifyInstance } from 'fastify';
import { serverError } from '../errors.ts';
import { badInput } from '../problem.ts';
import { watchThread } from './lateness.ts';

/** The longest address that is answered, in bytes: as yente has it. */
export const LONGEST_URI = 60_000;

/** No body that anybody means nests deeper. */
const DEEPEST_BODY = 64;

/**
 * Refuses what is too much before it costs anything: an address that is too long (414), and a request when so many
 * are in hand, or the thread has been behind for so long ({@link Lateness}), that it would only wait (503, with
 * `Retry-After`). Health is always answered. A body that nests deeper than anybody means is refused (400) before
 * anything goes through it.
 */
export function requestCaps(
  app: FastifyInstance,
  { mostRequests }: { readonly mostRequests: number },
  thread = watchThread(),
): void {
  let inHand = 0;
  app.addHook('onClose', async () => thread.stop());
  app.addHook('onRequest', async (request, reply) => {
    inHand += 1;
    let counted = true;
    reply.raw.once('close', () => {
      if (counted) inHand -= 1;
      counted = false;
    });
    if (Buffer.byteLength(request.raw.url ?? '') > LONGEST_URI) throw serverError('ENT_HTTP_URI', undefined);
    if ((thread.behind || inHand > mostRequests) && request.routeOptions.config.action !== 'public') {
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
