import type { Place } from '../kernel/index.ts';
import type { Difference, Group } from './group.ts';

/** What a check finds. The codes that a file may explain are those of `differs`, and `shared-name`. */
export type FindingCode =
  | Difference
  | 'shared-name'
  | 'dates-order'
  | 'relation-target'
  | 'unknown-list'
  | 'explains-nothing';

/** `error` and `warning` fail the check unless explained; a `note` does not. */
export type Severity = 'error' | 'warning' | 'note';

/** One fault of the record, or one difference between it and a loaded list. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The group's slug. */
  readonly group: string;
  readonly place: Place;
  readonly message: string;
  /** The reason that the file gives for it, when it gives one. */
  readonly explained?: string;
}

/** Whether the finding fails the check. */
export function fails(finding: Finding): boolean {
  return finding.severity !== 'note' && finding.explained === undefined;
}

/** A place in a group's file. */
export function placeIn(group: Group, line: number, path: string): Place {
  return { file: group.file, line, path };
}
