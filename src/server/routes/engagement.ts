import type { FastifyInstance } from 'fastify';
import {
  agendaFor,
  compareDocuments,
  DocumentsNaming,
  keptIncidents,
  proposeFromText,
  recordProposal,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import {
  agendaBrief,
  agendaCsv,
  calendarOf,
  commitmentsCsv,
  comparisonBrief,
  comparisonCsv,
  type Dossier,
  digestBrief,
  dossierBrief,
  dossierOf,
  engagementError,
  entryOfKind,
  happenedBy,
  htmlOf,
  markdownOf,
  officeHistory,
  planTotals,
  remindersOf,
  rollUp,
  seriesBetween,
  seriesKnown,
} from '../../engagement/index.ts';
import { type Clocks, parseMoment } from '../../kernel/index.ts';
import { joinableDocuments } from '../answers/joinable-documents.ts';
import { clocksOf } from '../clocks-of.ts';
import { type Given, serve, servePaper } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

const LONGEST_TEXT = 4 * 1024 * 1024;
const CSV = 'text/csv';
const CALENDAR = 'text/calendar';
const HTML = 'text/html';
const MARKDOWN = 'text/markdown';

/** Dialogues, what was promised in them and what became of it: as answers, and as papers to take into a meeting. */
export function engagementRoutes(app: FastifyInstance, { record, now }: Serving): void {
  const naming = new DocumentsNaming(record.store);
  const today = () => now().toISOString().slice(0, 10);
  // Read as they stand: an edition of the record is renewed when lists change, not with each act of a person.
  const { engagement } = record.store;
  const dossier = async (series: readonly string[] | null, clocks: Clocks): Promise<Dossier> => {
    const wanted = series ?? (await seriesKnown(engagement, clocks.knownAt)).map(({ id }) => id);
    return dossierOf(engagement, wanted, clocks, today());
  };

  serve(app, API.dialogues, async ({ query }) => {
    const clocks = clocksOf(query);
    const dialogues = [];
    for (const { id, title, parties } of await seriesKnown(engagement, clocks.knownAt)) {
      const held = await dossierOf(engagement, [id], clocks, today());
      dialogues.push({
        id,
        title,
        parties,
        rounds: held.meetings.length,
        lastRound: held.meetings.filter(({ date }) => date <= held.asOf).at(-1)?.date ?? null,
        promises: held.commitments.filter(({ promise }) => promise).length,
        open: held.commitments.filter(({ open }) => open).length,
        stale: held.commitments.filter(({ stale }) => stale).length,
      });
    }
    return { dialogues };
  });

  serve(app, API.dialogue, async ({ params, query }) => {
    const held = await dossier([params.series], clocksOf(query));
    return {
      ...held,
      rollUp: rollUp(held.commitments),
      plans: planTotals(held.commitments),
      offices: officeHistory(held),
    };
  });

  servePaper(app, API.exportDialogue, async ({ params, query }) => {
    const held = await dossier([params.series], clocksOf(query));
    return {
      csv: () => ({ type: CSV, name: 'promises.csv', text: commitmentsCsv(held) }),
      ics: () => ({ type: CALENDAR, name: 'promises.ics', text: calendar(held) }),
      html: () => ({ type: HTML, text: htmlOf(dossierBrief(held)) }),
      markdown: () => ({ type: MARKDOWN, name: 'dialogue.md', text: markdownOf(dossierBrief(held)) }),
    }[query.format]();
  });
  const calendar = (held: Dossier) => calendarOf(remindersOf(held), 'Entente', now());

  serve(app, API.commitments, async ({ query }) => {
    const { series = null, open, proposed, limit, offset } = query;
    const held = await dossier(series, clocksOf(query));
    const found = held.commitments.filter(
      (view) => (!open || view.open) && (!proposed || view.commitment.standing === 'proposed'),
    );
    const { asOf, knownAt } = held;
    return { asOf, knownAt, total: found.length, commitments: found.slice(offset, offset + limit) };
  });

  serve(app, API.commitment, async ({ params, query }) => {
    const { series } = await entryOfKind(engagement, 'commitment', params.commitment);
    const held = await dossier(series === null ? [] : [series], clocksOf(query));
    const view = held.commitments.find(({ commitment }) => commitment.id === params.commitment);
    if (view === undefined)
      throw engagementError('ENT_ENGAGEMENT_UNKNOWN', {
        kind: 'commitment',
        id: params.commitment,
        by: held.asOf,
      });
    const pieces = (await engagement.evidence([params.commitment], held.knownAt)).filter(({ date }) =>
      happenedBy(date, held.asOf),
    );
    return { asOf: held.asOf, knownAt: held.knownAt, ...view, pieces };
  });

  serve(app, API.evidence, async ({ query }) => {
    const { commitment, series, standing, limit, offset } = query;
    const { knownAt, asOf } = clocksOf(query);
    const day = (asOf ?? today()).slice(0, 10);
    const commitments =
      commitment === undefined
        ? (await engagement.entries(['commitment'], series === undefined ? null : [series], knownAt)).map(
            ({ id }) => id,
          )
        : [(await entryOfKind(engagement, 'commitment', commitment)).id];
    const found = (await engagement.evidence(commitments, knownAt)).filter(
      (piece) => happenedBy(piece.date, day) && (standing === undefined || piece.standing === standing),
    );
    return { asOf: day, knownAt, total: found.length, evidence: found.slice(offset, offset + limit) };
  });

  serve(app, API.guidelines, async ({ query }) => {
    const knownAt = query.knownAt === undefined ? null : parseMoment(query.knownAt);
    const newest = await engagement.entries(
      ['guideline'],
      query.series === undefined ? null : [query.series],
      knownAt,
    );
    const versions = await Promise.all(newest.map(({ id }) => engagement.revisions(id, knownAt)));
    return { guidelines: versions.flat().filter((entry) => entry.kind === 'guideline') };
  });

  serve(app, API.reminders, async ({ query }) => {
    const held = await dossier(query.series ?? null, clocksOf(query));
    return { asOf: held.asOf, knownAt: held.knownAt, reminders: remindersOf(held) };
  });
  servePaper(app, API.remindersFeed, async ({ query }) => {
    const held = await dossier(query.series ?? null, clocksOf(query));
    return { type: CALENDAR, text: calendar(held) };
  });
  servePaper(app, API.remindersDigest, async ({ query }) => {
    const held = await dossier(query.series ?? null, clocksOf(query));
    return paperOf(digestBrief(held, query.days), query.format, 'digest.md');
  });

  const agenda = async ({ query, request }: Pick<Given<typeof API.agenda>, 'query' | 'request'>) => {
    const parties = [query.a.toUpperCase(), query.b.toUpperCase()] as const;
    const may = await joinableDocuments(request, record.store, naming);
    const told = keptIncidents(record.store, parties, may);
    return agendaFor(request.edition.store, parties, clocksOf(query), now, told, engagement);
  };
  serve(app, API.agenda, agenda);
  servePaper(app, API.agendaBrief, async ({ query, request }) => {
    const { format, ...asked } = query;
    if (format === 'ics') {
      const clocks = clocksOf(query);
      const parties = [query.a.toUpperCase(), query.b.toUpperCase()] as const;
      const between = seriesBetween(await seriesKnown(engagement, clocks.knownAt), ...parties);
      const held = await dossier(
        between.map(({ id }) => id),
        clocks,
      );
      return { type: CALENDAR, name: 'agenda.ics', text: calendar(held) };
    }
    const made = await agenda({ query: asked, request });
    if (format === 'csv') return { type: CSV, name: 'agenda.csv', text: agendaCsv(made) };
    return paperOf(agendaBrief(made), format, 'agenda.md');
  });

  const comparison = ({ body, request }: Pick<Given<typeof API.compare>, 'body' | 'request'>) =>
    compareDocuments(
      request.edition.store,
      present(body.before),
      present(body.after),
      clocksOf(body),
      engagement,
    );
  serve(app, API.compare, comparison, { bodyLimit: LONGEST_TEXT });
  servePaper(
    app,
    API.compareBrief,
    async ({ query, body, request }) => {
      const made = await comparison({ body, request });
      if (query.format === 'csv') return { type: CSV, name: 'comparison.csv', text: comparisonCsv(made) };
      return paperOf(comparisonBrief(made), query.format, 'comparison.md');
    },
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

function paperOf(brief: Parameters<typeof htmlOf>[0], format: 'html' | 'markdown', name: string) {
  return format === 'html'
    ? { type: HTML, text: htmlOf(brief) }
    : { type: MARKDOWN, name, text: markdownOf(brief) };
}
