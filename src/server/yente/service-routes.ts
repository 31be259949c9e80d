import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ServedDataset } from '../collection/served.ts';
import { matches } from '../hooks/unchanged.ts';
import type { Edition } from '../live/edition.ts';
import type { Serving } from '../serving.ts';
import { ALGORITHMS } from './algorithms.ts';
import { Detail } from './detail.ts';
import { Parameters } from './parameters.ts';
import { json } from './search-routes.ts';

/** `/catalog`, `/manifest`, `/algorithms`, `/updatez`, `/healthz`, `/readyz`, as yente 5.5 answers them. */
export function serviceRoutes(app: FastifyInstance, { record, settings }: Serving): void {
  const open = { action: 'public' as const };
  app.get('/healthz', { config: open }, async () => ({ status: 'ok' }));
  app.get('/readyz', { config: open }, async () => {
    if (!record.complete) throw new Detail(503, 'Index not ready.');
    return { status: 'ok' };
  });
  app.get('/algorithms', { config: open }, async (_request, reply) =>
    json(reply, JSON.stringify(ALGORITHMS)),
  );
  for (const url of ['/catalog', '/manifest']) {
    app.get(url, { config: { action: 'read', filtered: true } }, async (request, reply) => {
      const { edition } = request;
      // What is counted differs with what the subject may know of.
      const seen = [edition.stamp, ...[...(await request.hidden())].sort()].join(' ');
      const tag = `"${createHash('sha256').update(seen).digest('hex').slice(0, 20)}"`;
      const open = request.subject.kind === 'local';
      reply.header('etag', tag).header('cache-control', open ? 'public, max-age=300' : 'private, no-cache');
      if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
      return json(reply, JSON.stringify(catalogOf(await request.datasets())));
    });
  }
  app.post('/updatez', { config: open }, async (request) => {
    const given = new Parameters(request.query);
    const token = given.text('token', '');
    const sync = given.flag('sync', false);
    given.done();
    if (!sameText(token, settings.updateToken)) throw new Detail(403, 'Invalid token.');
    const done = record.refresh();
    if (sync) await done;
    else done.catch((err) => request.log.error({ err }, 'the update that was asked for failed'));
    return { status: 'ok' };
  });
}

/** Compares in a time that does not tell how much was right. */
function sameText(given: string, wanted: string | null): boolean {
  if (wanted === null || given === '') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function catalogOf(datasets: Edition['datasets']) {
  const served = [...datasets.values()];
  return {
    datasets: served.map(modelOf),
    current: served.map(({ name }) => name),
    outdated: [],
    index_stale: false,
  };
}

function modelOf({ name, title, version, updated, children, publisher, collection }: ServedDataset) {
  return {
    name,
    title,
    type: children.length > 0 ? 'collection' : 'source',
    ...(publisher === null ? {} : { publisher: { ...publisher, official: true } }),
    version,
    index_version: version,
    index_current: true,
    load: true,
    updated_at: updated,
    last_export: updated,
    last_change: updated,
    entity_count: collection.size,
    thing_count: collection.size,
    children,
    resources: [],
    entities_url: null,
    delta_url: null,
    namespace: false,
  };
}
