import type { Strength } from '../kernel/index.ts';
import type { Differing } from './differing.ts';
import type { CitedSource, Difference, Edition, Group } from './group.ts';
import type { ListView, PrintedName } from './list-view.ts';
import { asPrinted, sameWordsKey } from './same-words.ts';
import { type Sources, startsAfter } from './standing.ts';

/** What names are compared with. */
export interface NameContext {
  readonly sources: Sources;
  readonly view: ListView;
  readonly translations: Edition['translations'];
}

/**
 * What loaded lists say otherwise of a group's names: each that cites an entry must be printed there, as strong
 * as the record says, and each that is printed there should be taken. A source that is a list without an entry
 * means the entries of the group's designations on it.
 */
export function nameDifferences(group: Group, context: NameContext): readonly Differing[] {
  const taken = new Map<string, Set<string>>();
  const differing = group.names.flatMap((name, index) =>
    name.prints.flatMap(({ source, strength }): readonly Differing[] => {
      const cited = context.sources.get(source);
      if (cited?.list === undefined) return [];
      const { list, seen } = cited;
      const entries = referencesOf(cited, group).flatMap((reference) => {
        const entry = context.view.entry(list, reference);
        return entry === null ? [] : [{ ...entry, held: `${list}:${reference}` }];
      });
      const key = sameWordsKey(name.text);
      for (const { held } of entries) taken.set(held, (taken.get(held) ?? new Set()).add(key));
      const prints = entries.flatMap((entry) => entry.names.filter((one) => keysOf(one).includes(key)));
      const held = entries.map((entry) => entry.held).join(', ');
      const differ = (about: Difference, message: string): readonly Differing[] => [
        { about, list, value: name.text, line: name.line, path: `names[${index}]`, message },
      ];
      if (prints.length === 0) {
        const readLater = entries.some((entry) => seen !== undefined && startsAfter(seen, entry.namesSeen));
        if (entries.length === 0 || readLater) return [];
        return differ('name-not-printed', `${held} does not print "${name.text}"`);
      }
      if (name.strengthBasis !== undefined || agree(strength, prints)) return [];
      return differ('name-strength', `${held} marks "${name.text}" ${prints[0]?.strength}, not ${strength}`);
    }),
  );
  return [...differing, ...notTaken(group, taken, context)];
}

function notTaken(
  group: Group,
  taken: ReadonlyMap<string, ReadonlySet<string>>,
  { view, translations }: NameContext,
): readonly Differing[] {
  const entries = new Map(
    group.designations.map((entry) => [`${entry.list}:${entry.reference}`, entry] as const),
  );
  return [...entries].flatMap(([held, { list, reference, line }]) => {
    const printed = reference === undefined ? [] : (view.entry(list, reference)?.names ?? []);
    const left = printed.filter((name) => !keysOf(name).some((key) => taken.get(held)?.has(key)));
    return [...new Map(left.map((name) => [name.value, name])).values()].map((name): Differing => {
      const value = asPrinted(name.value);
      return {
        about: 'name-not-taken',
        list,
        value,
        line,
        path: 'names',
        message: `${held} also prints "${value}"`,
        explained: isTranslation(name) ? translations.get(list) : undefined,
      };
    });
  });
}

function isTranslation({ language, script }: PrintedName): boolean {
  return language !== undefined && language !== 'en' && script === 'Latn';
}

function referencesOf({ list, reference }: CitedSource, group: Group): readonly string[] {
  if (reference !== undefined) return [reference];
  const own = group.designations.flatMap((entry) =>
    entry.list === list && entry.reference !== undefined ? [entry.reference] : [],
  );
  return [...new Set(own)];
}

/** What a name may be cited as: as printed, as the list's reader took it, or what of that is before or in brackets. */
function keysOf({ text, value }: PrintedName): readonly string[] {
  const parts = /^([^()]+)\(([^()]+)\)/.exec(asPrinted(value))?.slice(1) ?? [];
  return [text, value, ...parts].map(sameWordsKey);
}

/** Whether the list may mark the name so. Where either side says nothing there is nothing to differ about. */
function agree(strength: Strength, prints: readonly PrintedName[]): boolean {
  if (strength === 'unstated') return true;
  return prints.some((print) => print.strength === 'unstated' || print.strength === strength);
}
