import type { Action } from './action.ts';
import { type Context, decide, NO_CONTEXT, type Resource } from './decide.ts';
import { type Marking, PUBLIC, type UnknownMarking } from './marking.ts';
import type { Subject } from './subject.ts';

/** Who looks, doing what, for what. */
export interface Viewer {
  readonly subject: Subject;
  readonly action: Action;
  readonly context?: Context;
}

/** Something with markings on it. */
type MarkingsOf<T> = (item: T) => Resource['markings'];

/** The markings of what is published. */
export const PUBLISHED: readonly (Marking | UnknownMarking)[] = Object.freeze([PUBLIC]);

/** Whether the viewer may see things with these markings: one decision for each distinct set, so that it is cheap. */
export function sees(viewer: Viewer): (markings: Resource['markings']) => boolean {
  const { subject, action, context = NO_CONTEXT } = viewer;
  const known = new Map<Resource['markings'], boolean>();
  return (markings) => {
    const held = known.get(markings);
    if (held !== undefined) return held;
    const permitted = decide(subject, action, { markings }, context).verdict === 'permit';
    known.set(markings, permitted);
    return permitted;
  };
}

/** The items that the viewer may see, in their order. Take counts, facets and pages from these, never from all. */
export function visible<T>(viewer: Viewer, items: readonly T[], markingsOf: MarkingsOf<T>): readonly T[] {
  const may = sees(viewer);
  return items.filter((item) => may(markingsOf(item)));
}

/** How many items the viewer may see. */
export function visibleCount<T>(viewer: Viewer, items: Iterable<T>, markingsOf: MarkingsOf<T>): number {
  const may = sees(viewer);
  let count = 0;
  for (const item of items) if (may(markingsOf(item))) count += 1;
  return count;
}

/** How often each value stands in the items that the viewer may see; a value of hidden items only is not there. */
export function visibleFacet<T>(
  viewer: Viewer,
  items: Iterable<T>,
  markingsOf: MarkingsOf<T>,
  valuesOf: (item: T) => readonly string[],
): ReadonlyMap<string, number> {
  const may = sees(viewer);
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!may(markingsOf(item))) continue;
    for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** One page of what the viewer may see: a total and a `more` that know of nothing else. */
export interface VisiblePage<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly more: boolean;
}

/** Cuts one page out of what the viewer may see. */
export function visiblePage<T>(
  viewer: Viewer,
  items: readonly T[],
  markingsOf: MarkingsOf<T>,
  page: { readonly offset: number; readonly limit: number },
): VisiblePage<T> {
  const seen = visible(viewer, items, markingsOf);
  const end = page.offset + page.limit;
  return { items: seen.slice(page.offset, end), total: seen.length, more: end < seen.length };
}
