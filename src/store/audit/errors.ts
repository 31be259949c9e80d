import { errorTable } from '../../kernel/index.ts';

/** The errors of the audit log. */
export const auditError = errorTable({
  ENT_AUDIT_KEY: {
    status: 'store',
    doc: 'The key that signs audit checkpoints cannot be used: no such file, readable by others, or not Ed25519 in PEM.',
    text: (d: { path: string; why: string }) => `the audit key ${d.path} cannot be used: ${d.why}`,
  },
  ENT_AUDIT_UNKNOWN: {
    status: 'not-found',
    doc: 'No entry of the audit log has that id, or it may not be seen by the one who asks.',
    text: (d: { id: string }) => `no audit entry ${d.id}`,
  },
  ENT_AUDIT_NOTE: {
    status: 'refused',
    doc: 'A file is not a checkpoint note of an audit log.',
    text: (d: { what: string }) => `${d.what} is not a checkpoint note`,
  },
  ENT_AUDIT_OTHER_INPUT: {
    status: 'refused',
    doc: 'A batch is to be made again from a file that is not the one it was made from.',
    text: (d: { id: string }) => `the file is not the one that ${d.id} was made from`,
  },
  ENT_AUDIT_NOT_A_SCREENING: {
    status: 'usage',
    doc: 'Only an answered screening can be replayed.',
    text: (d: { id: string; action: string }) => `${d.id} is no answered screening (it is "${d.action}")`,
  },
});
