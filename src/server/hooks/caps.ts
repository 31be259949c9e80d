import type { FastifyInstance } from 'fastify';
import { serverError } from '../errors.ts';

/** The longest address that is answered, in bytes: as yente has it. */
export const LONGEST_URI = 60_000;

/**
 * Refuses what is too much before it costs anything: an address that is too long (414), and a request when so many
 * are in hand that it would only wait (503).
 */
export function requestCaps(app: FastifyInstance, { mostRequests }: { readonly mostRequests: number }): void {
  let inHand = 0;
  app.addHook('onRequest', async (request, reply) => {
    inHand += 1;
    let counted = true;
    reply.raw.once('close', () => {
      if (counted) inHand -= 1;
      counted = false;
    });
    if (Buffer.byteLength(request.raw.url ?? '') > LONGEST_URI) throw serverError('ENT_HTTP_URI', undefined);
    if (inHand > mostRequests && request.routeOptions.config.action !== 'public') {
      throw serverError('ENT_HTTP_BUSY', undefined);
    }
  });
}
