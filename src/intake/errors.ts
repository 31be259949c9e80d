import { errorTable } from '../kernel/index.ts';

/** The errors of intake. Each names the place, as far as the format has places. */
export const intakeError = errorTable({
  ENT_INTAKE_EMPTY: {
    status: 'refused',
    doc: 'A document has no words to read: it is empty, or a page or PDF of pictures alone.',
    text: (d: { what: string }) => `${d.what} has no words to read`,
  },
  ENT_INTAKE_FORMAT: {
    status: 'refused',
    doc: 'A document is in none of the formats that are read (text, HTML, PDF, EML, RSS, Atom, JSON Feed, NewsML-G2, ninjs, NITF).',
    text: (d: { why: string }) => `not a format that is read: ${d.why}`,
  },
  ENT_INTAKE_MALFORMED: {
    status: 'refused',
    doc: 'A document is cut short, damaged, or breaks its format’s own rules.',
    text: (d: { format: string; why: string }) => `malformed ${d.format}: ${d.why}`,
  },
  ENT_INTAKE_DOCTYPE: {
    status: 'refused',
    doc: 'A document declares entities or a document type with declarations of its own. None is resolved.',
    text: (_: object) => 'it declares entities or a document type of its own, which is not read',
  },
  ENT_INTAKE_TOO_LARGE: {
    status: 'refused',
    doc: 'A document goes beyond a cap: bytes, elements, depth, items, pages, time or memory.',
    text: (d: { what: string; cap: number }) =>
      `more than ${d.cap.toLocaleString('en')} ${d.what}, the most that is read`,
  },
  ENT_INTAKE_ENCODING: {
    status: 'refused',
    doc: 'The bytes are not text in the character set that they declare, or the character set is unknown.',
    text: (d: { why: string }) => d.why,
  },
  ENT_INTAKE_MANY: {
    status: 'refused',
    doc: 'One document was wanted and the input holds several (a feed, a message of several items): add a feed with `entente feed add`.',
    text: (d: { format: string; items: number }) =>
      `this ${d.format} holds ${d.items} items, not one document; for a feed: entente feed add <url>`,
  },
});
