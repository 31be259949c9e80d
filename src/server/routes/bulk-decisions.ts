import type { FastifyInstance } from 'fastify';
import { answerBulk, proposeBulk } from '../../app/index.ts';
import { API, type BulkJson } from '../../contract/index.ts';
import type { BulkDecision } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import type { Serving } from '../serving.ts';

/** One decision for many items, and the sample that a second person decides without knowing it. */
export function bulkRoutes(app: FastifyInstance, { record, now }: Serving): void {
  const { store } = record;

  serve(app, API.bulkDecisions, async ({ request }) => {
    const all = [...(await store.bulkDecisions.all())].reverse();
    const open = all.filter(({ ended }) => ended === null);
    const bulks = [...open, ...all.filter(({ ended }) => ended !== null)].slice(0, MOST_SHOWN);
    return { bulks: bulks.map((bulk) => toldTo(request.subject.name, bulk)) };
  });

  serve(app, API.proposeBulk, async ({ body, request }) => {
    const { name } = request.subject;
    return toldTo(name, await proposeBulk(store, body, { by: name, now }));
  });

  serve(app, API.answerBulk, async ({ params, body, request }) => {
    const { name } = request.subject;
    const after = await answerBulk(store, params.id, body, { by: name, now });
    // Judgements join and part entities, which answers are made from.
    if (after.ended?.outcome === 'applied') await record.refresh();
    return toldTo(name, after);
  });
}

/** So many are told of. */
const MOST_SHOWN = 50;

/** A bulk decision as one person may see it: blind while its sample is open, unless they proposed it. */
function toldTo(name: string, bulk: BulkDecision): BulkJson {
  const blind = bulk.ended === null && bulk.by !== name;
  return { ...bulk, verdict: blind ? null : bulk.verdict, why: blind ? null : bulk.why } as BulkJson;
}
