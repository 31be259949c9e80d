/** What kind of thing a statement names. */
export const SUBJECT_KINDS = ['group', 'forum', 'instrument', 'topic', 'figure', 'state'] as const;

/** One of {@link SUBJECT_KINDS}. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
