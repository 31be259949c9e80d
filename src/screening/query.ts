import type { Clocks, Schema } from '../kernel/index.ts';

/** Whom a caller asks about. Only the name must be given; what is left out never counts against a match. */
export interface ScreenQuery {
  readonly name: string;
  /** Other names of the same; the best of all counts. */
  readonly aliases?: readonly string[];
  readonly schema?: Schema;
  /** EDTF: `1965`, `1965-08-12`. */
  readonly birthDate?: string;
  /** ISO 3166-1 alpha-2, or a country's name. */
  readonly country?: string;
  /** `male` or `female` (`m`, `f`); other words say nothing. Counts against only where a list states the other. */
  readonly gender?: string;
  /**
   * Numbers of passports, companies, ships, wallets: compared as letters and digits only. One of seven signs or
   * more that an entry bears finds the entry, whatever the name, and decides.
   */
  readonly identifiers?: readonly string[];
}

/** How to ask. */
export interface ScreenOptions {
  /** Results from this score on count as a match. Default .7. */
  readonly threshold?: number;
  /** At most so many entities. Default 10. */
  readonly limit?: number;
  /** Lets a weak name alert by itself. Default no: it confirms what a better name has found. */
  readonly weak?: boolean;
}

/** What is searched: which lists (`null`: all held) at which moment of the two clocks. */
export interface ScreenScope {
  readonly clocks: Clocks;
  readonly lists: readonly string[] | null;
}
