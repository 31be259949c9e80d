import { z } from 'zod';
import { isEntityId, NAME_KINDS, SCHEMAS, STRENGTHS, tryParseDate } from '../kernel/index.ts';

/**
 * What the date of a designation is the date of. Without a stage it is the date that the source calls the
 * designation's date.
 */
export const STAGES = ['decided', 'announced', 'approved', 'notified', 'published', 'in-force'] as const;

/** How one group, or a part of it, stands to another. The subject is the group whose file it is. */
export const RELATIONS = [
  'splinter-of',
  'merged-into',
  'successor-of',
  'front-of',
  'wing-of',
  'media-arm-of',
  'part-of',
  'affiliate-of',
  'pledged-to',
  'umbrella-of',
  'linked-to',
] as const;

/** What of a list entry may differ from the record; the check's finding codes of the same names. */
export const DIFFERENCES = [
  'reference-unknown',
  'printed-name',
  'name-not-printed',
  'name-not-taken',
  'name-strength',
  'listed-differs',
  'amended-differs',
  'programme-missing',
  'programme-not-taken',
  'standing-differs',
] as const;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A short text as a person writes it: no space around it, composed characters (NFC), at most 400 long. */
export const text = z
  .string()
  .min(1, 'is empty')
  .max(400, 'is longer than 400 characters')
  .refine((value) => value === value.trim(), 'has a space at an end')
  .refine((value) => value === value.normalize('NFC'), 'is not in composed form (NFC)');

/** A slug: lower-case letters and digits, joined by single hyphens. */
export const slug = z.string().max(80).regex(SLUG, 'is not a slug (lower-case letters, digits, hyphens)');

/** A date in the record's subset of EDTF. */
export const date = z
  .string()
  .refine(
    (value) => tryParseDate(value) !== null,
    'is not a date: YYYY, YYYY-MM or YYYY-MM-DD, with ~ for about, or two of them as from/to with .. for open',
  )
  .describe('EDTF: 2011-07-29, 2011-07, 2011, 2007~, 1980/1989, ../2015-02-27');

/** An http or https address. */
export const url = z
  .string()
  .max(1000, 'is longer than 1000 characters')
  .refine((value) => /^https?:\/\/[^\s/]+\/?\S*$/.test(value), 'is not an http or https address');

/** A country as ISO 3166-1 alpha-2, or `UN`, `EU`. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'is not a country code (ISO 3166-1, two letters)');

/** A document: who published it, what it is called, where a person finds it. */
export const documentSource = z
  .strictObject({
    publisher: text,
    title: text,
    date: date.optional(),
    url: url.optional().describe('The publisher’s own page'),
    via: url.optional().describe('The copy that was read, where the publisher’s own page was not'),
  })
  .refine((source) => source.url !== undefined || source.via !== undefined, 'has neither url nor via');

/** An entry of an official list, as printed in the snapshot of a day. */
export const listSource = z.strictObject({
  list: slug.describe('Id of a list in authorities.yaml'),
  reference: text.optional().describe('The publisher’s own key of the entry'),
  seen: date.describe('The day of the snapshot that was read'),
  strength: z
    .enum(STRENGTHS)
    .optional()
    .describe('What its names are marked as, where a name says nothing else'),
});

/** Either kind of source. */
export const source = z.union([listSource, documentSource]);

const sourceIds = z
  .array(slug)
  .min(1, 'names no source')
  .refine((ids) => new Set(ids).size === ids.length, 'names a source twice')
  .describe('Ids of sources in this file or in sources.yaml');

const dateFact = z.union([
  date,
  z.strictObject({ date, stage: z.enum(STAGES).optional(), sources: sourceIds.optional() }),
]);
const dateFacts = z
  .union([dateFact, z.array(dateFact).min(1)])
  .describe(
    'A date, or several where sources differ; without sources of its own it stands on those of its parent',
  );
const sourcedDates = z.union([
  z.strictObject({ date, sources: sourceIds }),
  z.array(z.strictObject({ date, sources: sourceIds })).min(1),
]);

