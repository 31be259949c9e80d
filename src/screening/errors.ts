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
});
