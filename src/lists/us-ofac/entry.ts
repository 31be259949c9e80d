import type { Schema, Statement } from '../../kernel/index.ts';
import { nameStatement, statement } from '../statements.ts';
import { STRONG, WEAK } from './strength.ts';

/** The columns of `sdn.csv` (OFAC data specification, 25 September 2023), in order. */
export const SDN_COLUMNS = [
  'ent_num',
  'SDN_Name',
  'SDN_Type',
  'Program',
  'Title',
  'Call_Sign',
  'Vess_type',
  'Tonnage',
  'GRT',
  'Vess_flag',
  'Vess_owner',
  'Remarks',
] as const;

/** An entry of the main table, whichever format it came in; `null` is a field that is not there. */
export interface Entry {
  readonly name: string;
  readonly programmes: readonly string[];
  readonly title: string | null;
  readonly callSign: string | null;
  readonly vesselType: string | null;
  readonly tonnage: string | null;
  readonly grossTonnage: string | null;
  readonly flag: string | null;
  readonly owner: string | null;
}

/** An address as the CSV set splits it: the second line has city, province and postal code. */
export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly remarks: string | null;
}

/** What the types of entries mean, in either format; the CSV set prints none for an entity. */
export const SCHEMA_OF_TYPE: ReadonlyMap<string, Schema> = new Map([
  ['individual', 'Person'],
  ['entity', 'Organization'],
  ['vessel', 'Vessel'],
  ['aircraft', 'Airplane'],
]);

/** The statements of the main table but for remarks. Places are the columns of `sdn.csv`. */
export function entryStatements(entry: Entry): readonly Statement[] {
  const column = (property: Statement['property'], value: string | null, place: string, measure?: string) =>
    value === null
      ? []
      : [statement(property, value, place, measure === undefined ? {} : { detail: { measure } })];
  return [
    nameStatement(entry.name, 'primary', 'strong', 'SDN_Name'),
    ...entry.programmes.map((programme) => statement('programme', programme, 'Program')),
    ...column('title', entry.title, 'Title'),
    ...column('callSign', entry.callSign, 'Call_Sign'),
    ...column('vesselType', entry.vesselType, 'Vess_type'),
    ...column('tonnage', entry.tonnage, 'Tonnage'),
    ...column('tonnage', entry.grossTonnage, 'GRT', 'gross registered'),
    ...column('flag', entry.flag, 'Vess_flag'),
    ...column('owner', entry.owner, 'Vess_owner'),
  ];
}

/** What a type of alias means; `type` only where the kind does not say it all. */
export interface AliasType {
  readonly kind: 'alias' | 'former';
  readonly type?: string;
}

/** The alias types, as `alt.csv` writes them; the XML writes them with full stops. */
export const ALIAS_TYPES: ReadonlyMap<string, AliasType> = new Map<string, AliasType>([
  ['aka', { kind: 'alias' }],
  ['fka', { kind: 'former' }],
  // "Now known as" is a name of today that OFAC has not made the primary one.
  ['nka', { kind: 'alias', type: 'n.k.a.' }],
]);

/** A strong alias: a row of `alt.csv`, numbered by OFAC. */
export function strongAlias(
  number: string,
  type: AliasType,
  name: string,
  remarks: string | null,
): Statement {
  return nameStatement(name, type.kind, STRONG.strength, `alt:${number}`, {
    detail: { ...STRONG.detail, type: type.type, note: remarks },
  });
}

/** A weak alias, which the CSV set prints in the remarks. */
export function weakAlias(type: AliasType, name: string, place: string): Statement {
  return nameStatement(name, type.kind, WEAK.strength, place, {
    detail: { ...WEAK.detail, type: type.type },
  });
}

/** An address: a row of `add.csv`, numbered by OFAC. One that is only a country is a `country`; none is nothing. */
export function addressStatements(number: string, address: Address): readonly Statement[] {
  const { street, city, country, remarks } = address;
  const place = `add:${number}`;
  if (street === null && city === null) {
    return country === null ? [] : [statement('country', country, place, { detail: { note: remarks } })];
  }
  const line = [street, city, country].filter((part) => part !== null).join(', ');
  return [statement('address', line, place, { detail: { street, city, country, note: remarks } })];
}
