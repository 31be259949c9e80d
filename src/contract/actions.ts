import { ACTIONS, type Action } from '../policy/index.ts';

/**
 * What a caller may want to do: each operation names one, and the server asks the policy before it runs.
 * `public` needs no leave; all others are the policy's own.
 */
export const OPERATION_ACTIONS: readonly OperationAction[] = ['public', ...ACTIONS];

/** One of {@link OPERATION_ACTIONS}. */
export type OperationAction = 'public' | Action;
