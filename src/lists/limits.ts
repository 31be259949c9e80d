/** Caps on what a reader takes in. Beyond one it throws `ENT_LIST_TOO_LARGE`. */
export interface Limits {
  /** Bytes of one file, inflated. */
  readonly bytes: number;
  /** Inflated bytes for each byte of a gzip file, once more than a mebibyte has come out. */
  readonly ratio: number;
  /** Records of one file. */
  readonly records: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** Characters of one row of CSV, or between two tags of XML. */
  readonly text: number;
}

/**
 * The caps in force unless the caller sets others. The largest official list in any of these formats is
 * about 130 MB and none compresses better than 1:20.
 */
export const LIMITS: Limits = {
  bytes: 512 * 1024 * 1024,
  ratio: 100,
  records: 2_000_000,
  depth: 16,
  text: 1024 * 1024,
};
