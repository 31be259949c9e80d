import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { replayScreening } from '../../app/index.ts';
import { PUBLISHED, readMarking, visible } from '../../policy/index.ts';
import { screenJson } from '../../screening/index.ts';
import { type AuditEntry, auditError, type Store } from '../../store/index.ts';
import { badInput } from '../problem.ts';

/** What the routes of the audit log work on. */
export interface AuditRoutes {
  readonly store: Store;
}

const MOST = 1000;
const moment = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/);
const listQuery = z.object({
  from: moment.optional(),
  to: moment.optional(),
  subject: z.string().max(80).optional(),
  action: z.string().max(40).optional(),
  verdict: z.enum(['permit', 'deny']).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
});

/**
 * `/api/v1/audit`: entries, newest first, with `before` for the next page; `/:id` one; `/:id/replay` asks a screening
 * again; `/verify` checks the chain. Entries that tell of what is marked beyond the auditor's clearance are not there.
 */
export function auditRoutes(app: FastifyInstance, { store }: AuditRoutes): void {
  const config = { action: 'audit', filtered: true } as const;
  let replaying: Promise<unknown> = Promise.resolve();

  app.get('/api/v1/audit', { config }, async (request) => {
    const query = listQuery.safeParse(request.query);
    if (!query.success) throw badInput(query.error.issues[0]?.message ?? 'the query is not understood');
    const given = Object.fromEntries(Object.entries(query.data).filter(([, value]) => value !== undefined));
    const { entries, next } = await page(store, request, { ...given, limit: query.data.limit });
    return { entries, next };
  });

  app.get('/api/v1/audit/verify', { config }, () => store.audit.verify());

  app.get<{ Params: { id: string } }>('/api/v1/audit/:id', { config }, (request) =>
    entryFor(store, request, request.params.id),
  );

  app.post<{ Params: { id: string } }>('/api/v1/audit/:id/replay', { config }, async (request) => {
    const entry = await entryFor(store, request, request.params.id);
    // One at a time: each may copy the whole record.
    const replay = replaying.then(() => replayScreening(store, entry));
    replaying = replay.catch(() => undefined);
    const { answer, ...rest } = await replay;
    return { ...rest, answer: screenJson(answer) };
  });
}

type Query = Parameters<Store['audit']['list']>[0];

/** A page of what the auditor may see: read on until it is full, so that its length tells of nothing else. */
async function page(store: Store, request: FastifyRequest, query: Query) {
  const entries: AuditEntry[] = [];
  let before = query.before;
  for (;;) {
    const read = await store.audit.list({
      ...query,
      limit: MOST,
      ...(before === undefined ? {} : { before }),
    });
    entries.push(...seenBy(request, read));
    before = read.at(-1)?.seq;
    if (entries.length > query.limit || read.length < MOST) break;
  }
  const shown = entries.slice(0, query.limit);
  return { entries: shown, next: entries.length > query.limit ? (shown.at(-1)?.seq ?? null) : null };
}

async function entryFor(store: Store, request: FastifyRequest, id: string): Promise<AuditEntry> {
  const [entry] = seenBy(request, [await store.audit.get(id)]);
  if (entry === undefined) throw auditError('ENT_AUDIT_UNKNOWN', { id });
  return entry;
}

function seenBy({ subject }: FastifyRequest, entries: readonly AuditEntry[]): readonly AuditEntry[] {
  return visible({ subject, action: 'audit' }, entries, ({ markings }) =>
    markings.length === 0 ? PUBLISHED : markings.map(readMarking),
  );
}
