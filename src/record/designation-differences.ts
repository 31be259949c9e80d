import { dateBounds, groupBy, intersect, parseDate, tryParseDate } from '../kernel/index.ts';
import type { Differing } from './differing.ts';
import type { DateFact, Designation, Difference, Group } from './group.ts';
import type { ListView, PrintedEntry } from './list-view.ts';
import { asPrinted } from './same-words.ts';
import { contradicts, daysRead, type Sources, startsAfter, stood } from './standing.ts';

/**
 * What a loaded list says otherwise of a designation whose entry the record cites: that there is no such
 * entry, its main name, its programme, its dates, and on each day on which the list was seen whole whether it
 * stood. A list that was seen last before the record read it contradicts neither name nor programme.
 */
export function designationDifferences(
  entry: Designation,
  index: number,
  sources: Sources,
  view: ListView,
): readonly Differing[] {
  const { list, reference } = entry;
  if (reference === undefined || !view.lists.has(list)) return [];
  const held = `${list}:${reference}`;
  const differ = (about: Difference, value: string, field: string, message: string): Differing => {
    return { about, list, value, line: entry.line, path: `designations[${index}].${field}`, message };
  };
  const standings = view.standings(list, reference);
  const printed = view.entry(list, reference);
  const read = daysRead(entry, sources);
  const readAfter = (day: string) => read.length > 0 && read.every((one) => startsAfter(one, day));
  if (printed === null) {
    const ended = standings.every(({ seen }) => stood(entry, seen) === 'no');
    if (readAfter(view.lastSeen(list)) || ended) return [];
    return [differ('reference-unknown', reference, 'reference', `${list} holds no entry ${reference}`)];
  }

  const ofList = (fact: DateFact) => fact.sources.some((id) => sources.get(id)?.list === list);
  const differing = dateDifferences(
    { ...entry, relisted: entry.relisted.filter(ofList) },
    printed,
    (about, value, field, says) => differ(about, value, field, `${held} says it was ${says}`),
  );
  const { programme, printedName } = entry;
  const { names, programmes } = printed;
  const older = readAfter(printed.namesSeen);
  const main = (names.some(({ primary }) => primary) ? names.filter(({ primary }) => primary) : names).map(
    ({ text }) => asPrinted(text),
  );
  if (!older && printedName !== undefined && !main.includes(printedName)) {
    const message = `${held} prints ${main.map((text) => `"${text}"`).join(', ')}, not "${printedName}"`;
    differing.push(differ('printed-name', printedName, 'printedName', message));
  }
  const missing =
    programme !== undefined &&
    programmes?.includes(programme) === false &&
    stood(entry, printed.seen) !== 'no';
  if (!older && missing) {
    const message = `${held} prints the programmes ${programmes.join(', ') || '(none)'}`;
    differing.push(differ('programme-missing', programme, 'programme', message));
  }
  const odd = standings.find(
    (standing) => contradicts(entry, standing) && !(missing && standing.programmes !== null),
  );
  if (odd !== undefined) {
    const tags = odd.programmes?.join(', ') || 'no programme';
    const found = odd.programmes === null ? 'was not on the list' : `was on the list (${tags})`;
    const dated = stood(entry, odd.seen) === 'yes' ? 'stood' : 'did not stand';
    const message = `${held} ${found} on ${odd.seen}, when ${programme ?? 'the designation'} ${dated} by its dates`;
    differing.push(differ('standing-differs', odd.seen, 'listed', message));
  }
  return differing;
}

/**
 * Programmes that the list prints for an entry and under which the record does not designate it. Where a
 * designation names no programme it means the entry as a whole.
 */
export function programmesNotTaken(group: Group, view: ListView): readonly Differing[] {
  const byEntry = groupBy(group.designations, ({ list, reference }) => `${list}:${reference}`);
  return [...byEntry].flatMap(([held, entries]) =>
    entries.slice(0, 1).flatMap(({ list, reference, line }) => {
      const printed = reference === undefined ? null : view.entry(list, reference);
      const taken = entries.map(({ programme }) => programme);
      if (taken.includes(undefined)) return [];
      const left = (printed?.programmes ?? []).filter((programme) => !taken.includes(programme));
      return left.map((value): Differing => {
        const message = `${held} also prints the programme ${value}`;
        return { about: 'programme-not-taken', list, value, line, path: 'designations', message };
      });
    }),
  );
}

function dateDifferences(
  { listed, amended, relisted }: Pick<Designation, 'listed' | 'amended' | 'relisted'>,
  printed: PrintedEntry,
  differ: (about: Difference, value: string, field: string, says: string) => Differing,
): Differing[] {
  const differing: Differing[] = [];
  const known = listed.length > 0 && printed.listedOn.length > 0;
  if (known && !listed.some(({ date }) => printed.listedOn.some((other) => meet(date, other)))) {
    const ours = listed.map(({ date }) => date).join(', ');
    const says = `listed on ${printed.listedOn.join(', ')}, the record ${ours}`;
    differing.push(differ('listed-differs', ours, 'listed', says));
  }
  if (printed.amendedOn.length === 0) return differing;
  const shown = ({ date }: DateFact) => printed.amendedOn.some((other) => meet(date, other));
  // A list shows the last of its renewals, if any.
  const renewals = relisted.some(shown) ? [] : relisted.slice(0, 1);
  for (const fact of [...amended, ...renewals]) {
    // What comes after the day of the view cannot be on it yet.
    if (startsAfter(fact.date, printed.seen) || shown(fact)) continue;
    const says = `amended on ${printed.amendedOn.join(', ')}, not ${fact.date}`;
    differing.push(differ('amended-differs', fact.date, 'amended', says));
  }
  return differing;
}

/** Whether the two dates may mean the same day. */
function meet(date: string, other: string): boolean {
  const printed = tryParseDate(other);
  return printed !== null && intersect(dateBounds(parseDate(date)), dateBounds(printed)) !== null;
}
