import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ftmSchema, reconcile, wordsOf } from '../../exchange/index.ts';
import { exampleOf } from '../collection/example.ts';
import { match } from '../collection/match.ts';
import { ANYTHING } from '../collection/scope.ts';
import { search } from '../collection/search.ts';
import type { ServedDataset } from '../collection/served.ts';
import { Detail } from './detail.ts';
import { Parameters } from './parameters.ts';
import { datasetOf, json, markedJson } from './search-routes.ts';

const LIMIT = 5;
const THRESHOLD = 0.7;
/** Shown, and marked as no match: a person decides. */
const LEAST_SHOWN = 0.5;
const MOST_QUERIES = 100;
const PERCENT = 100;

/** OpenRefine's reconciliation service 0.2 for each dataset, at `/reconcile/{dataset}`. */
export async function reconcileRoutes(app: FastifyInstance): Promise<void> {
  await app.register(formbody);
  const at = '/reconcile/:dataset';
  const screening = { config: { action: 'screen' as const, filtered: true } };
  const reading = { config: { action: 'read' as const, filtered: true } };

  app.get(at, screening, async (request, reply) => {
    const dataset = await datasetOf(request);
    const { queries, query } = request.query as { readonly queries?: unknown; readonly query?: unknown };
    if (typeof queries === 'string') return markedJson(request, reply, answerAll(dataset, queries));
    if (typeof query === 'string') return markedJson(request, reply, answerOne(dataset, { query }));
    const search = (request.raw.url ?? '').split('?')[1];
    const manifest = reconcile.manifestOf(baseOf(request), dataset, search === undefined ? '' : `?${search}`);
    return json(reply, JSON.stringify(manifest));
  });

  app.post(at, screening, async (request, reply) => {
    const dataset = await datasetOf(request);
    const form = (request.body ?? {}) as { readonly queries?: unknown; readonly extend?: unknown };
    if (typeof form.extend === 'string' && form.extend.trim() !== '') {
      const asked = parsed(reconcile.extendQuery, form.extend);
      const answer = reconcile.extend(asked, (id) => entityOf(dataset, id));
      reply.header('x-batch-size', String(asked.ids.length));
      return markedJson(request, reply, answer);
    }
    if (typeof form.queries !== 'string') throw new Detail(400, 'give the form field "queries" or "extend"');
    return markedJson(request, reply, answerAll(dataset, form.queries));
  });

  app.get(
    `${at}/suggest/entity`,
    { config: { action: 'search', filtered: true } },
    async (request, reply) => {
      const dataset = await datasetOf(request);
      const { prefix, limit } = prefixOf(request);
      const found = search(
        dataset.collection,
        {
          text:
            prefix === ''
              ? ''
              : prefix
                  .split(/\s+/)
                  .map((word) => `${word}*`)
                  .join(' '),
          schema: 'Thing',
          syntax: { simple: true, fuzzy: false },
          narrowing: { ...ANYTHING, within: dataset.within },
          facets: [],
          sort: [],
          limit: prefix === '' ? 0 : limit,
          offset: 0,
        },
        new Map(),
      );
      const result = found.rows.map((row) => {
        const entity = dataset.collection.entity(row);
        const notable = reconcile.typesOf(entity).slice(0, 1);
        return { id: entity.id, name: entity.caption, description: reconcile.describe(entity), notable };
      });
      return markedJson(request, reply, suggestion(prefix, result));
    },
  );

  app.get(`${at}/suggest/property`, reading, async (request, reply) => {
    await datasetOf(request);
    const { prefix, limit } = prefixOf(request);
    return json(reply, JSON.stringify(suggestion(prefix, reconcile.suggestProperties(prefix, limit))));
  });

  app.get(`${at}/suggest/type`, reading, async (request, reply) => {
    await datasetOf(request);
    const { prefix, limit } = prefixOf(request);
    return json(reply, JSON.stringify(suggestion(prefix, reconcile.suggestTypes(prefix, limit))));
  });

  app.get(`${at}/extend/property`, reading, async (request, reply) => {
    await datasetOf(request);
    const given = new Parameters(request.query);
    const limit = given.whole('limit', 0, 1000);
    given.done();
    return json(reply, JSON.stringify(reconcile.proposeProperties(given.text('type', 'Thing'), limit)));
  });

  app.get(`${at}/preview`, reading, async (request, reply) => {
    const entity = entityOf(await datasetOf(request), new Parameters(request.query).text('id', ''));
    if (entity === null) throw new Detail(404, 'No such entity!');
    // The page is made to stand in a frame of another origin, and may do nothing there.
    await request.marksIn(JSON.stringify(entity.id));
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return reply.type('text/html; charset=utf-8').send(reconcile.previewPage(entity));
  });

  app.get(`${at}/flyout/:kind`, reading, async (request, reply) => {
    const { kind } = request.params as { readonly kind: string };
    const dataset = await datasetOf(request);
    const id = new Parameters(request.query).text('id', '');
    const html = flyout(dataset, kind, id);
    if (html === null) throw new Detail(404, 'Nothing by that id.');
    return markedJson(request, reply, { id, html });
  });

  function flyout(dataset: ServedDataset, kind: string, id: string): string | null {
    if (kind === 'entity') {
      const entity = entityOf(dataset, id);
      return entity === null ? null : reconcile.flyoutOf(entity);
    }
    if (kind === 'type') {
      const schema = ftmSchema(id);
      return schema === undefined
        ? null
        : reconcile.flyoutHtml(schema.label, [...schema.schemata].map(wordsOf).join(', '));
    }
    const name = id.slice(id.lastIndexOf(':') + 1);
    return kind === 'property' && /^\w{1,80}$/.test(name) ? reconcile.flyoutHtml(wordsOf(name), id) : null;
  }
}

