import { readFile } from 'node:fs/promises';
import type { Fetcher } from '../../fetch/index.ts';
import {
  type OriginalText,
  originalText,
  type Received,
  type ReceiveHints,
  receive,
} from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import { fetchDocument } from '../fetch-document.ts';

/** A report with the text that its words were taken from, where it came as one. */
export interface ReceivedWithOriginal extends Received {
  readonly original: OriginalText | null;
}

/** A file of a report (a text, page, PDF or mail) as a text to read. Throws `ENT_INTAKE_…`. */
export async function receiveFile(path: string, name: string): Promise<ReceivedWithOriginal> {
  return withOriginal(new Uint8Array(await readFile(path)), { name });
}

/**
 * A report at an address as a text to read; what was fetched is kept in the archive. Throws `ENT_FETCH_…`, for an
 * address of a private network too, and `ENT_INTAKE_…`.
 */
export async function receivePage(
  store: Store,
  fetcher: Fetcher,
  address: string,
  now: () => Date,
): Promise<ReceivedWithOriginal> {
  const { bytes, mediaType, charset, url } = await fetchDocument(store, fetcher, address, { now });
  return withOriginal(bytes, { mediaType, charset, url });
}

async function withOriginal(bytes: Uint8Array, hints: ReceiveHints): Promise<ReceivedWithOriginal> {
  return { ...(await receive(bytes, hints)), original: originalText(bytes, hints) };
}
