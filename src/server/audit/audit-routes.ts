import type { FastifyInstance, FastifyRequest } from 'fastify';
import { replayScreening } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { PUBLISHED, readMarking, visible } from '../../policy/index.ts';
import { screenJson } from '../../screening/index.ts';
import { type AuditEntry, auditError, type Store } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';

/** What the routes of the audit log work on. */
export interface AuditRoutes {
  readonly store: Store;
}

const MOST = 1000;

/**
 * `/api/v1/audit`: entries, newest first, with `before` for the next page; `/:id` one; `/:id/replay` asks a screening
 * again; `/verify` checks the chain. Entries that tell of what is marked beyond the auditor's clearance are not there.
 */
export function auditRoutes(app: FastifyInstance, { store }: AuditRoutes): void {
  const limits = { config: { filtered: true } } as const;
  let replaying: Promise<unknown> = Promise.resolve();

  serve(app, API.audit, ({ query, request }) => page(store, request, present(query)), limits);

  serve(app, API.verifyAudit, () => store.audit.verify(), limits);

  serve(app, API.auditEntry, ({ params, request }) => entryFor(store, request, params.id), limits);

  serve(
    app,
    API.replay,
    async ({ params, request }) => {
      const entry = await entryFor(store, request, params.id);
      // One at a time: each may copy the whole record.
      const replay = replaying.then(() => replayScreening(store, entry));
      replaying = replay.catch(() => undefined);
      const { answer, ...rest } = await replay;
      return { ...rest, answer: screenJson(answer) };
    },
    limits,
  );
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
