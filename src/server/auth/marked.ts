import type { FastifyInstance } from 'fastify';
import { type Marked, markedNow, seesEntity } from '../../app/index.ts';
import { type EntityView, type Store, storeError } from '../../store/index.ts';
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

/** Gives handlers the markings, so that what may not be seen is not told of. */
export function markings(app: FastifyInstance, store: Pick<Store, 'markings'>): void {
  let held: { readonly marked: Promise<Marked>; readonly until: number } | null = null;
  const marked = () => {
    const now = performance.now();
    if (held === null || held.until <= now) held = { marked: markedNow(store), until: now + BELIEVE_MS };
    return held.marked;
  };
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
