import { z } from 'zod';
import { operation } from './operation.ts';
import { reading, span } from './reading.ts';
import { edtf, idOrKey, knownAt, moment, pageQuery, timePoint } from './scalars.ts';

/** A kept document's id. */
export const documentId = z
  .string()
  .max(40)
  .regex(/^doc-[0-9a-z]+$/)
  .meta({ description: 'A document id (doc-…).' });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const date = z
  .string()
  .max(10)
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A day, YYYY-MM-DD.' });

/** What has become of a document. */
export const documentState = z.enum(['current', 'replaced', 'withdrawn']);
const signal = z.enum(['new', 'update', 'correction', 'kill']);

/** A kept document, without its words. */
export const keptDocument = z.object({
  id: documentId,
  sha256: z.string().meta({ description: 'Of the text in UTF-8.' }),
  file: z.string().nullable().meta({ description: 'SHA-256 of the bytes that it came as.' }),
  format: z.string(),
  extent: z.enum(['whole', 'summary', 'headline']),
  origin: z.object({ url: z.string().nullable(), feed: z.string().nullable(), guid: z.string().nullable() }),
  headline: z.string().nullable(),
  publisher: z.string().nullable(),
  agency: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string().nullable(),
  day: day.meta({ description: 'On which it says it was published; else on which it was first known.' }),
  dates: z
    .array(
      z.object({
        kind: z.enum(['published', 'updated', 'created', 'received']),
        value: z.string(),
        where: z.string(),
      }),
    )
    .readonly()
    .meta({ description: 'Every date it gives of itself, with where it stood.' }),
  signal,
  version: z.string().nullable(),
  notes: z.array(z.string()).readonly(),
  firstKnown: timePoint,
  keptAt: timePoint,
  keptBy: z.string(),
  state: documentState,
  successor: documentId.nullable().meta({ description: 'What replaced or withdrew it.' }),
  copyOf: documentId.meta({ description: 'Printings of one story share it: the one known first.' }),
});

/** Whether a person looked, and what he made of it. */
export const review = z.object({
  state: z.enum(['machine-read', 'proposed', 'confirmed', 'corrected', 'rejected', 'open-again']),
  by: z.string().nullable(),
  at: timePoint.nullable(),
  why: z.string().nullable(),
  approvedBy: z.string().nullable(),
  decision: z.number().int().nullable(),
  proposal: z.number().int().nullable().meta({ description: 'A decision that waits for another person.' }),
});

const itemKind = z.enum([
  'mention',
  'event',
  'casualty',
  'attribution',
  'allegation',
  'commitment',
  'position',
  'wording',
  'check',
]);
const fields = z.record(z.string(), z.unknown());

/** An item of a reading with what persons made of it. */
export const reviewedItem = z.object({
  key: z.string().meta({ description: 'Stable: the same in every reading that reads these words so.' }),
  kind: itemKind,
  span,
  value: fields.meta({ description: 'As it was read; see the reading for the fields of its kind.' }),
  from: z.enum(['rules', 'model', 'person']),
  read: z.boolean().meta({ description: 'Whether the newest reading has it.' }),
  correction: fields.nullable().meta({ description: 'The fields that a person says are otherwise.' }),
  review,
});

const act = z.object({ by: z.string(), at: timePoint, why: z.string() }).nullable();

/** A decision on an item. */
export const reviewDecision = z.object({
  id: z.number().int(),
  document: documentId,
  item: z.string(),
  kind: z.string(),
  verdict: z.enum(['accept', 'correct', 'reject', 'add']),
  as: fields,
  correction: fields.nullable(),
  rules: z.string(),
  by: z.string(),
  at: timePoint,
  why: z.string(),
  needsSecond: z.boolean(),
  approved: act,
  withdrawn: act,
});

const copyKind = z.enum(['exact', 'near', 'shared-text']);
const shares = z.tuple([z.number(), z.number()]).readonly();
const copyLink = z.object({
  document: documentId,
  of: documentId,
  kind: copyKind,
  shares: shares.meta({ description: 'How much of the first is in the second, and the other way.' }),
  rules: z.string(),
  at: timePoint,
});
const passages = z
  .array(z.object({ here: span, there: span, words: z.number().int(), quoted: z.boolean() }))
  .readonly();

const documentAnswer = z.object({
  document: keptDocument,
  text: z.string(),
  steps: z
    .array(
      z.object({
        state: documentState,
        successor: documentId.nullable(),
        at: timePoint,
        by: z.string(),
        why: z.string(),
      }),
    )
    .readonly(),
  readings: z
    .array(
      z.object({
        id: z.number().int(),
        document: documentId,
        rules: z.string(),
        record: z.string(),
        at: timePoint,
      }),
    )
    .readonly(),
  reading: reading.nullable(),
  items: z.array(reviewedItem).readonly(),
  decisions: z.array(reviewDecision).readonly(),
  copies: z.array(copyLink).readonly(),
});

