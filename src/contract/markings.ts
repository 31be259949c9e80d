import { z } from 'zod';
import { operation } from './operation.ts';

/** What can carry a marking. The names are the store's own; a test fails when the two differ. */
export const MARKED_OBJECT_KINDS = ['entity', 'record', 'statement', 'document', 'engagement'] as const;

const text = z.string().min(1).max(2000);
const organisation = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .meta({ description: 'An organisation, by the id that clearances and markings have.' });
const why = z.string().min(1).max(2000);

/** An object as a caller names it. */
export const namedObject = z.strictObject({
  kind: z
    .enum(MARKED_OBJECT_KINDS)
    .optional()
    .meta({ description: 'Left out, by the form of the id: entity, document, else record.' }),
  id: z.string().min(1).max(300).meta({
    description: 'An entity id (ent-…), a source key (un-sc:QDe.132), a document or an entry of a dialogue.',
  }),
  property: z.string().max(80).optional().meta({ description: 'Of a statement: what the record says.' }),
  value: text.optional().meta({ description: 'Of a statement: the value, as printed.' }),
});

const written = z
  .string()
  .min(1)
  .max(2000)
  .meta({ description: 'As docs/reference/policy.md has it.', examples: ['TLP:AMBER//OWNER in-mea'] });

const act = z.object({ by: z.string(), at: z.string(), why: z.string() });

/** A marking that stands or stood on an object. */
export const markingEntry = z.object({
  id: z.number().int(),
  marking: z.string(),
  ...act.shape,
  removed: act.nullable(),
});

/** What was given to whom. A recall is asked of whoever has it, and is no guarantee. */
export const release = z.object({
  id: z.string(),
  object: namedObject,
  to: z.string(),
  markings: z.array(z.string()).readonly().meta({ description: 'What bore on it when it was released.' }),
  ...act.shape,
  word: z.string().nullable().meta({ description: 'Who else agreed.' }),
  recalled: act.nullable(),
});

const proposed = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('set'), marking: written }),
  z.strictObject({
    act: z.literal('remove'),
    target: z.number().int().min(1).meta({ description: 'The number of the marking.' }),
  }),
  z.strictObject({ act: z.literal('release'), to: organisation }),
]);

/** An act on a marking that waits for another person's word, or had it. */
export const markingProposal = z.object({
  id: z.string(),
  object: namedObject,
  proposed,
  by: z.string(),
  at: z.string(),
  why: z.string(),
  decided: act.extend({ verdict: z.enum(['approved', 'withdrawn']) }).nullable(),
});

/** What became of an act. */
const outcome = z.object({
  done: z.boolean().meta({ description: 'False where it waits for another person.' }),
  proposal: markingProposal.nullable(),
  release: release.nullable(),
});

const proposalId = z.object({ proposal: z.string().max(80) });

/** Who may have what: markings, second persons, releases. */
export const MARKING_OPERATIONS = {
  markings: operation({
    id: 'markings',
    method: 'GET',
    path: '/api/v1/markings',
    action: 'mark',
    tag: 'markings',
    summary: 'The markings that stand or stood on an object, all that bears on it, and its releases',
    query: namedObject,
    answer: z.object({
      object: namedObject,
      markings: z.array(markingEntry).readonly(),
      bearing: z.array(z.string()).readonly().meta({
        description: 'All that must be met: its own and its parts’, as given to whom it was released to.',
      }),
      releases: z.array(release).readonly(),
    }),
  }),
  setMarking: operation({
    id: 'setMarking',
    method: 'POST',
    path: '/api/v1/markings',
    action: 'mark',
    tag: 'markings',
    summary: 'Set a marking beside those that stand; above TLP:CLEAR it is proposed to a second person',
    body: namedObject.extend({ marking: written, why }),
    answer: outcome,
    status: 201,
  }),
  removeMarking: operation({
    id: 'removeMarking',
    method: 'POST',
    path: '/api/v1/markings/:marking/remove',
    action: 'mark',
    tag: 'markings',
    summary: 'Take a marking off; above TLP:CLEAR it is proposed to a second person. That it stood is kept',
    params: z.object({ marking: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    body: z.strictObject({ why }),
    answer: outcome,
  }),
  markingProposals: operation({
    id: 'markingProposals',
    method: 'GET',
    path: '/api/v1/markings/proposals',
    action: 'mark',
    tag: 'markings',
    summary: 'What waits for a second person, as far as the caller may know of the object; oldest first',
    answer: z.object({ proposals: z.array(markingProposal).readonly() }),
  }),
  proposeMarking: operation({
    id: 'proposeMarking',
    method: 'POST',
    path: '/api/v1/markings/proposals',
    action: 'propose',
    tag: 'markings',
    summary: 'Propose that a marking be set or taken off; a releaser agrees or not',
    body: z.strictObject({
      object: namedObject,
      proposed: z.discriminatedUnion('act', [proposed.options[0], proposed.options[1]]),
      why,
    }),
    answer: outcome,
    status: 201,
  }),
  approveMarking: operation({
    id: 'approveMarking',
    method: 'POST',
    path: '/api/v1/markings/proposals/:proposal/approve',
    action: 'mark',
    tag: 'markings',
    summary: 'Agree to what somebody else proposed; it is decided afresh and takes effect',
    params: proposalId,
    body: z.strictObject({ why }),
    answer: outcome,
  }),
  withdrawMarking: operation({
    id: 'withdrawMarking',
    method: 'POST',
    path: '/api/v1/markings/proposals/:proposal/withdraw',
    action: 'mark',
    tag: 'markings',
    summary: 'Turn a proposal down, or take back one’s own',
    params: proposalId,
    body: z.strictObject({ why }),
    answer: markingProposal,
  }),
  release: operation({
    id: 'release',
    method: 'POST',
    path: '/api/v1/releases',
    action: 'release',
    tag: 'markings',
    summary:
      'Release an object to an organisation whose people are cleared for it; recorded, and above TLP:CLEAR proposed to a second person',
    body: namedObject.extend({ to: organisation, why }),
    answer: outcome,
    status: 201,
  }),
  recall: operation({
    id: 'recall',
    method: 'POST',
    path: '/api/v1/releases/:release/recall',
    action: 'release',
    tag: 'markings',
    summary:
      'Call a release back: the organisation sees it here no more; what it took away is asked for, not undone',
    params: z.object({ release: z.string().max(80) }),
    body: z.strictObject({ why }),
    answer: release,
  }),
} as const;
