import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
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
 * before anything is worked out. The tag names the state, the address, who asks and the day (ages of lists change
 * with it).
 */
export function unchangedAnswers(app: FastifyInstance, record: LiveRecord, now: () => Date): void {
  app.addHook('preHandler', async (request, reply) => {
    const { operation } = request.routeOptions.config;
    if (operation === undefined || !FROM_THE_RECORD.has(operation) || !record.ready) return;
    // Who may see what, and under which banner, can change while the record does not.
    if ((await request.marked()).any) return;
    const state = [
      request.edition.stamp,
      request.raw.url,
      request.subject.id,
      now().toISOString().slice(0, 10),
    ];
    const tag = `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)}"`;
    reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'authorization, cookie');
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  });
  // A refusal is not the answer that the tag names.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode >= 400) reply.removeHeader('etag');
    done(null, payload);
  });
}

/** Whether an `If-None-Match` names a tag (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''));
}
