import { errorTable } from '../../kernel/index.ts';

/** The errors of exceptions. */
export const exceptionError = errorTable({
  ENT_EXCEPTION_UNKNOWN: {
    status: 'not-found',
    doc: 'No exception with that number was proposed.',
    text: (d: { id: number }) => `no exception ${d.id}`,
  },
  ENT_EXCEPTION_STATE: {
    status: 'refused',
    doc: 'An exception is not in the state that the act needs: only a proposed one is approved or rejected, and one that ended is not withdrawn.',
    text: (d: { id: number; act: string; stage: string }) =>
      `exception ${d.id} is ${d.stage}; it cannot be ${d.act}`,
  },
  ENT_EXCEPTION_SAME_PERSON: {
    status: 'refused',
    doc: 'Four eyes: who proposed an exception cannot approve it.',
    text: (d: { by: string }) => `${d.by} proposed this exception; another person approves it`,
  },
  ENT_EXCEPTION_REFUSED: {
    status: 'refused',
    doc: 'An exception cannot be proposed: the question does not hit the entity, its day is past or too far away, or it has no reason.',
    text: (d: { why: string }) => `the exception was not recorded: ${d.why}`,
  },
});
