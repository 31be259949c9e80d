import {
  type Dossier,
  dossierOf,
  evidenceFromListings,
  evidenceFromReading,
  listingChanges,
  seriesKnown,
} from '../engagement/index.ts';
import { NOW } from '../kernel/index.ts';
import type { Cited, EvidenceEntry, Store } from '../store/index.ts';
import { heldProfiles } from './held-profiles.ts';
import { readDocument } from './read-document.ts';

/** Where a text comes from that may hold evidence. */
export interface EvidenceText {
  readonly text: string;
  readonly source: Partial<Cited> & { readonly title: string };
  readonly published?: string;
  /** When the copy was taken. */
  readonly retrieved: string | null;
}

/**
 * Evidence for open promises that the events of a text may be. Nothing is recorded; what is held already of the same
 * promise, day and words is left out.
 */
export async function evidenceInText(
  store: Store,
  input: EvidenceText,
  now: () => Date,
): Promise<readonly EvidenceEntry[]> {
  const reading = await readDocument(
    store,
    input.text,
    input.published === undefined ? {} : { published: input.published },
  );
  const { document } = reading;
  const source: Cited = {
    ...input.source,
    publisher: input.source.publisher ?? document.publisher ?? document.agency ?? 'not stated',
    ...(document.reference === null ? {} : { date: document.reference.value }),
  };
  const dossier = await everything(store, now);
  const found = evidenceFromReading(dossier.commitments, reading, {
    source,
    agency: document.agency,
    sha256: document.sha256,
    retrieved: input.retrieved,
  });
  return fresh(store, found);
}

/** Evidence for open promises that changes of the parties' lists may be, up to today. */
export async function evidenceInLists(store: Store, now: () => Date): Promise<readonly EvidenceEntry[]> {
  const dossier = await everything(store, now);
  const open = dossier.commitments.filter(({ open: isOpen }) => isOpen);
  const made = open.flatMap((view) => view.made?.slice(0, 10) ?? []).sort()[0];
  if (made === undefined) return [];
  const countries = [...new Set(open.flatMap(({ commitment }) => commitment.obligors))];
  const changes = listingChanges(await heldProfiles(store, NOW), countries, made, dossier.asOf);
  return fresh(store, evidenceFromListings(open, changes));
}

async function everything(store: Store, now: () => Date): Promise<Dossier> {
  const series = (await seriesKnown(store.engagement, null)).map(({ id }) => id);
  return dossierOf(store.engagement, series, NOW, now().toISOString().slice(0, 10));
}

async function fresh(store: Store, found: readonly EvidenceEntry[]): Promise<readonly EvidenceEntry[]> {
  const held = await store.engagement.evidence([...new Set(found.map(({ commitment }) => commitment))], null);
  const key = ({ commitment, date, text }: EvidenceEntry) => JSON.stringify([commitment, date, text]);
  const known = new Set(held.map(key));
  return found.filter((entry) => !known.has(key(entry)));
}
