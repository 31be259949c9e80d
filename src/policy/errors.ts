import { errorTable } from '../kernel/index.ts';

/** The policy's errors. */
export const policyError = errorTable({
  ENT_MARKING_SYNTAX: {
    status: 'usage',
    doc: 'A marking could not be read; it is written like `TLP:AMBER//OWNER in-mea//TO us-state//REL TO IN, US`.',
    text: (d: { text: string; why: string }) => `not a marking: "${d.text.slice(0, 120)}" (${d.why})`,
  },
});
