import type { FastifyRequest } from 'fastify';
import { type DocumentsNaming, standingMarkings } from '../../app/index.ts';
import { PUBLISHED, sees } from '../../policy/index.ts';
import type { DocumentId, Store } from '../../store/index.ts';
import '../auth/index.ts';

/**
 * Which kept documents the asker may have, for the purpose that the request states. One that nobody marked is as public
 * as the page that it came from.
 */
export async function documentsFor(
  request: FastifyRequest,
  store: Pick<Store, 'markings'>,
): Promise<(id: DocumentId) => boolean> {
  const marked = await standingMarkings(store, 'document');
  if (marked.size === 0) return () => true;
  const may = sees({ ...request.viewer(), action: 'document' });
  return (id) => may(marked.get(id) ?? PUBLISHED);
}

/**
 * Which kept documents may tell, as they were read, in an answer that is made from many: those that the asker may have,
 * and that name nobody of whom he may not know.
 */
export async function joinableDocuments(
  request: FastifyRequest,
  store: Pick<Store, 'markings'>,
  naming: DocumentsNaming,
): Promise<(id: DocumentId) => boolean> {
  const may = await documentsFor(request, store);
  const others = await naming.naming(await request.hidden());
  return (id) => may(id) && !others.has(id);
}
