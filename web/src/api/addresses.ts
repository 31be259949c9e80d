import type { API, Method, OperationName } from '../../../src/contract/index.ts';

export type { OperationName } from '../../../src/contract/index.ts';

/** The contract's operations, as types only: its schemas stay out of the page. */
export type Operations = typeof API;

/** Written in by the build from the contract (`vite.config.ts`). */
declare const __ADDRESSES__: Readonly<Record<OperationName, readonly [Method, string]>>;

/** Method and path of each operation. */
export const ADDRESSES: Readonly<Record<OperationName, readonly [Method, string]>> = __ADDRESSES__;
