import { dateBounds, earliest, parseDate } from '../kernel/index.ts';
import type { CitedSource, DateFact, Designation } from './group.ts';
import type { Standing } from './list-view.ts';

/** The edition's sources by id. */
export type Sources = ReadonlyMap<string, CitedSource>;

/** An answer of a record whose dates have gaps. */
export type Answer = 'yes' | 'no' | 'unknown';

/**
 * Whether the designation stood on a day, by its dates. Where sources differ, or a date is only a year, the
 * days in between are `unknown`. A relisting without an end before it is a renewal.
 */
export function stood({ listed, delisted, relisted }: Designation, day: string): Answer {
  const again = passed(relisted, day);
  if (again === 'yes') return 'yes';
  const ended = delisted.length === 0 ? 'no' : passed(delisted, day);
  if (ended === 'yes') return relisted.length === 0 ? 'no' : again;
  if (ended === 'unknown') return 'unknown';
  return passed(listed, day);
}

/** Whether the list shows on that day what the record surely says otherwise. */
export function contradicts(entry: Designation, { seen, programmes }: Standing): boolean {
  const there =
    programmes !== null && (entry.programme === undefined || programmes.includes(entry.programme));
  return stood(entry, seen) === (there ? 'no' : 'yes');
}

/** The days of the snapshots of its own list that the designation cites. */
export function daysRead(entry: Designation, sources: Sources): readonly string[] {
  return entry.sources.flatMap((id) => {
    const { list, seen } = sources.get(id) ?? {};
    return list === entry.list && seen !== undefined ? [seen] : [];
  });
}

/** Whether every point that the date may mean is after the day. */
export function startsAfter(date: string, day: string): boolean {
  const start = earliest(parseDate(date));
  return start !== null && start > day;
}

function passed(facts: readonly DateFact[], day: string): Answer {
  if (facts.length === 0) return 'unknown';
  const bounds = facts.map(({ date }) => dateBounds(parseDate(date)));
  if (bounds.every(({ from }) => from !== null && day < from)) return 'no';
  return bounds.every(({ to }) => to !== null && day >= to) ? 'yes' : 'unknown';
}
