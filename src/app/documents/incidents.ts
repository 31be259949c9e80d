import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type { DocumentId, KeptDocument, ReviewDecision, Store } from '../../store/index.ts';
import {
  incidentOf,
  itemsOf,
  type JoinedEvent,
  joinEvents,
  type Telling,
  tellingOf,
  type WireEvent,
} from '../../wire/index.ts';
import type { DocumentView } from './document-view.ts';
import type { ReviewState } from './review.ts';

/** Which events to join. What is left out is not asked. */
export interface IncidentQuestion {
  /** Days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly string[];
  readonly country?: string;
  /** An entity that somebody says did it, or denies it. */
  readonly actor?: string;
  /** Joined events of these documents alone. */
  readonly documents?: readonly DocumentId[];
  /** Whether documents may be used: what somebody may not see does not show in what is made of it. */
  readonly may?: (document: DocumentId) => boolean;
  /** Documents that are to tell what these views of them tell, and not what they were read to tell. */
  readonly instead?: ReadonlyMap<DocumentId, DocumentView>;
}

/** A document that tells of an incident. */
export interface IncidentDocument
  extends Pick<KeptDocument, 'id' | 'headline' | 'publisher' | 'agency' | 'day' | 'copyOf'> {
  readonly url: string | null;
  /** The item of its reading. */
  readonly item: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly review: ReviewState;
}

/** One event across documents. `machine-read` until a person confirmed at least one document's telling of it. */
export interface Incident extends Omit<JoinedEvent, 'tellings'> {
  readonly standing: 'machine-read' | 'confirmed';
  readonly documents: readonly IncidentDocument[];
}

/** What happened, as the current documents tell it. */
const HAPPENINGS: readonly string[] = ['attack', 'operation', 'arrest'];
const TOLD: ReadonlySet<string> = new Set(['happened', 'foiled']);
/** Documents of one answer. */
const MOST_TELLINGS = 50_000;

/**
 * The events that the current documents tell of, each once, with what they say alike and otherwise; the newest first,
 * undated ones last. An event that a person rejected is left out, one that a person corrected is as corrected.
 */
export async function incidentsAcross(
  store: Store,
  question: IncidentQuestion = {},
): Promise<readonly Incident[]> {
  const types = question.types ?? HAPPENINGS;
  const { instead = new Map<DocumentId, DocumentView>() } = question;
  const kept = (
    await store.documents.tellings({
      ...(question.from === undefined ? {} : { from: question.from }),
      ...(question.to === undefined ? {} : { to: question.to }),
      ...(question.documents === undefined ? {} : { documents: question.documents }),
    })
  )
    .filter(({ document }) => !instead.has(document))
    .map(({ document, key, type, body }) => ({ document, key, type, telling: body as unknown as Telling }));
  const rows = [...kept, ...[...instead].flatMap(([id, view]) => toldIn(id, view, question))]
    .filter(({ type, document }) => types.includes(type) && question.may?.(document) !== false)
    .slice(-MOST_TELLINGS);
  const ids = [...new Set(rows.map(({ document }) => document))];
  const documents = await store.documents.several(ids);
  const verdicts = verdictsOf([
    ...(await store.documents.reviews.decisions(ids.filter((id) => !instead.has(id)))),
    ...[...instead.values()].flatMap(({ decisions }) => decisions),
  ]);
  const told = rows.flatMap(({ document, key, telling: read }) => {
    const verdict = verdicts.get(`${document} ${key}`) ?? null;
    const telling = corrected(read, verdict?.correction ?? null);
    if (verdict?.verdict === 'reject' || !TOLD.has(telling.status)) return [];
    return [{ key: `${document}#${key}`, item: key, document, telling, state: stateOf(verdict) }];
  });
  const originOf = (document: DocumentId) => documents.get(document)?.copyOf ?? document;
  return joinEvents(told)
    .map((group): Incident => {
      const { tellings: _, ...joined } = incidentOf(group, originOf);
      return {
        ...joined,
        standing: group.some(({ state }) => state !== 'machine-read') ? 'confirmed' : 'machine-read',
        documents: group.flatMap(({ document, item, telling, state }) => {
          const kept = documents.get(document);
          if (kept === undefined) return [];
          const { id, headline, publisher, agency, day, copyOf } = kept;
          const { quote, start, end } = telling.at;
          const url = kept.origin.url;
          return [
            { id, headline, publisher, agency, day, copyOf, url, item, quote, start, end, review: state },
          ];
        }),
      };
    })
    .filter((one) => asked(one, question))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.id < b.id ? -1 : 1));
}

/** What a view of a document tells of the days asked about; what has no days is told of any. */
function toldIn(
  document: DocumentId,
  { reading }: DocumentView,
  { from, to, documents }: IncidentQuestion,
): readonly { document: DocumentId; key: string; type: string; telling: Telling }[] {
  if (reading === null || documents?.includes(document) === false) return [];
  return itemsOf(reading).flatMap(({ key, kind, value }) => {
    const telling = kind === 'event' ? tellingOf(reading, value as WireEvent) : null;
    if (telling === null) return [];
    if (from !== undefined && telling.to !== null && telling.to < from) return [];
    if (to !== undefined && telling.from !== null && telling.from > to) return [];
    return [{ document, key, type: telling.type, telling }];
  });
}

function asked({ country, attributions }: Incident, question: IncidentQuestion): boolean {
  if (question.country !== undefined && country !== question.country) return false;
  return question.actor === undefined || attributions.some(({ actor }) => actor?.entity === question.actor);
}

/** The newest decision that holds, by document and item. */
function verdictsOf(decisions: readonly ReviewDecision[]): ReadonlyMap<string, ReviewDecision> {
  const found = new Map<string, ReviewDecision>();
  for (const decision of decisions) {
    if (decision.withdrawn !== null || (decision.needsSecond && decision.approved === null)) continue;
    found.set(`${decision.document} ${decision.item}`, decision);
  }
  return found;
}

function stateOf(decision: ReviewDecision | null): ReviewState {
  if (decision === null) return 'machine-read';
  return decision.verdict === 'correct'
    ? 'corrected'
    : decision.verdict === 'reject'
      ? 'rejected'
      : 'confirmed';
}

/** A telling with a person's corrections of its event's fields. */
function corrected(telling: Telling, correction: Readonly<Record<string, unknown>> | null): Telling {
  if (correction === null) return telling;
  const { type, subtype, status, when, where } = correction as {
    readonly type?: Telling['type'];
    readonly subtype?: string | null;
    readonly status?: Telling['status'];
    readonly when?: { readonly value?: string | null } | null;
    readonly where?: { readonly text?: string | null; readonly country?: string | null } | null;
  };
  return {
    ...telling,
    ...(type === undefined ? {} : { type }),
    ...(subtype === undefined ? {} : { subtype }),
    ...(status === undefined ? {} : { status }),
    ...(when === undefined ? {} : datesOf(when?.value ?? null)),
    ...(where === undefined
      ? {}
      : {
          place: where?.text ?? null,
          country: where?.country ?? null,
          placePrecision: where?.text == null ? ('country' as const) : ('city' as const),
        }),
  };
}

function datesOf(value: string | null): Pick<Telling, 'date' | 'precision' | 'from' | 'to'> {
  const parsed = value === null ? null : tryParseDate(value);
  if (parsed === null) return { date: null, precision: null, from: null, to: null };
  const { from, to } = dateBounds(parsed);
  const last = to === null ? null : new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  return { date: value, precision: parsed.precision, from: from?.slice(0, 10) ?? null, to: last };
}
