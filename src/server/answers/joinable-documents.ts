import type { FastifyRequest } from 'fastify';
import type { DocumentsNaming } from '../../app/index.ts';
import { PUBLISHED, readMarking, sees } from '../../policy/index.ts';
import type { DocumentId, Store } from '../../store/index.ts';
import '../auth/index.ts';

/**
 * Which kept documents may tell in an answer that is made from many: those that the asker may have, and that name nobody
 * of whom he may not know. One that nobody marked is as public as the page that it came from.
 */
export async function joinableDocuments(
  request: FastifyRequest,
  { markings }: Pick<Store, 'markings'>,
  naming: DocumentsNaming,
): Promise<(id: DocumentId) => boolean> {
  const [marked, hidden] = [await markings.standing('document'), await request.hidden()];
  if (marked.size === 0 && hidden.size === 0) return () => true;
  const may = sees({ subject: request.subject, action: 'document' });
  const others = await naming.naming(hidden);
  return (id) => {
    const own = marked.get(id);
    return !others.has(id) && may(own === undefined ? PUBLISHED : own.map(readMarking));
  };
}
