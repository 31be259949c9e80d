import { fileURLToPath } from 'node:url';
import { EntError, type Source } from '../kernel/index.ts';
import { type Edition, RECORD_LIST, readRecord, recordParts } from '../record/index.ts';
import type { LoadReport, Store } from '../store/index.ts';
import { joinCited } from './cited.ts';
import { loadEngagements } from './engagement-record.ts';

/** The folder of the starter record that ships with the package. */
export const STARTER_RECORD: string = fileURLToPath(new URL('../../record/', import.meta.url));

/** What `init` did. */
export interface InitReport {
  readonly edition: string;
  readonly outcome: LoadReport['outcome'];
  readonly groups: number;
  readonly names: number;
  readonly designations: number;
  readonly lists: number;
  readonly sources: number;
  /** Dialogue series that the record has. */
  readonly dialogues: number;
  /** Entries of lists loaded earlier that were newly joined to a group. */
  readonly joined: number;
}

/**
 * Loads the starter record into a store, as the snapshot of its edition's day. Run again with the same edition
 * nothing changes; a record folder that was edited without a new edition is loaded as observed now.
 */
export async function initStore(store: Store, folder: string, now: () => Date): Promise<InitReport> {
  const edition = await readRecord(folder);
  await store.knowLists(edition.lists);
  const report = await loadEdition(store, edition, now);
  const groups = new Map(edition.groups.map(({ slug, id, caption }) => [slug, { entity: id, caption }]));
  const { series } = await loadEngagements(store, folder, now, groups);
  return {
    edition: edition.date,
    outcome: report.outcome,
    groups: edition.groups.length,
    names: edition.groups.reduce((sum, group) => sum + group.names.length, 0),
    designations: edition.groups.reduce((sum, group) => sum + group.designations.length, 0),
    lists: new Set(
      edition.groups.flatMap((group) => group.designations.map((designation) => designation.list)),
    ).size,
    sources: edition.sources.length,
    dialogues: series.length,
    joined: await joinCited(store, now),
  };
}

async function loadEdition(store: Store, edition: Edition, now: () => Date): Promise<LoadReport> {
  const parts = recordParts(edition);
  const pinned = new Map(
    edition.groups.flatMap((group) =>
      [group.slug, ...group.designations.map((d) => d.key)].map((key): [string, string] => [key, group.id]),
    ),
  );
  const load = (observed: string) =>
    store.load(
      {
        list: RECORD_LIST,
        observed,
        parts: RECORD_LIST.parts,
        records: [parts],
        trailer: () => ({
          published: edition.date,
          files: new Map([['main', { name: 'record', sha256: edition.sha256 }]]),
        }),
        pinned,
        sources: edition.sources.map(openable),
      },
      // The record is our own file, reviewed where it is edited: no rule of a foreign list applies to it.
      { now: now().toISOString(), force: { by: 'entente', note: `edition ${edition.name}` } },
    );
  const held = (await store.lists()).find((list) => list.id === RECORD_LIST.id)?.snapshots ?? [];
  const newest = held.at(-1);
  if (newest?.parts[0]?.sha256 === edition.sha256) return load(newest.observed);
  try {
    return await load(edition.date);
  } catch (error) {
    if (!(error instanceof EntError) || error.code !== 'ENT_SNAPSHOT_CONFLICT') throw error;
    return load(now().toISOString());
  }
}

/** A source by the address where it can be opened: its publisher's own page, else the copy that was read. */
function openable({ id, publisher, title, date, url, via }: Edition['sources'][number]): Source {
  const address = url ?? via;
  return {
    id,
    publisher,
    title,
    ...(date === undefined ? {} : { date }),
    ...(address === undefined ? {} : { url: address }),
  };
}
