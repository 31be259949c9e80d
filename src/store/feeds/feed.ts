import type { Reason } from '../files/reason.ts';
import type { ItemOutcome } from './item-outcome.ts';

/** A feed to read. */
export interface NewFeed {
  /** Lower-case letters, figures, dots and dashes. */
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly home: string | null;
  /** Whether the page of an item is fetched where the feed has no full text. */
  readonly pages: boolean;
  readonly everySeconds: number;
}

/** A feed that is read, and how its last runs went. Times are instants in UTC. */
export interface Feed extends NewFeed {
  /** How long its publisher asks to wait between two readings; `null` when it does not say. */
  readonly askedSeconds: number | null;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly removed: { readonly at: string; readonly by: string } | null;
  /** The newest attempt. */
  readonly runAt: string | null;
  /** The newest attempt that its host answered, changed or not: as of then what is held is what it had. */
  readonly answeredAt: string | null;
  /** When it was last seen to have something new. */
  readonly changedAt: string | null;
  /** Failed attempts since the last that did not fail. */
  readonly failures: number;
  /** Why the last one failed; `null` when it did not. */
  readonly error: Reason | null;
  /** From when on it is to be read again. */
  readonly dueAt: string;
}

/** How a reading of a feed went. */
export interface FeedRun {
  readonly at: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  readonly error: Reason | null;
  readonly dueAt: string;
  readonly title?: string | null;
  readonly home?: string | null;
  readonly askedSeconds?: number | null;
}

/** An item that a feed had, and what became of it. */
export interface FeedItem {
  readonly guid: string;
  /** Of what the feed says of it: another one means that the feed changed it. */
  readonly digest: string;
  readonly url: string | null;
  readonly headline: string | null;
  readonly firstSeen: string;
  readonly seenAt: string;
  readonly outcome: ItemOutcome;
  readonly document: string | null;
  /** Attempts that failed. */
  readonly tries: number;
  /** When it is tried again; `null` when it is not. */
  readonly retryAt: string | null;
  readonly error: Reason | null;
}
