import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { API } from '../../contract/index.ts';
import { storeError } from '../../store/index.ts';
import { serve, serveStream } from '../operation-route.ts';
import type { Serving } from '../serving.ts';

/** Files of the archive, by the digest that a list's snapshot names: where each came from, and its bytes. */
export function fileRoutes(app: FastifyInstance, { record }: Serving): void {
  const { store } = record;
  const found = async (sha256: string) => {
    const file = await store.files.find(sha256);
    if (file === null) throw storeError('ENT_FILE_UNKNOWN', { sha256 });
    return file;
  };

  serve(app, API.keptFile, async ({ params }) => {
    const file = await found(params.digest);
    const fetches = (await store.files.originsOf(file.sha256)).map(({ source, url, at, status }) => ({
      source,
      url,
      at,
      status,
    }));
    const snapshots = (await store.lists()).flatMap(({ id, snapshots: held }) =>
      held.flatMap(({ observed, state, parts }) => {
        const own = parts.filter(({ sha256 }) => sha256 === file.sha256).map(({ part }) => part);
        return own.length === 0 ? [] : [{ list: id, observed, state, parts: own }];
      }),
    );
    return { ...file, fetches, snapshots };
  });

  serveStream(app, API.keptFileContent, async ({ params, reply }) => {
    const file = await found(params.digest);
    // What somebody sent is given as a file to keep, never as a page to open.
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="${file.sha256}"`)
      .header('content-length', file.size)
      .send(Readable.from(store.files.open(file.sha256)));
  });
}
