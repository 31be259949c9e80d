import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  addItem,
  compareKept,
  DocumentsNaming,
  decideItem,
  documentView,
  documentViewWithout,
  incidentsAcross,
  keepDocument,
  receivedText,
  rereadDocument,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { NOW, parseMoment } from '../../kernel/index.ts';
import { PUBLISHED, readMarking, sees } from '../../policy/index.ts';
import { type DocumentId, documentError, type KeptDocument } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

const LONGEST_TEXT = 4 * 1024 * 1024;
/** Documents looked at together for whether there is a next page. */
const PEEK = 50;
/** All of them leave out what the caller may not have or may not know of. */
const FILTERED = { config: { filtered: true } } as const;

/**
 * Kept documents, their review and what they tell together. What a caller may not see is not counted, not joined and
 * not told of: it is answered as if it were not kept.
 */
export function documentRoutes(app: FastifyInstance, { record, now, settings }: Serving): void {
  const { store } = record;
  const { documents } = store;
  const naming = new DocumentsNaming(store);

  /** Whether the caller may have a document. One that nobody marked is as public as the page that it came from. */
  const mayHave = async (request: FastifyRequest): Promise<(id: DocumentId) => boolean> => {
    const marked = await store.markings.standing('document');
    if (marked.size === 0) return () => true;
    const may = sees({ ...request.viewer(), action: 'document' });
    return (id) => {
      const own = marked.get(id);
      return may(own === undefined ? PUBLISHED : own.map(readMarking));
    };
  };
  /**
   * The same for what is made of readings across documents: what is read from a document that names somebody whom the
   * caller may not know of is made by those who may.
   */
  const mayJoin = async (request: FastifyRequest): Promise<(id: DocumentId) => boolean> => {
    const may = await mayHave(request);
    const others = await naming.naming(await request.hidden());
    return (id) => may(id) && !others.has(id);
  };
  const needs = async (request: FastifyRequest, ...ids: readonly DocumentId[]): Promise<void> => {
    const may = await mayHave(request);
    for (const id of ids) if (!may(id)) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
  };
  /** For what a person says of a reading: it must be the whole of it that the caller may know of. */
  const needsWhole = async (request: FastifyRequest, id: DocumentId): Promise<void> => {
    if (!(await mayJoin(request))(id)) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
  };
  const needsKept = async (request: FastifyRequest, id: DocumentId): Promise<KeptDocument> => {
    await needs(request, id);
    const found = await documents.find(id);
    if (found === null) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
    return found;
  };
  /** Notes the markings of documents, and of the entities that an answer about them names. */
  const bears = async (request: FastifyRequest, ids: readonly DocumentId[], answer: unknown) => {
    const marked = await store.markings.standing('document');
    for (const id of ids) {
      const own = marked.get(id);
      if (own !== undefined) request.marks(own.map(readMarking));
    }
    if ((await request.marked()).any) await request.marksIn(JSON.stringify(answer));
  };
  const decidedAs = async (document: DocumentId, id: number) => {
    const found = (await documents.reviews.decisions([document])).find((one) => one.id === id);
    if (found === undefined) throw documentError('ENT_REVIEW_DECISION', { id });
    return found;
  };

  serve(
    app,
    API.documents,
    async ({ query, request }) => {
      const { cursor, limit, knownAt, ...filter } = query;
      const may = await mayHave(request);
      const shown: KeptDocument[] = [];
      let next = cursor ?? null;
      const asked = { ...present(filter), knownAt: knownAt === undefined ? null : parseMoment(knownAt) };
      do {
        const page = await documents.list(asked, { limit: limit - shown.length, cursor: next });
        shown.push(...page.documents.filter(({ id }) => may(id)));
        next = page.next;
      } while (next !== null && shown.length < limit);
      // There is a next page where one more is there that the caller may have.
      for (let after = next; after !== null; ) {
        const page = await documents.list(asked, { limit: PEEK, cursor: after });
        if (page.documents.some(({ id }) => may(id))) return { documents: shown, next };
        after = page.next;
      }
      return { documents: shown, next: null };
    },
    FILTERED,
  );

  serve(
    app,
    API.keepDocument,
    async ({ body, request }) => {
      const { text, url = null, guid = null, published, signal, about, ...said } = body;
      const received = {
        ...receivedText(text, { url, guid }),
        ...present(said),
        signal,
        about: about ?? null,
        dates:
          published === undefined ? [] : [{ kind: 'published' as const, value: published, where: 'request' }],
      };
      const { reading: _, ...kept } = await keepDocument(store, received, { by: request.subject.name, now });
      await needs(request, kept.id);
      return kept;
    },
    { bodyLimit: LONGEST_TEXT },
  );

  serve(
    app,
    API.document,
    async ({ params, query, request }) => {
      await needs(request, params.id);
      const { knownAt } = query;
      const whole = await documentView(store, params.id, knownAt === undefined ? null : parseMoment(knownAt));
      const hidden = await request.hidden();
      const view =
        hidden.size === 0
          ? whole
          : await documentViewWithout(store, whole, hidden, await request.edition.gazetteer(NOW, hidden));
      const may = await mayHave(request);
      const shown = { ...view, copies: view.copies.filter(({ document, of }) => may(document) && may(of)) };
      await bears(request, [params.id], shown);
      return shown;
    },
    FILTERED,
  );

  serve(
    app,
    API.rereadDocument,
    async ({ params, request }) => {
      await needs(request, params.id);
      const { changed } = await rereadDocument(store, params.id, now);
      return { changed };
    },
    FILTERED,
  );

  serve(
    app,
    API.documentCopies,
    async ({ params, request }) => {
      const own = await needsKept(request, params.id);
      const may = await mayHave(request);
      const printings = (await documents.copies.origin(own.copyOf)).filter(may);
      const links = (await documents.copies.of(params.id)).filter(
        ({ document, of }) => may(document) && may(of),
      );
      const ids = new Set([...printings, ...links.flatMap(({ document, of }) => [document, of])]);
      const kept = [...(await documents.several([...ids])).values()];
      return { origin: may(own.copyOf) ? own.copyOf : own.id, printings, links, documents: kept };
    },
    FILTERED,
  );

  serve(
    app,
    API.compareDocuments,
    async ({ params, request }) => {
      await needs(request, params.id, params.other);
      return compareKept(store, params.id, params.other);
    },
    FILTERED,
  );

  serve(
    app,
    API.proposeItem,
    async ({ params, body, request }) => {
      await needsWhole(request, params.id);
      const deciding = { by: request.subject.name, why: body.why, now, fourEyes: true };
      if ('add' in body) {
        const { start, ...added } = body.add;
        return addItem(store, params.id, { ...added, ...present({ start }) }, deciding);
      }
      const { item, correction } = body;
      return decideItem(store, params.id, { item, verdict: 'correct', correction }, deciding);
    },
    FILTERED,
  );

  serve(
    app,
    API.decideItem,
    async ({ params, body, request }) => {
      await needsWhole(request, params.id);
      const { item, verdict, correction, why } = body;
      const deciding = { by: request.subject.name, why, now, fourEyes: settings.fourEyes };
      return decideItem(store, params.id, { item, verdict, ...present({ correction }) }, deciding);
    },
    FILTERED,
  );

  for (const [operation, act] of [
    [API.approveDecision, 'approve'],
    [API.withdrawDecision, 'withdraw'],
  ] as const) {
    serve(
      app,
      operation,
      async ({ params, body, request }) => {
        await needsWhole(request, params.id);
        const { id, decision } = params;
        const by = { by: request.subject.name, why: body.why, at: now().toISOString() };
        await documents.reviews[act](id, decision, by);
        return decidedAs(id, decision);
      },
      FILTERED,
    );
  }

  serve(
    app,
    API.waitingItems,
    async ({ query, request }) => {
      const { document, kind, limit, offset } = query;
      if (document !== undefined) await needs(request, document);
      const may = await mayJoin(request);
      const named = await naming.naming(await request.hidden());
      const marked = (await store.markings.standing('document')).keys();
      const hidden = [...new Set([...marked, ...named])].filter((id) => !may(id));
      const { items, total } = await documents.reviews.waiting(
        { ...present({ document }), ...(kind === undefined ? {} : { kinds: [kind] }), except: hidden },
        { limit, offset },
      );
      const kept = await documents.several([...new Set(items.map((one) => one.document))]);
      const views = new Map<DocumentId, Awaited<ReturnType<typeof documentView>>>();
      for (const id of kept.keys()) views.set(id, await documentView(store, id));
      const shown = items.map((one) => ({
        ...one,
        headline: kept.get(one.document)?.headline ?? null,
        day: kept.get(one.document)?.day ?? '',
        item: views.get(one.document)?.items.find(({ key }) => key === one.key) ?? null,
      }));
      await bears(request, [...kept.keys()], shown);
      return { total, items: shown };
    },
    FILTERED,
  );

  serve(
    app,
    API.incidents,
    async ({ query, request }) => {
      const { from, to, type, country, actor, document, limit, offset } = query;
      if (document !== undefined) await needs(request, document);
      const entity = actor === undefined ? undefined : ((await store.resolve(actor)) ?? actor);
      const all = await incidentsAcross(store, {
        ...present({ from, to, country: country?.toUpperCase(), actor: entity }),
        ...(type === undefined ? {} : { types: [type] }),
        may: await mayJoin(request),
      });
      const found =
        document === undefined ? all : all.filter((one) => one.documents.some(({ id }) => id === document));
      // The total tells of all of them, and not of the page alone.
      await bears(request, [...new Set(found.flatMap((one) => one.documents.map(({ id }) => id)))], found);
      return { total: found.length, incidents: found.slice(offset, offset + limit) };
    },
    FILTERED,
  );
}
