import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  approveJudgement,
  heldInBulk,
  judgePair,
  pairItem,
  type SameQuestion,
  sameQuestions,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { NOW } from '../../kernel/index.ts';
import { captionOf, type EntityView, storeError } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import type { Serving } from '../serving.ts';
import { runTask } from '../tasks/run-task.ts';

/** These leave out the pairs of which the caller may not know one side. */
const FILTERED = { config: { filtered: true } } as const;

/** Which entries of different lists are about the same thing: the questions that the rules leave, and who answers them. */
export function judgementRoutes(app: FastifyInstance, { record, now, settings }: Serving): void {
  const { store } = record;
  const { location } = store;

  /** The entities of some source keys, as far as the caller may know of them; else it is as if they were not held. */
  const viewsOf = async (request: FastifyRequest, keys: readonly string[]) => {
    const may = await request.mayRead();
    const found = new Map<string, EntityView>();
    for (const key of new Set(keys)) {
      const view = await store.entity(key, NOW);
      if (view !== null && may(view)) found.set(key, view);
    }
    return found;
  };
  const needs = async (request: FastifyRequest, ...keys: readonly string[]): Promise<void> => {
    const views = await viewsOf(request, keys);
    for (const key of keys) if (!views.has(key)) throw storeError('ENT_NOT_FOUND', { what: key });
  };
  const standing = async (request: FastifyRequest, id: number) => {
    const found = (await store.judgements()).find((one) => one.id === id);
    const unknown = () => storeError('ENT_NOT_FOUND', { what: `standing judgement ${id}` });
    if (found === undefined) throw unknown();
    // Not by the name of the side that is hidden.
    const views = await viewsOf(request, [found.left, found.right]);
    if (!views.has(found.left) || !views.has(found.right)) throw unknown();
    return found;
  };

  serve(
    app,
    API.sameQuestions,
    async ({ query, request }) => {
      const { limit, offset } = query;
      const held = await heldInBulk(store, 'same');
      const all = (await sameQuestions(store)).filter((question) => !held.has(pairItem(question)));
      const keysOf = (questions: readonly SameQuestion[]) =>
        questions.flatMap(({ left, right }) => [left, right]);
      // Views are costly: of all pairs only where something is marked and the total must not count what is hidden.
      const hiding = (await request.marked()).any;
      const page = (from: readonly SameQuestion[]) => from.slice(offset, offset + limit);
      const views = await viewsOf(request, keysOf(hiding ? all : page(all)));
      const seen = hiding ? all.filter(({ left, right }) => views.has(left) && views.has(right)) : all;
      const sideOf = (key: string) => {
        const view = views.get(key);
        return { key, entity: view?.entity ?? null, caption: view === undefined ? null : captionOf(view) };
      };
      return {
        total: seen.length,
        questions: page(seen).map(({ left, right, ...question }) => ({
          left: sideOf(left),
          right: sideOf(right),
          ...question,
        })),
      };
    },
    FILTERED,
  );

  serve(
    app,
    API.judgements,
    async ({ query, request }) => {
      const key = query.of;
      await needs(request, key);
      const about = (await store.judgements({ withdrawn: true })).filter(
        ({ left, right }) => left === key || right === key,
      );
      const views = await viewsOf(
        request,
        about.flatMap(({ left, right }) => [left, right]),
      );
      return { key, judgements: about.filter(({ left, right }) => views.has(left) && views.has(right)) };
    },
    FILTERED,
  );

  for (const [operation, alone] of [
    [API.judge, true],
    [API.proposeJudgement, false],
  ] as const) {
    serve(
      app,
      operation,
      async ({ body, request }) => {
        await needs(request, body.left, body.right);
        const judging = { by: request.subject.name, now, fourEyes: !alone || settings.fourEyes };
        const done = await judgePair(store, body, judging);
        await record.refresh();
        return done;
      },
      FILTERED,
    );
  }

  serve(
    app,
    API.approveJudgement,
    async ({ params, body, request }) => {
      await standing(request, params.id);
      const done = await approveJudgement(store, params.id, { by: request.subject.name, why: body.why, now });
      await record.refresh();
      return done;
    },
    FILTERED,
  );

  serve(
    app,
    API.withdrawJudgement,
    async ({ params, body, request }) => {
      await standing(request, params.id);
      const act = { by: request.subject.name, why: body.why, now: now().toISOString() };
      await store.withdrawJudgement(params.id, act);
      await record.refresh();
      const found = (await store.judgements({ withdrawn: true })).find(({ id }) => id === params.id);
      if (found === undefined) throw storeError('ENT_NOT_FOUND', { what: `judgement ${params.id}` });
      return found;
    },
    FILTERED,
  );

  serve(app, API.runSameRules, async () => {
    const done = await runTask(location, { kind: 'same' });
    await record.refresh();
    return done;
  });
}
