import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  addItem,
  compareKept,
  DocumentsNaming,
  type DocumentView,
  decideItem,
  documentView,
  documentViewWithout,
  incidentsAcross,
  keepDocument,
  receivedText,
  rereadDocument,
  standingMarkings,
  viewsWithout,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { NOW, parseMoment } from '../../kernel/index.ts';
import { type DocumentId, type Documents, documentError, type KeptDocument } from '../../store/index.ts';
import { documentsFor } from '../answers/joinable-documents.ts';
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

  const mayHave = (request: FastifyRequest) => documentsFor(request, store);
  /**
   * Documents that name somebody whom the caller may not know of, as they read without: what is made across documents is
   * made of these. `left` are those that there are too many of for one answer.
   */
  const lessened = async (request: FastifyRequest) => {
    const hidden = await request.hidden();
    const named = await naming.naming(hidden);
    if (named.size === 0) return { views: new Map<DocumentId, DocumentView>(), named };
    const may = await mayHave(request);
    const gazetteer = await request.edition.gazetteer(NOW, hidden);
    return { views: await viewsWithout(store, [...named].filter(may), hidden, gazetteer), named };
  };
  /** A document without what the caller may not know of; `null` where it names nothing of it. */
  const lessenedView = async (request: FastifyRequest, id: DocumentId): Promise<DocumentView | null> => {
    const hidden = await request.hidden();
    if (hidden.size === 0) return null;
    const whole = await documentView(store, id);
    const less = await documentViewWithout(
      store,
      whole,
      hidden,
      await request.edition.gazetteer(NOW, hidden),
    );
    return less === whole ? null : less;
  };
  const needs = async (request: FastifyRequest, ...ids: readonly DocumentId[]): Promise<void> => {
    const may = await mayHave(request);
    for (const id of ids) if (!may(id)) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
  };
  /** What a person decides on must read so with all of the record, and with what of it the caller may know of. */
  const needsItem = async (request: FastifyRequest, id: DocumentId, item: string): Promise<void> => {
    await needs(request, id);
    const less = await lessenedView(request, id);
    if (less === null) return;
    const valueIn = ({ items }: DocumentView) => JSON.stringify(items.find(({ key }) => key === item)?.value);
    const own = valueIn(less);
    if (own === undefined || own !== valueIn(await documentView(store, id)))
      throw documentError('ENT_REVIEW_ITEM', { document: id, item });
  };
  const needsDecision = async (request: FastifyRequest, id: DocumentId, decision: number): Promise<void> => {
    await needs(request, id);
    const less = await lessenedView(request, id);
    if (less !== null && !less.decisions.some((one) => one.id === decision))
      throw documentError('ENT_REVIEW_DECISION', { id: decision });
  };
  const needsKept = async (request: FastifyRequest, id: DocumentId): Promise<KeptDocument> => {
    await needs(request, id);
    const found = await documents.find(id);
    if (found === null) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
    return found;
  };
  /** Notes the markings of documents, and of the entities that an answer about them names. */
  const bears = async (request: FastifyRequest, ids: readonly DocumentId[], answer: unknown) => {
    const marked = await standingMarkings(store, 'document');
    for (const id of ids) request.marks(marked.get(id) ?? []);
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
      const deciding = { by: request.subject.name, why: body.why, now, fourEyes: true };
      if ('add' in body) {
        await needs(request, params.id);
        const { start, ...added } = body.add;
        return addItem(store, params.id, { ...added, ...present({ start }) }, deciding);
      }
      const { item, correction } = body;
      await needsItem(request, params.id, item);
      return decideItem(store, params.id, { item, verdict: 'correct', correction }, deciding);
    },
    FILTERED,
  );

  serve(
    app,
    API.decideItem,
    async ({ params, body, request }) => {
      const { item, verdict, correction, why } = body;
      await needsItem(request, params.id, item);
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
        const { id, decision } = params;
        await needsDecision(request, id, decision);
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
      const may = await mayHave(request);
      const { views: less, named } = await lessened(request);
      const marked = (await store.markings.standing('document')).keys();
      const hidden = [...new Set([...marked, ...named])].filter((id) => !may(id) || named.has(id));
      const filter = { ...present({ document }), ...(kind === undefined ? {} : { kinds: [kind] }) };
      const asked = { ...filter, except: hidden };
      const more = [...less.values()]
        .filter((view) => document === undefined || view.document.id === document)
        .flatMap((view) => waitingIn(view, kind));
      const whole = await documents.reviews.waiting(
        asked,
        more.length === 0 ? { limit, offset } : { limit: offset + limit, offset: 0 },
      );
      const total = whole.total + more.length;
      const ids = [...new Set([...whole.items, ...more].map((one) => one.document))];
      const kept = await documents.several(ids);
      const items =
        more.length === 0 ? whole.items : merged(whole.items, more, kept).slice(offset, offset + limit);
      const views = new Map<DocumentId, DocumentView>();
      for (const { document: id } of items)
        if (!views.has(id))
          views.set(id, less.get(id) ?? (await lessenedView(request, id)) ?? (await documentView(store, id)));
      const shown = items.map((one) => ({
        ...one,
        headline: kept.get(one.document)?.headline ?? null,
        day: kept.get(one.document)?.day ?? '',
        item: views.get(one.document)?.items.find(({ key }) => key === one.key) ?? null,
      }));
      await bears(request, [...views.keys()], shown);
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
      const { views: instead, named } = await lessened(request);
      const may = await mayHave(request);
      const all = await incidentsAcross(store, {
        ...present({ from, to, country: country?.toUpperCase(), actor: entity }),
        ...(type === undefined ? {} : { types: [type] }),
        instead,
        may: (id) => may(id) && (!named.has(id) || instead.has(id)),
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

type Waiting = Awaited<ReturnType<Documents['reviews']['waiting']>>['items'][number];

/** What waits for somebody in a view of a document, as the store tells it of whole ones: mentions are not decided on. */
function waitingIn({ document, items }: DocumentView, kind: string | undefined): readonly Waiting[] {
  return items.flatMap((item): readonly Waiting[] => {
    const { state, proposal } = item.review;
    const waits =
      proposal !== null || state === 'proposed'
        ? 'proposed'
        : state === 'open-again'
          ? 'lost'
          : state === 'machine-read'
            ? 'open'
            : null;
    if (waits === null || item.kind === 'mention' || (kind !== undefined && item.kind !== kind)) return [];
    return [{ document: document.id, key: item.key, kind: item.kind, waits }];
  });
}

/** Both in the order of their documents, the first kept first. */
function merged(
  some: readonly Waiting[],
  others: readonly Waiting[],
  kept: ReadonlyMap<DocumentId, KeptDocument>,
): readonly Waiting[] {
  const at = (one: Waiting) => kept.get(one.document)?.keptAt ?? '';
  return [...some, ...others].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
