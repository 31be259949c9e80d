import { checkGroups } from './check-groups.ts';
import { checkAgainstLists } from './check-lists.ts';
import type { Finding } from './finding.ts';
import type { Edition } from './group.ts';
import type { ListView } from './list-view.ts';

/**
 * Checks an edition in itself and against the lists that are loaded: names that groups share, dates out of
 * order, lists and groups that do not exist; and for each entry that the record cites and a loaded list should
 * hold: its name word for word, each name that the record says it prints, strengths, dates, programme.
 *
 * A difference that the file explains (`differs`, `sharedNames`) is found with its reason; an explanation of
 * nothing is a finding too, so that reasons do not outlive what they explain. Pure. Sorted by file and line.
 */
export function checkRecord(edition: Edition, view: ListView): readonly Finding[] {
  return [...checkGroups(edition), ...checkAgainstLists(edition, view)].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  const file = (a.place.file ?? '').localeCompare(b.place.file ?? '', 'en');
  return file || (a.place.line ?? 0) - (b.place.line ?? 0);
}
