import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { changesFeed } from '../../exchange/index.ts';
import { formatSourceKey, NOW, parseMoment } from '../../kernel/index.ts';
import type { RecordEvent } from '../../store/index.ts';
import { withoutHidden } from '../answers/changes-page.ts';
import { serve, servePaper } from '../operation-route.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';

/** A feed tells of so many events; who wants all asks `changes`. */
const NEWEST = 200;
/** Before every list. */
const EVER = '0001-01-01';
/** What changed of hidden entities is left out. */
const FILTERED = { config: { filtered: true } } as const;

/** What lists changed, as a feed, and what a snapshot in quarantine would change. */
export function changesRoutes(app: FastifyInstance, { now, record }: Serving): void {
  servePaper(
    app,
    API.changesFeed,
    async ({ query: { list, entity = null }, request }) => {
      if (entity !== null) await request.known(request.edition.store, entity, NOW);
      const { events } = await changesBetween(request.edition.store, {
        lists: list === undefined ? null : [list],
        entity,
        from: entity === null ? null : EVER,
        to: null,
        kinds: null,
      });
      const shown = await withoutHidden(request.edition, events, await request.hidden());
      await marked(request, shown);
      const about = entity ?? list ?? 'all';
      const title = list === undefined && entity === null ? 'Changes of every list' : `Changes: ${about}`;
      return {
        type: 'application/atom+xml',
        text: changesFeed(shown.slice(-NEWEST), { about, title, now: now().toISOString() }),
      };
    },
    FILTERED,
  );

  serve(
    app,
    API.heldChanges,
    async ({ params: { list, observed: given }, query: { limit }, request }) => {
      const observed = parseMoment(given);
      // It is accepted and taken back, which an edition, frozen as it is, cannot do.
      const { lists, events } = await runTask(record.store.location, { kind: 'held', list, observed });
      const shown = await withoutHidden(request.edition, events, await request.hidden());
      await marked(request, shown);
      const counts = new Map<(typeof shown)[number]['kind'], number>();
      for (const { kind } of shown) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return {
        list,
        observed,
        base: lists[0]?.base ?? null,
        total: shown.length,
        kinds: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
        events: shown.slice(0, limit),
      };
    },
    FILTERED,
  );
}

/** Notes the markings of what the events are about. */
function marked(request: FastifyRequest, events: readonly RecordEvent[]): Promise<void> {
  return request.marksIn(JSON.stringify(events.map((event) => formatSourceKey(event))));
}
