import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type ExceptionRow,
  exceptionJson,
  exceptionRow,
  exceptionRows,
  heldInBulk,
  lastDay,
  proposeException,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { formatSourceKey, NOW } from '../../kernel/index.ts';
import { decide } from '../../policy/index.ts';
import { exceptionError, storeError } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import { badInput } from '../problem.ts';
import type { Serving } from '../serving.ts';

/** These leave out what is about an entity that the caller may not know of. */
const FILTERED = { config: { filtered: true } } as const;
const SCOPE = { clocks: NOW, lists: null } as const;

/** Decided false matches: proposed by one person, approved by another, until a day. */
export function exceptionRoutes(app: FastifyInstance, { record, now, settings }: Serving): void {
  const { store } = record;
  const today = () => now().toISOString().slice(0, 10);

  const mayOf = async (request: FastifyRequest) => {
    const [may, marked] = [await request.mayRead(), await request.marked()];
    return ({ view }: ExceptionRow): boolean => (view === null ? !marked.any : may(view));
  };
  /** What is shown bears the markings of the entities that it is about. */
  const told = async (request: FastifyRequest, rows: readonly ExceptionRow[]) => {
    const marked = await request.marked();
    for (const { view } of rows)
      if (view !== null) request.marks(marked.entity(view.entity, view.records.map(formatSourceKey)));
    return rows.map(exceptionJson);
  };
  const shown = async (request: FastifyRequest, id: number): Promise<ExceptionRow> => {
    const row = await exceptionRow(store, id, today());
    if (!(await mayOf(request))(row)) throw exceptionError('ENT_EXCEPTION_UNKNOWN', { id });
    return row;
  };
  const one = async (request: FastifyRequest, row: ExceptionRow) => {
    const [json] = await told(request, [row]);
    if (json === undefined) throw exceptionError('ENT_EXCEPTION_UNKNOWN', { id: row.exception.id });
    return json;
  };

  serve(
    app,
    API.exceptions,
    async ({ query: { standing, entity, limit, offset }, request }) => {
      const id = entity === undefined ? null : await store.resolve(entity);
      if (entity !== undefined && id === null) throw storeError('ENT_NOT_FOUND', { what: entity });
      const may = await mayOf(request);
      const rows = (
        await exceptionRows(store, today(), (exception) => id === null || exception.entity === id)
      ).filter(may);
      const counts: Partial<Record<ExceptionRow['standing'], number>> = {};
      for (const row of rows) counts[row.standing] = (counts[row.standing] ?? 0) + 1;
      // What waits for a sample does not wait for a person by itself; asked for all, all are told.
      const held = standing === undefined ? new Set<string>() : await heldInBulk(store, 'exception');
      const wanted = rows.filter(
        ({ standing: own, exception }) =>
          standing === undefined || (standing.includes(own) && !held.has(String(exception.id))),
      );
      return {
        total: wanted.length,
        counts,
        until: {
          usual: lastDay(now(), Math.min(USUAL_DAYS, settings.exceptionDays)),
          last: lastDay(now(), settings.exceptionDays),
        },
        exceptions: await told(request, wanted.slice(offset, offset + limit)),
      };
    },
    FILTERED,
  );

  serve(
    app,
    API.exception,
    async ({ params, request }) => {
      return one(request, await shown(request, params.id));
    },
    FILTERED,
  );

  serve(
    app,
    API.proposeException,
    async ({ body: { query, watch, entity, reason, why, until }, request }) => {
      if ((query === undefined) === (watch === undefined)) throw badInput('body: give query or watch');
      await request.shown(await store.entity(entity, NOW), entity);
      const screener = await request.edition.screener(SCOPE);
      const subject = watch === undefined ? { query: present(query ?? { name: '' }) } : { watch };
      const given = { subject, entity, reason, why, until };
      const { id } = await proposeException(store, given, {
        by: request.subject.name,
        now,
        mostDays: settings.exceptionDays,
        screen: async (asked, options) =>
          (await screener.without(await request.hidden())).screen(asked, options),
      });
      return one(request, await exceptionRow(store, id, today()));
    },
    FILTERED,
  );

  for (const [operation, act] of [
    [API.approveException, 'approve'],
    [API.rejectException, 'reject'],
    [API.withdrawException, 'withdraw'],
  ] as const) {
    serve(
      app,
      operation,
      async ({ params: { id }, body: { why }, request }) => {
        const { exception } = await shown(request, id);
        const { name } = request.subject;
        const own = exception.proposed.by === name;
        if (act === 'withdraw' && !own && decide(request.subject, 'decide', null).verdict === 'deny')
          throw exceptionError('ENT_EXCEPTION_REFUSED', {
            why: 'what another person proposed is taken back by a reviewer',
          });
        await store.exceptions.act(id, act, { by: name, at: now().toISOString(), why });
        return one(request, await exceptionRow(store, id, today()));
      },
      FILTERED,
    );
  }
}

/** What a form offers: long enough to be worth it, short enough that somebody looks again. */
const USUAL_DAYS = 180;
