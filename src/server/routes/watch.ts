import type { FastifyInstance } from 'fastify';
import { API } from '../../contract/index.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';

const LONGEST = 16 * 1024 * 1024;

/** Watch lists: names of one's own, and who of them is newly hit, no longer hit or scores otherwise. */
export function watchRoutes(app: FastifyInstance, { record, now }: Serving): void {
  const { watch, location } = record.store;
  const act = (by: string) => ({ by, at: now().toISOString() });

  serve(app, API.watched, async ({ query: { watchList } }) => {
    const hits = await watch.hits(watchList);
    const names = (await watch.names(watchList)).map((name) => ({ ...name, hits: hits.get(name.id) ?? [] }));
    return { watchList, lastRun: await watch.lastRun(watchList), names };
  });

  serve(
    app,
    API.watch,
    ({ body, request }) => {
      const names = body.names.map(({ reference, ...query }) => ({
        reference: reference ?? null,
        name: query.name,
        query: present(query),
      }));
      return watch.add(body.watchList, names, act(request.subject.name));
    },
    { bodyLimit: LONGEST },
  );

  serve(app, API.unwatch, async ({ params, request }) => {
    await watch.remove(params.id, act(request.subject.name));
    return null;
  });

  serve(app, API.runWatch, ({ body }) => runTask(location, { kind: 'watch', ...body }));
}
