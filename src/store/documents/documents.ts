import { type SqlBool, sql } from 'kysely';
import type { TimePoint } from '../../kernel/index.ts';
import type { Db, Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import { lastSeenBy } from '../timeline.ts';
import { Copies, joinOrigins } from './copies.ts';
import { dayOf } from './day-of.ts';
import type {
  DocumentState,
  DocumentStep,
  ItemRow,
  Keeping,
  Kept,
  KeptDocument,
  KeptReading,
  KeptTelling,
  Received,
  VersionSignal,
} from './document.ts';
import { type DocumentId, newDocumentId } from './document-id.ts';
import { documentError } from './errors.ts';
import { pageKey } from './page-key.ts';
import { Reviews } from './reviews.ts';
import type { DocumentTable } from './tables.ts';
import { LONGEST_KEPT, packText, sha256Of, unpackText } from './text-pack.ts';
import { standingOf } from './versions.ts';

/** Which documents to list; what is left out is not asked. */
export interface DocumentFilter {
  readonly state?: DocumentState;
  readonly signal?: VersionSignal;
  readonly publisher?: string;
  readonly feed?: string;
  readonly language?: string;
  /** Days of publication, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Words that the headline has, in any case. */
  readonly headline?: string;
  /** Printings of this document. */
  readonly copyOf?: DocumentId;
  readonly knownAt?: TimePoint | null;
}

/** One page of documents, the last kept first. */
export interface DocumentPage {
  readonly documents: readonly KeptDocument[];
  /** Where the next page begins; `null` after the last. Stays good whatever is kept meanwhile. */
  readonly next: string | null;
}

/** Which tellings to give. */
export interface TellingFilter {
  readonly from?: string;
  readonly to?: string;
  readonly type?: string;
  readonly country?: string;
  readonly documents?: readonly DocumentId[];
}

/**
 * The documents that were read: their texts, their versions, every reading, and what persons decided. Nothing is
 * deleted: a version that was replaced or withdrawn stays and says so (SPEC DO1 to DO9).
 */
export class Documents {
  readonly #dialect: Dialect;
  readonly #guard: Guard;
  /** Which documents are printings of one story. */
  readonly copies: Copies;
  /** What persons decided on items. */
  readonly reviews: Reviews;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
    this.copies = new Copies(dialect, guard);
    this.reviews = new Reviews(dialect, guard);
  }

  /**
   * Keeps a document, unless it is kept already, and settles what it is to the versions before it, in one transaction.
   * Throws `ENT_DOCUMENT_REFUSED` when it has no words, too many, or names a file that the archive has not.
   */
  keep(received: Received, keeping: Keeping): Promise<Kept> {
    if (received.text.trim() === '') throw documentError('ENT_DOCUMENT_REFUSED', { why: 'it has no words' });
    if (Buffer.byteLength(received.text) > LONGEST_KEPT)
      throw documentError('ENT_DOCUMENT_REFUSED', { why: `it is over ${LONGEST_KEPT / 1024 / 1024} MiB` });
    const text = received.text.replace(/\r\n?/g, '\n');
    const sha256 = sha256Of(text);
    return this.#guard('keeping a document', () =>
      this.#dialect.write(async (db) => {
        const standing = await standingOf(db, received, sha256);
        if (standing.as === 'known') return { id: standing.version, outcome: 'known', earlier: null };
        await this.#needFile(db, keeping.file ?? null);
        const id = newDocumentId();
        await db
          .insertInto('document_text')
          .values({ sha256, body: packText(text), sketch: null })
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .execute();
        await db
          .insertInto('document')
          .values(rowOf(id, sha256, received, keeping))
          .execute();
        await this.#step(db, id, 'current', null, keeping, `kept as ${received.signal}`);
        if (standing.as === 'new') return { id, outcome: 'new', earlier: null };
        const state = standing.as === 'replaces' ? 'replaced' : 'withdrawn';
        if (state === 'replaced') await joinOrigins(db, id, standing.version);
        await this.#step(db, standing.version, state, id, keeping, received.signal);
        return { id, outcome: standing.as, earlier: standing.version };
      }),
    );
  }

  /** Says what has become of a document, on a person's word. Throws `ENT_DOCUMENT_UNKNOWN`. */
  setState(
    id: DocumentId,
    state: DocumentState,
    act: { readonly by: string; readonly at: TimePoint; readonly why: string },
  ): Promise<void> {
    return this.#guard('recording what became of a document', () =>
      this.#dialect.write(async (db) => {
        await needDocument(db, id);
        await this.#step(db, id, state, null, act, act.why);
      }),
    );
  }

  /** A document, as it stood at a moment; `null` when none with that id was kept by then. */
  async find(id: DocumentId, knownAt: TimePoint | null = null): Promise<KeptDocument | null> {
    const row = await this.#dialect.db
      .selectFrom('document')
      .selectAll()
      .where('id', '=', id)
      .where('first_known', '<=', lastSeenBy(knownAt))
      .executeTakeFirst();
    if (row === undefined) return null;
    return (await this.#asKnown([row], knownAt))[0] ?? null;
  }

  /** Documents by their ids; one that is not kept is left out. */
  async several(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, KeptDocument>> {
    const found = new Map<DocumentId, KeptDocument>();
    for (let at = 0; at < ids.length; at += BATCH) {
      const rows = await this.#dialect.db
        .selectFrom('document')
        .selectAll()
        .where('id', 'in', ids.slice(at, at + BATCH))
        .execute();
      for (const row of rows) found.set(row.id, documentOf(row));
    }
    return found;
  }

  /** The words of a document. Throws `ENT_DOCUMENT_UNKNOWN`. */
  async text(id: DocumentId): Promise<string> {
    const row = await this.#dialect.db
      .selectFrom('document')
      .innerJoin('document_text', 'document_text.sha256', 'document.sha256')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
    return unpackText(row.body);
  }

  /** What became of a document, oldest first. */
  async steps(id: DocumentId): Promise<readonly DocumentStep[]> {
    const rows = await this.#dialect.db
      .selectFrom('document_step')
      .selectAll()
      .where('document_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map(({ state, successor, at, by_whom, why }) => ({ state, successor, at, by: by_whom, why }));
  }

  /** A page of documents, the last kept first. Throws `ENT_DOCUMENT_CURSOR`. */
  async list(
    filter: DocumentFilter,
    page: { readonly limit: number; readonly cursor?: string | null },
  ): Promise<DocumentPage> {
    const knownAt = filter.knownAt ?? null;
    let query = this.#dialect.db
      .selectFrom('document')
      .selectAll()
      .where('first_known', '<=', lastSeenBy(knownAt));
    // As known earlier, the state of then is not in the row; it is looked at below.
    if (filter.state !== undefined && knownAt === null) query = query.where('state', '=', filter.state);
    if (filter.signal !== undefined) query = query.where('signal', '=', filter.signal);
    if (filter.publisher !== undefined) query = query.where('publisher', '=', filter.publisher);
    if (filter.feed !== undefined) query = query.where('feed', '=', filter.feed);
    if (filter.language !== undefined) query = query.where('language', '=', filter.language);
    if (filter.from !== undefined) query = query.where('day', '>=', filter.from);
    if (filter.to !== undefined) query = query.where('day', '<=', filter.to);
    if (filter.copyOf !== undefined) query = query.where('copy_of', '=', filter.copyOf);
    if (filter.headline !== undefined) {
      const words = `%${filter.headline.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where(sql<SqlBool>`lower(headline) like ${words} escape '\\'`);
    }
    const documents: KeptDocument[] = [];
    let before = page.cursor == null ? null : seqOf(page.cursor);
    for (;;) {
      const part = before === null ? query : query.where('seq', '<', before);
      const rows = await part
        .orderBy('seq', 'desc')
        .limit(page.limit + 1)
        .execute();
      const known = await this.#asKnown(rows, knownAt);
      for (const [index, document] of known.entries()) {
        if (documents.length === page.limit) return { documents, next: cursorOf(before) };
        before = rows[index]?.seq ?? before;
        if (filter.state === undefined || document.state === filter.state) documents.push(document);
      }
      if (rows.length <= page.limit) return { documents, next: null };
    }
  }

  /** How many documents are kept, by state. */
  async counts(): Promise<Readonly<Record<DocumentState, number>>> {
    const rows = await this.#dialect.db
      .selectFrom('document')
      .select((by) => ['state', by.fn.countAll<number>().as('number')])
      .groupBy('state')
      .execute();
    const counts = { current: 0, replaced: 0, withdrawn: 0 };
    for (const { state, number } of rows) counts[state] = Number(number);
    return counts;
  }

  /**
   * Keeps a reading of a document, and takes its items in place of the reading before; one that is word for word
   * the newest already, by the same rules, is not kept again. Decisions are not touched. Throws `ENT_DOCUMENT_UNKNOWN`.
   */
  recordReading(
    reading: Omit<KeptReading, 'id'>,
    body: unknown,
    items: readonly ItemRow[],
  ): Promise<{ readonly id: number; readonly added: boolean }> {
    const text = JSON.stringify(body);
    return this.#guard('keeping a reading', () =>
      this.#dialect.write(async (db) => {
        await needDocument(db, reading.document);
        const newest = await newestReading(db, reading.document);
        if (newest !== null && newest.rules === reading.rules && unpackText(newest.body) === text)
          return { id: newest.id, added: false };
        const { id } = await db
          .insertInto('document_reading')
          .values({
            document_id: reading.document,
            rules: reading.rules,
            record: reading.record,
            read_at: reading.at,
            body: packText(text),
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await db.deleteFrom('document_item').where('document_id', '=', reading.document).execute();
        await this.#dialect.insertMany(
          db,
          'document_item',
          ITEM_COLUMNS,
          items.map(({ key, kind, start, end, telling }) => [
            reading.document,
            key,
            kind,
            start,
            end,
            telling?.type ?? null,
            telling?.from ?? null,
            telling?.to ?? null,
            telling?.country ?? null,
            telling === null ? null : JSON.stringify(telling.body),
          ]),
        );
        return { id, added: true };
      }),
    );
  }

  /** The readings of a document, newest first. */
  async readings(id: DocumentId): Promise<readonly KeptReading[]> {
    const rows = await this.#dialect.db
      .selectFrom('document_reading')
      .select(['id', 'document_id', 'rules', 'record', 'read_at'])
      .where('document_id', '=', id)
      .orderBy('id', 'desc')
      .execute();
    return rows.map(readingOf);
  }

  /** The newest reading of a document known by a moment, or the one of a number, with its body as it was given; `null` when there is none. */
  async reading(
    id: DocumentId,
    which: { readonly number?: number; readonly knownAt?: TimePoint | null } = {},
  ): Promise<{ readonly about: KeptReading; readonly body: unknown } | null> {
    const row = await newestReading(this.#dialect.db, id, which);
    return row === null ? null : { about: readingOf(row), body: JSON.parse(unpackText(row.body)) };
  }

  /**
   * The readings that were kept after the one of a number, oldest first, as the JSON text in which they were: for what
   * goes through all of them, and then through what is new.
   */
  async readingsAfter(
    number: number,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly document: DocumentId; readonly json: string }[]> {
    const rows = await this.#dialect.db
      .selectFrom('document_reading')
      .select(['id', 'document_id', 'body'])
      .where('id', '>', number)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ number: row.id, document: row.document_id, json: unpackText(row.body) }));
  }

  /** Documents that no reading by these rules is held of, oldest first. */
  async unread(rules: string, limit: number): Promise<readonly DocumentId[]> {
    const rows = await this.#dialect.db
      .selectFrom('document')
      .select('id')
      .where('state', '=', 'current')
      .where((by) =>
        by.not(
          by.exists(
            by
              .selectFrom('document_reading')
              .select('document_reading.id')
              .whereRef('document_reading.document_id', '=', 'document.id')
              .where('rules', '=', rules),
          ),
        ),
      )
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** What the events of current documents tell, by document. Days that are not known fit every span of time. */
  async tellings(filter: TellingFilter = {}): Promise<readonly KeptTelling[]> {
    let query = this.#dialect.db
      .selectFrom('document_item')
      .innerJoin('document', 'document.id', 'document_item.document_id')
      .select(['document_item.document_id', 'item', 'type', 'day_from', 'day_to', 'country', 'telling'])
      .where('telling', 'is not', null)
      .where('state', '=', 'current');
    const { from, to, type, country, documents } = filter;
    if (from !== undefined)
      query = query.where((by) => by.or([by('day_to', '>=', from), by('day_to', 'is', null)]));
    if (to !== undefined)
      query = query.where((by) => by.or([by('day_from', '<=', to), by('day_from', 'is', null)]));
    if (type !== undefined) query = query.where('type', '=', type);
    if (country !== undefined) query = query.where('country', '=', country);
    if (documents !== undefined) {
      if (documents.length === 0) return [];
      query = query.where('document_item.document_id', 'in', [...documents]);
    }
    const rows = await query.orderBy('document.seq').orderBy('span_start').orderBy('item').execute();
    return rows.map((row) => ({
      document: row.document_id,
      key: row.item,
      type: row.type ?? '',
      from: row.day_from,
      to: row.day_to,
      country: row.country,
      body: JSON.parse(row.telling ?? '{}') as Record<string, unknown>,
    }));
  }

  async #step(
    db: Db,
    document: DocumentId,
    state: DocumentState,
    successor: DocumentId | null,
    act: { readonly by: string; readonly at: TimePoint },
    why: string,
  ): Promise<void> {
    await db.updateTable('document').set({ state, successor }).where('id', '=', document).execute();
    await db
      .insertInto('document_step')
      .values({ document_id: document, state, successor, at: act.at, by_whom: act.by, why })
      .execute();
  }

  async #needFile(db: Db, sha256: string | null): Promise<void> {
    if (sha256 === null) return;
    const file = await db.selectFrom('file').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    if (file === undefined)
      throw documentError('ENT_DOCUMENT_REFUSED', { why: `its file ${sha256} is not in the archive` });
  }

  /** Rows as documents, in the state that was known at a moment. */
  async #asKnown(rows: readonly DocumentRow[], knownAt: TimePoint | null): Promise<readonly KeptDocument[]> {
    if (knownAt === null || rows.length === 0) return rows.map(documentOf);
    const steps = await this.#dialect.db
      .selectFrom('document_step')
      .select(['document_id', 'state', 'successor'])
      .where(
        'document_id',
        'in',
        rows.map(({ id }) => id),
      )
      .where('at', '<=', lastSeenBy(knownAt))
      .orderBy('id')
      .execute();
    const then = new Map(steps.map((step) => [step.document_id, step]));
    return rows.map((row) => {
      const { state, successor } = then.get(row.id) ?? { state: 'current', successor: null };
      return documentOf({ ...row, state, successor });
    });
  }
}

const BATCH = 500;
const ITEM_COLUMNS = [
  'document_id',
  'item',
  'kind',
  'span_start',
  'span_end',
  'type',
  'day_from',
  'day_to',
  'country',
  'telling',
] as const;

/** A row as it is read. */
type DocumentRow = Omit<DocumentTable, 'seq'> & { readonly seq: number };

async function needDocument(db: Db, id: DocumentId): Promise<void> {
  const row = await db.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
}

async function newestReading(
  db: Db,
  document: DocumentId,
  which: { readonly number?: number; readonly knownAt?: TimePoint | null } = {},
) {
  let query = db
    .selectFrom('document_reading')
    .selectAll()
    .where('document_id', '=', document)
    .where('read_at', '<=', lastSeenBy(which.knownAt ?? null));
  if (which.number !== undefined) query = query.where('id', '=', which.number);
  return (await query.orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

function readingOf(row: {
  readonly id: number;
  readonly document_id: string;
  readonly rules: string;
  readonly record: string;
  readonly read_at: string;
}): KeptReading {
  return {
    id: row.id,
    document: row.document_id,
    rules: row.rules,
    record: row.record,
    at: row.read_at,
  };
}

function rowOf(id: DocumentId, sha256: string, received: Received, keeping: Keeping) {
  const { origin } = received;
  const known = keeping.known ?? keeping.at;
  return {
    id,
    sha256,
    file_sha256: keeping.file ?? null,
    format: received.format,
    extent: received.extent,
    url: origin.url,
    url_key: origin.url === null ? null : pageKey(origin.url),
    feed: origin.feed,
    guid: origin.guid,
    headline: received.headline,
    publisher: received.publisher,
    agency: received.agency,
    author: received.author,
    language: received.language,
    day: dayOf(received.dates) ?? known.slice(0, 10),
    dates: JSON.stringify(received.dates),
    signal: received.signal,
    version: received.version,
    notes: JSON.stringify(received.notes),
    first_known: known,
    kept_at: keeping.at,
    kept_by: keeping.by,
    state: 'current' as const,
    successor: null,
    copy_of: id,
  };
}

function documentOf(row: Omit<DocumentRow, 'seq' | 'url_key'>): KeptDocument {
  return {
    id: row.id,
    sha256: row.sha256,
    file: row.file_sha256,
    format: row.format,
    extent: row.extent,
    origin: { url: row.url, feed: row.feed, guid: row.guid },
    headline: row.headline,
    publisher: row.publisher,
    agency: row.agency,
    author: row.author,
    language: row.language,
    day: row.day,
    dates: JSON.parse(row.dates) as KeptDocument['dates'],
    signal: row.signal,
    version: row.version,
    notes: JSON.parse(row.notes) as KeptDocument['notes'],
    firstKnown: row.first_known,
    keptAt: row.kept_at,
    keptBy: row.kept_by,
    state: row.state,
    successor: row.successor,
    copyOf: row.copy_of,
  };
}

function cursorOf(seq: number | null): string | null {
  return seq === null ? null : `d${seq.toString(36)}`;
}

function seqOf(cursor: string): number {
  const seq = /^d[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : Number.NaN;
  if (!Number.isSafeInteger(seq)) throw documentError('ENT_DOCUMENT_CURSOR', { cursor });
  return seq;
}
