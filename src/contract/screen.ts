import { z } from 'zod';
import { EXCEPTION_REASONS, EXCEPTION_STATES, NAME_KINDS, SCHEMAS, STRENGTHS } from '../kernel/index.ts';
import { bound, clocks, edtf, episode, flag, listId, listingStatus, several } from './scalars.ts';

/** Whom a caller asks about. Only the name must be given; what is left out never counts against a match. */
export const screenQuery = z.object({
  name: z.string().min(1).max(1000),
  aliases: z.array(z.string().min(1).max(1000)).max(50).optional(),
  schema: z.enum(SCHEMAS).optional(),
  birthDate: edtf.optional(),
  country: z.string().max(100).optional().meta({ description: 'ISO 3166-1 alpha-2, or a name.' }),
  gender: z.string().max(40).optional().meta({
    description: 'male or female (m, f); other words say nothing. Counts only against what a list states.',
  }),
  identifiers: z.array(z.string().max(100)).max(50).optional(),
});

/** How to ask. */
export const screenOptions = z.object({
  lists: z.array(listId).max(100).optional().meta({ description: 'Search these lists only.' }),
  ...clocks.shape,
  threshold: z.number().min(0).max(1).default(0.7),
  limit: z.number().int().min(1).max(500).default(10),
  weak: z.boolean().default(false).meta({ description: 'Let a weak alias alert by itself.' }),
});

/** One name, in a body. */
export const screenRequest = z.strictObject({ ...screenQuery.shape, ...screenOptions.shape });

/** One name, in an address: a link that can be sent. */
export const screenParameters = z.strictObject({
  name: screenQuery.shape.name,
  schema: screenQuery.shape.schema,
  birthDate: screenQuery.shape.birthDate,
  country: screenQuery.shape.country,
  gender: screenQuery.shape.gender,
  list: several(listId).optional(),
  ...clocks.shape,
  threshold: z.coerce.number().min(0).max(1).default(0.7),
  limit: z.coerce.number().int().min(1).max(500).default(10),
  weak: flag.default(false),
});

/** Up to a hundred names, asked alike. */
export const screenManyRequest = z.strictObject({
  queries: z
    .array(z.strictObject({ id: z.string().max(200).optional(), ...screenQuery.shape }))
    .min(1)
    .max(100),
  ...screenOptions.shape,
});

/** A name that matched, as the list prints it. */
export const matchedName = z.object({
  text: z.string(),
  kind: z.enum(NAME_KINDS),
  strength: z.enum(STRENGTHS),
  list: z.string(),
  score: z.number(),
  borne: listingStatus.meta({ description: 'Whether the entry bore the name on the day asked about.' }),
});

/** A target's place on one list. */
export const screenListing = z.object({
  list: z.string(),
  authority: z.string(),
  reference: z.string().nullable(),
  name: z.string().nullable(),
  programmes: z.array(z.string()).readonly(),
  status: listingStatus,
  effective: z.object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    basis: bound.shape.basis.nullable(),
  }),
  basis: z.enum(['list', 'record']),
  episodes: z.array(episode).readonly(),
  sources: z.array(z.string()).readonly(),
});

/** Why a score is what it is. */
export const explanation = z.object({
  sentence: z.string(),
  parts: z
    .array(z.tuple([z.string(), z.string(), z.number(), z.string()]).readonly())
    .readonly()
    .meta({ description: "The query's part, the name's part, how like they are, what joined them." }),
  features: z
    .array(
      z.object({
        feature: z.enum(['birthDate', 'country', 'gender', 'identifier']),
        points: z.number(),
        detail: z.string(),
      }),
    )
    .readonly(),
});

/** An exception that bears on a hit. Only an active one sets it aside; none takes it out of the answer. */
export const metException = z.object({
  id: z.number().int(),
  state: z.enum(EXCEPTION_STATES),
  reason: z.enum(EXCEPTION_REASONS),
  why: z.string(),
  until: z.string().meta({ description: 'The day on which it ends: it holds before that day.' }),
  proposedBy: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
});

/** An entity that a name may mean. */
export const screenResult = z.object({
  id: z.string(),
  caption: z.string(),
  schema: z.enum(SCHEMAS).nullable(),
  score: z.number().meta({ description: 'An order for triage, not a probability.' }),
  match: z.boolean(),
  matchedName,
  otherNames: z.array(matchedName).readonly(),
  listings: z.array(screenListing).readonly(),
  explanation,
  exception: metException.optional().meta({
    description: 'A match with an active exception is no open alert. Left out where there is none.',
  }),
});

/** What was searched, said also when nothing was found. */
export const searched = z.object({
  lists: z.array(z.object({ id: z.string(), observed: z.string(), records: z.number().int() })).readonly(),
  entities: z.number().int(),
  names: z.number().int(),
});

/** The answer to a screening: the shape of `entente screen --json`. */
export const screenAnswer = z.object({
  query: screenQuery.extend({
    aliases: z.array(z.string()).readonly().optional(),
    identifiers: z.array(z.string()).readonly().optional(),
  }),
  asOf: z.string().nullable(),
  knownAt: z.string().nullable(),
  threshold: z.number(),
  rules: z.string(),
  searched,
  results: z.array(screenResult).readonly(),
});

/** See {@link screenAnswer}. */
export type ScreenAnswerJson = z.infer<typeof screenAnswer>;

/** Many answers, in the order of their queries. What was searched is the same for all. */
export const screenManyAnswer = z.object({
  answers: z
    .array(z.object({ id: z.string().nullable(), answer: screenAnswer.omit({ searched: true }) }))
    .readonly(),
  searched,
});
