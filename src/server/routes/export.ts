import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { checkLists, exportEntities, exportRecord, seesEntity } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { formatMarking, sees } from '../../policy/index.ts';
import { type EntityView, storeError } from '../../store/index.ts';
import { clocksOf } from '../clocks-of.ts';
import { serveStream } from '../operation-route.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';

const TYPES = {
  ftm: 'application/x-ndjson; charset=utf-8',
  'ftm-nested': 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  record: 'application/yaml; charset=utf-8',
} as const;
const NAMES = {
  ftm: 'entities.ftm.json',
  'ftm-nested': 'entities.nested.json',
  csv: 'entities.csv',
  record: 'record.yaml',
} as const;
/** So many characters are gathered before they are sent. */
const PIECE = 64 * 1024;

/**
 * What is known, taken away in bulk: only what the policy lets its subject export, written as it is read, from one
 * state of the record. Who took it and under which markings stands in the audit log before the first line is sent.
 */
export function exportRoutes(app: FastifyInstance, _: Serving): void {
  serveStream(
    app,
    API.exportRecord,
    async ({ query, request, reply }) => {
      const { format, id = null, list = null, target } = query;
      const { edition } = request;
      const marked = await request.marked();
      const viewer = { subject: request.subject, action: 'export' } as const;
      const may = (view: EntityView) => seesEntity(viewer, marked, view);
      if (
        format === 'record' &&
        (list !== null || target || query.asOf !== undefined || query.knownAt !== undefined)
      )
        throw badInput(
          'query: the record is exported as it stands; list, target and the clocks do not go with it',
        );
      for (const one of id ?? []) {
        const view = await edition.store.entity(one, clocksOf(query));
        if (view === null || !may(view)) throw storeError('ENT_NOT_FOUND', { what: one });
      }
      checkLists(await edition.store.lists(), list);
      const markings = marked.any ? marked.all.filter((marking) => sees(viewer)([marking])) : [];
      request.marks(markings);
      request.audited({
        asked: { method: 'GET', route: API.exportRecord.path, ...JSON.parse(JSON.stringify(query)) },
        basis: edition.basis,
        result: null,
        markings: markings.map(formatMarking),
      });
      reply
        .type(TYPES[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${NAMES[format]}"`);
      if (format === 'record')
        return reply.send((await exportRecord(edition.store, id ?? [], null, may)).text);
      // Held for as long as it is read from: an answer may go on long after an update has made a newer one.
      const release = edition.hold();
      const out = new PassThrough();
      // Whoever reads is told by the body that breaks off; an error that comes before anybody reads stops nothing else.
      out.on('error', (error) =>
        request.log.warn({ code: (error as { code?: string }).code }, 'export broke off'),
      );
      const piece = gathering(out);
      exportEntities(edition.store, {
        ids: id,
        lists: list,
        targetsOnly: target,
        clocks: clocksOf(query),
        format,
        may,
        write: piece.write,
      })
        .then(piece.end)
        // The status is sent by then: a body that breaks off is how the caller sees that it is not whole.
        .catch((error: Error) => out.destroy(error))
        .finally(release);
      return reply.send(out);
    },
    { config: { filtered: true } },
  );
}

/** Writes in pieces, waits for who reads slowly, and lets other requests in between. */
function gathering(out: PassThrough) {
  let held = '';
  const flush = async () => {
    if (out.destroyed) throw new Error('nobody reads on');
    const text = held;
    held = '';
    if (out.write(text)) await new Promise((resolve) => setImmediate(resolve));
    else
      await new Promise<void>((resolve, reject) => {
        const drained = () => {
          out.off('close', gone);
          resolve();
        };
        const gone = () => {
          out.off('drain', drained);
          reject(new Error('nobody reads on'));
        };
        out.once('drain', drained);
        out.once('close', gone);
      });
  };
  return {
    write: async (text: string) => {
      held += text;
      if (held.length >= PIECE) await flush();
    },
    end: async () => {
      if (held !== '') await flush();
      out.end();
    },
  };
}
