import { errorTable } from '../kernel/index.ts';

/** The errors of lists. Each refusal names the file, the place in it and the reason. */
export const listsError = errorTable({
  ENT_LIST_UNKNOWN: {
    status: 'usage',
    doc: 'No reader has that list id; the message names the lists that can be read.',
    text: (d: { id: string; known: readonly string[] }) =>
      `no list "${d.id}"; those that can be read: ${d.known.join(', ')}`,
  },
  ENT_LIST_FILES: {
    status: 'usage',
    doc: 'The files given do not make one snapshot: none, too many, two of the same part, or of two formats.',
    text: (d: { list: string; why: string }) => `these files do not make one snapshot of ${d.list}: ${d.why}`,
  },
  ENT_LIST_UNREAD: {
    status: 'usage',
    doc: 'The digests of a snapshot were asked for before its records had all been read.',
    text: (d: { list: string }) => `read all records of ${d.list} before asking for the digests of its files`,
  },
  ENT_LIST_UNREADABLE: {
    status: 'refused',
    doc: 'A file could not be opened or read to its end.',
    text: (d: { why: string }) => `cannot be read: ${d.why}`,
  },
  ENT_LIST_GZIP: {
    status: 'refused',
    doc: 'A file begins like gzip and cannot be inflated: it is cut short or damaged.',
    text: (d: { why: string }) => `broken gzip: ${d.why}`,
  },
  ENT_LIST_TOO_LARGE: {
    status: 'refused',
    doc: 'A file goes beyond a cap: bytes, inflate ratio, records, XML depth, elements of a page, or the length of one field.',
    text: (d: { what: string; cap: number }) => `more than ${d.cap} ${d.what}, the most that is read`,
  },
  ENT_LIST_ENCODING: {
    status: 'refused',
    doc: 'A file is not UTF-8 (ASCII is part of it) or declares another encoding.',
    text: (d: { why: string }) => `not UTF-8: ${d.why}`,
  },
  ENT_LIST_XML: {
    status: 'refused',
    doc: 'A file is not well-formed XML, or holds text where its format has elements.',
    text: (d: { why: string }) => `malformed XML: ${d.why}`,
  },
  ENT_LIST_DOCTYPE: {
    status: 'refused',
    doc: 'A file declares a document type or entities. No list does, and none is resolved.',
    text: (_: object) => 'a document type or entity declaration, which no list has',
  },
  ENT_LIST_CSV: {
    status: 'refused',
    doc: 'A file is not well-formed CSV: a quoted field never ends (the file is cut short) or a quote is out of place.',
    text: (d: { why: string }) => `malformed CSV: ${d.why}`,
  },
  ENT_LIST_HTML: {
    status: 'refused',
    doc: 'A page does not end with its end tag: it is cut short.',
    text: (_: object) => 'the page does not end with </html>; it is cut short',
  },
  ENT_LIST_JSON: {
    status: 'refused',
    doc: 'A file is not well-formed JSON: it is cut short or damaged.',
    text: (d: { why: string }) => `malformed JSON: ${d.why}`,
  },
  ENT_LIST_XLSX: {
    status: 'refused',
    doc: 'A workbook (XLSX) cannot be read: it is cut short, damaged or encrypted.',
    text: (d: { why: string }) => `broken workbook: ${d.why}`,
  },
  ENT_LIST_PDF: {
    status: 'refused',
    doc: 'A PDF cannot be read: it is cut short, damaged or encrypted, or holds pictures of text.',
    text: (d: { why: string }) => `broken PDF: ${d.why}`,
  },
  ENT_LIST_ROW: {
    status: 'refused',
    doc: 'A row has the wrong number of columns or lacks a field that every row has; a file cut short ends so.',
    text: (d: { why: string }) => d.why,
  },
  ENT_LIST_OTHER: {
    status: 'refused',
    doc: 'A file is of another list, or of another part than its name says.',
    text: (d: { list: string; why: string }) => `not a file of ${d.list}: ${d.why}`,
  },
  ENT_LIST_EMPTY: {
    status: 'refused',
    doc: 'A file is well-formed and holds no record.',
    text: (_: object) => 'no records',
  },
  ENT_LIST_FIELD: {
    status: 'refused',
    doc: 'A file has an element, attribute or column that the format as known here does not have.',
    text: (d: { field: string }) => `unknown ${d.field}`,
  },
  ENT_LIST_VALUE: {
    status: 'refused',
    doc: 'A field holds a value outside its closed set, or a key or date that cannot be read.',
    text: (d: { field: string; value: string; expected: string }) =>
      `${d.field} is "${d.value.slice(0, 80)}"; expected ${d.expected}`,
  },
  ENT_LIST_COUNT: {
    status: 'refused',
    doc: 'A file states how many records it has, and has another number.',
    text: (d: { stated: number; read: number }) => `the file states ${d.stated} records and has ${d.read}`,
  },
  ENT_LIST_KEY_TWICE: {
    status: 'refused',
    doc: 'Two records of a file have the same key.',
    text: (d: { key: string }) => `a second record with the key ${d.key}`,
  },
});
