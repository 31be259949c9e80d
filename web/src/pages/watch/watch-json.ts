import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** A watch list with what its last run found. */
export type WatchJson = Answered<Operations['watched']>;

/** A name that is watched. */
export type WatchedName = WatchJson['names'][number];

/** What a run found to be otherwise. */
export type WatchChange = WatchJson['changes'][number];
