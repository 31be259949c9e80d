import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hiddenFrom, type Marked, type MarkedStore, markedNow, seesEntity } from '../../app/index.ts';
import { formatSourceKey } from '../../kernel/index.ts';
import { CONTENT_ACTIONS, decide, type Resource, sees } from '../../policy/index.ts';
import { type EntityView, storeError } from '../../store/index.ts';
import '../route-config.ts';
import { authError, withStatus } from './errors.ts';
import './seam.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is marked, at most a second old. */
    marked: () => Promise<Marked>;
    /** The entities that the subject may not know of. */
    hidden: () => Promise<ReadonlySet<string>>;
    /** Whether the subject may know of an entity, for many of them. */
    mayRead: () => Promise<(view: EntityView) => boolean>;
    /**
     * Notes what bears on the answer, so that it is sent with its duties: the banner in `X-Marking`, and the caveats,
     * purposes and the word against passing on in `X-Marking-Duties`.
     */
    marks: (markings: Resource['markings']) => void;
    /** The entity, if the subject may know of it; else throws what an unknown id throws (`ENT_NOT_FOUND`, 404). */
    shown: (view: EntityView | null, asked: string) => Promise<EntityView>;
  }
}

/** A marking shows within so long of being set. */
const BELIEVE_MS = 1000;

/** Operations whose handlers leave out what the subject may not see, or tell of no object at all. */
const FILTERED = ['screenLink', 'screen', 'screenMany', 'entity', 'history', 'matrix', 'lists', 'list'];

/**
 * Gives handlers the markings, so that what may not be seen is not told of. A route that does not filter is refused
 * to who may not see everything that is marked: what nobody thought of leaks nothing (`ENT_AUTH_MARKED`, 403).
 */
export function markings(app: FastifyInstance, store: MarkedStore): void {
  let held: { readonly marked: Promise<Marked>; readonly until: number } | null = null;
  const marked = () => {
    const now = performance.now();
    if (held === null || held.until <= now) held = { marked: markedNow(store), until: now + BELIEVE_MS };
    return held.marked;
  };
  const borne = new WeakMap<FastifyRequest, Resource['markings']>();
  app.addHook('preHandler', async (request) => {
    const { subject, routeOptions } = request;
    const { action, filtered, operation } = routeOptions.config;
    if (action === undefined || action === 'public' || filtered === true) return;
    if (!CONTENT_ACTIONS.includes(action) || FILTERED.includes(operation ?? '')) return;
    const { all } = await marked();
    if (!sees({ subject, action })(all)) throw withStatus(authError('ENT_AUTH_MARKED', undefined));
    // What is made from all of it bears the markings of all of it.
    request.marks(all);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { action } = request.routeOptions.config;
    const markings = borne.get(request);
    if (markings === undefined || action === undefined || action === 'public' || reply.statusCode >= 400)
      return done(null, payload);
    const { obligations } = decide(request.subject, action, { markings });
    const banner = obligations.find(({ kind }) => kind === 'banner');
    if (banner === undefined) return done(null, payload);
    reply.header('x-marking', banner.text);
    const duties = obligations.filter(({ kind }) => kind !== 'banner');
    if (duties.length > 0)
      reply.header('x-marking-duties', duties.map(({ kind, text }) => `${kind}=${text}`).join('; '));
    done(null, payload);
  });
  app.decorateRequest('marked', marked);
  app.decorateRequest('marks', function marks(markings) {
    borne.set(this, [...(borne.get(this) ?? []), ...markings]);
  });
  app.decorateRequest('hidden', async function hidden() {
    const { action = 'read' } = this.routeOptions.config;
    return hiddenFrom(
      { subject: this.subject, action: action === 'public' ? 'read' : action },
      await marked(),
    );
  });
  app.decorateRequest('mayRead', async function mayRead() {
    const viewer = { subject: this.subject, action: 'read' } as const;
    const held = await marked();
    return (view) => seesEntity(viewer, held, view);
  });
  app.decorateRequest('shown', async function shown(view, asked) {
    const may = await this.mayRead();
    if (view !== null && may(view)) {
      this.marks((await marked()).entity(view.entity, view.records.map(formatSourceKey)));
      return withoutRelations(view, await this.hidden());
    }
    throw storeError('ENT_NOT_FOUND', { what: asked });
  });
}

/** An entity without what it says of its relations to some others. */
function withoutRelations(view: EntityView, hidden: ReadonlySet<string>): EntityView {
  if (hidden.size === 0) return view;
  const tells = ({ detail }: { readonly detail?: Readonly<Record<string, string>> }) =>
    detail?.entity !== undefined && hidden.has(detail.entity);
  const records = view.records.map((record) => {
    const { history } = record;
    if (!history.statements.some(tells)) return record;
    const statements = history.statements.filter((statement) => !tells(statement));
    return { ...record, history: { ...history, statements } };
  });
  return { ...view, records };
}
