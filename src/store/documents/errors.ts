import { errorTable } from '../../kernel/index.ts';

/** The errors of kept documents and their review. */
export const documentError = errorTable({
  ENT_DOCUMENT_UNKNOWN: {
    status: 'not-found',
    doc: 'No document with that id is kept (or was, at the moment asked about).',
    text: (d: { id: string }) => `no document ${d.id} is kept`,
  },
  ENT_DOCUMENT_REFUSED: {
    status: 'refused',
    doc: 'A document cannot be kept: it has no words, its text is longer than is read, or its file is not in the archive.',
    text: (d: { why: string }) => `the document was not kept: ${d.why}`,
  },
  ENT_DOCUMENT_CURSOR: {
    status: 'usage',
    doc: 'A cursor is not one that a page of documents gave.',
    text: (d: { cursor: string }) => `not a cursor of a page before: ${d.cursor}`,
  },
  ENT_REVIEW_ITEM: {
    status: 'not-found',
    doc: 'The document has no item with that key in its newest reading, and none was decided on.',
    text: (d: { document: string; item: string }) => `${d.document} has no item ${d.item}`,
  },
  ENT_REVIEW_DECISION: {
    status: 'not-found',
    doc: 'No decision with that number waits or stands on the document.',
    text: (d: { id: number }) => `no decision ${d.id} waits or stands`,
  },
  ENT_REVIEW_SAME_PERSON: {
    status: 'refused',
    doc: 'Four eyes: who proposed a decision cannot approve it.',
    text: (d: { by: string }) => `${d.by} proposed this; another person approves it`,
  },
  ENT_REVIEW_REFUSED: {
    status: 'refused',
    doc: 'A decision cannot be recorded: it has no reason, corrects nothing, or a model tries to decide.',
    text: (d: { why: string }) => `the decision was not recorded: ${d.why}`,
  },
});
