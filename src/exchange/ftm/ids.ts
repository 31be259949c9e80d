import { type SourceKey, type TimePoint, timePointMs } from '../../kernel/index.ts';

/** The dataset name of a list: FollowTheMoney allows lower-case letters, digits and `_` (`us_ofac_sdn`). */
export function datasetOf(list: string): string {
  return list.replaceAll('-', '_');
}

/**
 * The id of an entity that hangs on a source record: the same for the same key, different for different ones,
 * and safe in an address. Characters outside letters, digits, `-` and `.` are written `_` and their code.
 */
export function hangingId(kind: string, ...parts: readonly (string | number)[]): string {
  const safe = parts.map((part) =>
    String(part).replace(/[^A-Za-z0-9.-]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`),
  );
  return [kind, ...safe].join('__');
}

/** The id of the `Sanction` of a source record's n-th time on its list, counted from 1. */
export function sanctionId(key: SourceKey, episode: number): string {
  return hangingId('sanction', key.list, key.reference, ...(episode === 1 ? [] : [episode]));
}

/** A moment in the 19 characters that FollowTheMoney's tools write and read, UTC without saying so. */
export function ftmMoment(point: TimePoint): string {
  // Days of observations, nearly always: there is nothing to work out.
  if (point.length === 10) return `${point}T00:00:00`;
  return new Date(timePointMs(point)).toISOString().slice(0, 19);
}
