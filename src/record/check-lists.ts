import { defined } from './defined.ts';
import { designationDifferences, programmesNotTaken } from './designation-differences.ts';
import type { Differing } from './differing.ts';
import { type Finding, placeIn, type Severity } from './finding.ts';
import type { Difference, Edition, Explanation, Group } from './group.ts';
import type { ListView } from './list-view.ts';
import { nameDifferences } from './name-differences.ts';
import { sameWordsKey } from './same-words.ts';
import { daysRead, type Sources, startsAfter } from './standing.ts';

/** How loud each difference is. */
const SEVERITY: Readonly<Record<Difference, Severity>> = {
  'reference-unknown': 'error',
  'printed-name': 'error',
  'name-not-printed': 'error',
  'listed-differs': 'error',
  'programme-missing': 'error',
  'standing-differs': 'error',
  'name-strength': 'warning',
  'amended-differs': 'warning',
  'name-not-taken': 'note',
  'programme-not-taken': 'note',
};

/** Every difference between what the record says of the entries it cites and what the loaded lists print. */
export function checkAgainstLists(edition: Edition, view: ListView): readonly Finding[] {
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  return edition.groups.flatMap((group) => {
    const differing = [
      ...group.designations.flatMap((entry, index) => designationDifferences(entry, index, sources, view)),
      ...programmesNotTaken(group, view),
      ...nameDifferences(group, { sources, view, translations: edition.translations }),
    ];
    return [...differing.map((one) => finding(group, one)), ...idle(group, differing, sources, view)];
  });
}

function finding(group: Group, one: Differing): Finding {
  const { about, line, path, message } = one;
  return defined({
    code: about,
    severity: SEVERITY[about],
    group: group.slug,
    place: placeIn(group, line, path),
    message,
    explained: one.explained ?? group.differs.find((entry) => explains(entry, one))?.reason,
  });
}

function explains({ list, about, value }: Explanation, one: Differing): boolean {
  if (list !== one.list || about !== one.about) return false;
  return value === undefined || sameWordsKey(value) === sameWordsKey(one.value);
}

/**
 * Explanations for which no difference is left. A list that is held only as it was before the file was written
 * cannot tell.
 */
function idle(
  group: Group,
  differing: readonly Differing[],
  sources: Sources,
  view: ListView,
): readonly Finding[] {
  return group.differs.flatMap((entry, index): readonly Finding[] => {
    if (differing.some((one) => explains(entry, one)) || !view.lists.has(entry.list)) return [];
    const cited = group.designations.filter(({ list }) => list === entry.list);
    const read = cited.flatMap((one) => daysRead(one, sources));
    if (read.some((day) => startsAfter(day, view.lastSeen(entry.list)))) return [];
    return [
      {
        code: 'explains-nothing',
        severity: 'warning',
        group: group.slug,
        place: placeIn(group, entry.line, `differs[${index}]`),
        message: `${entry.list} and the record do not differ in this (${entry.about})`,
      },
    ];
  });
}
