import { createHash } from 'node:crypto';
import {
  type DocumentId,
  documentError,
  type ItemRow,
  type Kept,
  type Received,
  type Store,
} from '../../store/index.ts';
import {
  itemsOf,
  READING_RULES,
  type Reading,
  type Telling,
  tellingOf,
  type WireEvent,
} from '../../wire/index.ts';
import { readDocument } from '../read-document.ts';
import { type FoundCopy, findCopies } from './held-copies.ts';

/** Who keeps something, and when. */
export interface KeepOptions {
  readonly by: string;
  readonly now: () => Date;
  /** When it was first seen, where that was earlier. */
  readonly known?: string;
  /** The bytes that it came as. They are kept in the archive. */
  readonly bytes?: { readonly content: Uint8Array; readonly mediaType: string | null };
  /** The SHA-256 of bytes that are in the archive already, as those that were fetched are. */
  readonly file?: string;
}

/** A document that was kept, its reading, and what it has in common with others. */
export interface KeptAndRead extends Kept {
  readonly reading: Reading;
  readonly copies: readonly FoundCopy[];
}

/**
 * Keeps a document, reads it, keeps the reading, and looks for documents that say the same. One that is known already
 * is not read again unless the rules are newer. Throws `ENT_DOCUMENT_REFUSED`, and what reading throws: then nothing
 * of it was kept.
 */
export async function keepDocument(
  store: Store,
  received: Received,
  options: KeepOptions,
): Promise<KeptAndRead> {
  const at = options.now().toISOString();
  // Read first: what cannot be read is refused before anything is kept.
  const reading = await readReceived(store, received);
  const said = { ...received, ...toldOfItself(received, reading) };
  const file = options.file ?? (await keepBytes(store, options, at));
  const kept = await store.documents.keep(said, {
    at,
    by: options.by,
    ...(options.known === undefined ? {} : { known: options.known }),
    file,
  });
  if (kept.outcome === 'known' && (await newestRules(store, kept.id)) === READING_RULES) {
    const held = await store.documents.reading(kept.id);
    if (held !== null) return { ...kept, reading: held.body as Reading, copies: [] };
  }
  await recordReading(store, kept.id, reading, at);
  const copies = await findCopies(store, kept.id, reading.document.text, reading, at);
  return { ...kept, reading, copies };
}

/** Reads a kept document again, against the record as it is. Decisions of persons stay. Throws `ENT_DOCUMENT_UNKNOWN`. */
export async function rereadDocument(
  store: Store,
  id: DocumentId,
  now: () => Date,
): Promise<{ readonly reading: Reading; readonly changed: boolean }> {
  const document = await store.documents.find(id);
  if (document === null) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
  const text = await store.documents.text(id);
  const reading = await readReceived(store, { ...document, text, about: null });
  const { added } = await recordReading(store, id, reading, now().toISOString());
  return { reading, changed: added };
}

/**
 * Reads again what no reading by the rules of this version is held of, at most `limit` documents. Gives how many were
 * read; one that can no longer be read is left as it is and named.
 */
export async function rereadAll(
  store: Store,
  now: () => Date,
  limit: number,
): Promise<{
  readonly read: number;
  readonly failed: readonly { readonly id: DocumentId; readonly why: string }[];
}> {
  const failed: { id: DocumentId; why: string }[] = [];
  const ids = await store.documents.unread(READING_RULES, limit);
  for (const id of ids) {
    try {
      await rereadDocument(store, id, now);
    } catch (error) {
      failed.push({ id, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { read: ids.length - failed.length, failed };
}

/** What the words say of the document, where its format has no field for it or left it empty. */
function toldOfItself(received: Received, { document }: Reading): Partial<Received> {
  const { firstPublished, updated, reference } = document;
  const date = (kind: 'published' | 'updated', value: string | null, where: string) =>
    value === null || received.dates.some((one) => one.value === value) ? [] : [{ kind, value, where }];
  return {
    headline: received.headline ?? document.headline,
    publisher: received.publisher ?? document.publisher,
    agency: received.agency ?? document.agency,
    language: received.language ?? document.language,
    dates: [
      ...received.dates,
      ...date('published', firstPublished, 'words: first published'),
      ...date('updated', updated, 'words: updated'),
      ...date(
        'published',
        reference?.source === 'hint' ? null : (reference?.value ?? null),
        'words: day of writing',
      ),
    ],
  };
}

/** When a document says that it was published, where its format has a place for that; `null` when nowhere. */
export function publishedOf({ dates }: Pick<Received, 'dates'>): string | null {
  const said = dates
    .filter(({ kind }) => kind === 'published' || kind === 'updated')
    .map(({ value }) => value)
    .find((value) => /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}\S*)?$/.test(value));
  return said ?? null;
}

async function readReceived(store: Store, received: Received): Promise<Reading> {
  const published = publishedOf(received);
  return readDocument(store, received.text, published === null ? {} : { published });
}

async function recordReading(store: Store, document: DocumentId, reading: Reading, at: string) {
  const record = await store.stamp();
  return store.documents.recordReading(
    { document, rules: READING_RULES, record, at },
    reading,
    itemsOf(reading)
      .filter(({ kind }) => kind !== 'mention')
      .map(({ key, kind, span, value }): ItemRow => {
        const telling = kind === 'event' ? tellingOf(reading, value as WireEvent) : null;
        return {
          key,
          kind,
          start: span.start,
          end: span.end,
          telling: telling === null ? null : rowOf(telling),
        };
      }),
  );
}

function rowOf(telling: Telling): ItemRow['telling'] {
  const { type, from, to, country } = telling;
  return { type, from, to, country, body: { ...telling } };
}

async function keepBytes(store: Store, { bytes }: KeepOptions, at: string): Promise<string | null> {
  if (bytes === undefined) return null;
  const sha256 = createHash('sha256').update(bytes.content).digest('hex');
  await store.files.keep({ sha256, mediaType: bytes.mediaType, now: at }, async function* () {
    yield bytes.content;
  });
  return sha256;
}

async function newestRules(store: Store, id: DocumentId): Promise<string | null> {
  return (await store.documents.readings(id))[0]?.rules ?? null;
}
