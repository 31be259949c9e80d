import { errorTable } from '../kernel/index.ts';

/** The record's errors. All name the file and, where one exists, the line and the path inside the file. */
export const recordError = errorTable({
  ENT_RECORD_FOLDER: {
    status: 'refused',
    doc: 'The folder is not a record: a file that every record has is missing or cannot be read.',
    text: (d: { why: string }) => `not a record: ${d.why}`,
  },
  ENT_RECORD_YAML: {
    status: 'refused',
    doc: 'A file of the record is not plain YAML: a syntax error, an anchor, an alias, a tag, or a character that hides (control, bidirectional).',
    text: (d: { why: string }) => d.why,
  },
  ENT_RECORD_LIMIT: {
    status: 'refused',
    doc: 'A file of the record is larger or deeper than any honest one, or there are too many.',
    text: (d: { what: string; found: number; limit: number }) => `${d.what}: ${d.found}, at most ${d.limit}`,
  },
  ENT_RECORD_FORMAT: {
    status: 'refused',
    doc: 'A file of the record breaks its format: an unknown or missing key, a value of the wrong form, a fact without a source, a source that is not declared. The message lists up to ten faults of the file.',
    text: (d: { why: string; more: readonly string[] }) => [d.why, ...d.more].join('\n  also '),
  },
  ENT_RECORD_DUPLICATE: {
    status: 'refused',
    doc: 'Two groups of the record pin the same entity id.',
    text: (d: { id: string; other: string }) =>
      `the id ${d.id} is already that of ${d.other}; draw a new one`,
  },
});
