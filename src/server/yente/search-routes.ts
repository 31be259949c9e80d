import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FtmEntity, ftmSchema } from '../../exchange/index.ts';
import type { Collection } from '../collection/collection.ts';
import { around, nest, nestedPage } from '../collection/nest.ts';
import { search } from '../collection/search.ts';
import type { ServedDataset } from '../collection/served.ts';
import { Detail } from './detail.ts';
import { Parameters } from './parameters.ts';

const PAGE = 10;
const MOST = 500;
const FURTHEST = 9499;
const WINDOW = 9999;

/** `GET /search/{dataset}` and `GET /entities/…`, as yente 5.5 answers them. */
export function searchRoutes(app: FastifyInstance): void {
  const reading = { config: { action: 'read', filtered: true } } as const;
  app.get('/search/:dataset', { config: { action: 'search', filtered: true } }, async (request, reply) => {
    const dataset = await datasetOf(request);
    const given = new Parameters(request.query);
    const schema = given.text('schema', 'Thing');
    const filters = [
      ...(['countries', 'topics', 'datasets'] as const).flatMap((field) =>
        given.list(field).map((value) => [field, value] as const),
      ),
      ...given.list('filter').map(filterOf),
      ...(given.text('target', '') === '' ? [] : [['target', String(given.flag('target', true))] as const]),
    ];
    const offset = given.whole('offset', 0, FURTHEST);
    const question = {
      text: given.text('q', ''),
      schema,
      syntax: { simple: given.flag('simple', false), fuzzy: given.flag('fuzzy', false) },
      narrowing: {
        ...given.narrowing(dataset.within),
        filters,
        operator: given.choice('filter_op', ['OR', 'AND'], 'OR'),
        excludeIds: [],
      },
      facets: given.facets(['countries', 'topics', 'datasets']),
      sort: given.sort(),
      limit: Math.min(given.whole('limit', PAGE, MOST), WINDOW - offset),
      offset,
    };
    given.done();
    if (ftmSchema(schema) === undefined) throw new Detail(400, 'Invalid schema');
    const titles = new Map([...(await request.datasets()).values()].map(({ name, title }) => [name, title]));
    const found = search(dataset.collection, question, titles);
    const results = found.rows.map((row) => dataset.collection.json(row)).join(',');
    const rest = JSON.stringify({
      facets: found.facets,
      total: { value: found.total, relation: 'eq' },
      limit: question.limit,
      offset,
    });
    const { collection } = dataset;
    await request.marksIn(results, (id) => found.matched(collection.rowOf(id) ?? -1));
    return json(reply, `{"results":[${results}],${rest.slice(1)}`);
  });

  app.get('/entities/:id', reading, async (request, reply) => {
    const found = await entityOf(request, reply);
    if (found === null) return reply;
    const given = new Parameters(request.query);
    const nested = given.flag('nested', true);
    given.done();
    return markedJson(request, reply, nested ? nest(found.collection, found.entity) : found.entity);
  });

  app.get('/entities/:id/adjacent', reading, async (request, reply) => {
    const found = await entityOf(request, reply);
    if (found === null) return reply;
    const page = pageOf(request);
    const adjacent = Object.fromEntries(
      [...around(found.collection, found.entity)].map(([name, ones]) => [
        name,
        adjacentPage(found, ones, page),
      ]),
    );
    return markedJson(request, reply, { entity: found.entity, adjacent });
  });

  app.get('/entities/:id/adjacent/:property', reading, async (request, reply) => {
    const found = await entityOf(request, reply);
    if (found === null) return reply;
    const { property } = request.params as { readonly property: string };
    if (ftmSchema(found.entity.schema)?.properties.get(property)?.type !== 'entity') {
      throw new Detail(404, 'No such property!');
    }
    const ones = around(found.collection, found.entity).get(property) ?? [];
    const answer = adjacentPage(found, ones, pageOf(request));
    await request.marksIn(JSON.stringify(found.entity.id));
    return markedJson(request, reply, answer);
  });
}

/** The dataset that a request names, as its subject may know of it. */
export async function datasetOf(request: FastifyRequest): Promise<ServedDataset> {
  const { dataset } = request.params as { readonly dataset: string };
  if (!request.edition.complete) throw new Detail(503, 'Index not ready.');
  const datasets = await request.datasets();
  const found = datasets.get(dataset) ?? datasets.get(dataset.replaceAll('-', '_'));
  if (found === undefined) throw new Detail(404, 'No such dataset.');
  return found;
}

/** Sends a value as JSON, with the duties that come with whatever it names. */
export async function markedJson(
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
): Promise<FastifyReply> {
  const text = JSON.stringify(value);
  await request.marksIn(text);
  return json(reply, text);
}

/** Sends JSON that was put together already. */
export function json(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text);
}

interface FoundEntity {
  readonly collection: Collection;
  readonly entity: FtmEntity;
}

/** The entity that a request names, in any dataset; a merged id is answered with where its entity is, as `null`. */
async function entityOf(request: FastifyRequest, reply: FastifyReply): Promise<FoundEntity | null> {
  const { id } = request.params as { readonly id: string };
  if (!request.edition.complete) throw new Detail(503, 'Index not ready.');
  const collections = new Set([...(await request.datasets()).values()].map(({ collection }) => collection));
  for (const collection of collections) {
    const row = collection.rowOf(id);
    if (row !== undefined) return { collection, entity: collection.entity(row) };
  }
  for (const collection of collections) {
    const row = collection.rowOfReferent(id);
    if (row === undefined) continue;
    reply.redirect(`/entities/${encodeURIComponent(collection.entity(row).id)}`, 308);
    return null;
  }
  throw new Detail(404, 'No such entity!');
}

function filterOf(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  if (at < 0) throw new Detail(400, `Invalid filter: '${text.slice(0, 200)}'`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function pageOf(request: FastifyRequest) {
  const given = new Parameters(request.query);
  const page = {
    sort: given.sort(),
    limit: given.whole('limit', PAGE, MOST),
    offset: given.whole('offset', 0, FURTHEST),
  };
  given.done();
  return page;
}

function adjacentPage(
  { collection, entity }: FoundEntity,
  ones: readonly (number | string)[],
  page: ReturnType<typeof pageOf>,
) {
  const value = ones.filter((one) => typeof one === 'number').length;
  return {
    results: nestedPage(collection, entity, ones, page),
    total: { value, relation: 'eq' },
    limit: page.limit,
    offset: page.offset,
  };
}
