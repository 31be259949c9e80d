import { errorTable } from '../kernel/index.ts';

/** The errors of names. A name that finds nothing is not one of them. */
export const namesError = errorTable({
  ENT_NAME_EMPTY: {
    status: 'usage',
    doc: 'A name to look for has neither letters nor digits.',
    text: (d: { name: string }) => `nothing to look for in "${d.name}": it has neither letters nor digits`,
  },
  ENT_NAME_THRESHOLD: {
    status: 'usage',
    doc: 'A threshold is not a number from 0 to 1.',
    text: (d: { threshold: number }) => `a threshold lies between 0 and 1, not at ${d.threshold}`,
  },
  ENT_NAME_LIMIT: {
    status: 'usage',
    doc: 'A limit is not a whole number of at least 1.',
    text: (d: { limit: number }) => `a limit is a whole number from 1 on, not ${d.limit}`,
  },
  ENT_NAME_INDEX_VERSION: {
    status: 'refused',
    doc: 'A saved index of names was made by other rules or in another format. Build it again.',
    text: (d: { has: string }) => `the saved index is of ${d.has}, which this version does not read`,
  },
  ENT_NAME_INDEX_DAMAGED: {
    status: 'refused',
    doc: 'A saved index of names is not whole. Build it again.',
    text: (d: { why: string }) => `the saved index is damaged: ${d.why}`,
  },
});
