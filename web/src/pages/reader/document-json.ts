import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** A kept document with its newest reading and what persons made of each item. */
export type DocumentJson = Answered<Operations['document']>;

/** An item of a reading with what persons made of it. */
export type ItemJson = DocumentJson['items'][number];
