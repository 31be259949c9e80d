import { z } from 'zod';
import { EXCEPTION_REASONS, EXCEPTION_STANDINGS } from '../kernel/index.ts';
import { operation } from './operation.ts';
import { idOrKey } from './scalars.ts';
import { screenQuery } from './screen.ts';

/** How an exception stands: what persons did about it, and of an approved one whether it still holds. */
export const exceptionStanding = z.enum(EXCEPTION_STANDINGS);

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'YYYY-MM-DD.' });
const act = z.object({ by: z.string(), at: z.string(), why: z.string() });
const fact = z.object({
  record: z.string().meta({ description: 'Source key of the entry that says so.' }),
  property: z.string().meta({ description: 'A property, or `designation`.' }),
  text: z.string(),
});
const question = z.record(z.string(), z.unknown());

/** An exception: a question and a listed entity are not the same, says one person and agrees another, until a day. */
export const exceptionAnswer = z.object({
  id: z.number().int(),
  standing: exceptionStanding,
  query: question.meta({ description: 'The question, normalised.' }),
  watch: z.number().int().nullable().meta({ description: 'The watched name that it is about.' }),
  entity: z.string(),
  caption: z.string(),
  reason: z.enum(EXCEPTION_REASONS),
  until: day.meta({ description: 'The day on which it ends: it holds before that day.' }),
  proposed: act,
  approved: act.nullable(),
  rejected: act.nullable(),
  withdrawn: act.nullable(),
  evidence: question.meta({ description: 'The match as it was: score, explanation, rules, snapshots.' }),
  content: z.object({
    hash: z.string(),
    facts: z.array(fact).readonly().meta({ description: 'The entity as it stood.' }),
  }),
  changes: z
    .object({ added: z.array(fact).readonly(), removed: z.array(fact).readonly() })
    .meta({ description: "What the entity's entries say otherwise now." }),
  questionNow: question
    .nullable()
    .meta({ description: 'What its watched name asks now, where that is something else.' }),
});

/** See {@link exceptionAnswer}. */
export type ExceptionJson = z.infer<typeof exceptionAnswer>;

/** That a question, or a watched name, and an entity are not the same. */
export const exceptionRequest = z.strictObject({
  query: z
    .strictObject(screenQuery.shape)
    .optional()
    .meta({ description: 'The question as it is screened; or give `watch`.' }),
  watch: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'A watched name, whose question it then is.' }),
  entity: idOrKey,
  reason: z.enum(EXCEPTION_REASONS),
  why: z.string().trim().min(1).max(2000),
  until: day.meta({
    description: 'The day on which it ends, after today and at most a year ahead (a setting).',
  }),
});

const params = z.object({ id: z.coerce.number().int().min(1) });
const body = z.strictObject({ why: z.string().trim().min(1).max(2000) });

/** Decided false matches, and what persons do about them. */
export const EXCEPTION_OPERATIONS = {
  exceptions: operation({
    id: 'exceptions',
    method: 'GET',
    path: '/api/v1/exceptions',
    action: 'read',
    tag: 'review',
    summary: 'Decided false matches: those that wait for a person first, with what has changed since',
    query: z.strictObject({
      standing: z
        .union([exceptionStanding.transform((one) => [one]), z.array(exceptionStanding).max(8)])
        .optional()
        .meta({ description: 'Repeat it for several. Left out: all.' }),
      entity: idOrKey.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({
      total: z.number().int(),
      counts: z
        .partialRecord(exceptionStanding, z.number().int())
        .meta({ description: 'Of all, by standing.' }),
      until: z
        .object({ usual: day, last: day })
        .meta({ description: 'The day that a form offers, and the last that is taken.' }),
      exceptions: z.array(exceptionAnswer).readonly(),
    }),
  }),
  exception: operation({
    id: 'exception',
    method: 'GET',
    path: '/api/v1/exceptions/:id',
    action: 'read',
    tag: 'review',
    summary: 'One exception with its frozen evidence',
    params,
    answer: exceptionAnswer,
  }),
  proposeException: operation({
    id: 'proposeException',
    method: 'POST',
    path: '/api/v1/exceptions',
    action: 'propose',
    tag: 'review',
    summary: 'Propose that a question and a listed entity are not the same; another person approves it',
    body: exceptionRequest,
    answer: exceptionAnswer,
    status: 201,
  }),
  approveException: operation({
    id: 'approveException',
    method: 'POST',
    path: '/api/v1/exceptions/:id/approve',
    action: 'decide',
    tag: 'review',
    summary: 'Approve what somebody else proposed; hits are excepted from then until its day',
    params,
    body,
    answer: exceptionAnswer,
  }),
  rejectException: operation({
    id: 'rejectException',
    method: 'POST',
    path: '/api/v1/exceptions/:id/reject',
    action: 'decide',
    tag: 'review',
    summary: 'Turn a proposed exception down; it stays, with the reason',
    params,
    body,
    answer: exceptionAnswer,
  }),
  withdrawException: operation({
    id: 'withdrawException',
    method: 'POST',
    path: '/api/v1/exceptions/:id/withdraw',
    action: 'propose',
    tag: 'review',
    summary:
      'Take an exception back: its hits are open alerts again. A proposal of somebody else needs `decide`',
    params,
    body,
    answer: exceptionAnswer,
  }),
} as const;
