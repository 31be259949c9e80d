import type { FastifyRequest } from 'fastify';
import { answerMarkings, screenFor } from '../../app/index.ts';
import type { ScreenAnswer, ScreenOptions, ScreenQuery, ScreenScope } from '../../screening/index.ts';
import '../hooks/edition.ts';
import '../hooks/exceptions.ts';
import './audit.ts';

/**
 * Screens one name for a request: from its edition, as its subject may see it, entered so that it can be replayed.
 * Every route that screens goes through here.
 */
export async function screened(
  request: FastifyRequest,
  scope: ScreenScope,
  query: ScreenQuery,
  options: ScreenOptions,
): Promise<ScreenAnswer> {
  const { edition } = request;
  const viewer = request.viewer();
  const screener = await edition.screener(scope);
  const question = { query, options, scope };
  const { answer, entry } = await screenFor(viewer, await request.marked(), screener, question, (found) =>
    request.excepting(found),
  );
  request.audited({ ...entry, basis: edition.basis });
  request.marks(answerMarkings(await request.marked(), answer));
  return answer;
}
