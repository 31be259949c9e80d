import { type Clocks, parseMoment } from '../kernel/index.ts';

/** Reads the clocks of a question. */
export function clocksOf(given: {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}): Clocks {
  const { asOf, knownAt } = given;
  return {
    asOf: asOf === undefined ? null : parseMoment(asOf),
    knownAt: knownAt === undefined ? null : parseMoment(knownAt),
  };
}
