import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { API, loadFields } from '../../contract/index.ts';
import { parseMoment } from '../../kernel/index.ts';
import { receiveForm } from '../jobs/upload.ts';
import { faultsOf, sendJson, serve, serveStream } from '../operation-route.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';

/** What changes the record: loads, decisions about snapshots, judgements. Each shows in answers when it is done. */
export function writingRoutes(app: FastifyInstance, { record, now, settings }: Serving): void {
  const { location } = record.store;
  serveStream(
    app,
    API.loadSnapshot,
    async ({ params, request, reply }) => {
      const folder = mkdtempSync(join(dirname(location), '.entente-upload-'));
      try {
        const { files, fields } = await receiveForm(request, folder);
        const checked = loadFields.safeParse(fields);
        if (!checked.success) {
          const faults = faultsOf('form', checked.error);
          throw badInput(`${faults[0]?.where}: ${faults[0]?.what}`, faults);
        }
        const { observed, force } = checked.data;
        const report = await runTask(location, {
          kind: 'load',
          list: params.list,
          files: files.map(({ path }) => path),
          observed: parseMoment(observed),
          force: force === undefined ? null : { by: request.subject.name, note: force },
        });
        await record.refresh();
        const notes = report.notes.map((note) => note.replaceAll(`${folder}/`, ''));
        return sendJson(reply, { ...report, notes }, 201);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { bodyLimit: settings.uploadBytes },
  );

  serve(app, API.decideSnapshot, async ({ params, body, request }) => {
    const decision = { by: request.subject.name, note: body.note, at: now().toISOString() };
    const observed = parseMoment(params.observed);
    const { verdict } = body;
    await runTask(location, { kind: 'decide', list: params.list, observed, verdict, decision });
    await record.refresh();
    return { list: params.list, observed, verdict, decision };
  });

  serve(app, API.verify, () => runTask(location, { kind: 'verify' }));
}
