/**
 * What a caller may want to do: each operation names one, and the server asks the policy before it runs.
 * `public` needs no leave. The names are the policy's own; the server's build fails when the two differ.
 */
export const OPERATION_ACTIONS = [
  'public',
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
] as const;

/** One of {@link OPERATION_ACTIONS}. */
export type OperationAction = (typeof OPERATION_ACTIONS)[number];
