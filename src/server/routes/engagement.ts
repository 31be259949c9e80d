import type { FastifyInstance } from 'fastify';
import { agendaFor, compareDocuments, proposeFromText, recordProposal } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { dossierOf, seriesKnown } from '../../engagement/index.ts';
import { parseMoment } from '../../kernel/index.ts';
import { clocksOf } from '../clocks-of.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

const LONGEST_TEXT = 4 * 1024 * 1024;

/** Dialogues, what was promised in them and what became of it. */
export function engagementRoutes(app: FastifyInstance, { record, now }: Serving): void {
  serve(app, API.dialogues, async ({ query, request }) => {
    const { engagement } = request.edition.store;
    const clocks = clocksOf(query);
    const today = now().toISOString().slice(0, 10);
    const dialogues = [];
    for (const { id, title, parties } of await seriesKnown(engagement, clocks.knownAt)) {
      const dossier = await dossierOf(engagement, [id], clocks, today);
      dialogues.push({
        id,
        title,
        parties,
        rounds: dossier.meetings.length,
        lastRound: dossier.meetings.filter(({ date }) => date <= dossier.asOf).at(-1)?.date ?? null,
        promises: dossier.commitments.filter(({ promise }) => promise).length,
        open: dossier.commitments.filter(({ open }) => open).length,
        stale: dossier.commitments.filter(({ stale }) => stale).length,
      });
    }
    return { dialogues };
  });

  serve(app, API.dialogue, async ({ params, query, request }) => {
    const today = now().toISOString().slice(0, 10);
    return dossierOf(request.edition.store.engagement, [params.series], clocksOf(query), today);
  });

  serve(app, API.agenda, async ({ query, request }) =>
    agendaFor(request.edition.store, [query.a.toUpperCase(), query.b.toUpperCase()], clocksOf(query), now),
  );

  serve(
    app,
    API.compare,
    async ({ body, request }) =>
      compareDocuments(request.edition.store, present(body.before), present(body.after), clocksOf(body)),
    { bodyLimit: LONGEST_TEXT },
  );

  serve(
    app,
    API.proposeDialogue,
    async ({ body, request }) => {
      const { text, title, publisher, url, published, series, parties, standing } = body;
      const proposal = await proposeFromText(
        record.store,
        {
          text,
          source: { title, ...present({ publisher, url }) },
          ...present({
            published: published === undefined ? undefined : parseMoment(published),
            series,
            parties,
            standing,
          }),
        },
        { asOf: null, knownAt: null },
      );
      if (body.record) {
        await recordProposal(record.store, proposal, { at: now().toISOString(), by: request.subject.name });
        await record.refresh();
      }
      return { recorded: body.record, ...proposal };
    },
    { bodyLimit: LONGEST_TEXT },
  );
}
