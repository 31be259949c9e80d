import type { Schema, Statement } from '../../../kernel/index.ts';
import { listsError } from '../../errors.ts';
import { distinct, nameStatement, statement } from '../../statements.ts';
import type { At } from '../../tidy.ts';
import { tidy } from '../../tidy.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml.ts';
import {
  type Address,
  addressStatements,
  entryStatements,
  SCHEMA_OF_TYPE,
  strongAlias,
  weakAlias,
} from '../entry.ts';
import { REMARKS, readField } from '../read-field.ts';
import { fieldsOf } from '../remarks.ts';
import type { XmlEntry } from '../sdn-xml.ts';
import { printedPeriod } from './date-period.ts';
import { namesOf, primaryName } from './names.ts';
import { textOf } from './reference-sets.ts';
import type { Listing, References } from './references.ts';

/** What the file says of one entry, apart by the part in which it stands. */
export interface AdvancedEntry extends XmlEntry {
  readonly programmes: readonly string[];
  /** What no other format of the list has: days, legal bases, measures, links by number, other scripts. */
  readonly advanced: readonly Statement[];
}

/** The features that are columns of `sdn.csv`, by the words of their type. */
const COLUMNS = {
  title: ['title'],
  callSign: ['vessel call sign', 'call sign'],
  vesselType: ['vessel type'],
  flag: ['vessel flag', 'flag'],
  owner: ['vessel owner'],
  tonnage: ['vessel tonnage', 'vessel deadweight', 'tonnage'],
  grossTonnage: ['vessel gross registered tonnage', 'vessel gross tonnage', 'gross registered tonnage'],
} as const;

/** How the remarks of `sdn.csv` head a feature whose type has other words. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['birthdate', 'DOB'],
  ['place of birth', 'POB'],
  ['nationality country', 'nationality'],
  ['nationality', 'nationality'],
  ['citizenship country', 'citizen'],
  ['citizenship', 'citizen'],
]);

const ADDRESS = 'location';
const ADVANCED = 'DistinctParty';
/** Of these one is the main one, which the file prints first, and the CSV set marks the others `alt.` */
const WITH_MAIN = new Set(['DOB', 'POB', 'nationality', 'citizen']);
const ORDINARY = /^(?:valid|unknown|none)?$/i;

interface Feature {
  readonly type: string;
  /** What it says, in words. */
  readonly text: string | null;
  readonly comment: string | null;
  /** The location that it points to. */
  readonly location: string | undefined;
}

/**
 * Reads a `DistinctParty`. The key is its `FixedRef`, OFAC's uid. Throws `ENT_LIST_VALUE` for a number that its
 * reference set does not have, and `ENT_LIST_ROW` for a party without a profile or a name.
 */
export function readParty(element: XmlElement, references: References, around: At): AdvancedEntry {
  const key = element.attributes?.FixedRef ?? '';
  const at: At = { log: around.log, place: { ...around.place, path: `DistinctParty ${key.slice(0, 20)}` } };
  if (!/^\d{1,10}$/.test(key)) throw badValue('FixedRef', key, 'a number', at);
  const profile = childOf(element, 'Profile');
  if (profile === undefined) throw listsError('ENT_LIST_ROW', { why: 'a party without a profile' }, at);
  const { sets } = references;
  const kind = sets.partyKind(profile.attributes?.PartySubTypeID, at.place);
  const schema = SCHEMA_OF_TYPE.get(kind.toLowerCase());
  if (schema === undefined) throw badValue('PartySubType', kind, [...SCHEMA_OF_TYPE.keys()].join(', '), at);
  const listing = references.listings.get(key);
  if (listing === undefined) {
    around.log.note('orphan-row', at.place, `party ${key} has no entry that lists it`);
  }
  return { key, schema, ...partsOf({ element, profile, key, schema, references, listing, at }) };
}

interface Party {
  readonly element: XmlElement;
  readonly profile: XmlElement;
  readonly key: string;
  readonly schema: Schema;
  readonly references: References;
  readonly listing: Listing | undefined;
  readonly at: At;
}

