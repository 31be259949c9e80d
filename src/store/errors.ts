import { errorTable } from '../kernel/index.ts';

/** The store's errors. */
export const storeError = errorTable({
  ENT_STORE_OPEN: {
    status: 'store',
    doc: 'The store could not be opened: no such folder, no permission, not a database, no connection, or a PostgreSQL database of another collation or encoding.',
    text: (d: { location: string; why: string }) => `cannot open the store ${d.location}: ${d.why}`,
  },
  ENT_STORE_MISSING: {
    status: 'store',
    doc: 'There is no store at that place yet; `entente init` makes one.',
    text: (d: { location: string }) => `there is no store at ${d.location}; "entente init" makes one`,
  },
  ENT_STORE_NEWER: {
    status: 'store',
    doc: 'The store was written by a newer version and is left untouched.',
    text: (d: { location: string; migration: string }) =>
      `the store ${d.location} was written by a newer version (it has migration ${d.migration}); nothing was changed`,
  },
  ENT_STORE_BUSY: {
    status: 'store',
    doc: 'Another process is writing to the store and did not finish in time; try again.',
    text: (d: { location: string }) =>
      `another process is writing to ${d.location}; try again when it has finished`,
  },
  ENT_STORE_FAILED: {
    status: 'store',
    doc: 'The database reported a failure (disk full, damaged file, lost connection). Nothing was half-written.',
    text: (d: { doing: string; why: string }) => `the store failed while ${d.doing}: ${d.why}`,
  },
  ENT_SNAPSHOT_SHRUNK: {
    status: 'refused',
    doc: 'A snapshot holds far fewer records than the one observed before it. `--force` loads it all the same and records that.',
    text: (d: { list: string; part: string; before: number; after: number; share: number }) =>
      `${d.list}${d.part === 'main' ? '' : ` (${d.part})`} fell from ${d.before} to ${d.after} records, more than ${Math.round(d.share * 100)} %; nothing was loaded (use --force if the list really shrank)`,
  },
  ENT_SNAPSHOT_CONFLICT: {
    status: 'refused',
    doc: 'Another snapshot with different content is already held for the same list, part and observed moment.',
    text: (d: { list: string; part: string; observed: string }) =>
      `another snapshot of ${d.list} (${d.part}) is already held as observed on ${d.observed}; give the time of day too, e.g. --observed ${d.observed.slice(0, 10)}T18:00Z`,
  },
  ENT_SNAPSHOT_UNKNOWN: {
    status: 'not-found',
    doc: 'No snapshot of that list was observed at that moment.',
    text: (d: { list: string; observed: string }) => `no snapshot of ${d.list} observed on ${d.observed}`,
  },
  ENT_SNAPSHOT_DUPLICATE_KEY: {
    status: 'refused',
    doc: 'A snapshot names the same record twice in one part.',
    text: (d: { list: string; part: string; key: string }) =>
      `${d.list}:${d.key} stands twice in part ${d.part}; nothing was loaded`,
  },
  ENT_NOT_FOUND: {
    status: 'not-found',
    doc: 'No entity or source record with that id or key is in the record (as known at the moment asked about).',
    text: (d: { what: string }) => `not in the record: ${d.what}`,
  },
  ENT_FILE_UNKNOWN: {
    status: 'not-found',
    doc: 'No file with that SHA-256 is in the archive of fetched files.',
    text: (d: { sha256: string }) => `no file ${d.sha256} is in the archive`,
  },
  ENT_FILE_DAMAGED: {
    status: 'store',
    doc: 'A file of the archive is not what its SHA-256 says: it changed on the disk, or on its way there.',
    text: (d: { sha256: string; why: string }) => `the file ${d.sha256} is damaged: ${d.why}`,
  },
  ENT_LIST_NOT_LOADED: {
    status: 'not-found',
    doc: 'A list was asked about of which no snapshot is held, so nothing can be said about it.',
    text: (d: { list: string }) =>
      `no snapshot of ${d.list} is held; load one first (entente load ${d.list} …)`,
  },
});
