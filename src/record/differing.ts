import type { Difference } from './group.ts';

/** One difference between the record and a list, before it is known whether the file explains it. */
export interface Differing {
  readonly about: Difference;
  readonly list: string;
  /** What `differs` would name as `value`. */
  readonly value: string;
  readonly line: number;
  readonly path: string;
  readonly message: string;
  /** The reason that the record gives for all such differences, where it gives one. */
  readonly explained?: string | undefined;
}
