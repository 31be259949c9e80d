import { fileURLToPath } from 'node:url';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { audit, auditRoutes, authEntry, keepAuditFor } from './audit/index.ts';
import { auth, markings } from './auth/index.ts';
import { serverError } from './errors.ts';
import { requestCaps } from './hooks/caps.ts';
import { compressedAnswers } from './hooks/compress.ts';
import { crossOrigin } from './hooks/cors.ts';
import { requestEdition } from './hooks/edition.ts';
import { exceptions } from './hooks/exceptions.ts';
import { requestLog } from './hooks/log.ts';
import { Metrics } from './hooks/metrics.ts';
import { rateLimit } from './hooks/rate.ts';
import { traceContext } from './hooks/trace.ts';
import { unchangedAnswers } from './hooks/unchanged.ts';
import { viewedDatasets } from './hooks/viewed.ts';
import { Jobs } from './jobs/jobs.ts';
import { LiveRecord } from './live/live-record.ts';
import { sendProblem } from './problem.ts';
import { randomText } from './random-text.ts';
import { bulkRoutes } from './routes/bulk-decisions.ts';
import { changesRoutes } from './routes/changes.ts';
import { describingRoutes } from './routes/describing.ts';
import { documentRoutes } from './routes/documents.ts';
import { engagementRoutes } from './routes/engagement.ts';
import { engagementActRoutes } from './routes/engagement-acts.ts';
import { exceptionRoutes } from './routes/exceptions.ts';
import { exportRoutes } from './routes/export.ts';
import { fileRoutes } from './routes/files.ts';
import { jobRoutes } from './routes/jobs.ts';
import { judgementRoutes } from './routes/judgements.ts';
import { markingRoutes } from './routes/markings.ts';
import { mcpRoutes } from './routes/mcp.ts';
import { questionRoutes } from './routes/questions.ts';
import { receivingRoutes } from './routes/receiving.ts';
import { updateRoutes } from './routes/updates.ts';
import { watchRoutes } from './routes/watch.ts';
import { workbenchRoutes } from './routes/workbench.ts';
import { writingRoutes } from './routes/writing.ts';
import type { Serving } from './serving.ts';
import type { Settings } from './settings.ts';
import './route-config.ts';
import { yenteRoutes } from './yente/index.ts';

/** What a server is made of. */
export interface ServerOptions {
  /** The store's path. */
  readonly location: string;
  readonly settings: Settings;
  readonly now: () => Date;
  /** The folder of the built workbench; left out, the one of this package. */
  readonly workbench?: string;
  /** Where the operational log goes, a line an event. */
  readonly log?: { readonly write: (line: string) => void };
}

/** A server, not yet listening. */
export interface Server {
  readonly app: FastifyInstance;
  readonly record: LiveRecord;
  /** Makes or reads the index whole, so that everything is answered; then looks for changes now and again. */
  readonly ready: () => Promise<void>;
  /** The same, and waits only until questions of the record are answered. */
  readonly start: () => Promise<void>;
  /** Answers what is in hand, takes nothing new, and closes the store. */
  readonly close: () => Promise<void>;
}

const WORKBENCH = fileURLToPath(new URL('../../web/dist/', import.meta.url));
/** Room for an address that is longer than is answered, so that the refusal is ours and says why. */
const HEADER_BYTES = 128 * 1024;
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Makes a server over a store. Throws what opening the store throws. */
export async function makeServer(options: ServerOptions): Promise<Server> {
  const { settings, now } = options;
  const app = fastify({
    logger: {
      level: settings.logLevel,
      base: null,
      ...(options.log === undefined ? {} : { stream: options.log }),
      // What an error was about may hold a name: its kind, code and place in our code are logged, not its text.
      serializers: { err: loggedError },
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomText(9, 'base64url');
    },
    bodyLimit: settings.bodyBytes,
    requestTimeout: settings.requestSeconds * 1000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: settings.behindProxy,
    http: { maxHeaderSize: HEADER_BYTES, headersTimeout: settings.requestSeconds * 1000 },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true, caseSensitive: true },
    exposeHeadRoutes: true,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  const metrics = new Metrics();
  const record = await LiveRecord.open(options.location, {
    now,
    everyMs: settings.refreshSeconds * 1000,
    auditKey: settings.auditKey,
    onEdition: (edition, buildMs) => {
      metrics.edition(buildMs);
      app.log.info(
        { edition: edition.stamp.slice(0, 8), ms: Math.round(buildMs) },
        'answers from a new edition',
      );
    },
    onFailure: (err) => {
      metrics.refreshFailed();
      app.log.error({ err }, 'the store could not be read again; answers go on from the edition before');
    },
  });
  const jobs = new Jobs(options.location, now, () => record.refresh());
  const serving: Serving = { record, jobs, now, settings };

  traceContext(app);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer').header('cross-origin-opener-policy', 'same-origin');
    done();
  });
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(serverError('ENT_HTTP_ROUTE', { method: request.method }), request, reply),
  );
  crossOrigin(app, settings.origins);
  await app.register(auth, {
    accounts: record.store.accounts,
    secure: settings.behindProxy,
    now,
    onEvent: async ({ request, subject, ...event }) => {
      await record.store.audit.append(authEntry(request, subject, event, now()));
    },
  });
  markings(app, record.store);
  await app.register(audit, {
    audit: record.store.audit,
    now,
    basisOf: (request) => (record.ready ? request.edition.basis : null),
  });
  keepAuditFor(app, { audit: record.store.audit, days: settings.auditKeepDays, now });
  requestCaps(app, settings);
  rateLimit(app, settings.ratePerMinute);
  requestLog(app);
  await app.register(multipart, {
    limits: { fileSize: settings.uploadBytes, files: 16, fields: 16, parts: 32 },
  });
  requestEdition(app, record);
  exceptions(app, record.store, now);
  viewedDatasets(app);
  compressedAnswers(app);
  unchangedAnswers(app, record, now);
  metrics.serve(app, record);
  describingRoutes(app);
  questionRoutes(app, serving);
  documentRoutes(app, serving);
  engagementRoutes(app, serving);
  engagementActRoutes(app, serving);
  jobRoutes(app, serving);
  writingRoutes(app, serving);
  updateRoutes(app, serving);
  judgementRoutes(app, serving);
  exceptionRoutes(app, serving);
  bulkRoutes(app, serving);
  markingRoutes(app, serving);
  exportRoutes(app, serving);
  fileRoutes(app, serving);
  changesRoutes(app, serving);
  receivingRoutes(app, serving);
  watchRoutes(app, serving);
  mcpRoutes(app, serving);
  auditRoutes(app, { store: record.store });
  await app.register((scope) => yenteRoutes(scope, serving));
  await app.register((scope) => workbenchRoutes(scope, options.workbench ?? WORKBENCH));
  app.addHook('onClose', async () => {
    await jobs.close();
    await record.close();
  });
  return {
    app,
    record,
    ready: async () => {
      await app.ready();
      await record.refresh();
      record.watch();
    },
    start: async () => {
      await app.ready();
      await record.start();
      record.watch();
    },
    close: () => app.close(),
  };
}

/** An error as the log has it. */
function loggedError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code } = error as { readonly code?: unknown };
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: typeof code === 'string' ? code : '',
    stack: places.slice(0, 12).join('\n'),
  };
}
