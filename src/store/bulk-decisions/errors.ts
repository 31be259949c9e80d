import { errorTable } from '../../kernel/index.ts';

/** The errors of decisions about many items at once. */
export const bulkError = errorTable({
  ENT_BULK_UNKNOWN: {
    status: 'not-found',
    doc: 'No bulk decision with that number was proposed.',
    text: (d: { id: number }) => `no bulk decision ${d.id}`,
  },
  ENT_BULK_SAME_PERSON: {
    status: 'refused',
    doc: 'Who proposed a bulk decision, or one of the items in it, cannot decide its sample.',
    text: (d: { by: string }) => `${d.by} proposed it; another person decides the sample`,
  },
  ENT_BULK_REFUSED: {
    status: 'refused',
    doc: 'A bulk decision cannot be proposed or answered: an item does not wait, is of another kind, or is not of the sample; or it has ended.',
    text: (d: { why: string }) => `the bulk decision was not recorded: ${d.why}`,
  },
});
