import type { ItemOutcome } from './item-outcome.ts';

/** The tables of the feeds. */
export interface FeedTables {
  feed: FeedTable;
  feed_item: FeedItemTable;
}

export interface FeedTable {
  id: string;
  url: string;
  title: string | null;
  home: string | null;
  /** 0 or 1. */
  pages: number;
  every_seconds: number;
  asked_seconds: number | null;
  added_at: string;
  added_by: string;
  removed_at: string | null;
  removed_by: string | null;
  run_at: string | null;
  answered_at: string | null;
  changed_at: string | null;
  failures: number;
  error_code: string | null;
  error: string | null;
  due_at: string;
}

export interface FeedItemTable {
  feed_id: string;
  guid: string;
  digest: string;
  url: string | null;
  headline: string | null;
  first_seen: string;
  seen_at: string;
  outcome: ItemOutcome;
  document_id: string | null;
  tries: number;
  retry_at: string | null;
  error_code: string | null;
  error: string | null;
}
