import { createHash } from 'node:crypto';
import { EntError } from '../../kernel/index.ts';
import type { Dialect } from '../dialect.ts';
import { storeError } from '../errors.ts';
import type { Fault } from '../fault.ts';
import { pack, unpack } from './pack.ts';
import type { Reason } from './reason.ts';
import type { FetchTable } from './tables.ts';

/** A file of the archive. */
export interface KeptFile {
  /** Of its content, inflated: what `snapshot_part.sha256` of a loaded list names. */
  readonly sha256: string;
  readonly mediaType: string | null;
  readonly size: number;
  readonly keptAt: string;
}

/** One fetch, as it came out. Exactly one of `sha256` and `error` is set. */
export interface Fetch {
  /** Whom it was asked for: a list's id, a feed's id, `read`. */
  readonly source: string;
  /** Without passwords and tokens. */
  readonly url: string;
  readonly at: string;
  readonly status: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** What the address had: the file brought, or the one at hand when it was unchanged. */
  readonly sha256: string | null;
  readonly error: Reason | null;
  /** Why what was brought was not taken by whom it was for; `null` when it was. */
  readonly refused: Reason | null;
}

/** Runs work on the store, and gives database failures the store's own error. */
export type Guard = <T>(doing: string, work: () => Promise<T>) => Promise<T>;

/**
 * The archive: the bytes of every file that was fetched, once each, by the SHA-256 of their content, and every fetch
 * with what came of it, so that an answer can be traced to the bytes behind it. Rules: `SPEC.md`.
 */
