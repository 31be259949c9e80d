import type { Fetcher, FetchRequest, TemporaryFile } from '../fetch/index.ts';
import { printableAddress } from '../fetch/index.ts';
import { EntError } from '../kernel/index.ts';
import type { Store } from '../store/index.ts';

/** An address to fetch, and for whom. */
export interface Wanted extends Omit<FetchRequest, 'validators'> {
  /** A list's id, a feed's id, `read`: whose fetches these are in the record of fetches. */
  readonly source: string;
}

/** What an address has, kept in the archive. */
export interface Brought {
  /** `unchanged`: the host says so, or sent the very same bytes. */
  readonly outcome: 'fetched' | 'unchanged';
  /** Number of the fetch in the record of fetches. */
  readonly fetch: number;
  /** Without passwords and tokens. */
  readonly url: string;
  readonly at: string;
  readonly sha256: string;
  /** Since when the address has had this, as far as was seen. */
  readonly since: string;
  readonly mediaType: string | null;
  /** Of a text, as the host states it now; `null` when it does not, or said only that nothing changed. */
  readonly charset: string | null;
  /** The content in a file that the caller removes; `null` when it was not sent again and is in the archive alone. */
  readonly file: TemporaryFile | null;
}

/**
 * Fetches an address if it changed since the last time, keeps what it has in the store's archive, and records the
 * fetch, a failed one too. What lets the host say "unchanged" is read from that record, so it survives restarts.
 * Throws `ENT_FETCH_…` after having recorded it.
 */
export async function fetchAndKeep(
  store: Store,
  fetcher: Fetcher,
  wanted: Wanted,
  now: () => Date,
): Promise<Brought> {
  const { source, ...request } = wanted;
  const { files } = store;
  const url = printableAddress(request.url);
  const at = now().toISOString();
  const known = await files.lastAnswer(source, url);
  // Without either there is nothing by which a host could say that it is unchanged.
  const validators = known?.etag == null && known?.lastModified == null ? {} : { validators: known };
  try {
    const outcome = await fetcher.get({ ...request, ...validators });
    const { status, etag, lastModified } = outcome;
    const answer = { source, url, at, status, etag, lastModified, error: null };
    if (outcome.outcome === 'unchanged') {
      const sha256 = known?.sha256 ?? '';
      const fetch = await files.recordFetch({ ...answer, sha256 });
      const since = (await files.unchangedSince(source, url)) ?? at;
      const mediaType = (await files.find(sha256))?.mediaType ?? null;
      return { outcome: 'unchanged', fetch, url, at, sha256, since, mediaType, charset: null, file: null };
    }
    const { file, sha256, mediaType, charset } = outcome;
    try {
      await files.keep({ sha256, mediaType, now: at }, () => file.open());
      const fetch = await files.recordFetch({ ...answer, sha256 });
      const since = (await files.unchangedSince(source, url)) ?? at;
      const same = known?.sha256 === sha256;
      return {
        outcome: same ? 'unchanged' : 'fetched',
        fetch,
        url,
        at,
        sha256,
        since,
        mediaType,
        charset,
        file,
      };
    } catch (error) {
      await file.remove();
      throw error;
    }
  } catch (error) {
    if (error instanceof EntError && error.code.startsWith('ENT_FETCH_')) {
      const reason = { code: error.code, reason: error.message };
      const none = { status: null, etag: null, lastModified: null, sha256: null };
      await files.recordFetch({ source, url, at, ...none, error: reason });
    }
    throw error;
  }
}
