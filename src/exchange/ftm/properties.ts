import type { Schema } from '../../kernel/index.ts';
import type { KnownStatement } from '../../store/index.ts';
import { countryCode } from '../../text/index.ts';
import { ftmDates } from './dates.ts';

/** A property of FollowTheMoney with its values. */
type Pair = readonly [property: string, value: string];

/**
 * What one statement says, as properties of its entity. Statements that belong to the listing (programme, dates,
 * legal basis) give nothing here; what FollowTheMoney has no property for is kept as a note, named.
 */
export function propertiesOf(schema: Schema, statement: KnownStatement): readonly Pair[] {
  const { property, value, detail = {} } = statement;
  const legal = schema !== 'Vessel' && schema !== 'Airplane';
  const person = schema === 'Person';
  const note = (label: string): readonly Pair[] => [['notes', `${label}: ${value}`]];
  switch (property) {
    case 'birthDate':
      return person ? ftmDates(value).map((date): Pair => ['birthDate', date]) : note('Born');
    case 'birthPlace':
      return person ? [['birthPlace', value], ...country('birthCountry', detail.country)] : note('Born in');
    case 'deathDate':
      return person ? ftmDates(value).map((date): Pair => ['deathDate', date]) : note('Died');
    case 'foundedOn':
      return legal && !person
        ? ftmDates(value).map((date): Pair => ['incorporationDate', date])
        : note('Founded');
    case 'nationality':
    case 'citizenship':
      return country(person ? property : 'country', detail.code ?? value);
    case 'country':
      return country('country', detail.code ?? value);
    case 'gender':
      return person ? [['gender', value]] : [];
    case 'title':
    case 'position':
      return person ? [[property, value]] : note('Role');
    case 'address':
      return [['address', value]];
    case 'email':
      return legal ? [['email', value]] : note('Email');
    case 'website':
      return legal ? [['website', value]] : note('Website');
    case 'phone':
      return legal && !/fax/i.test(detail.type ?? '') ? [['phone', value]] : note(detail.type ?? 'Phone');
    case 'identifier':
      return identifier(schema, value, detail);
    case 'flag':
      return schema === 'Vessel'
        ? country(detail.former === 'yes' || detail.status === 'previous' ? 'pastFlags' : 'flag', value)
        : country('country', value);
    case 'callSign':
      return schema === 'Vessel' ? [['callSign', value]] : note('Call sign');
    case 'vesselType':
      return legal ? note('Type') : [['type', value]];
    case 'tonnage':
      return schema === 'Vessel'
        ? [[detail.measure === undefined ? 'tonnage' : 'grossRegisteredTonnage', value.replaceAll(',', '')]]
        : note('Tonnage');
    case 'owner':
      return note(detail.status === 'previous' ? 'Previous owner' : 'Owner');
    case 'linkedTo':
      return note('Linked to');
    case 'remarks':
      return [['notes', value]];
    case 'note':
      return detail.type === 'measure' || detail.type === 'act' ? [] : note(noteLabel(statement));
    default:
      return [];
  }
}

/** Types of identifiers, as lists print them, by the property that holds them; the first that fits. */
const IDENTIFIERS: readonly (readonly [pattern: RegExp, property: string])[] = [
  [/\bpassport\b/i, 'passportNumber'],
  [/\bswift\b|\bbic\b/i, 'swiftBic'],
  [/\blei\b|legal entity identifier/i, 'leiCode'],
  [/\bimo\b/i, 'imoNumber'],
  [/\bmmsi\b/i, 'mmsi'],
  [/social security|\bssn\b/i, 'socialSecurityNumber'],
  [/\btax|\bvat\b|fiscal|\btin\b/i, 'taxNumber'],
  [/licen[cs]e|permit/i, 'licenseNumber'],
  [/registration|company|commercial|chamber|charter|trade/i, 'registrationNumber'],
];
const OF_PERSONS = new Set(['passportNumber', 'socialSecurityNumber']);
const OF_VEHICLES = new Set(['imoNumber', 'mmsi', 'registrationNumber']);

function identifier(
  schema: Schema,
  value: string,
  detail: Readonly<Record<string, string>>,
): readonly Pair[] {
  const type = `${detail.type ?? ''} ${detail.scheme ?? ''}`.trim();
  // The number of another list's entry is the listing's, not the target's.
  if (type === 'UN reference') return [];
  const property = IDENTIFIERS.find(([pattern]) => pattern.test(type))?.[1] ?? 'idNumber';
  if (schema === 'Vessel' || schema === 'Airplane') {
    return OF_VEHICLES.has(property) ? [[property, value]] : [['notes', `${type || 'Number'}: ${value}`]];
  }
  if (property === 'mmsi') return [['notes', `${type}: ${value}`]];
  return [[OF_PERSONS.has(property) && schema !== 'Person' ? 'idNumber' : property, value]];
}

function country(property: string, text: string | undefined): readonly Pair[] {
  const code = text === undefined ? null : countryCode(text);
  return code === null ? [] : [[property, code.toLowerCase()]];
}

function noteLabel({ place, detail = {} }: KnownStatement): string {
  return detail.about ?? detail.type ?? place;
}
