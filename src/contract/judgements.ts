import { z } from 'zod';
import { operation } from './operation.ts';

const sourceKey = z.string().min(1).max(300).meta({ description: 'A source key (un-sc:QDe.132).' });

/** That two source records are the same thing, or are not, and what that rests on. */
export const judgementRequest = z.strictObject({
  left: sourceKey,
  right: sourceKey,
  verdict: z.enum(['same', 'different', 'unsure']),
  why: z.string().min(1).max(2000),
});

/** What became of it. */
export const judgementAnswer = z.object({
  added: z.number().int(),
  withdrawn: z.number().int(),
  waiting: z.number().int().meta({ description: 'About entries that are not held yet.' }),
  proposed: z
    .boolean()
    .meta({ description: 'Whether it waits for another person, and joins nothing before.' }),
});

/** What `entente verify` found. */
export const verifyAnswer = z.object({
  snapshots: z.number().int(),
  records: z.number().int(),
  statements: z.number().int(),
  judgements: z.number().int(),
  faults: z.array(z.object({ rule: z.string(), where: z.string(), what: z.string() })).readonly(),
});

const judgement = z.object({
  id: z.number().int(),
  left: z.string(),
  right: z.string(),
  verdict: z.enum(['same', 'different', 'unsure']),
  by: z.string().meta({ description: 'A person, or `rule:…`.' }),
  at: z.string(),
  evidence: z.record(z.string(), z.string()),
  withdrawn: z.object({ at: z.string(), by: z.string(), why: z.string() }).nullable(),
});

const side = z.object({
  key: z.string(),
  entity: z.string().nullable(),
  caption: z.string().nullable(),
});

/** Two source records that may be the same thing, what speaks for it, and what persons have proposed. */
export const sameQuestion = z.object({
  left: side,
  right: side,
  points: z.number().meta({ description: 'The strength of the case; 0 where no rule gives one.' }),
  judgement: judgement.nullable().meta({ description: 'Of the rule that is unsure.' }),
  proposals: z
    .array(judgement.extend({ proposes: z.enum(['same', 'different']) }))
    .readonly()
    .meta({ description: 'What waits for a second person.' }),
});

const judgementId = z.object({ id: z.coerce.number().int().min(1) });
const why = z.strictObject({ why: z.string().min(1).max(2000) });

/** Which entries of different lists are about the same thing, and who says so. */
export const JUDGEMENT_OPERATIONS = {
  sameQuestions: operation({
    id: 'sameQuestions',
    method: 'GET',
    path: '/api/v1/judgements/questions',
    action: 'read',
    tag: 'review',
    summary: 'Pairs that the rules are unsure of, or that wait for a second person; the strongest case first',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(20),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.object({ total: z.number().int(), questions: z.array(sameQuestion).readonly() }),
  }),
  judgements: operation({
    id: 'judgements',
    method: 'GET',
    path: '/api/v1/judgements',
    action: 'read',
    tag: 'review',
    summary: 'All judgements about one source record, with those that were taken back',
    query: z.strictObject({ of: sourceKey }),
    answer: z.object({ key: z.string(), judgements: z.array(judgement).readonly() }),
  }),
  judge: operation({
    id: 'judge',
    method: 'POST',
    path: '/api/v1/judgements',
    action: 'decide',
    tag: 'review',
    summary: 'Judge whether two source records are the same thing; under four eyes, propose it',
    body: judgementRequest,
    answer: judgementAnswer,
    status: 201,
  }),
  proposeJudgement: operation({
    id: 'proposeJudgement',
    method: 'POST',
    path: '/api/v1/judgements/proposals',
    action: 'propose',
    tag: 'review',
    summary: 'Propose that two source records are the same thing, or are not; another person approves it',
    body: judgementRequest.extend({ verdict: z.enum(['same', 'different']) }),
    answer: judgementAnswer,
    status: 201,
  }),
  approveJudgement: operation({
    id: 'approveJudgement',
    method: 'POST',
    path: '/api/v1/judgements/:id/approve',
    action: 'decide',
    tag: 'review',
    summary: 'Agree to a judgement that somebody else proposed; it takes effect',
    params: judgementId,
    body: why,
    answer: judgementAnswer,
  }),
  withdrawJudgement: operation({
    id: 'withdrawJudgement',
    method: 'POST',
    path: '/api/v1/judgements/:id/withdraw',
    action: 'decide',
    tag: 'review',
    summary: 'Take a judgement back, or turn a proposed one down; it stays, with the reason',
    params: judgementId,
    body: why,
    answer: judgement,
  }),
  runSameRules: operation({
    id: 'runSameRules',
    method: 'POST',
    path: '/api/v1/judgements/run',
    action: 'load',
    tag: 'review',
    summary: 'Let the rules judge all entries of all lists afresh; what persons decided stands',
    answer: z.object({
      records: z.number().int(),
      added: z.number().int(),
      withdrawn: z.number().int(),
      waiting: z.number().int(),
      rules: z.record(z.string(), z.object({ same: z.number().int(), unsure: z.number().int() })),
    }),
  }),
} as const;
