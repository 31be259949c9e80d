import { type Fetcher, type FetchRequest, TemporaryFile } from '../fetch/index.ts';
import type { Store } from '../store/index.ts';
import { type Brought, fetchAndKeep } from './fetch-and-keep.ts';

/** A page or file that was fetched, small enough to be held. */
export interface FetchedDocument extends Omit<Brought, 'file' | 'fetch'> {
  readonly bytes: Uint8Array;
}

/** The most that a document to read may hold. */
const MOST_BYTES = 20 * 1024 * 1024;
/** A person waits for it. */
const LONGEST_MS = 60_000;

/**
 * Fetches one document to read, such as a report at a URL, and keeps it in the archive; one that is kept already and
 * unchanged comes from there. Throws `ENT_FETCH_…`.
 */
export async function fetchDocument(
  store: Store,
  fetcher: Fetcher,
  url: string,
  options: Pick<FetchRequest, 'accept' | 'signal' | 'onProgress' | 'http'> & {
    readonly now: () => Date;
    readonly source?: string;
  },
): Promise<FetchedDocument> {
  const { now, source = 'read', ...request } = options;
  const caps = { bytes: MOST_BYTES, wholeMs: LONGEST_MS };
  const {
    file,
    fetch: _,
    ...brought
  } = await fetchAndKeep(store, fetcher, { url, source, caps, ...request }, now);
  const held = file ?? (await fromArchive(store, brought.sha256));
  try {
    return { ...brought, bytes: await held.bytes() };
  } finally {
    await held.remove();
  }
}

/** A kept file's content in a file that the caller removes, so that it can be read while the store is written. */
export async function fromArchive(store: Store, sha256: string): Promise<TemporaryFile> {
  const file = TemporaryFile.place();
  try {
    await file.write(store.files.open(sha256));
    return file;
  } catch (error) {
    await file.remove();
    throw error;
  }
}
