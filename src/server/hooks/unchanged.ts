import { createHash, type Hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LiveRecord } from '../live/live-record.ts';

/** The operations whose answer follows from the record's state, the address and the day alone. */
const FROM_THE_RECORD: ReadonlySet<string> = new Set([
  'screenLink',
  'entity',
  'history',
  'changes',
  'matrix',
  'lists',
  'list',
]);

/**
 * Gives answers that follow from the state of the record an ETag, and answers 304 where the caller has it already,
 * before anything is worked out. The tag names the state, the address, who asks, the day (ages of lists change with
 * it), and for a screening which exceptions there are. Where anything is marked, the tag is of the answer's bytes
 * instead: it changes with what the caller may see of it, and with nothing else.
 */
export function unchangedAnswers(app: FastifyInstance, record: LiveRecord, now: () => Date): void {
  const byContent = new WeakSet<FastifyRequest>();
  app.addHook('preHandler', async (request, reply) => {
    const { operation } = request.routeOptions.config;
    if (operation === undefined || !FROM_THE_RECORD.has(operation) || !record.ready) return;
    if ((await request.marked()).any) {
      // Who may see what, and under which banner, can change while the record does not: the answer itself tells.
      byContent.add(request);
      privately(reply);
      return;
    }
    const state = [
      request.edition.stamp,
      request.raw.url,
      request.subject.id,
      now().toISOString().slice(0, 10),
      ...(operation === 'screenLink' ? [await record.store.exceptions.stamp()] : []),
    ];
    const tag = tagOf(createHash('sha256').update(JSON.stringify(state)));
    privately(reply.header('etag', tag));
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  });
  // A refusal is not the answer that the tag names.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode >= 400) reply.removeHeader('etag');
    else if (byContent.has(request) && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const banner = String(reply.getHeader('x-marking') ?? '');
      const tag = tagOf(createHash('sha256').update(banner).update(payload));
      reply.header('etag', tag);
      if (matches(request.headers['if-none-match'], tag)) {
        reply.code(304).removeHeader('content-length');
        return done(null, '');
      }
    }
    done(null, payload);
  });
}

function tagOf(hash: Hash): string {
  return `"${hash.digest('base64url').slice(0, 22)}"`;
}

function privately(reply: FastifyReply): void {
  reply.header('cache-control', 'private, no-cache').header('vary', 'authorization, cookie');
}

/** Whether an `If-None-Match` names a tag (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''));
}
