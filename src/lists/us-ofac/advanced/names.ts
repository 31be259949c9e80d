import type { Place } from '../../../kernel/index.ts';
import { listsError } from '../../errors.ts';
import { type At, tidy } from '../../tidy.ts';
import { childrenOf, elementsAt, type XmlElement } from '../../xml.ts';
import { ALIAS_TYPES, type AliasType } from '../entry.ts';
import type { ReferenceSets } from './reference-sets.ts';

/** A name of a party, as one script writes it. */
export interface PartyName {
  /** As the CSV set prints it: `LAST, First Middle`. */
  readonly text: string;
  /** The words of the script where it is not Latin. */
  readonly script: string | null;
  /** `null` for the name that the entry goes by. */
  readonly alias: AliasType | null;
  readonly lowQuality: boolean;
}

const PRIMARY = 'name';
const BOOLEAN: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** All names of a profile. Throws `ENT_LIST_VALUE` for a type, script or mark that is not known. */
export function namesOf(profile: XmlElement, sets: ReferenceSets, at: At): readonly PartyName[] {
  return childrenOf(profile, 'Identity').flatMap((identity) => {
    const types = partTypes(identity, sets, at.place);
    return childrenOf(identity, 'Alias').flatMap((alias) => aliasNames(alias, types, sets, at));
  });
}

/** The name that an entry goes by. Throws `ENT_LIST_ROW` when it has none. */
export function primaryName(names: readonly PartyName[], place: Place): string {
  const own = names.filter(({ alias }) => alias === null);
  const name = own.find(({ script }) => script === null) ?? own[0];
  if (name !== undefined) return name.text;
  throw listsError('ENT_LIST_ROW', { why: 'a party without a name' }, { place });
}

function partTypes(identity: XmlElement, sets: ReferenceSets, place: Place): ReadonlyMap<string, string> {
  const groups = elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup');
  return new Map(
    groups.map(({ attributes = {} }) => [
      attributes.ID ?? '',
      sets.text('NamePartTypeValues', attributes.NamePartTypeID, place).toLowerCase(),
    ]),
  );
}

function aliasNames(
  alias: XmlElement,
  types: ReadonlyMap<string, string>,
  sets: ReferenceSets,
  at: At,
): readonly PartyName[] {
  const { AliasTypeID, LowQuality = 'false' } = alias.attributes ?? {};
  const printed = sets.text('AliasTypeValues', AliasTypeID, at.place);
  const word = printed.toLowerCase().replaceAll('.', '');
  const type = word === PRIMARY ? null : ALIAS_TYPES.get(word);
  if (type === undefined) throw badValue('AliasType', printed, 'Name, A.K.A., F.K.A. or N.K.A.', at);
  const lowQuality = BOOLEAN.get(LowQuality);
  if (lowQuality === undefined) throw badValue('LowQuality', LowQuality, 'true or false', at);
  return childrenOf(alias, 'DocumentedName').flatMap((name) => {
    const parts = elementsAt(name, 'DocumentedNamePart', 'NamePartValue');
    const text = joined(parts, types, at);
    if (text === '') return [];
    const scriptId = parts.find((part) => part.attributes?.ScriptID !== undefined)?.attributes?.ScriptID;
    const script = scriptId === undefined ? 'Latin' : sets.text('ScriptValues', scriptId, at.place);
    return [{ text, script: /^latin$/i.test(script) ? null : script, alias: type, lowQuality }];
  });
}

/** `LAST, First Middle` where parts are typed so, and else the parts as they stand. */
function joined(parts: readonly XmlElement[], types: ReadonlyMap<string, string>, at: At): string {
  const last: string[] = [];
  const others: string[] = [];
  for (const { text, attributes = {} } of parts) {
    const value = tidy(text, at);
    if (value === '') continue;
    (types.get(attributes.NamePartGroupID ?? '') === 'last name' ? last : others).push(value);
  }
  return [last.join(' '), others.join(' ')].filter((side) => side !== '').join(', ');
}

function badValue(field: string, value: string, expected: string, { place }: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place });
}
