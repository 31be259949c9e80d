import { z } from 'zod';
import { OPERATION_ACTIONS } from './actions.ts';

/** The roles that an account may have. The names are the policy's own; a test fails when the two differ. */
export const ACCOUNT_ROLES = ['reader', 'analyst', 'reviewer', 'releaser', 'auditor', 'admin'] as const;

/** The levels of the Traffic Light Protocol 2.0 (FIRST), from open to closed; the policy's own. */
export const TLP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** What content may be used for; the policy's own. */
export const USE_PURPOSES = ['intelligence', 'lead', 'evidence', 'border', 'compliance', 'public'] as const;

const ids = z.array(z.string().max(80)).max(100).readonly();
const roles = z.array(z.enum(ACCOUNT_ROLES)).max(ACCOUNT_ROLES.length).readonly();
const password = z.string().max(1000).meta({ description: 'Twelve characters or more.' });
const state = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .meta({ description: 'ISO 3166-1 alpha-2.' });

/** What an account is cleared for; what is left out of a change stays as it is. */
export const clearanceGiven = z.object({
  tlp: z.enum(TLP_LEVELS).optional(),
  organisation: z.string().max(80).nullable().optional(),
  clientOf: ids.optional(),
  state: state.optional(),
  caveats: ids.optional(),
  purposes: z.array(z.enum(USE_PURPOSES)).readonly().optional(),
});

/** An account as it may be shown: nothing that is secret. */
export const account = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()).readonly(),
  clearance: z.object({
    tlp: z.string(),
    organisation: z.string().nullable(),
    clientOf: z.array(z.string()).readonly(),
    state: z.string().nullable(),
    caveats: z.array(z.string()).readonly(),
    purposes: z.array(z.string()).readonly(),
  }),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string(),
  disabledAt: z.string().nullable(),
});

/** Every account, by name. */
export const accountsAnswer = z.object({ accounts: z.array(account).readonly() });

/** A new account. Without a password it signs in by key only. */
export const accountRequest = z.strictObject({
  name: z.string().max(80),
  roles,
  clearance: clearanceGiven.default({}),
  password: password.optional(),
});

/** A change of an account; it ends the account's sessions. */
export const accountChange = z.strictObject({
  roles: roles.optional(),
  clearance: clearanceGiven.optional(),
  password: password.optional(),
  disabled: z.boolean().optional(),
});

/** An account by its name. */
export const accountName = z.object({ name: z.string().max(80) });

/** A new second factor: the link is given this once. */
export const totpAnswer = z.object({
  uri: z.string().meta({ description: 'For an authenticator app (Key URI format); given this once.' }),
});

/** An API key as it may be shown: all but the key. */
export const apiKey = z.object({
  id: z.string(),
  account: z.string(),
  label: z.string(),
  scopes: z.array(z.string()).readonly().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

/** The keys of an account. */
export const apiKeysAnswer = z.object({ keys: z.array(apiKey).readonly() });

/** A new key. */
export const apiKeyRequest = z.strictObject({
  label: z.string().min(1).max(200),
  scopes: z
    .array(z.enum(OPERATION_ACTIONS.slice(1) as Exclude<(typeof OPERATION_ACTIONS)[number], 'public'>[]))
    .min(1)
    .readonly()
    .nullable()
    .default(null)
    .meta({ description: 'Actions that the key is narrowed to; `null` for all of its account.' }),
  expiresAt: z.iso.datetime().nullable().default(null),
});

/** A key that was made. */
export const apiKeyAnswer = z.object({
  id: z.string(),
  key: z.string().meta({ description: 'Given this once, and not kept.' }),
});
