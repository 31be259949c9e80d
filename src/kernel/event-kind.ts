/** What can happen to an entry of a list, from one observed version to the next. */
export const EVENT_KINDS = [
  'listed',
  'relisted',
  'delisted',
  'amended',
  'renamed',
  'name-added',
  'name-removed',
  'name-requalified',
  'programme-added',
  'programme-removed',
  'changed',
] as const;

/** One of {@link EVENT_KINDS}. */
export type EventKind = (typeof EVENT_KINDS)[number];
