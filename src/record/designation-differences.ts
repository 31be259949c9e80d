import { dateBounds, intersect, parseDate, tryParseDate } from '../kernel/index.ts';
import type { Differing } from './differing.ts';
import type { Designation, Difference } from './group.ts';
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
  const readLater = (than: string) => read.length > 0 && read.every((day) => startsAfter(day, than));
  if (printed === null) {
    const last = standings.at(-1)?.seen ?? '';
    if (readLater(last) || standings.every(({ seen }) => stood(entry, seen) === 'no')) return [];
    return [differ('reference-unknown', reference, 'reference', `${list} holds no entry ${reference}`)];
  }

  const differing = dateDifferences(entry, printed, (about, value, field, says) =>
    differ(about, value, field, `${held} says it was ${says}`),
  );
  const odd = standings.find((standing) => contradicts(entry, standing));
  const { programme, printedName } = entry;
  if (odd !== undefined) {
    const tags = odd.programmes?.join(', ') || 'no programme';
    const found = odd.programmes === null ? 'was not on the list' : `was on the list (${tags})`;
    const message = `${held} ${found} on ${odd.seen}; by its dates ${programme ?? 'the designation'} ${
      stood(entry, odd.seen) === 'yes' ? 'stood' : 'did not stand'
    } then`;
    differing.push(differ('standing-differs', odd.seen, 'listed', message));
  }
  if (readLater(printed.seen)) return differing;
  if (printedName !== undefined && !printed.names.some(({ text }) => asPrinted(text) === printedName)) {
    const names = printed.names.filter(({ primary }) => primary).map(({ text }) => `"${asPrinted(text)}"`);
    const message = `${held} prints ${names.join(', ') || 'other names'}, not "${printedName}"`;
    differing.push(differ('printed-name', printedName, 'printedName', message));
  }
  const tags = printed.programmes;
  if (programme !== undefined && tags !== null && !tags.includes(programme) && odd === undefined) {
    if (stood(entry, printed.seen) !== 'no') {
      const message = `${held} prints the programmes ${tags.join(', ') || '(none)'}`;
      differing.push(differ('programme-missing', programme, 'programme', message));
    }
  }
  return differing;
}

function dateDifferences(
  { listed, amended }: Designation,
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
  for (const { date } of amended) {
    // What comes after the day of the view cannot be on it yet.
    if (startsAfter(date, printed.seen) || printed.amendedOn.some((other) => meet(date, other))) continue;
    const says = `amended on ${printed.amendedOn.join(', ')}, not ${date}`;
    differing.push(differ('amended-differs', date, 'amended', says));
  }
  return differing;
}

/** Whether the two dates may mean the same day. */
function meet(date: string, other: string): boolean {
  const printed = tryParseDate(other);
  return printed !== null && intersect(dateBounds(parseDate(date)), dateBounds(printed)) !== null;
}
