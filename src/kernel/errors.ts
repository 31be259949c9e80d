import { errorTable } from './error.ts';

/** The kernel's errors. */
export const kernelError = errorTable({
  ENT_DATE_SYNTAX: {
    status: 'refused',
    doc: 'A text is not a date in the subset of EDTF (ISO 8601-2) that the record uses, or names a day that does not exist.',
    text: (d: { value: string; why: string }) => `not a date: "${d.value}" (${d.why})`,
  },
  ENT_INTERVAL_ORDER: {
    status: 'refused',
    doc: 'An interval ends before it begins.',
    text: (d: { from: string; to: string }) => `interval ends (${d.to}) before it begins (${d.from})`,
  },
  ENT_ID_SYNTAX: {
    status: 'usage',
    doc: 'A text is neither an entity id (`ent-…`) nor a source key (`list:reference`).',
    text: (d: { value: string }) =>
      `neither an entity id (ent-…) nor a source key (list:reference): "${d.value}"`,
  },
});
