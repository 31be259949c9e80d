import type { Asked } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** A screening as its address says it. */
export interface ScreenSearch {
  readonly q?: string;
  readonly schema?: string;
  readonly birthDate?: string;
  readonly country?: string;
  readonly list?: string;
  readonly threshold?: string;
  readonly weak?: string;
  readonly why?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

type ScreenQuery = NonNullable<Asked<Operations['screenLink']>['query']>;

/** The question that an address asks; `null` when it names nobody. */
export function screenQueryOf(search: ScreenSearch): ScreenQuery | null {
  const { q, list, why: _, ...rest } = search;
  if (q === undefined || q.trim() === '') return null;
  return { name: q, ...rest, ...(list === undefined ? {} : { list: list.split(',') }) } as ScreenQuery;
}
