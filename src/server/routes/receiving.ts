import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { API, type ReceivedJson } from '../../contract/index.ts';
import { serverError } from '../errors.ts';
import { receiveForm } from '../jobs/upload.ts';
import { sendJson, serve, serveStream } from '../operation-route.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';
import type { Outcomes } from '../tasks/task.ts';

/** The largest file that a person reads here, in bytes. */
const LARGEST = 20 * 1024 * 1024;
/** They answer with what the caller brought or anybody may fetch, and tell nothing of the record. */
const FILTERED = { filtered: true } as const;

/** Reports that come as a file or from an address: their words, each made in a thread of its own. */
export function receivingRoutes(app: FastifyInstance, { record, settings }: Serving): void {
  const { location } = record.store;

  serveStream(
    app,
    API.receiveFile,
    async ({ request, reply }) => {
      const folder = mkdtempSync(join(dirname(location), '.entente-upload-'));
      try {
        const { files } = await receiveForm(request, folder);
        const [file] = files;
        if (file === undefined || files.length > 1) throw badInput('send one file');
        return sendJson(reply, jsonOf(await runTask(location, { kind: 'receive', ...file })));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { bodyLimit: LARGEST, config: FILTERED },
  );

  serve(
    app,
    API.receivePage,
    async ({ body }) => {
      if (settings.offline) throw serverError('ENT_SERVE_OFFLINE', undefined);
      return jsonOf(await runTask(location, { kind: 'fetch', url: body.url }));
    },
    { config: FILTERED },
  );
}

function jsonOf({ origin: { url, guid }, ...received }: Outcomes['receive']): ReceivedJson {
  const { text, format, extent, headline, publisher, agency, author, language, dates, notes, original } =
    received;
  const said = { url, guid, headline, publisher, agency, author, language, dates, notes };
  return { text, format, extent, ...said, original };
}
