import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  entityJson,
  listRows,
  listsWithout,
  matrixOf,
  readDocument,
  relationsAround,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { formatSourceKey, parseMoment, RECORD_LIST_ID } from '../../kernel/index.ts';
import { screenJson } from '../../screening/index.ts';
import { type EntityView, eventsOf, storeError } from '../../store/index.ts';
import { changesPage } from '../answers/changes-page.ts';
import { screened } from '../audit/index.ts';
import { clocksOf } from '../clocks-of.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

/** The longest text that is read in the thread that answers; a longer one goes to a job. */
const LONGEST_READ = 4 * 1024 * 1024;

/** The questions that the record answers, each from one edition. */
export function questionRoutes(app: FastifyInstance, { now }: Serving): void {
  serve(app, API.screenLink, async ({ query, request }) => {
    const { name, list, threshold, limit, weak } = query;
    const scope = { clocks: clocksOf(query), lists: list ?? null };
    const asked = {
      name,
      ...(query.schema === undefined ? {} : { schema: query.schema }),
      ...(query.birthDate === undefined ? {} : { birthDate: query.birthDate }),
      ...(query.country === undefined ? {} : { country: query.country }),
      ...(query.gender === undefined ? {} : { gender: query.gender }),
    };
    return screenJson(await screened(request, scope, asked, { threshold, limit, weak }));
  });

  serve(app, API.screen, async ({ body, request }) => {
    const { lists, asOf, knownAt, threshold, limit, weak, ...asked } = body;
    const scope = { clocks: clocksOf({ asOf, knownAt }), lists: lists ?? null };
    return screenJson(await screened(request, scope, present(asked), { threshold, limit, weak }));
  });

  serve(app, API.screenMany, async ({ body, request }) => {
    const { queries, lists, asOf, knownAt, threshold, limit, weak } = body;
    const scope = { clocks: clocksOf({ asOf, knownAt }), lists: lists ?? null };
    const whole = await request.edition.screener(scope);
    // Counted without what the caller may not know of.
    const { searched } = await whole.without(await request.hidden());
    const answers = [];
    for (const { id, ...asked } of queries) {
      const { searched: _, ...answer } = screenJson(
        await screened(request, scope, present(asked), { threshold, limit, weak }),
      );
      answers.push({ id: id ?? null, answer });
    }
    return { answers, searched };
  });

  serve(app, API.entity, async ({ params, query, request }) => {
    const clocks = clocksOf(query);
    const view = await request.known(request.edition.store, params.id, clocks);
    return entityJson(view, request.edition.sources, clocks);
  });

  serve(app, API.history, async ({ params, query, request }) => {
    const clocks = clocksOf(query);
    const view = await request.known(request.edition.store, params.id, clocks);
    const events = view.records.filter((record) => record.list !== RECORD_LIST_ID).flatMap(eventsOf);
    return { entity: view.entity, knownAt: clocks.knownAt, events, listings: view.listings };
  });

  serve(
    app,
    API.relations,
    async ({ params, query: { steps, ...asked }, request }) => {
      const { store, sources } = request.edition;
      const clocks = clocksOf(asked);
      const view = await request.known(store, params.id, clocks);
      const marked = await request.marked();
      const mayRead = await request.mayRead();
      const may = (other: EntityView) => {
        if (!mayRead(other)) return false;
        request.marks(marked.entity(other.entity, other.records.map(formatSourceKey)));
        return true;
      };
      return relationsAround(store, view, { clocks, steps, may, sources });
    },
    { config: { filtered: true } },
  );

  serve(
    app,
    API.changes,
    async ({ query, request }) => {
      const answer = await changesPage(request.edition, query, await request.hidden());
      await request.marksIn(JSON.stringify(answer.events.map((event) => formatSourceKey(event))));
      return answer;
    },
    { config: { filtered: true } },
  );

  serve(app, API.matrix, async ({ query, request }) => {
    const answer = await matrixOf(request.edition, {
      ids: query.id ?? null,
      lists: query.list ?? null,
      authorities: query.authority ?? null,
      clocks: clocksOf(query),
      may: await request.mayRead(),
    });
    await request.marksIn(JSON.stringify(answer.rows));
    return answer;
  });

  /** The lists as the caller may know them: what is hidden from him is not counted. */
  const rowsFor = async (request: FastifyRequest) => {
    const { lists, store } = request.edition;
    const runs = await store.markings.runsOf([...(await request.hidden())]);
    return listRows(runs.length === 0 ? lists : listsWithout(lists, runs), now(), await store.files.latest());
  };

  serve(app, API.lists, async ({ request }) => ({ lists: await rowsFor(request) }));

  serve(app, API.list, async ({ params, request }) => {
    const row = (await rowsFor(request)).find(({ id }) => id === params.list);
    if (row === undefined) throw storeError('ENT_LIST_NOT_LOADED', { list: params.list });
    return row;
  });

  serve(
    app,
    API.readDocument,
    async ({ body, request }) => {
      const clocks = clocksOf({ knownAt: body.knownAt });
      const { edition } = request;
      const answer = await readDocument(edition.store, body.text, {
        clocks,
        gazetteer: await edition.gazetteer(clocks, await request.hidden()),
        ...(body.published === undefined ? {} : { published: parseMoment(body.published) }),
      });
      if ((await request.marked()).any) await request.marksIn(JSON.stringify(answer));
      return answer;
    },
    { bodyLimit: LONGEST_READ, config: { filtered: true } },
  );
}
