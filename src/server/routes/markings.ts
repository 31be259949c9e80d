import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  actOnMarking,
  appError,
  approveMarking,
  type MarkedObject,
  type MarkingOutcome,
  markedNow,
  markedObject,
  type NamedObject,
  namedAs,
} from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import { decide, formatMarking } from '../../policy/index.ts';
import { type MarkingProposal, type Release, storeError } from '../../store/index.ts';
import { serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

/** Each object is asked for by its own markings: what the caller may not know of is answered as if it were not there. */
const FILTERED = { config: { filtered: true } } as const;

/**
 * Who may have what, over the API: markings are set and taken off, objects released and called back, all by the policy's
 * word and, where that wants one, a second person's. Each takes effect with the next answer.
 */
export function markingRoutes(app: FastifyInstance, { record, now }: Serving): void {
  const { store } = record;
  const { proposals, releases } = store.markings;

  /** An object, if it is there and the caller may know of it; both are answered alike. Read anew: an act rests on it. */
  const knownTo = async (request: FastifyRequest, named: NamedObject): Promise<MarkedObject | null> => {
    const found = await markedObject(store, await markedNow(store), named);
    if (found === null) return null;
    const { subject, action, context } = request.viewer();
    // Not whether it may be done: a second person's word may be all that is wanting.
    return decide(subject, action, found, context).hidden ? null : found;
  };
  const needs = async (request: FastifyRequest, named: NamedObject): Promise<MarkedObject> => {
    const found = await knownTo(request, named);
    if (found === null) throw storeError('ENT_NOT_FOUND', { what: named.id });
    request.marks(found.markings);
    return found;
  };
  const acting = (request: FastifyRequest, why: string) => ({ viewer: request.viewer(), why, now: now() });
  const answered = (request: FastifyRequest, { proposal, release }: MarkingOutcome) => {
    request.remark();
    return {
      done: proposal === null || proposal.decided !== null,
      proposal: proposal === null ? null : proposalJson(proposal),
      release: release === null ? null : releaseJson(release),
    };
  };
  const waiting = async (request: FastifyRequest, id: string) => {
    const proposal = await proposals.find(id);
    const of = proposal === null ? null : await knownTo(request, namedAs(proposal.kind, proposal.object));
    if (proposal === null || of === null) throw storeError('ENT_NOT_FOUND', { what: id });
    request.marks(of.markings);
    if (proposal.decided !== null) throw appError('ENT_MARKING_STANDS', { what: 'it was decided already' });
    return { proposal, of };
  };

  serve(
    app,
    API.markings,
    async ({ query, request }) => {
      const { kind, object, markings } = await needs(request, present(query));
      return {
        object: namedAs(kind, object),
        markings: (await store.markings.history(kind, object)).map(
          ({ kind: _, object: __, ...entry }) => entry,
        ),
        bearing: markings.map(formatMarking),
        releases: (await releases.of(kind, object)).map(releaseJson),
      };
    },
    FILTERED,
  );

  serve(
    app,
    API.setMarking,
    async ({ body: { marking, why, ...named }, request }) => {
      const of = await needs(request, present(named));
      const act = { act: 'set', marking } as const;
      return answered(request, await actOnMarking(store, of, act, acting(request, why)));
    },
    FILTERED,
  );

  serve(
    app,
    API.removeMarking,
    async ({ params, body, request }) => {
      const standing = await store.markings.find(params.marking);
      const of = standing === null ? null : await knownTo(request, namedAs(standing.kind, standing.object));
      if (of === null) throw storeError('ENT_NOT_FOUND', { what: `marking ${params.marking}` });
      request.marks(of.markings);
      const act = { act: 'remove', target: params.marking } as const;
      return answered(request, await actOnMarking(store, of, act, acting(request, body.why)));
    },
    FILTERED,
  );

  serve(
    app,
    API.markingProposals,
    async ({ request }) => {
      const shown: MarkingProposal[] = [];
      for (const proposal of await proposals.waiting()) {
        const of = await knownTo(request, namedAs(proposal.kind, proposal.object));
        if (of === null) continue;
        request.marks(of.markings);
        shown.push(proposal);
      }
      return { proposals: shown.map(proposalJson) };
    },
    FILTERED,
  );

  serve(
    app,
    API.proposeMarking,
    async ({ body, request }) => {
      const of = await needs(request, present(body.object));
      return answered(request, await actOnMarking(store, of, body.proposed, acting(request, body.why), true));
    },
    FILTERED,
  );

  serve(
    app,
    API.approveMarking,
    async ({ params, body, request }) => {
      const { proposal, of } = await waiting(request, params.proposal);
      return answered(request, await approveMarking(store, of, proposal, acting(request, body.why)));
    },
    FILTERED,
  );

  serve(
    app,
    API.withdrawMarking,
    async ({ params, body, request }) => {
      const { proposal } = await waiting(request, params.proposal);
      const act = { by: request.subject.name, at: now().toISOString(), why: body.why };
      await proposals.decide(proposal.id, 'withdrawn', act);
      return proposalJson((await proposals.find(proposal.id)) ?? proposal);
    },
    FILTERED,
  );

  serve(
    app,
    API.release,
    async ({ body: { to, why, ...named }, request }) => {
      const of = await needs(request, present(named));
      const act = { act: 'release', to } as const;
      return answered(request, await actOnMarking(store, of, act, acting(request, why)));
    },
    FILTERED,
  );

  serve(
    app,
    API.recall,
    async ({ params, body, request }) => {
      const released = await releases.find(params.release);
      const of = released === null ? null : await knownTo(request, namedAs(released.kind, released.object));
      if (released === null || of === null) throw storeError('ENT_NOT_FOUND', { what: params.release });
      request.marks(of.markings);
      const act = { by: request.subject.name, at: now().toISOString(), why: body.why };
      if (!(await releases.recall(released.id, act)))
        throw appError('ENT_MARKING_STANDS', { what: 'it was called back already' });
      request.remark();
      return releaseJson((await releases.find(released.id)) ?? released);
    },
    FILTERED,
  );
}

function proposalJson({ kind, object, by, ...proposal }: MarkingProposal) {
  return { ...proposal, object: namedAs(kind, object), by: by.name };
}

function releaseJson({ kind, object, ...release }: Release) {
  return { ...release, object: namedAs(kind, object) };
}
