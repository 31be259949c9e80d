import type { DocumentId, Store } from '../../store/index.ts';
import type { Gazetteer } from '../../wire/index.ts';
import { type DocumentView, documentView, documentViewWithout } from './document-view.ts';

/** Documents that are read again for one answer, the last kept first; what is beyond is left out. */
const MOST = 200;

/**
 * Documents as they read without some entities: what is made of many documents is made of these for who may not know of
 * those. Only documents that stand. `gazetteer` is without the entities.
 */
export async function viewsWithout(
  store: Store,
  ids: Iterable<DocumentId>,
  hidden: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Promise<ReadonlyMap<DocumentId, DocumentView>> {
  const kept = [...(await store.documents.several([...ids])).values()]
    .filter(({ state }) => state === 'current')
    .sort((a, b) => (a.keptAt < b.keptAt ? 1 : a.keptAt > b.keptAt ? -1 : 0))
    .slice(0, MOST);
  const views = new Map<DocumentId, DocumentView>();
  for (const { id } of kept) {
    views.set(id, await documentViewWithout(store, await documentView(store, id), hidden, gazetteer));
    // Each is read for some milliseconds; other requests come in between.
    await new Promise((next) => setImmediate(next));
  }
  return views;
}
