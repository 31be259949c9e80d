import { z } from 'zod';
import { BINDING_FORCES, NAME_KINDS, POSITION_ACTS, PROMISING_ACTS } from '../kernel/index.ts';
import { clocks, edtf, moment } from './scalars.ts';

/** A place in the document: `quote` is exactly `text.slice(start, end)`, UTF-16 offsets. */
export const span = z.object({ quote: z.string(), start: z.number().int(), end: z.number().int() });

/** What a name in a text names. */
export const mentionKind = z.enum([
  'group',
  'person',
  'organisation',
  'vessel',
  'aircraft',
  'state',
  'organ',
  'place',
  'programme',
]);

/** An entity that a mention may mean. */
export const candidate = z.object({ entity: z.string(), caption: z.string() });

/** A name in the text and what it names. */
export const mention = z.object({
  span,
  kind: mentionKind,
  entity: z.string().nullable(),
  caption: z.string().nullable(),
  country: z.string().nullable(),
  role: z.string().nullable(),
  confidence: z.number(),
  flags: z
    .array(
      z.enum([
        'ambiguous',
        'wording-differs',
        'fuller-name',
        'acronym',
        'weak-name',
        'label',
        'spelling',
        'coreference',
        'name-only',
      ]),
    )
    .readonly(),
  candidates: z.array(candidate).readonly(),
  nameKind: z.enum(NAME_KINDS).nullable(),
});

/** Somebody in an event, an attribution or an allegation. */
export const party = z.object({
  text: z.string(),
  kind: z.enum([...mentionKind.options, 'people', 'document']),
  entity: z.string().nullable(),
  country: z.string().nullable(),
  span,
});

/** When, and how that was found. */
export const when = z.object({
  value: edtf.nullable(),
  precision: z.enum(['year', 'month', 'day', 'instant', 'range']).nullable(),
  basis: span,
  how: z.enum(['stated', 'counted', 'anchored', 'inherited']),
});

/** A count with its bounds. */
export const count = z.object({ low: z.number().int(), high: z.number().int().nullable(), span });

/** One thing in the world, however often the text tells of it. */
export const wireEvent = z.object({
  id: z.string(),
  type: z.enum([
    'attack',
    'arrest',
    'operation',
    'designation',
    'amendment',
    'delisting',
    'ban',
    'dialogue',
    'visit',
    'agreement',
    'statement',
    'trial',
    'aid',
    'financing',
  ]),
  subtype: z.string().nullable(),
  status: z.enum(['happened', 'planned', 'foiled', 'threatened', 'hypothetical', 'negated']),
  span,
  spans: z.array(span).readonly(),
  when: when.nullable(),
  where: z
    .object({
      text: z.string().nullable(),
      country: z.string().nullable(),
      basis: z.enum(['text', 'actor', 'dateline']),
      precision: z.enum(['country', 'division', 'city']).nullable(),
    })
    .nullable(),
  participants: z
    .array(
      party.extend({
        role: z.enum([
          'actor',
          'target',
          'victim',
          'authority',
          'co-chair',
          'participant',
          'visitor',
          'host',
          'alias',
          'giver',
          'receiver',
          'defendant',
          'court',
        ]),
        office: z.string().nullable(),
        is: z
          .enum([
            'civilians',
            'military',
            'police',
            'militants',
            'officials',
            'transport',
            'energy',
            'worship',
            'education',
            'health',
            'government',
            'business',
          ])
          .nullable(),
      }),
    )
    .readonly(),
  programmes: z.array(z.string()).readonly(),
  weapons: z
    .array(
      z.object({
        kind: z.enum([
          'explosive',
          'vehicle-bomb',
          'suicide-vest',
          'grenade',
          'rocket',
          'mortar',
          'drone',
          'firearm',
          'blade',
          'fire',
          'vehicle',
          'chemical',
        ]),
        span,
      }),
    )
    .readonly(),
  killed: count.nullable(),
  injured: count.nullable(),
});

/** Who did it, according to whom. */
export const attribution = z.object({
  event: z.string(),
  kind: z.enum([
    'claimed',
    'claim-retracted',
    'denied',
    'accused-by-authority',
    'accused-by-other',
    'suspected',
    'reported-as-fact',
    'no-claim',
    'acquitted',
  ]),
  actor: party.nullable(),
  speaker: party.nullable(),
  reporter: z.string().nullable(),
  hedge: z.string().nullable(),
  span,
});

