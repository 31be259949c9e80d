import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { API, watchFileForm } from '../../contract/index.ts';
import { readWatchNames } from '../../screening/index.ts';
import { formatOf, receiveForm } from '../jobs/upload.ts';
import { faultsOf, sendJson, serve, serveStream } from '../operation-route.ts';
import { present } from '../present.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';

const LONGEST = 16 * 1024 * 1024;
/** A longer list is screened as a file. */
const MOST_NAMES = 10_000;
/** Rows whose faults are told; a file with more is better mended first. */
const MOST_NOTES = 200;

/** Watch lists: names of one's own, and who of them is newly hit, no longer hit or scores otherwise. */
export function watchRoutes(app: FastifyInstance, { record, now }: Serving): void {
  const { watch, location } = record.store;
  const act = (by: string) => ({ by, at: now().toISOString() });

  serve(app, API.watched, async ({ query: { watchList } }) => {
    const hits = await watch.hits(watchList);
    const names = (await watch.names(watchList)).map((name) => ({ ...name, hits: hits.get(name.id) ?? [] }));
    return {
      watchList,
      watchLists: await watch.lists(),
      lastRun: await watch.lastRun(watchList),
      changes: await watch.lastChanges(watchList),
      names,
    };
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

  serveStream(
    app,
    API.importWatched,
    async ({ request, reply }) => {
      const folder = mkdtempSync(join(dirname(location), '.entente-upload-'));
      try {
        const { files, fields } = await receiveForm(request, folder);
        const [file] = files;
        if (file === undefined || files.length > 1) throw badInput('send one file');
        const checked = watchFileForm.omit({ file: true }).safeParse(fields);
        if (!checked.success) throw badInput('the form', faultsOf('form', checked.error));
        const format = checked.data.format ?? formatOf(file.name);
        const { names, notes } = await readWatchNames(file.path, format);
        if (names.length > MOST_NAMES)
          throw badInput(`${names.length} names, and at most ${MOST_NAMES} are taken`);
        const { added } = await watch.add(checked.data.watchList, names, act(request.subject.name));
        return sendJson(reply, { names: names.length, added, notes: notes.slice(0, MOST_NOTES) }, 201);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { bodyLimit: LONGEST },
  );

  serve(app, API.unwatch, async ({ params, request }) => {
    await watch.remove(params.id, act(request.subject.name));
    return null;
  });

  serve(app, API.runWatch, ({ body }) => runTask(location, { kind: 'watch', ...body }));
}