function answerAll(dataset: ServedDataset, text: string) {
  const queries = Object.entries(parsed(reconcile.reconcileQueries, text));
  if (queries.length > MOST_QUERIES)
    throw new Detail(400, `Too many queries in one batch (limit: ${MOST_QUERIES})`);
  return Object.fromEntries(queries.map(([key, query]) => [key, answerOne(dataset, query)]));
}

function answerOne(dataset: ServedDataset, query: reconcile.ReconcileQuery) {
  const example = exampleOf(reconcile.exampleOfQuery(query));
  if ('why' in example) throw new Detail(400, example.why);
  const { results } = match(dataset.collection, example, {
    narrowing: { ...ANYTHING, within: dataset.within },
    limit: query.limit ?? LIMIT,
    threshold: THRESHOLD,
    cutoff: LEAST_SHOWN,
  });
  // One that stands alone may be taken for the one that is meant; among several a person chooses.
  const alone = results.filter(({ match: is }) => is).length === 1;
  return {
    result: results.map(({ row, score, match: is, explanations }) => {
      const entity = dataset.collection.entity(row);
      return {
        id: entity.id,
        name: entity.caption,
        description: reconcile.describe(entity),
        score: Math.round(score * PERCENT * 10) / 10,
        match: is && alone,
        type: reconcile.typesOf(entity),
        features: Object.entries(explanations).map(([id, { score: value }]) => ({ id, value })),
      };
    }),
  };
}

function suggestion<T>(prefix: string, result: readonly T[]) {
  return { code: '/api/status/ok', status: '200 OK', prefix, result };
}

function prefixOf(request: FastifyRequest) {
  const given = new Parameters(request.query);
  const limit = given.whole('limit', 10, 100);
  given.done();
  return { prefix: given.text('prefix', '').trim().slice(0, 200), limit };
}

function entityOf({ collection }: ServedDataset, id: string) {
  const row = collection.rowOf(id) ?? collection.rowOfReferent(id);
  return row === undefined ? null : collection.entity(row);
}

function parsed<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new Detail(400, 'not JSON'), { cause });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Detail(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

/** Where the caller found this server, as it is to be told back. */
function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
