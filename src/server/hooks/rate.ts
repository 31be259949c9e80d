import type { FastifyInstance } from 'fastify';
import { serverError } from '../errors.ts';

const MINUTE_MS = 60_000;
/** So many callers are remembered; beyond, those who have not asked for longest are forgotten. */
const MOST_CALLERS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Lets each account, or each address where there is none, ask so many times a minute, in bursts of as many; beyond it
 * 429 with `Retry-After`. 0 is no limit. Register after `auth`.
 */
export function rateLimit(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return;
  const buckets = new Map<string, Bucket>();
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.action === 'public') return;
    const caller = request.subject.kind === 'nobody' ? request.ip : request.subject.id;
    const now = performance.now();
    const known = buckets.get(caller) ?? { tokens: perMinute, at: now };
    buckets.delete(caller);
    const tokens = Math.min(perMinute, known.tokens + ((now - known.at) / MINUTE_MS) * perMinute);
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), at: now });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= MOST_CALLERS) break;
      buckets.delete(oldest);
    }
    if (tokens >= 1) return;
    const seconds = Math.ceil(((1 - tokens) * 60) / perMinute);
    reply.header('retry-after', String(seconds));
    throw serverError('ENT_HTTP_RATE', { seconds });
  });
}
