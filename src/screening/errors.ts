import { errorTable } from '../kernel/index.ts';

/** The errors of screening. */
export const screeningError = errorTable({
  ENT_SCREEN_NOTHING_HELD: {
    status: 'not-found',
    doc: 'No list was held at the moment asked about, so nothing was searched. This is not "no hit".',
    text: (d: { knownAt: string | null }) =>
      d.knownAt === null
        ? 'no list is held, so nothing was searched; load one first (entente init, entente load)'
        : `no list was held as known on ${d.knownAt}, so nothing was searched`,
  },
  ENT_SCREEN_LIST_UNKNOWN: {
    status: 'not-found',
    doc: 'A list named with `--list` is not held, so it cannot be searched.',
    text: (d: { list: string; held: readonly string[] }) =>
      `${d.list} is not held and cannot be searched; held: ${d.held.join(', ') || 'none'}`,
  },
  ENT_BATCH_INPUT: {
    status: 'refused',
    doc: 'The input of a batch cannot be read, or has no headings.',
    text: (d: { path: string; why: string }) => `${d.path} cannot be screened: ${d.why}`,
  },
  ENT_BATCH_COLUMNS: {
    status: 'refused',
    doc: 'No column of a batch holds the names; say which one does.',
    text: (d: { path: string; wanted: string | null; headings: readonly string[] }) =>
      `${d.path} has no column ${d.wanted ?? 'that is known to hold names'}; it has ${d.headings.join(', ') || 'none'}`,
  },
  ENT_BATCH_OUTPUT: {
    status: 'refused',
    doc: 'The output of a batch cannot be written, or holds something else than results of the same settings.',
    text: (d: { path: string; why: string }) => `results cannot be written to ${d.path}: ${d.why}`,
  },
});
