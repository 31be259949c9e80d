import type { FastifyInstance } from 'fastify';
import { API, openApiDocument } from '../../contract/index.ts';
import { NOW } from '../../kernel/index.ts';
import { RULES_VERSION } from '../../names/index.ts';
import { serve } from '../operation-route.ts';
import { VERSION } from '../version.ts';

/** What the server is, and the description of what it answers. */
export function describingRoutes(app: FastifyInstance): void {
  const config = { action: 'public' as const };
  const document = JSON.stringify(
    openApiDocument(Object.values(API), {
      title: 'Entente',
      version: VERSION,
      description:
        'One sourced, dated record of who is designated by whom, what happened and who says so. Every question takes two clocks: asOf (when it held) and knownAt (when the record knew it).',
    }),
  );
  app.get('/openapi.json', { config }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('access-control-allow-origin', '*').send(document),
  );
  serve(app, API.about, async ({ request }) => {
    const { edition } = request;
    const held = edition.lists.some(({ snapshots }) => snapshots.some(({ state }) => state === 'accepted'));
    const screener = held ? await edition.screener({ clocks: NOW, lists: null }) : null;
    return {
      name: 'entente' as const,
      version: VERSION,
      rules: RULES_VERSION,
      edition: edition.stamp,
      since: edition.since,
      entities: screener?.searched.entities ?? 0,
      names: screener?.searched.names ?? 0,
    };
  });
}
