/** One thing that is wrong with the record. */
export interface Fault {
  /** The rule of `SPEC.md` that is broken. */
  readonly rule: string;
  readonly where: string;
  readonly what: string;
}
