import { z } from 'zod';
import { binding, speechAct } from './dialogue.ts';
import { moment } from './scalars.ts';

const texts = z.array(z.string()).readonly();

/** A statement to compare: one that the record holds, by its id or its meeting's, or a text. */
export const statementInput = z.union([
  z.strictObject({ id: z.string().min(1).max(200) }),
  z.strictObject({
    text: z.string().min(1).max(1_000_000),
    title: z.string().max(500).default('a pasted text'),
    published: moment.optional(),
  }),
]);

/** The earlier statement and the later. */
export const compareRequest = z.strictObject({
  before: statementInput,
  after: statementInput,
  knownAt: moment.optional(),
});

const passage = z.object({ quote: z.string(), start: z.number(), end: z.number() });
const head = z.object({
  title: z.string(),
  date: z.string().nullable(),
  standing: z.enum(['primary', 'secondary']),
  held: z.enum(['text', 'facts']),
  sha256: z.string().nullable(),
  warnings: texts,
  parties: texts,
});

/** What kind of thing a statement names. */
export const subjectKind = z.enum(['group', 'forum', 'instrument', 'topic', 'figure', 'state']);
const subject = z.object({
  kind: subjectKind,
  key: z.string(),
  label: z.string(),
  byParties: z.boolean(),
  sentences: z.array(passage).readonly(),
});
const item = z.object({
  id: z.string(),
  kind: z.enum(['promise', 'position']),
  text: z.string(),
  verbatim: z.boolean(),
  sentence: passage,
  parties: texts,
  act: speechAct,
  binding,
  topic: z.string(),
  measurable: z.boolean(),
  why: z.string(),
});

/** What became of a promise from one statement to the next. */
export const itemChange = z.enum([
  'carried-over',
  'narrowed',
  'widened',
  'strengthened',
  'weakened',
  'dropped',
  'added',
]);

/** What changed from one statement to the next: the shape of `entente compare --json`. */
export const comparisonAnswer = z.object({
  before: head,
  after: head,
  limits: texts,
  subjects: z
    .record(
      subjectKind,
      z.object({
        added: z.array(subject).readonly(),
        dropped: z.array(subject).readonly(),
        kept: z.array(z.object({ before: subject, after: subject })).readonly(),
      }),
    )
    .readonly(),
  items: z
    .array(
      z.object({
        kind: item.shape.kind,
        before: item.nullable(),
        after: item.nullable(),
        changes: z.array(itemChange).readonly(),
        gained: texts,
        lost: texts,
        force: texts,
        stillSpokenOf: passage.nullable(),
        likeness: z.number().nullable(),
      }),
    )
    .readonly(),
  sentences: z
    .array(
      z.object({
        before: passage.nullable(),
        after: passage.nullable(),
        likeness: z.number().nullable(),
      }),
    )
    .readonly(),
  counts: z.record(z.union([itemChange, z.literal('droppedWithoutAWord')]), z.number()).readonly(),
});
