import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addFeed, feedRows, feedsNamed, fetcherOf, toUpdate } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { serverError } from '../errors.ts';
import { sendEvents } from '../jobs/events.ts';
import { serve, serveStream } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';
import { VERSION } from '../version.ts';

/** What brings news from outside: updates of lists from their publishers, and feeds. Refused where the server is offline. */
export function updateRoutes(app: FastifyInstance, { jobs, record, now, settings }: Serving): void {
  const { store } = record;
  const online = () => {
    if (settings.offline) throw serverError('ENT_SERVE_OFFLINE', undefined);
  };
  const updates = ({ subject }: FastifyRequest) => ({ kind: 'update' as const, id: subject.id });
  const readings = ({ subject }: FastifyRequest) => ({ kind: 'feeds' as const, id: subject.id });

  serve(app, API.startUpdate, async ({ body, request, reply }) => {
    online();
    const { lists = null, due, force } = body;
    toUpdate(lists ?? []);
    const { id } = jobs.prepare();
    reply.header('location', `/api/v1/lists/updates/${id}`);
    return jobs.start(
      id,
      'update',
      {
        lists,
        due,
        force: force === undefined ? null : { by: request.subject.name, note: force },
        addresses: settings.listAddresses,
      },
      request.subject,
    );
  });
  serve(app, API.updates, async ({ request }) => ({ updates: jobs.list(updates(request)) }));
  serve(app, API.update, async ({ params, request }) => jobs.get(params.job, updates(request)));
  serve(app, API.cancelUpdate, ({ params, request }) => jobs.cancel(params.job, updates(request)));
  serveStream(app, API.updateEvents, async ({ params, request, reply }) =>
    sendEvents(jobs, request, reply, jobs.get(params.job, updates(request))),
  );

  serve(app, API.feeds, async () => ({ feeds: await feedRows(store, now()) }));
  serve(app, API.addFeed, async ({ body, request }) => {
    online();
    const { url, id, everyMinutes, items } = body;
    const fetcher = fetcherOf(process.env, VERSION);
    try {
      return await addFeed(store, fetcher, url, {
        by: request.subject.name,
        now,
        pages: items === 'pages',
        ...present({
          id,
          everySeconds: everyMinutes === undefined ? undefined : Math.round(everyMinutes * 60),
        }),
      });
    } finally {
      await fetcher.close();
    }
  });
  serve(app, API.removeFeed, async ({ params, request }) => {
    await store.feeds.remove(params.feed, { by: request.subject.name, at: now().toISOString() });
    return null;
  });
  serve(app, API.runFeeds, async ({ body, request, reply }) => {
    online();
    const { feeds = null, due, mostPages } = body;
    await feedsNamed(store, feeds ?? []);
    const { id } = jobs.prepare();
    reply.header('location', `/api/v1/feeds/runs/${id}`);
    const by = request.subject.name;
    return jobs.start(id, 'feeds', { feeds, due, mostPages, by }, request.subject);
  });
  serve(app, API.feedRuns, async ({ request }) => ({ runs: jobs.list(readings(request)) }));
  serve(app, API.feedRun, async ({ params, request }) => jobs.get(params.job, readings(request)));
  serve(app, API.cancelFeedRun, ({ params, request }) => jobs.cancel(params.job, readings(request)));
  serveStream(app, API.feedRunEvents, async ({ params, request, reply }) =>
    sendEvents(jobs, request, reply, jobs.get(params.job, readings(request))),
  );
}
