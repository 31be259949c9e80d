import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** An account as the server shows it. */
export type Account = Answered<Operations['accounts']>['accounts'][number];

/** A role that an account may have. */
export type RoleName = (typeof ROLE_NAMES)[number];

/** The roles, as the policy names them. */
export const ROLE_NAMES = ['reader', 'analyst', 'reviewer', 'releaser', 'auditor', 'admin'] as const;

/** The levels of the Traffic Light Protocol, from open to closed. */
export const LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];
