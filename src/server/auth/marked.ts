import type { FastifyInstance } from 'fastify';
import { type Marked, type MarkedStore, markedNow, seesEntity } from '../../app/index.ts';
import { CONTENT_ACTIONS, sees } from '../../policy/index.ts';
import { type EntityView, storeError } from '../../store/index.ts';
import '../route-config.ts';
import { authError, withStatus } from './errors.ts';
import './seam.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is marked, at most a second old. */
    marked: () => Promise<Marked>;
    /** Whether the subject may know of an entity, for many of them. */
    mayRead: () => Promise<(view: EntityView) => boolean>;
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
  app.addHook('preHandler', async ({ subject, routeOptions }) => {
    const { action, filtered, operation } = routeOptions.config;
    if (action === undefined || action === 'public' || filtered === true) return;
    if (!CONTENT_ACTIONS.includes(action) || FILTERED.includes(operation ?? '')) return;
    if (!sees({ subject, action })((await marked()).all))
      throw withStatus(authError('ENT_AUTH_MARKED', undefined));
  });
  app.decorateRequest('marked', marked);
  app.decorateRequest('mayRead', async function mayRead() {
    const viewer = { subject: this.subject, action: 'read' } as const;
    const held = await marked();
    return (view) => seesEntity(viewer, held, view);
  });
  app.decorateRequest('shown', async function shown(view, asked) {
    const may = await this.mayRead();
    if (view !== null && may(view)) return view;
    throw storeError('ENT_NOT_FOUND', { what: asked });
  });
}