const keepRequest = z.strictObject({
  text: z.string().min(1).max(4_000_000),
  url: z.string().max(2000).optional(),
  guid: z.string().max(1000).optional().meta({ description: "The publisher's own id of it." }),
  headline: z.string().max(2000).optional(),
  publisher: z.string().max(300).optional(),
  agency: z.string().max(300).optional(),
  language: z.string().max(40).optional(),
  published: moment.optional(),
  signal: signal.default('new'),
  about: z.string().max(2000).optional().meta({
    description: 'The id, page or publisher’s id of the document that it updates, corrects or kills.',
  }),
});

const keptAnswer = z.object({
  id: documentId,
  outcome: z.enum(['new', 'known', 'replaces', 'withdraws']),
  earlier: documentId.nullable(),
  copies: z.array(z.object({ of: documentId, kind: copyKind, shares, passages })).readonly(),
});

const listQuery = pageQuery.extend({
  state: documentState.optional(),
  signal: signal.optional(),
  publisher: z.string().max(300).optional(),
  feed: z.string().max(100).optional(),
  language: z.string().max(40).optional(),
  headline: z.string().max(300).optional(),
  from: date.optional(),
  to: date.optional(),
  copyOf: documentId.optional(),
  knownAt: moment.optional(),
});

const toll = z.object({ low: z.number().int(), high: z.number().int().nullable() });
const texts = z.array(z.string()).readonly();
const documentIds = z.array(documentId).readonly();
const actor = z.object({ text: z.string(), entity: z.string().nullable() });

/** One event as the current documents tell it: who says what, and what they say otherwise. */
export const incident = z.object({
  id: z.string(),
  type: z.string(),
  subtype: z.string().nullable(),
  status: z.string(),
  date: edtf.nullable(),
  precision: z.string().nullable(),
  place: z.string().nullable(),
  country: z.string().nullable(),
  placePrecision: z.enum(['country', 'division', 'city']).nullable(),
  killed: toll.nullable(),
  injured: toll.nullable(),
  figures: z
    .array(
      z.object({
        kind: z.enum(['killed', 'injured']),
        category: z.string(),
        low: z.number().int(),
        high: z.number().int().nullable(),
        part: z.boolean(),
        sources: z.array(z.string().nullable()).readonly(),
        documents: documentIds,
        at: span,
      }),
    )
    .readonly(),
  attributions: z
    .array(
      z.object({
        kind: z.string(),
        actor: actor.nullable(),
        speakers: texts,
        reporters: texts,
        hedges: texts,
        documents: documentIds,
        at: span,
      }),
    )
    .readonly(),
  things: texts,
  differences: z
    .array(
      z.object({
        about: z.enum(['date', 'place', 'killed', 'injured', 'attribution', 'status']),
        of: z.string().nullable(),
        versions: z
          .array(z.object({ says: z.string(), documents: documentIds, origins: z.number().int() }))
          .readonly(),
      }),
    )
    .readonly(),
  origins: z.number().int().meta({ description: 'Stories; printings of one count once.' }),
  standing: z.enum(['machine-read', 'confirmed']),
  documents: z
    .array(
      z.object({
        id: documentId,
        headline: z.string().nullable(),
        publisher: z.string().nullable(),
        agency: z.string().nullable(),
        day,
        copyOf: documentId,
        url: z.string().nullable(),
        item: z.string(),
        quote: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        review: review.shape.state,
      }),
    )
    .readonly(),
});

const note = z.strictObject({ why: z.string().min(1).max(2000) });
const params = z.object({ id: documentId });
const decisionParams = z.object({ id: documentId, decision: z.coerce.number().int().min(1) });
const correction = fields.meta({ description: 'The corrected fields, as the item has them.' });

