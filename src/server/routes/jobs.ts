import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API, batchSettings } from '../../contract/index.ts';
import { clocksOf } from '../clocks-of.ts';
import { sendFile } from '../jobs/download.ts';
import { sendEvents } from '../jobs/events.ts';
import { formatOf, receiveForm } from '../jobs/upload.ts';
import { faultsOf, sendJson, serve, serveStream } from '../operation-route.ts';
import { present } from '../present.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

/** Files of names, screened beside the requests: upload, progress, results. */
export function jobRoutes(app: FastifyInstance, { jobs, settings }: Serving): void {
  serveStream(
    app,
    API.startBatch,
    async ({ request, reply }) => {
      const { id, folder } = jobs.prepare();
      try {
        const { files, fields } = await receiveForm(request, folder);
        const [file] = files;
        if (file === undefined || files.length > 1) throw badInput('send one file of names');
        const { lists, asOf, knownAt, threshold, limit, weak, columns, ...formats } = settingsOf(
          fields.settings,
        );
        const job = jobs.start(
          id,
          'screen',
          {
            by: {
              subject: subjectIn(request),
              channel: 'http',
              request: request.id,
            },
            input: file.path,
            output: join(folder, `results.${formats.outputFormat}`),
            inputFormat: formats.inputFormat ?? formatOf(file.name),
            outputFormat: formats.outputFormat,
            columns: present(columns ?? {}),
            scope: { clocks: clocksOf({ asOf, knownAt }), lists: lists ?? null },
            options: { threshold, limit, weak },
            threads: 0,
          },
          request.subject,
        );
        return sendJson(reply.header('location', `/api/v1/jobs/${id}`), job, 202);
      } catch (error) {
        jobs.discard(id);
        throw error;
      }
    },
    { bodyLimit: settings.uploadBytes },
  );
  const own = ({ subject }: FastifyRequest) => ({ kind: 'screen' as const, id: subject.id });
  serve(app, API.jobs, async ({ request }) => ({ jobs: jobs.list(own(request)) }));
  serve(app, API.job, async ({ params, request }) => jobs.get(params.job, own(request)));
  serve(app, API.cancelJob, ({ params, request }) => jobs.cancel(params.job, own(request)));
  serveStream(app, API.jobEvents, async ({ params, request, reply }) =>
    sendEvents(jobs, request, reply, jobs.get(params.job, own(request))),
  );
  serveStream(app, API.jobResult, async ({ params, request, reply }) => {
    const { path, format } = jobs.result(params.job, request.subject.id);
    return sendFile(request, reply, { path, name: `${params.job}.${format}`, type: TYPES[format] });
  });
}

/** Who asks, as the audit log has it. */
function subjectIn({ subject: { id, name, kind, key } }: FastifyRequest) {
  return { id, name, kind, key };
}

function settingsOf(text: string | undefined) {
  const result = batchSettings.safeParse(parsed(text ?? '{}'));
  if (result.success) return result.data;
  const faults = faultsOf('settings', result.error);
  throw badInput(`settings: ${faults[0]?.what ?? 'not understood'}`, faults);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(badInput('settings: not JSON'), { cause });
  }
}