/** One side says that another supports a group. */
export const allegation = z.object({
  accuser: party.nullable(),
  accused: party,
  of: party,
  act: z.string(),
  hedge: z.string().nullable(),
  span,
  denial: z.object({ speaker: party, span }).nullable(),
});

/** Something that parties promise, as the text has it. */
export const promise = z.object({
  span,
  spans: z.array(span).readonly(),
  verb: span,
  parties: z.array(z.string()).readonly(),
  speechAct: z.enum(PROMISING_ACTS),
  binding: z.enum(BINDING_FORCES),
  topic: z.string(),
  against: z.array(candidate).readonly(),
  measurable: z.boolean(),
  why: z.string(),
  due: when.nullable(),
});

/** What parties say without promising. */
export const position = z.object({
  span,
  verb: span,
  parties: z.array(z.string()).readonly(),
  speechAct: z.enum(POSITION_ACTS),
  about: z.array(z.string()).readonly(),
  groups: z.array(candidate).readonly(),
});

/** A figure of dead or hurt, as one place of the text has it. */
export const casualty = z.object({
  event: z.string().nullable(),
  kind: z.enum(['killed', 'injured']),
  category: z.enum(['people', 'civilians', 'security', 'militants']),
  low: z.number().int(),
  high: z.number().int().nullable(),
  source: party.nullable(),
  part: z.boolean(),
  update: z.boolean(),
  span,
});

/** A wording about a list, compared with the record. */
export const check = z.object({
  span,
  event: z.string().nullable(),
  claim: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'agent-unstated', 'not-in-record', 'list-not-loaded']),
  because: z
    .array(
      z.object({
        list: z.string(),
        reference: z.string(),
        authority: z.string(),
        country: z.string(),
        programmes: z.array(z.string()).readonly(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        relation: z.enum(['matches', 'earlier', 'later', 'ended', 'undated', 'other-authority']),
      }),
    )
    .readonly(),
  note: z.string(),
});

/** A document, read: the shape of `entente read --json`. Read by machine; no person has confirmed it. */
export const reading = z.object({
  document: z.object({
    text: z.string(),
    publisher: z.string().nullable(),
    agency: z.string().nullable(),
    syndicated: z.boolean(),
    headline: z.string().nullable(),
    dateline: z
      .object({ place: z.string(), country: z.string().nullable(), agency: z.string().nullable() })
      .nullable(),
    firstPublished: z.string().nullable(),
    updated: z.string().nullable(),
    reference: z
      .object({
        value: z.string(),
        source: z.enum(['dateline', 'first-published', 'updated', 'released', 'page', 'hint']),
        span: span.nullable(),
      })
      .nullable(),
    language: z.string(),
    sha256: z.string(),
    zones: z
      .array(
        z.object({
          kind: z.enum([
            'crumb',
            'headline',
            'summary',
            'caption',
            'byline',
            'dateline',
            'stamp',
            'furniture',
            'body',
            'trailer',
          ]),
          start: z.number().int(),
          end: z.number().int(),
        }),
      )
      .readonly(),
    warnings: z.array(z.string()).readonly(),
  }),
  mentions: z.array(mention).readonly(),
  events: z.array(wireEvent).readonly(),
  casualties: z.array(casualty).readonly(),
  conflicts: z
    .array(
      z.object({
        about: casualty.shape.kind,
        event: z.string().nullable(),
        items: z.array(casualty).readonly(),
      }),
    )
    .readonly()
    .meta({ description: 'Where the text contradicts itself.' }),
  attributions: z.array(attribution).readonly(),
  allegations: z.array(allegation).readonly(),
  commitments: z.array(promise).readonly(),
  positions: z.array(position).readonly(),
  wordings: z
    .array(
      z.object({
        span,
        group: party,
        authority: z.string().nullable(),
        programmes: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  checks: z.array(check).readonly(),
});

/** See {@link reading}. */
export type ReadingJson = z.infer<typeof reading>;

/** A text to be read. */
export const readRequest = z.strictObject({
  text: z.string().min(1).max(4_000_000),
  published: moment.optional().meta({ description: 'When it was published, if the text does not say.' }),
  knownAt: clocks.shape.knownAt,
});
