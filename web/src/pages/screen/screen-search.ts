import type { Asked } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** A screening as its address says it. */
export interface ScreenSearch {
  readonly q?: string | undefined;
  readonly schema?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly country?: string | undefined;
  readonly list?: string | undefined;
  readonly threshold?: string | undefined;
  readonly weak?: string | undefined;
  readonly why?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

type ScreenQuery = NonNullable<Asked<Operations['screenLink']>['query']>;

/** The question that an address asks; `null` when it names nobody. */
export function screenQueryOf(search: ScreenSearch): ScreenQuery | null {
  const { q, list, why: _, ...rest } = search;
  if (q === undefined || q.trim() === '') return null;
  return { name: q, ...rest, ...(list === undefined ? {} : { list: list.split(',') }) } as ScreenQuery;
}
