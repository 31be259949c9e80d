import { formatPlace, type TimePoint } from '../kernel/index.ts';
import { listReader, type SourceFile, sourceFile } from '../lists/index.ts';
import type { LoadOptions, LoadReport, Store } from '../store/index.ts';
import { joinCited } from './cited.ts';
import { joinByKeys } from './join-same.ts';

/** How to load files. */
export interface LoadFilesOptions {
  readonly observed: TimePoint;
  readonly now: () => Date;
  readonly force?: LoadOptions['force'];
  readonly onProgress?: (records: number) => void;
}

/** What a load of files did, with what the reader had to say of them. */
export interface LoadFilesReport extends LoadReport {
  readonly published: string | null;
  readonly notes: readonly string[];
  /** Entries newly joined to groups of the starter record. */
  readonly joined: number;
  /** Entries newly joined to those of other lists, by publishers' keys. */
  readonly same: number;
}

/**
 * Loads one snapshot of a list from local files. Input that cannot be trusted throws the reader's error, with
 * file, place and reason, and leaves the store as it was.
 */
export function loadFiles(
  store: Store,
  list: string,
  paths: readonly string[],
  options: LoadFilesOptions,
): Promise<LoadFilesReport> {
  return loadSources(
    store,
    list,
    paths.map((path) => sourceFile(path)),
    options,
  );
}

/** Loads one snapshot of a list from files wherever they are; else like {@link loadFiles}. */
export async function loadSources(
  store: Store,
  list: string,
  files: readonly SourceFile[],
  options: LoadFilesOptions,
): Promise<LoadFilesReport> {
  const reader = listReader(list);
  const snapshot = await reader.open(files);
  const report = await store.load(
    {
      list: reader.info,
      observed: options.observed,
      parts: snapshot.parts,
      records: snapshot.records(),
      trailer: snapshot.trailer,
    },
    {
      now: options.now().toISOString(),
      ...(options.force === undefined ? {} : { force: options.force }),
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    },
  );
  const notes = snapshot.notes().map((note) => `${formatPlace(note.place)}: ${note.text}`);
  const joined = report.outcome === 'loaded' ? await joinCited(store, options.now) : 0;
  const same = report.outcome === 'loaded' ? (await joinByKeys(store, options.now)).added : 0;
  return { ...report, published: snapshot.published, notes, joined, same };
}
