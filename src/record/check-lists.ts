import { dateBounds, earliest, intersect, parseDate, type Strength, tryParseDate } from '../kernel/index.ts';
import { defined } from './defined.ts';
import { type Finding, placeIn, type Severity } from './finding.ts';
import type { CitedSource, Designation, Difference, Edition, Group } from './group.ts';
import type { ListView, PrintedName } from './list-view.ts';
import { asPrinted, sameWordsKey } from './same-words.ts';

/** How loud each difference is. */
const SEVERITY: Readonly<Record<Difference, Severity>> = {
  'reference-unknown': 'error',
  'printed-name': 'error',
  'name-not-printed': 'error',
  'listed-differs': 'error',
  'programme-missing': 'error',
  'name-strength': 'warning',
  'amended-differs': 'warning',
  'name-not-taken': 'note',
};

interface Differing {
  readonly about: Difference;
  readonly list: string;
  /** What `differs` would name as `value`. */
  readonly value: string;
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

/** Every difference between what the record says of the entries it cites and what the loaded lists print. */
export function checkAgainstLists(edition: Edition, view: ListView): readonly Finding[] {
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  return edition.groups.flatMap((group) => {
    const differing = [
      ...group.designations.flatMap((entry, index) => ofDesignation(entry, index, view)),
      ...ofNames(group, sources, view),
    ];
    return [...differing.map((one) => finding(group, one)), ...idle(group, differing, view)];
  });
}

function finding(group: Group, { about, list, value, line, path, message }: Differing): Finding {
  const reason = group.differs.find(
    (entry) =>
      entry.list === list &&
      entry.about === about &&
      (entry.value === undefined || sameWordsKey(entry.value) === sameWordsKey(value)),
  );
  return defined({
    code: about,
    severity: SEVERITY[about],
    group: group.slug,
    place: placeIn(group, line, path),
    message,
    explained: reason?.reason,
  });
}

/** Explanations for which no difference is left, as far as the loaded lists can tell. */
function idle(group: Group, differing: readonly Differing[], view: ListView): readonly Finding[] {
  return group.differs.flatMap((entry, index): readonly Finding[] => {
    const used = differing.some(
      (one) =>
        one.list === entry.list &&
        one.about === entry.about &&
        (entry.value === undefined || sameWordsKey(entry.value) === sameWordsKey(one.value)),
    );
    if (used || !view.lists.has(entry.list)) return [];
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

function ofDesignation(entry: Designation, index: number, view: ListView): readonly Differing[] {
  const { list, reference, printedName, programme, line } = entry;
  if (reference === undefined || !view.lists.has(list)) return [];
  const differ = (about: Difference, value: string, field: string, message: string): Differing => ({
    about,
    list,
    value,
    line,
    path: `designations[${index}].${field}`,
    message,
  });
  const printed = view.entry(list, reference);
  if (printed === null) {
    return [differ('reference-unknown', reference, 'reference', `${list} holds no entry ${reference}`)];
  }
  const differing: Differing[] = [];
  if (printedName !== undefined && !printed.names.some(({ text }) => asPrinted(text) === printedName)) {
    const names = printed.names.filter(({ primary }) => primary).map(({ text }) => `"${asPrinted(text)}"`);
    const message = `${list}:${reference} prints ${names.join(', ') || 'other names'}, not "${printedName}"`;
    differing.push(differ('printed-name', printedName, 'printedName', message));
  }
  // The view is of one day: it cannot contradict what the record dates later, or says has ended.
  const later = entry.listed.length > 0 && entry.listed.every(({ date }) => startsAfter(date, printed.seen));
  const ended = entry.delisted.length > 0 && entry.relisted.length === 0;
  if (programme !== undefined && !ended && !later && !printed.programmes.includes(programme)) {
    const message = `${list}:${reference} prints the programmes ${printed.programmes.join(', ') || '(none)'}`;
    differing.push(differ('programme-missing', programme, 'programme', message));
  }
  const known = entry.listed.length > 0 && printed.listedOn.length > 0;
  if (known && !entry.listed.some(({ date }) => printed.listedOn.some((other) => meet(date, other)))) {
    const ours = entry.listed.map(({ date }) => date).join(', ');
    const message = `${list}:${reference} says it was listed on ${printed.listedOn.join(', ')}, the record ${ours}`;
    differing.push(differ('listed-differs', ours, 'listed', message));
  }
  const amendments = entry.amended.filter(({ date }) => !startsAfter(date, printed.seen));
  for (const { date } of printed.amendedOn.length === 0 ? [] : amendments) {
    if (printed.amendedOn.some((other) => meet(date, other))) continue;
    const message = `${list}:${reference} says it was amended on ${printed.amendedOn.join(', ')}, not ${date}`;
    differing.push(differ('amended-differs', date, 'amended', message));
  }
  return differing;
}

/** Names: each that cites an entry must be printed there, and each that is printed there should be taken. */
function ofNames(
  group: Group,
  sources: ReadonlyMap<string, CitedSource>,
  view: ListView,
): readonly Differing[] {
  const differing: Differing[] = [];
  const taken = new Map<string, Set<string>>();
  group.names.forEach((name, index) => {
    for (const { source, strength } of name.prints) {
      const { list, reference, seen } = sources.get(source) ?? {};
      if (list === undefined || reference === undefined) continue;
      const entry = view.entry(list, reference);
      if (entry === null) continue;
      const key = sameWordsKey(name.text);
      const held = `${list}:${reference}`;
      taken.set(held, (taken.get(held) ?? new Set()).add(key));
      const differ = (about: Difference, message: string) =>
        differing.push({ about, list, value: name.text, line: name.line, path: `names[${index}]`, message });
      const prints = entry.names.filter((printed) => keysOf(printed).includes(key));
      if (prints.length === 0) {
        if (seen !== undefined && startsAfter(seen, entry.namesSeen)) continue;
        differ('name-not-printed', `${list}:${reference} does not print "${name.text}"`);
      } else if (name.strengthBasis === undefined && !agree(strength, prints)) {
        differ(
          'name-strength',
          `${list}:${reference} marks "${name.text}" ${prints[0]?.strength}, not ${strength}`,
        );
      }
    }
  });
  const entries = new Map(
    group.designations.map((entry) => [`${entry.list}:${entry.reference}`, entry] as const),
  );
  for (const [held, { list, reference, line }] of entries) {
    const printed = reference === undefined ? null : view.entry(list, reference);
    for (const name of printed?.names ?? []) {
      if (keysOf(name).some((key) => taken.get(held)?.has(key))) continue;
      const text = asPrinted(name.text);
      const message = `${held} also prints "${text}"`;
      differing.push({ about: 'name-not-taken', list, value: text, line, path: 'names', message });
    }
  }
  return differing;
}

/** What a name may be cited as: as printed, or as the list's reader took it. */
function keysOf({ text, value }: PrintedName): readonly string[] {
  return [sameWordsKey(text), sameWordsKey(value)];
}

/** Whether the list may mark the name so. Where either side says nothing there is nothing to differ about. */
function agree(strength: Strength, prints: readonly PrintedName[]): boolean {
  if (strength === 'unstated') return true;
  return prints.some((print) => print.strength === 'unstated' || print.strength === strength);
}

/** Whether the two dates may mean the same day. */
function meet(date: string, other: string): boolean {
  const printed = tryParseDate(other);
  return printed !== null && intersect(dateBounds(parseDate(date)), dateBounds(printed)) !== null;
}

function startsAfter(date: string, day: string): boolean {
  const start = earliest(parseDate(date));
  return start !== null && start > day;
}
