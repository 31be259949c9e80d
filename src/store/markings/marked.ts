/** What can carry a marking. */
export const MARKED_KINDS = ['entity', 'record', 'statement', 'document', 'engagement'] as const;

/** One kind of marked thing; an object is named by its id within its kind. */
export type MarkedKind = (typeof MARKED_KINDS)[number];

/** Who does something about a marking, when and why. */
export interface MarkingAct {
  readonly by: string;
  readonly at: string;
  readonly why: string;
}
