/** A body that lists. */
export interface Authority {
  /** Stable id: `us-treasury`, `un-sc`. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, or `UN`, `EU`. */
  readonly country: string;
}

/** One published register of an authority, or the starter record (`entente`). */
export interface ListInfo {
  /** Stable id: `us-ofac-sdn`. */
  readonly id: string;
  readonly title: string;
  readonly authority: Authority;
  /** What being on it means in one line, in the publisher's terms. */
  readonly effect: string;
  /** The page where a person finds it. */
  readonly url: string;
  readonly licence: string;
  /**
   * The parts a snapshot may hold; the first is the one whose silence about a record means that the record is
   * not on the list. A snapshot that holds only some parts says nothing about the others.
   */
  readonly parts: readonly [string, ...string[]];
  /** Days after which an observation is called stale. */
  readonly staleAfterDays: number;
}

/**
 * The id of the starter record's own list. Its group records are profiles, not listings; its other records
 * are claims, with their sources, that some list names the group.
 */
export const RECORD_LIST_ID = 'record';