const name = z.strictObject({
  text,
  kind: z.enum(NAME_KINDS),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is not a language tag (BCP 47)')
    .optional(),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'is not a script code (ISO 15924, four letters)')
    .optional()
    .describe('ISO 15924; Latn when not given'),
  strength: z
    .union([z.enum(STRENGTHS), z.record(slug, z.enum(STRENGTHS))])
    .optional()
    .describe('As all its sources mark it, or by source id; unstated when not given'),
  strengthBasis: text.optional().describe('Why the record itself calls the name strong or weak'),
  usedBy: z
    .array(slug.or(country))
    .min(1)
    .optional()
    .describe('For a label: the countries or authorities whose word it is'),
  from: date.optional(),
  until: date.optional(),
  sources: sourceIds,
});

const relation = z.strictObject({
  type: z.enum(RELATIONS),
  subject: text.optional().describe('A name of the group, when only that part of it stands in the relation'),
  group: slug.optional().describe('Slug of a group of the record'),
  name: text.optional().describe('Name of a group that the record does not hold'),
  from: date.optional(),
  until: date.optional(),
  sources: sourceIds,
});

const designation = z.strictObject({
  list: slug.describe('Id of a list in authorities.yaml'),
  key: slug.optional().describe('Tells two designations on one list apart'),
  reference: text.optional().describe('The publisher’s own key of the entry'),
  programme: text.optional(),
  printedName: text.optional().describe('The main name of the entry, word for word and in its letter case'),
  legalBasis: text.optional(),
  listed: dateFacts.optional(),
  amended: z
    .array(
      z.strictObject({
        date,
        stage: z.enum(STAGES).optional(),
        what: text,
        sources: sourceIds.optional(),
      }),
    )
    .optional(),
  delisted: dateFacts.optional(),
  relisted: dateFacts.optional(),
  sources: sourceIds,
});

const sharedName = z.strictObject({
  text,
  with: z.array(slug).min(1).describe('Slugs of the groups that have the same name'),
  reason: text,
});

const differs = z.strictObject({
  list: slug,
  about: z.enum(DIFFERENCES),
  value: text.optional().describe('The name, date or programme in question; all of them when not given'),
  reason: text,
});

/** One file of `record/groups/`. The shape alone: what refers to what is checked when the file is resolved. */
export const groupFile = z
  .strictObject({
    id: z
      .string()
      .refine(isEntityId, 'is not an entity id (ent- and 16 characters)')
      .describe('Drawn once at random and never changed'),
    caption: text.describe('The text of the primary name'),
    schema: z.enum(SCHEMAS),
    sources: z.record(slug, source).optional(),
    names: z.array(name).min(1).max(500),
    founded: sourcedDates.optional(),
    firstNamed: sourcedDates.optional().describe('When its present name was first used'),
    countries: z.record(country, sourceIds).optional().describe('Where it is active or based, with sources'),
    relations: z.array(relation).max(100).optional(),
    designations: z.array(designation).max(100).optional(),
    sharedNames: z.array(sharedName).optional(),
    differs: z.array(differs).optional(),
  })
  .describe('A group of the starter record');

/** A file of `record/groups/` as it is written. */
export type GroupFile = z.infer<typeof groupFile>;

/** `record/sources.yaml`: sources that several groups cite, by id. */
export const sourcesFile = z.strictObject({ sources: z.record(slug, source) });

/** `record/authorities.yaml`: the bodies that list and their lists, by id. */
export const authoritiesFile = z.strictObject({
  authorities: z.record(slug, z.strictObject({ name: text, country })),
  lists: z.record(
    slug,
    z.strictObject({
      title: text,
      authority: slug,
      effect: text,
      url,
      licence: text,
      translations: text
        .optional()
        .describe(
          'Why names in Latin script that it states to be in a language other than English stay with it',
        ),
    }),
  ),
});

/** `record/edition.yaml`: what this state of the record is called, and the day it was made. */
export const editionFile = z.strictObject({
  name: text,
  date: z
    .string()
    .refine(
      (value) => tryParseDate(value)?.precision === 'day' && !value.endsWith('~'),
      'is not a day, YYYY-MM-DD',
    ),
  licence: text,
});
