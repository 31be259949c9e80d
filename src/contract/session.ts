import { z } from 'zod';
import { OPERATION_ACTIONS } from './actions.ts';

/** Who is asking, as the server sees it. */
export const sessionAnswer = z.object({
  subject: z.object({
    kind: z.enum(['local', 'person', 'key', 'nobody']),
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()).readonly(),
  }),
  actions: z.array(z.enum(OPERATION_ACTIONS)).readonly().meta({ description: 'What the caller may do.' }),
  open: z.boolean().meta({ description: 'Whether the server runs without accounts, on this machine only.' }),
  csrf: z.string().nullable().meta({
    description: 'To be sent as X-CSRF-Token with all that changes something; `null` without a session.',
  }),
  expiresAt: z.string().nullable().meta({ description: 'When the session ends.' }),
});

/** See {@link sessionAnswer}. */
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** Signing in. */
export const signIn = z.object({
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
  code: z.string().max(20).optional().meta({ description: 'The one-time code, where the account has one.' }),
});

/** The server's health. */
export const healthAnswer = z.object({ status: z.literal('ok') });

/** What the server is and what it answers from. */
export const aboutAnswer = z.object({
  name: z.literal('entente'),
  version: z.string(),
  rules: z.string().meta({ description: 'The version of the matching rules.' }),
  edition: z.string().meta({ description: 'Names the state of the record that answers come from.' }),
  since: z.string().meta({ description: 'Since when answers come from it.' }),
  entities: z.number().int(),
  names: z.number().int(),
});
