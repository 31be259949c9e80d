import { errorTable } from '../kernel/index.ts';

/** The errors of the use cases themselves. */
export const appError = errorTable({
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
