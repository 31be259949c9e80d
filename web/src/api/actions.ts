import type { OperationAction } from '../../../src/contract/index.ts';

/** The actions that a key can be narrowed to. */
export const KEY_ACTIONS = [
  'screen',
  'search',
  'read',
  'document',
  'engage',
  'watch',
  'export',
  'propose',
  'decide',
  'mark',
  'release',
  'load',
  'audit',
  'administer',
  'metrics',
] as const satisfies readonly OperationAction[];

/** One of {@link KEY_ACTIONS}. */
export type KeyAction = (typeof KEY_ACTIONS)[number];
