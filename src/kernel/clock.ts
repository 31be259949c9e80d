import type { TimePoint } from './time-point.ts';

/** Tells the time. Handed in from outside, so that nothing pure looks at the wall clock. */
export type Clock = () => Date;

/**
 * The two clocks of a question. `asOf` asks by valid time (when it held in the world or in law), `knownAt`
 * by known time (what this record had learned by then); `null` asks about now.
 */
export interface Clocks {
  readonly asOf: TimePoint | null;
  readonly knownAt: TimePoint | null;
}

/** The question about now, with all that is known now. */
export const NOW: Clocks = Object.freeze({ asOf: null, knownAt: null });
