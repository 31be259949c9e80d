import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** A dialogue with all that the record holds of it. */
export type Dossier = Answered<Operations['dialogue']>;

/** A promise and what became of it. */
export type CommitmentView = Dossier['commitments'][number];
