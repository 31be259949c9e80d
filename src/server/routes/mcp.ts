import type { FastifyInstance } from 'fastify';
import { needSubject } from '../auth/index.ts';
import type { Serving } from '../serving.ts';
import { VERSION } from '../version.ts';

/**
 * The tools for language models, at `/mcp` (streamable HTTP, stateless). A tool asks the policy for its own action
 * and enters its own answers, so that the route itself needs no more than somebody who asks.
 */
export function mcpRoutes(app: FastifyInstance, { record, now }: Serving): void {
  app.post('/mcp', { config: { action: 'public', audit: false } }, async (request, reply) => {
    needSubject(request);
    // Loaded when it is first asked: a start does not wait for it.
    const { answerHttp } = await import('../../mcp/index.ts');
    // Held for as long as the request lasts, as every answer of it comes from one edition.
    const { edition } = request;
    reply.hijack();
    await answerHttp(
      request.raw,
      reply.raw,
      request.body,
      {
        subject: request.subject,
        audit: record.store.audit,
        now,
        record: async () => ({
          store: edition.store,
          lists: edition.lists,
          sources: edition.sources,
          basis: edition.basis,
          screener: (scope) => edition.screener(scope),
          live: record.store,
        }),
        marked: request.marked,
        request: request.id,
      },
      VERSION,
    );
  });
}