/** What the API does with kept documents. */
export const DOCUMENT_OPERATIONS = {
  documents: operation({
    id: 'documents',
    method: 'GET',
    path: '/api/v1/documents',
    action: 'document',
    tag: 'documents',
    summary: 'The kept documents, the last kept first',
    query: listQuery,
    answer: z.object({ documents: z.array(keptDocument).readonly(), next: z.string().nullable() }),
  }),
  keepDocument: operation({
    id: 'keepDocument',
    method: 'POST',
    path: '/api/v1/documents/keep',
    action: 'propose',
    tag: 'documents',
    summary: 'Keep a report, read it, and look for copies; a newer version replaces the one before',
    body: keepRequest,
    answer: keptAnswer,
    status: 201,
  }),
  document: operation({
    id: 'document',
    method: 'GET',
    path: '/api/v1/documents/:id',
    action: 'document',
    tag: 'documents',
    summary: 'A kept document with its newest reading and what persons made of each item',
    params,
    query: knownAt,
    answer: documentAnswer,
  }),
  rereadDocument: operation({
    id: 'rereadDocument',
    method: 'POST',
    path: '/api/v1/documents/:id/reread',
    action: 'propose',
    tag: 'documents',
    summary: 'Read a kept document again by the rules of this version; decisions stay',
    params,
    answer: z.object({ changed: z.boolean() }),
  }),
  documentCopies: operation({
    id: 'documentCopies',
    method: 'GET',
    path: '/api/v1/documents/:id/copies',
    action: 'document',
    tag: 'documents',
    summary: 'The printings of its story, and the documents that quote the same words',
    params,
    answer: z.object({
      origin: documentId,
      printings: documentIds,
      links: z.array(copyLink).readonly(),
      documents: z.array(keptDocument).readonly(),
    }),
  }),
  compareDocuments: operation({
    id: 'compareDocuments',
    method: 'GET',
    path: '/api/v1/documents/:id/copies/:other',
    action: 'document',
    tag: 'documents',
    summary: 'What two kept documents have in common, passage by passage',
    params: params.extend({ other: documentId }),
    answer: z.object({ kind: z.enum([...copyKind.options, 'none']), shares, passages }),
  }),
  proposeItem: operation({
    id: 'proposeItem',
    method: 'POST',
    path: '/api/v1/documents/:id/proposals',
    action: 'propose',
    tag: 'review',
    summary: 'Propose a correction of an item, or an item that was not read; another person approves it',
    params,
    body: z.union([
      z.strictObject({ item: z.string().max(200), correction, why: note.shape.why }),
      z.strictObject({
        add: z.strictObject({
          kind: itemKind,
          quote: z.string().min(1).max(10_000).meta({ description: 'Words that stand in the text.' }),
          start: z.number().int().min(0).optional(),
          value: fields,
        }),
        why: note.shape.why,
      }),
    ]),
    answer: reviewDecision,
    status: 201,
  }),
  decideItem: operation({
    id: 'decideItem',
    method: 'POST',
    path: '/api/v1/documents/:id/decisions',
    action: 'decide',
    tag: 'review',
    summary: 'Accept, correct or reject an item of a reading',
    params,
    body: z.strictObject({
      item: z.string().max(200),
      verdict: z.enum(['accept', 'correct', 'reject']),
      correction: correction.optional(),
      why: note.shape.why,
    }),
    answer: reviewDecision,
    status: 201,
  }),
  approveDecision: operation({
    id: 'approveDecision',
    method: 'POST',
    path: '/api/v1/documents/:id/decisions/:decision/approve',
    action: 'decide',
    tag: 'review',
    summary: 'Agree to what somebody else proposed',
    params: decisionParams,
    body: note,
    answer: reviewDecision,
  }),
  withdrawDecision: operation({
    id: 'withdrawDecision',
    method: 'POST',
    path: '/api/v1/documents/:id/decisions/:decision/withdraw',
    action: 'decide',
    tag: 'review',
    summary: 'Take a decision back, or turn a proposed one down; it stays, with the reason',
    params: decisionParams,
    body: note,
    answer: reviewDecision,
  }),
  waitingItems: operation({
    id: 'waitingItems',
    method: 'GET',
    path: '/api/v1/review',
    action: 'document',
    tag: 'review',
    summary: 'The items that wait for a person: undecided, for a second person, or no longer read so',
    query: z.strictObject({
      document: documentId.optional(),
      kind: itemKind.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({
      total: z.number().int(),
      items: z
        .array(
          z.object({
            document: documentId,
            key: z.string(),
            kind: z.string(),
            waits: z.enum(['open', 'proposed', 'lost']),
            headline: z.string().nullable(),
            day,
            item: reviewedItem.nullable(),
          }),
        )
        .readonly(),
    }),
  }),
  incidents: operation({
    id: 'incidents',
    method: 'GET',
    path: '/api/v1/incidents',
    action: 'document',
    tag: 'documents',
    summary: 'What happened as the kept documents tell it, each event once, with what they say otherwise',
    query: z.strictObject({
      from: date.optional(),
      to: date.optional(),
      type: z.string().max(40).optional(),
      country: z.string().max(12).optional(),
      actor: idOrKey.optional(),
      document: documentId.optional().meta({ description: 'Only events that this document tells of.' }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({ total: z.number().int(), incidents: z.array(incident).readonly() }),
  }),
} as const;
