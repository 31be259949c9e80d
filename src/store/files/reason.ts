/** Code and words of a failure. */
export interface Reason {
  readonly code: string;
  readonly reason: string;
}
