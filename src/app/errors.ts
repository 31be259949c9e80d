import { errorTable } from '../kernel/index.ts';

/** The errors of the use cases themselves. */
export const appError = errorTable({
  ENT_MARKING_DENIED: {
    status: 'refused',
    doc: 'The policy does not permit an act on a marking, and no second person could lift what speaks against it; the reasons are those of `decide`.',
    text: (d: { reasons: readonly string[] }) => `the policy does not permit it: ${d.reasons.join(', ')}`,
  },
  ENT_MARKING_STANDS: {
    status: 'failed',
    doc: 'A marking, proposal or release is no longer, or already, as the act would make it.',
    text: (d: { what: string }) => d.what,
  },
  ENT_ADDRESSES: {
    status: 'usage',
    doc: 'A file of addresses (`update --addresses`) is not a JSON object of lists, each with the addresses of its files.',
    text: (d: { why: string }) => `not a file of addresses: ${d.why}`,
  },
  ENT_MODEL_SETTING: {
    status: 'usage',
    doc: 'A model was asked for and none is set, or its settings (`ENTENTE_MODEL_URL`, `ENTENTE_MODEL_NAME`) cannot be.',
    text: (d: { why: string }) => d.why,
  },
  ENT_MODEL_FAILED: {
    status: 'refused',
    doc: 'The model could not be asked, took too long, or answered something else than a chat completion. Nothing was proposed.',
    text: (d: { host: string; why: string }) => `the model at ${d.host} proposed nothing: ${d.why}`,
  },
});
