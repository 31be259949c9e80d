import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatSourceKey, NOW } from '../../kernel/index.ts';
import type { Resource } from '../../policy/index.ts';
import { datasetsWithout, idOf } from '../collection/datasets-without.ts';
import type { ServedDataset } from '../collection/served.ts';
import type { Edition } from '../live/edition.ts';
import { Recent } from '../live/recent.ts';
import './edition.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is served in FollowTheMoney's form, as if what the subject may not know of had never been recorded. */
    datasets: () => Promise<ReadonlyMap<string, ServedDataset>>;
    /** Notes the markings of whatever an answer names, and of other ids that it rests on. */
    marksIn: (text: string, ids?: (id: string) => boolean) => Promise<void>;
  }
}

/** Sets of hidden entities of which the views are kept, for each edition: as many as there are clearances, mostly. */
const VIEWS_KEPT = 8;
const QUOTED = /"([^"\\]{1,300})"/g;

/** Gives each request the datasets as its subject may know of them. With nothing marked it costs nothing. */
export function viewedDatasets(app: FastifyInstance): void {
  const views = new WeakMap<Edition, Recent<string, Promise<ReadonlyMap<string, ServedDataset>>>>();

  app.decorateRequest('datasets', async function datasets(this: FastifyRequest) {
    const { edition } = this;
    const hidden = await this.hidden();
    if (hidden.size === 0) return edition.datasets;
    const kept = views.get(edition) ?? new Recent(VIEWS_KEPT);
    views.set(edition, kept);
    return kept.of([...hidden].sort().join(' '), async () =>
      datasetsWithout(edition.datasets, await keysOf(edition, [...hidden])),
    );
  });

  app.decorateRequest(
    'marksIn',
    async function marksIn(this: FastifyRequest, text: string, ids: (id: string) => boolean = () => false) {
      const { any, entities } = await this.marked();
      if (!any) return;
      const byId = new Map<string, Resource['markings']>();
      for (const [entity, keys] of await keysOf(this.edition, [...entities.keys()])) {
        const markings = entities.get(entity) ?? [];
        for (const id of [entity, ...keys.map(idOf)]) byId.set(id, markings);
      }
      const named = new Set([...text.matchAll(QUOTED)].map(([, id = '']) => id));
      for (const [id, markings] of byId) if (named.has(id) || ids(id)) this.marks(markings);
    },
  );
}

/** The source keys of entities; of one that the edition does not know, none. */
async function keysOf(
  { store }: Edition,
  entities: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const views = await store.entities(entities, NOW, { properties: [] });
  return new Map(entities.map((id) => [id, (views.get(id)?.records ?? []).map(formatSourceKey)]));
}