export class Files {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /**
   * Keeps a content under its SHA-256; one that is kept already is not read again. Throws `ENT_FILE_DAMAGED`, and
   * keeps nothing, when the content has another digest.
   */
  keep(
    about: { readonly sha256: string; readonly mediaType: string | null; readonly now: string },
    open: () => AsyncIterable<Uint8Array>,
  ): Promise<{ readonly added: boolean }> {
    const { sha256, mediaType, now } = about;
    return this.#guard('keeping a file', async () => {
      if ((await this.find(sha256)) !== null) return { added: false };
      return this.#dialect.write(async (db) => {
        await db
          .insertInto('file')
          .values({ sha256, media_type: mediaType, size: 0, kept_at: now })
          .execute();
        const pieces = pack(open());
        for (let seq = 0; ; seq++) {
          const piece = await pieces.next();
          if (piece.done !== true) {
            await db.insertInto('file_piece').values({ sha256, seq, body: piece.value }).execute();
            continue;
          }
          if (piece.value.sha256 !== sha256)
            throw storeError('ENT_FILE_DAMAGED', { sha256, why: `the content has ${piece.value.sha256}` });
          await db.updateTable('file').set({ size: piece.value.size }).where('sha256', '=', sha256).execute();
          return { added: true };
        }
      });
    });
  }

  /** A file that is kept, or `null`. */
  async find(sha256: string): Promise<KeptFile | null> {
    const row = await this.#dialect.db
      .selectFrom('file')
      .selectAll()
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { sha256: row.sha256, mediaType: row.media_type, size: row.size, keptAt: row.kept_at };
  }

  /**
   * A kept file's content, piece by piece. Throws `ENT_FILE_UNKNOWN`, and `ENT_FILE_DAMAGED` when it is not what was
   * kept; whoever reads must read to the end before trusting it. Must not be read inside a load of the same store,
   * which holds the only connection.
   */
  async *open(sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
    const file = await this.find(sha256);
    if (file === null) throw storeError('ENT_FILE_UNKNOWN', { sha256 });
    const digest = createHash('sha256');
    let size = 0;
    try {
      for await (const piece of this.#pieces(sha256)) {
        const chunk = await unpack(piece);
        size += chunk.length;
        if (size > file.size) break;
        digest.update(chunk);
        yield chunk;
      }
    } catch (cause) {
      if (!isZlibError(cause)) throw cause;
      throw storeError('ENT_FILE_DAMAGED', { sha256, why: 'it cannot be unpacked' }, { cause });
    }
    if (size !== file.size || digest.digest('hex') !== sha256)
      throw storeError('ENT_FILE_DAMAGED', { sha256, why: 'its content is another' });
  }

  async *#pieces(sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
    for (let seq = 0; ; seq++) {
      const row = await this.#dialect.db
        .selectFrom('file_piece')
        .select('body')
        .where('sha256', '=', sha256)
        .where('seq', '=', seq)
        .executeTakeFirst();
      if (row === undefined) return;
      yield row.body;
    }
  }

  /** Reads every kept file, and names those that are not what was kept (A2). Takes as long as reading them all does. */
  async faults(): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    const rows = await this.#dialect.db.selectFrom('file').select('sha256').orderBy('sha256').execute();
    for (const { sha256 } of rows) {
      try {
        for await (const _ of this.open(sha256));
      } catch (error) {
        if (!(error instanceof EntError) || error.code !== 'ENT_FILE_DAMAGED') throw error;
        faults.push({ rule: 'A2', where: 'the archive', what: error.message });
      }
    }
    return faults;
  }

  /** Records a fetch, whose file must be kept already. Gives its number. */
  recordFetch(fetch: Omit<Fetch, 'refused'>): Promise<number> {
    return this.#guard('recording a fetch', () =>
      this.#dialect.write(async (db) => {
        const { id } = await db
          .insertInto('fetch')
          .values({
            source: fetch.source,
            url: fetch.url,
            fetched_at: fetch.at,
            status: fetch.status,
            etag: fetch.etag,
            last_modified: fetch.lastModified,
            sha256: fetch.sha256,
            error_code: fetch.error?.code ?? null,
            error: fetch.error?.reason ?? null,
            refused_code: null,
            refused: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return id;
      }),
    );
  }

  /** Says of a fetch that what it brought was not taken, and why. */
  refuse(id: number, { code, reason }: Reason): Promise<void> {
    return this.#guard('recording a refusal', () =>
      this.#dialect.write(async (db) => {
        await db
          .updateTable('fetch')
          .set({ refused_code: code, refused: reason })
          .where('id', '=', id)
          .execute();
      }),
    );
  }

  /** The newest fetch of an address that brought or confirmed a file, or `null`. */
  async lastAnswer(source: string, url: string): Promise<Fetch | null> {
    const row = await this.#dialect.db
      .selectFrom('fetch')
      .selectAll()
      .where('source', '=', source)
      .where('url', '=', url)
      .where('sha256', 'is not', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : fetchOf(row);
  }

  /** Since when an address has had what its newest answer has: the first fetch of that unbroken row. */
  async unchangedSince(source: string, url: string): Promise<string | null> {
    const { db } = this.#dialect;
    const answers = db
      .selectFrom('fetch')
      .where('source', '=', source)
      .where('url', '=', url)
      .where('sha256', 'is not', null);
    const newest = await answers.select('sha256').orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (newest === undefined) return null;
    const other = await answers
      .select((eb) => eb.fn.max('id').as('id'))
      .where('sha256', '!=', newest.sha256)
      .executeTakeFirst();
    const first = await answers
      .select('fetched_at')
      .where('id', '>', other?.id ?? 0)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return first?.fetched_at ?? null;
  }

  /** The newest fetch of each address of each source, by source; with the newest answer where that one failed. */
  async latest(): Promise<ReadonlyMap<string, readonly LatestFetch[]>> {
    const { db } = this.#dialect;
    const rows = await db
      .selectFrom('fetch')
      .selectAll()
      .where(
        'id',
        'in',
        db
          .selectFrom('fetch')
          .select((eb) => eb.fn.max('id').as('id'))
          .groupBy(['source', 'url']),
      )
      .orderBy('id')
      .execute();
    const bySource = new Map<string, LatestFetch[]>();
    for (const row of rows) {
      const attempt = fetchOf(row);
      const answer = attempt.error === null ? attempt : await this.lastAnswer(attempt.source, attempt.url);
      bySource.set(attempt.source, [...(bySource.get(attempt.source) ?? []), { attempt, answer }]);
    }
    return bySource;
  }

  /** Every fetch that brought or confirmed a file, oldest first: where its bytes come from. */
  async originsOf(sha256: string): Promise<readonly Fetch[]> {
    const rows = await this.#dialect.db
      .selectFrom('fetch')
      .selectAll()
      .where('sha256', '=', sha256)
      .orderBy('id')
      .execute();
    return rows.map(fetchOf);
  }
}

/** The newest fetch of an address, and the newest that did not fail. */
export interface LatestFetch {
  readonly attempt: Fetch;
  readonly answer: Fetch | null;
}

function fetchOf(row: Omit<FetchTable, 'id'>): Fetch {
  return {
    source: row.source,
    url: row.url,
    at: row.fetched_at,
    status: row.status,
    etag: row.etag,
    lastModified: row.last_modified,
    sha256: row.sha256,
    error: row.error_code === null ? null : { code: row.error_code, reason: row.error ?? '' },
    refused: row.refused_code === null ? null : { code: row.refused_code, reason: row.refused ?? '' },
  };
}

/** Codes of brotli's errors differ between versions of Node; the last is a piece that unpacks to more than one holds. */
function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))
  );
}
