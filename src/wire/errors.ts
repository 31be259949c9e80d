import { errorTable } from '../kernel/index.ts';

/** The wire room's errors. */
export const wireError = errorTable({
  ENT_WIRE_EMPTY: {
    status: 'refused',
    doc: 'A report has no text: it is empty, or white space and control characters only.',
    text: () => 'nothing to read: the text is empty',
  },
  ENT_WIRE_TOO_LONG: {
    status: 'refused',
    doc: 'A report is longer than the reader takes (8 million UTF-16 units).',
    text: (d: { length: number; limit: number }) =>
      `too long to read: ${d.length} characters, limit ${d.limit}`,
  },
  ENT_WIRE_BINARY: {
    status: 'refused',
    doc: 'A report is not text: it holds NUL characters, so it is a binary file or in another encoding.',
    text: () => 'not a text: it holds NUL characters (a binary file, or UTF-16 read as UTF-8?)',
  },
  ENT_WIRE_HINT: {
    status: 'usage',
    doc: 'The publication date given with a report is not a day or an instant with its zone.',
    text: (d: { value: string }) =>
      `not a publication date: "${d.value}" (give YYYY-MM-DD or an instant with its zone)`,
  },
});