function partsOf(party: Party): Omit<AdvancedEntry, 'key' | 'schema'> {
  const { element, profile, key, references, listing, at } = party;
  const names = namesOf(profile, references.sets, at);
  const features = childrenOf(profile, 'Feature').flatMap((feature) => featuresOf(feature, references, at));
  const column = (name: keyof typeof COLUMNS) => {
    const types: readonly string[] = COLUMNS[name];
    const found = features.filter(({ type }) => types.includes(type.toLowerCase()));
    return found.flatMap(({ text }) => text ?? []).join('; ') || null;
  };
  const documents = childrenOf(profile, 'Identity').flatMap(
    (identity) => references.documents.get(identity.attributes?.ID ?? '') ?? [],
  );
  const remarks = textOf(element, 'Comment', at);
  const links = references.relationships.get(key) ?? [];
  const aliases = names.flatMap(({ text, script, alias, lowQuality }) =>
    alias === null || script !== null
      ? []
      : [
          lowQuality
            ? weakAlias(alias, text, REMARKS)
            : { ...strongAlias('', alias, text, null), place: 'alt' },
        ],
  );
  const programmes = [...new Set(listing?.programmes)];
  return {
    programmes,
    sdn: distinct([
      ...entryStatements({
        name: primaryName(names, at.place),
        programmes,
        title: column('title'),
        callSign: column('callSign'),
        vesselType: column('vesselType'),
        tonnage: column('tonnage'),
        grossTonnage: column('grossTonnage'),
        flag: column('flag'),
        owner: column('owner'),
      }),
      ...(remarks === null ? [] : [statement('remarks', remarks, REMARKS), ...fieldsOf(remarks, at)]),
      ...remarkFields(features).map((field) => readField(field, at)),
      ...documents.map(({ field }) => readField(field, at)),
      ...links.map(({ to }) => readField(`Linked To: ${references.names.get(to) ?? to}`, at)),
      ...aliases.filter(({ strength }) => strength === 'weak'),
    ]),
    alt: distinct(aliases.filter(({ strength }) => strength !== 'weak')),
    add: distinct(
      features.flatMap(({ type, location }) =>
        type.toLowerCase() === ADDRESS && location !== undefined
          ? addressStatements(location, locationOf(location, references, at))
          : [],
      ),
    ),
    advanced: distinct([
      ...(listing?.statements ?? []),
      ...links.map(({ to, type, former, comment }) =>
        statement('relation', to, 'ProfileRelationship', {
          detail: { type, name: references.names.get(to), former: former ? 'yes' : null, note: comment },
        }),
      ),
      ...names.flatMap(({ text, script, alias, lowQuality }) =>
        script === null ? [] : [otherScript(text, script, alias?.type, lowQuality)],
      ),
      ...features.flatMap(({ type, comment }) =>
        comment === null
          ? []
          : [statement('note', comment, `${ADVANCED}/Feature`, { detail: { about: type } })],
      ),
      ...documents.flatMap(({ field, validity }) =>
        validity === null || ORDINARY.test(validity)
          ? []
          : [statement('note', field, 'IDRegDocument', { detail: { validity } })],
      ),
    ]),
  };
}

/** A name in another script is none of the CSV set's aliases, which are all Latin. */
function otherScript(text: string, script: string, type: string | undefined, weak: boolean): Statement {
  const strength = weak ? 'weak' : 'unstated';
  return nameStatement(text, 'original', strength, `${ADVANCED}/Alias`, { detail: { script, type } });
}

function featuresOf(feature: XmlElement, references: References, at: At): readonly Feature[] {
  const { sets } = references;
  const type = sets.text('FeatureTypeValues', feature.attributes?.FeatureTypeID, at.place);
  return childrenOf(feature, 'FeatureVersion').map((version) => {
    const location = childOf(version, 'VersionLocation')?.attributes?.LocationID;
    const pieces = version.children.flatMap((child) => {
      if (child.name === 'DatePeriod') return printedPeriod(child) ?? [];
      if (child.name === 'VersionLocation') return lineOf(child.attributes?.LocationID ?? '', references, at);
      if (child.name !== 'VersionDetail') return [];
      const reference = child.attributes?.DetailReferenceID;
      return reference === undefined
        ? tidy(child.text, at) || []
        : sets.text('DetailReferenceValues', reference, at.place);
    });
    const text = pieces.filter((piece) => piece !== '').join(' ') || null;
    return { type, text, comment: textOf(version, 'Comment', at), location };
  });
}

function locationOf(id: string, { locations }: References, at: At): Address {
  const location = locations.get(id);
  if (location !== undefined) return location;
  throw badValue('LocationID', id, 'the number of a location', at);
}

function lineOf(id: string, references: References, at: At): string {
  const { street, city, country } = locationOf(id, references, at);
  return [street, city, country].filter((part) => part !== null).join(', ');
}

const IN_COLUMNS: ReadonlySet<string> = new Set([...Object.values(COLUMNS).flat(), ADDRESS]);

/** What the CSV set prints as fields of remarks, written as it writes them, so that one grammar reads both. */
function remarkFields(features: readonly Feature[]): readonly string[] {
  const met = new Set<string>();
  return features.flatMap(({ type, text }) => {
    if (text === null || IN_COLUMNS.has(type.toLowerCase())) return [];
    const head = HEADS.get(type.toLowerCase()) ?? type;
    const alternate = WITH_MAIN.has(head) && met.has(head) ? 'alt. ' : '';
    met.add(head);
    return [`${alternate}${head} ${text}`];
  });
}

function badValue(field: string, value: string, expected: string, { place }: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place });
}
