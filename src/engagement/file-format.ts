import { z } from 'zod';
import { BINDING_FORCES, SPEECH_ACTS, tryParseDate } from '../kernel/index.ts';

/** All scalars of a record file are text; these read the few that are something else. */
const whole = z
  .string()
  .regex(/^\d{1,4}$/, 'is not a whole number')
  .transform(Number);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const text = z
  .string()
  .min(1, 'is empty')
  .max(2_000, 'is longer than 2000 characters')
  .refine((value) => value === value.trim(), 'has a space at an end')
  .refine((value) => value === value.normalize('NFC'), 'is not in composed form (NFC)');
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a slug (lower-case letters, digits, hyphens)');
const date = z
  .string()
  .refine(
    (value) => tryParseDate(value) !== null,
    'is not a date: YYYY, YYYY-MM or YYYY-MM-DD, or two of them as from/to',
  );
const url = z
  .string()
  .max(1000)
  .regex(/^https?:\/\/[^\s/]+\/?\S*$/, 'is not an http or https address');
const party = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,11}$/, 'is not a party: a country code, or a body’s letters (UN, FATF)');
const sources = z.array(slug).min(1, 'names no source');

const source = z
  .strictObject({
    publisher: text,
    title: text,
    date: date.optional(),
    url: url.optional(),
    via: url.optional(),
  })
  .refine((one) => one.url !== undefined || one.via !== undefined, 'has neither url nor via');

const place = z.strictObject({
  text: text.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

const delegate = z.strictObject({
  party,
  role: z.enum(['head', 'member']),
  name: text.optional(),
  office: text,
  body: slug.optional().describe('Id of the office in bodies.yaml'),
  acting: flag.default(false),
});

const due = z.union([
  z.strictObject({ date }),
  z.strictObject({ from: date, to: date }),
  z.strictObject({ from: date, everyMonths: whole }),
]);

const said = z
  .strictObject({
    id: slug,
    quote: text.optional().describe('The document’s own words; only of texts in the public domain'),
    text: text.optional().describe('In our words'),
    parties: z.array(party).min(1).optional().describe('Who says it; the series’ parties when not given'),
    to: z.array(party).optional(),
    act: z.enum(SPEECH_ACTS),
    binding: z.enum(BINDING_FORCES).default('weak'),
    measurable: flag.default(false),
    why: text.default('no date, no figure, no named instrument'),
    topic: slug.default('other'),
    groups: z.array(slug).default([]).describe('Slugs of groups of the record'),
    items: whole.optional().describe('For a plan: how many items it has'),
    due: due.optional(),
    predecessor: z
      .strictObject({ id: slug, how: z.enum(['renews', 'narrows', 'widens', 'splits', 'merges']) })
      .optional(),
    reviewMonths: whole.optional(),
    note: text.optional(),
  })
  .refine((one) => (one.quote === undefined) !== (one.text === undefined), 'has either quote or text');

const document = z.strictObject({
  id: slug,
  form: z.enum(['joint-statement', 'communique', 'press-release', 'public-statement', 'report']),
  title: text,
  issuers: z.array(party).default([]),
  date,
  language: z.string().default('en'),
  standing: z.enum(['primary', 'secondary']),
  warnings: z.array(slug).default([]),
  groups: z.array(slug).default([]).describe('Groups that it names, besides those in what it says'),
  mentions: z.array(text).default([]).describe('What else it names, in our words: fora, topics, figures'),
  says: z.array(said).default([]),
  sources,
});

const meeting = z.strictObject({
  id: slug,
  title: text,
  date,
  place: place.optional(),
  status: z.enum(['held', 'planned']).default('held'),
  delegates: z.array(delegate).default([]),
  documents: z.array(document).default([]),
  sources,
});

const count = z.strictObject({ done: whole, of: whole });

/** One file of `record/engagements/`: a dialogue series. */
export const engagementFile = z.strictObject({
  id: slug,
  title: text,
  parties: z.array(party).min(2, 'needs two parties'),
  reviewMonths: whole.optional(),
  sources: z.record(slug, source),
  about: sources.describe('Sources of the series itself'),
  meetings: z.array(meeting).default([]),
  guidelines: z
    .array(z.strictObject({ id: slug, version: text, title: text, text, date, sources }))
    .default([]),
  happenings: z
    .array(
      z.strictObject({
        id: slug,
        form: z.enum(['action', 'status']),
        commitment: slug.optional(),
        by: party.optional(),
        status: slug.optional(),
        text,
        date,
        sources,
      }),
    )
    .default([]),
  reports: z
    .array(
      z.strictObject({
        id: slug,
        party,
        commitments: z.array(slug).min(1),
        count: count.optional(),
        text,
        date,
        sources,
      }),
    )
    .default([]),
  evidence: z
    .array(
      z.strictObject({
        id: slug,
        commitment: slug,
        stance: z.enum(['supports', 'contradicts', 'context']),
        text,
        date,
        source: slug,
        reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
        credibility: z.enum(['1', '2', '3', '4', '5', '6']),
        origin: text.optional(),
      }),
    )
    .default([]),
  assessments: z
    .array(
      z.strictObject({
        id: slug,
        commitment: slug,
        of: party,
        assessor: z.strictObject({ name: text, party: party.optional() }),
        guideline: z.strictObject({ id: slug, version: text }),
        result: z.enum([
          'no-evidence',
          'not-started',
          'limited',
          'substantial',
          'complete',
          'unverifiable',
          'not-yet-due',
        ]),
        count: count.optional(),
        confidence: z.enum(['low', 'moderate', 'high']),
        reasons: z.array(z.strictObject({ text, evidence: z.array(slug).default([]) })).min(1),
        date,
        supersedes: slug.optional(),
        sources,
      }),
    )
    .default([]),
});

/** What {@link engagementFile} reads. */
export type EngagementFile = z.infer<typeof engagementFile>;

const names = z.array(z.strictObject({ text, from: date.optional(), to: date.optional() })).min(1);

/** `record/engagements/bodies.yaml`: states, organs and offices, with their names over time. */
export const bodiesFile = z.strictObject({
  sources: z.record(slug, source),
  bodies: z.array(
    z.strictObject({
      id: slug,
      form: z.enum(['state', 'organ', 'office']),
      within: slug.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      names,
      sources: z.array(slug).default([]),
    }),
  ),
});

/** What {@link bodiesFile} reads. */
export type BodiesFile = z.infer<typeof bodiesFile>;
