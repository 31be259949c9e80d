import type { Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import { feedError } from './errors.ts';
import type { Feed, FeedItem, FeedRun, NewFeed } from './feed.ts';
import { ITEM_OUTCOMES, type ItemOutcome } from './item-outcome.ts';
import type { FeedItemTable, FeedTable } from './tables.ts';

/**
 * The feeds that are read, when each was read and is to be read again, and what became of each item that it ever had
 * (SPEC FE1 to FE4).
 */
export class Feeds {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /**
   * Adds a feed, due at once. One that was removed comes back with its items under its old id. Throws `ENT_FEED_ID`
   * and `ENT_FEED_KNOWN`.
   */
  add(feed: NewFeed, act: { readonly by: string; readonly at: string }): Promise<Feed> {
    return this.#guard('adding a feed', () =>
      this.#dialect.write(async (db) => {
        if (!/^[a-z0-9][a-z0-9.-]{0,79}$/.test(feed.id))
          throw feedError('ENT_FEED_ID', { id: feed.id, why: 'use a-z, 0-9, dots and dashes' });
        const same = await db.selectFrom('feed').selectAll().where('url', '=', feed.url).executeTakeFirst();
        if (same !== undefined && same.removed_at === null)
          throw feedError('ENT_FEED_KNOWN', { id: same.id, url: feed.url });
        const settings = {
          title: feed.title,
          home: feed.home,
          pages: feed.pages ? 1 : 0,
          every_seconds: feed.everySeconds,
          added_at: act.at,
          added_by: act.by,
          removed_at: null,
          removed_by: null,
          due_at: act.at,
        };
        if (same !== undefined) {
          await db.updateTable('feed').set(settings).where('id', '=', same.id).execute();
          return feedOf({ ...same, ...settings });
        }
        const taken = await db.selectFrom('feed').select('id').where('id', '=', feed.id).executeTakeFirst();
        if (taken !== undefined) throw feedError('ENT_FEED_ID', { id: feed.id, why: 'another feed has it' });
        const row = {
          id: feed.id,
          url: feed.url,
          ...settings,
          asked_seconds: null,
          run_at: null,
          answered_at: null,
          changed_at: null,
          failures: 0,
          error_code: null,
          error: null,
        };
        await db.insertInto('feed').values(row).execute();
        return feedOf(row);
      }),
    );
  }

  /** The feeds that are read, by id; with `removed` those that no longer are too. */
  async list(options: { readonly removed?: boolean } = {}): Promise<readonly Feed[]> {
    const all = this.#dialect.db.selectFrom('feed').selectAll().orderBy('id');
    const rows = await (options.removed === true ? all : all.where('removed_at', 'is', null)).execute();
    return rows.map(feedOf);
  }

  /** Stops reading a feed; its documents and the record of its items stay. Throws `ENT_FEED_UNKNOWN`. */
  remove(id: string, act: { readonly by: string; readonly at: string }): Promise<void> {
    return this.#guard('removing a feed', () =>
      this.#dialect.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('feed')
          .set({ removed_at: act.at, removed_by: act.by })
          .where('id', '=', id)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) return;
        const rows = await db
          .selectFrom('feed')
          .select('id')
          .where('removed_at', 'is', null)
          .orderBy('id')
          .execute();
        throw feedError('ENT_FEED_UNKNOWN', { id, known: rows.map((row) => row.id) });
      }),
    );
  }

  /** Puts a reading on record. One that failed leaves what was known of the feed as it was. */
  recordRun(id: string, run: FeedRun): Promise<void> {
    const { at, outcome, error, dueAt } = run;
    const answered = outcome !== 'failed';
    return this.#guard('recording a run of a feed', () =>
      this.#dialect.write(async (db) => {
        await db
          .updateTable('feed')
          .set((by) => ({
            run_at: at,
            due_at: dueAt,
            error_code: error?.code ?? null,
            error: error?.reason ?? null,
            failures: answered ? 0 : by('failures', '+', 1),
            ...(answered ? { answered_at: at } : {}),
            ...(outcome === 'changed' ? { changed_at: at } : {}),
            ...(run.title == null ? {} : { title: run.title }),
            ...(run.home == null ? {} : { home: run.home }),
            ...(run.askedSeconds === undefined ? {} : { asked_seconds: run.askedSeconds }),
          }))
          .where('id', '=', id)
          .execute();
      }),
    );
  }

  /** The items of a feed that carry one of these ids, by id. */
  async items(feed: string, guids: readonly string[]): Promise<ReadonlyMap<string, FeedItem>> {
    const found = new Map<string, FeedItem>();
    for (let at = 0; at < guids.length; at += BATCH) {
      const rows = await this.#dialect.db
        .selectFrom('feed_item')
        .selectAll()
        .where('feed_id', '=', feed)
        .where('guid', 'in', guids.slice(at, at + BATCH))
        .execute();
      for (const row of rows) found.set(row.guid, itemOf(row));
    }
    return found;
  }

  /** Says what became of an item. When it was first seen stays. */
  recordItem(feed: string, item: FeedItem): Promise<void> {
    const row = {
      digest: item.digest,
      url: item.url,
      headline: item.headline,
      seen_at: item.seenAt,
      outcome: item.outcome,
      document_id: item.document,
      tries: item.tries,
      retry_at: item.retryAt,
      error_code: item.error?.code ?? null,
      error: item.error?.reason ?? null,
    };
    return this.#guard('recording an item of a feed', () =>
      this.#dialect.write(async (db) => {
        await db
          .insertInto('feed_item')
          .values({ feed_id: feed, guid: item.guid, first_seen: item.firstSeen, ...row })
          .onConflict((conflict) => conflict.columns(['feed_id', 'guid']).doUpdateSet(row))
          .execute();
      }),
    );
  }

  /** The document that holds the whole text of a page, by whichever feed it came; `null` when none does. */
  async wholeAt(url: string): Promise<string | null> {
    const row = await this.#dialect.db
      .selectFrom('feed_item')
      .select('document_id')
      .where('url', '=', url)
      .where('outcome', '=', 'kept')
      .where('document_id', 'is not', null)
      .orderBy('seen_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.document_id ?? null;
  }

  /** The newest item of a feed, other than one, that carries an id, an address or a headline; `null` when none does. */
  async itemNamed(
    feed: string,
    named: { readonly id?: string; readonly headline?: string },
    not: string,
  ): Promise<FeedItem | null> {
    const { id, headline } = named;
    const row = await this.#dialect.db
      .selectFrom('feed_item')
      .selectAll()
      .where('feed_id', '=', feed)
      .where('guid', '!=', not)
      .where('document_id', 'is not', null)
      .where((by) =>
        by.or([
          ...(id === undefined ? [] : [by('guid', '=', id), by('url', '=', id), by('document_id', '=', id)]),
          ...(headline === undefined ? [] : [by('headline', '=', headline)]),
        ]),
      )
      .orderBy('seen_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : itemOf(row);
  }

  /** How many items of each feed came to what, by feed. */
  async counts(): Promise<ReadonlyMap<string, Readonly<Record<ItemOutcome, number>>>> {
    const rows = await this.#dialect.db
      .selectFrom('feed_item')
      .select((by) => ['feed_id', 'outcome', by.fn.countAll<number>().as('number')])
      .groupBy(['feed_id', 'outcome'])
      .execute();
    const counts = new Map<string, Record<ItemOutcome, number>>();
    for (const { feed_id, outcome, number } of rows) {
      const of = counts.get(feed_id) ?? none();
      of[outcome] = Number(number);
      counts.set(feed_id, of);
    }
    return counts;
  }
}

const BATCH = 500;

function none(): Record<ItemOutcome, number> {
  return Object.fromEntries(ITEM_OUTCOMES.map((outcome) => [outcome, 0])) as Record<ItemOutcome, number>;
}

function feedOf(row: FeedTable): Feed {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    home: row.home,
    pages: row.pages === 1,
    everySeconds: row.every_seconds,
    askedSeconds: row.asked_seconds,
    addedAt: row.added_at,
    addedBy: row.added_by,
    removed: row.removed_at === null ? null : { at: row.removed_at, by: row.removed_by ?? '' },
    runAt: row.run_at,
    answeredAt: row.answered_at,
    changedAt: row.changed_at,
    failures: row.failures,
    error: row.error_code === null ? null : { code: row.error_code, reason: row.error ?? '' },
    dueAt: row.due_at,
  };
}

function itemOf(row: FeedItemTable): FeedItem {
  return {
    guid: row.guid,
    digest: row.digest,
    url: row.url,
    headline: row.headline,
    firstSeen: row.first_seen,
    seenAt: row.seen_at,
    outcome: row.outcome,
    document: row.document_id,
    tries: row.tries,
    retryAt: row.retry_at,
    error: row.error_code === null ? null : { code: row.error_code, reason: row.error ?? '' },
  };
}
