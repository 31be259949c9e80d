import type { Marking, UnknownMarking } from './marking.ts';

/**
 * A marking of something that was also given to further organisations (`TO`). What cannot be read stays so: nobody is
 * given what nobody understands.
 */
export function givenTo(
  of: Marking | UnknownMarking,
  organisations: readonly string[],
): Marking | UnknownMarking {
  if ('unknown' in of || organisations.every((one) => of.organisations.includes(one))) return of;
  return { ...of, organisations: [...new Set([...of.organisations, ...organisations])].sort() };
}
