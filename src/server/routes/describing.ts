import type { FastifyInstance } from 'fastify';
import { API, openApiDocument } from '../../contract/index.ts';
import { NOW } from '../../kernel/index.ts';
import { RULES_VERSION } from '../../names/index.ts';
import { serve } from '../operation-route.ts';
import { VERSION } from '../version.ts';
import { API_PAGE_POLICY, apiPage, type DescribedApi, operationPage } from './api-page.ts';

/** What the server is, and the description of what it answers. */
export function describingRoutes(app: FastifyInstance): void {
  const config = { action: 'public' as const };
  const { document, page, ofOperation } = described();
  app.get('/openapi.json', { config }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('access-control-allow-origin', '*').send(document()),
  );
  app.get('/docs', { config }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', API_PAGE_POLICY).send(page()),
  );
  app.get('/docs/:operation', { config }, async (request, reply) => {
    const own = ofOperation((request.params as { readonly operation: string }).operation);
    if (own === null) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', API_PAGE_POLICY)
      .send(own);
  });
  serve(app, API.about, async ({ request }) => {
    const { edition } = request;
    const held = edition.lists.some(({ snapshots }) => snapshots.some(({ state }) => state === 'accepted'));
    const whole = held ? await edition.screener({ clocks: NOW, lists: null }) : null;
    // Counted without what the caller may not know of.
    const screener = (await whole?.without(await request.hidden())) ?? null;
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

/** The description for programs and for people, each made when it is first asked for: a start does not wait for it. */
function described() {
  const made = () =>
    openApiDocument(Object.values(API), {
      title: 'Entente',
      version: VERSION,
      description:
        'One sourced, dated record of who is designated by whom, what happened and who says so. Every question takes two clocks: asOf (when it held) and knownAt (when the record knew it).',
    });
  let [json, html]: [string | null, string | null] = [null, null];
  return {
    document: () => {
      json ??= JSON.stringify(made());
      return json;
    },
    ofOperation: (id: string) => operationPage(made() as unknown as DescribedApi, id),
    page: () => {
      html ??= apiPage(made() as unknown as DescribedApi);
      return html;
    },
  };
}
