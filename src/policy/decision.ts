/** Why something is denied. The first four are about the action, the rest about the object. */
export type Reason =
  | 'unknown-action'
  | 'role'
  | 'scope'
  | 'unmarked'
  | 'unknown-marking'
  | 'level'
  | 'named-persons'
  | 'organisation'
  | 'releasability'
  | 'originator'
  | 'caveat'
  | 'purpose'
  | 'recipient'
  | 'second-person'
  | 'originator-word';

/** What a caller must do with what it was permitted. */
export interface Obligation {
  /**
   * - `banner` show this marking with the content, on every page and in every file
   * - `caveat` show this handling caveat, and keep it
   * - `no-onward` do not pass on without the owner's word
   * - `purpose` use for these purposes only
   * - `record-release` enter what went to whom in the release ledger
   */
  readonly kind: 'banner' | 'caveat' | 'no-onward' | 'purpose' | 'record-release';
  readonly text: string;
}

/** The answer of `decide`. */
export interface Decision {
  readonly verdict: 'permit' | 'deny';
  /** Every reason against; empty when permitted. For the audit log, never for the one who asked when `hidden`. */
  readonly reasons: readonly Reason[];
  /** Empty when denied. */
  readonly obligations: readonly Obligation[];
  /** Whether the subject may not even know that the object exists: answer as if it did not (404). */
  readonly hidden: boolean;
}
