import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Jobs } from './jobs.ts';
import type { JobKind, JobOf } from './work.ts';

/** A proxy closes a connection on which nothing comes for a minute. */
const HEARTBEAT_MS = 15_000;
const OVER: readonly JobOf<JobKind>['state'][] = ['done', 'failed', 'cancelled'];

/**
 * Sends a job's progress as server-sent events (html.spec.whatwg.org, 9.2) until it is over or the caller leaves. A
 * caller who comes back gets where it is now, which is all there is to know.
 */
export function sendEvents(
  jobs: Jobs,
  request: FastifyRequest,
  reply: FastifyReply,
  first: JobOf<JobKind>,
): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  const send = (job: JobOf<JobKind>) => {
    const over = OVER.includes(job.state);
    raw.write(`event: ${over ? 'end' : 'progress'}\ndata: ${JSON.stringify(job)}\n\n`);
    if (over) end();
  };
  const unfollow = jobs.follow(first.id, send);
  const end = () => {
    clearInterval(heartbeat);
    unfollow();
    if (!raw.writableEnded) raw.end();
  };
  request.raw.once('close', end);
  send(first);
  return reply;
}
