import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  hiddenFrom,
  type Marked,
  type MarkedStore,
  markedNow,
  seesEntity,
  withoutRelations,
} from '../../app/index.ts';
import { type Clocks, formatSourceKey } from '../../kernel/index.ts';
import {
  CONTENT_ACTIONS,
  decide,
  formatMarking,
  NO_CONTEXT,
  PUBLIC,
  PURPOSES,
  type Resource,
  sees,
  type Viewer,
} from '../../policy/index.ts';
import { type EntityView, type Store, storeError } from '../../store/index.ts';
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
    /** What was noted so, in writing: who reads of the answer in the audit log must meet it too. */
    borne: () => readonly string[];
    /** Markings were changed: they are read anew with the next question. */
    remark: () => void;
    /** Who looks, doing what the route does, for the purpose that `X-Purpose` states. */
    viewer: () => Viewer;
    /** The entity, if the subject may know of it; else throws what an unknown id throws (`ENT_NOT_FOUND`, 404). */
    shown: (view: EntityView | null, asked: string) => Promise<EntityView>;
    /** The entity of a store by an id, as {@link FastifyRequest.shown}: one that is hidden is not even looked up. */
    known: (store: Pick<Store, 'entity' | 'resolve'>, id: string, clocks: Clocks) => Promise<EntityView>;
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
    const { action, filtered, operation } = request.routeOptions.config;
    if (action === undefined || action === 'public' || filtered === true) return;
    if (!CONTENT_ACTIONS.includes(action) || FILTERED.includes(operation ?? '')) return;
    const { all } = await marked();
    if (!sees(request.viewer())(all)) throw withStatus(authError('ENT_AUTH_MARKED', undefined));
    // What is made from all of it bears the markings of all of it.
    request.marks(all);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { action } = request.routeOptions.config;
    const markings = borne.get(request);
    if (markings === undefined || action === undefined || action === 'public' || reply.statusCode >= 400)
      return done(null, payload);
    const { subject, context } = request.viewer();
    const { obligations } = decide(subject, action, { markings }, context);
    const banner = obligations.find(({ kind }) => kind === 'banner');
    if (banner === undefined) return done(null, payload);
    reply.header('x-marking', banner.text);
    const duties = obligations.filter(({ kind }) => kind !== 'banner');
    if (duties.length > 0)
      reply.header('x-marking-duties', duties.map(({ kind, text }) => `${kind}=${text}`).join('; '));
    done(null, payload);
  });
  app.decorateRequest('marked', marked);
  app.decorateRequest('remark', () => {
    held = null;
  });
  app.decorateRequest('borne', function borneBy() {
    const noted = borne.get(this) ?? [];
    return [...new Set(noted.filter((marking) => marking !== PUBLIC).map(formatMarking))];
  });
  app.decorateRequest('viewer', function viewer() {
    const { action = 'read' } = this.routeOptions.config;
    const purpose = PURPOSES.find((one) => one === this.headers['x-purpose']) ?? null;
    return {
      subject: this.subject,
      action: action === 'public' ? 'read' : action,
      context: purpose === null ? NO_CONTEXT : { ...NO_CONTEXT, purpose },
    };
  });
  app.decorateRequest('marks', function marks(markings) {
    borne.set(this, [...(borne.get(this) ?? []), ...markings]);
  });
  app.decorateRequest('hidden', async function hidden() {
    return hiddenFrom(this.viewer(), await marked());
  });
  app.decorateRequest('mayRead', async function mayRead() {
    const [viewer, held] = [this.viewer(), await marked()];
    return (view) => seesEntity(viewer, held, view);
  });
  app.decorateRequest('known', async function known(store, id, clocks) {
    const hidden = await this.hidden();
    if (hidden.size > 0) {
      // What is hidden takes as long to refuse as what was never there.
      const own = await store.resolve(id);
      if (own === null || hidden.has(own)) throw storeError('ENT_NOT_FOUND', { what: id });
    }
    return this.shown(await store.entity(id, clocks), id);
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
