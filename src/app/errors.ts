import { errorTable } from '../kernel/index.ts';

/** The errors of the use cases themselves. */
export const appError = errorTable({
  ENT_ADDRESSES: {
    status: 'usage',
    doc: 'A file of addresses (`update --addresses`) is not a JSON object of lists, each with the addresses of its files.',
    text: (d: { why: string }) => `not a file of addresses: ${d.why}`,
  },
});
