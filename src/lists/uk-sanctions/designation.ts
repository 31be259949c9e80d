import type { RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { dateStatement, dayStatement } from '../dated.ts';
import { listsError } from '../errors.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Details, distinct, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import { childOf, childrenOf, elementsAt, type XmlElement } from '../xml.ts';
import { namesOf } from './names.ts';

/** `AQD0079`: the regime and a number. */
const KEY = /^[A-Z]{3}\d{4,5}$/;

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['Individual', 'Person'],
  ['Entity', 'Organization'],
  ['Ship', 'Vessel'],
]);

const SOURCES = new Set(['UK', 'UN']);

/** Reads a `Designation` element. Throws `ENT_LIST_VALUE` and `ENT_LIST_ROW` with its line. */
export function readDesignation(element: XmlElement, file: string, log: ReadingLog): RecordPart {
  const place = { file, line: element.line, path: element.name };
  const key = tidy(childOf(element, 'UniqueID')?.text ?? '', { log, place });
  if (!KEY.test(key)) throw badValue('UniqueID', key, 'one like AQD0079', { log, place });
  const at: At = { log, place: { ...place, path: `${element.name} ${key}` } };

  const text = (of: XmlElement, name: string) => tidy(childOf(of, name)?.text ?? '', at);
  // The XML has each once; in the CSV the rows of an entry may differ, and then all that they say is kept.
  const texts = (name: string) => childrenOf(element, name).flatMap((child) => filled(tidy(child.text, at)));
  const one = (name: string, property: Statement['property'], detail?: Details) =>
    texts(name).map((value) => statement(property, value, name, { detail }));
  const day = (name: string, property: Statement['property']) =>
    texts(name).map((printed) => dayStatement(property, name, printed, at));
  const all = (property: Statement['property'], path: readonly string[], detail?: Details) =>
    elementsAt(element, ...path).flatMap((value) =>
      filled(tidy(value.text, at)).map((printed) => statement(property, printed, path.join('/'), { detail })),
    );
  const numbers = (type: string, path: readonly string[], number: string, note: string) =>
    elementsAt(element, ...path).flatMap((document) => {
      const detail = { type, note: text(document, note) };
      const [value] = filled(text(document, number));
      if (value !== undefined) return [statement('identifier', value, path.join('/'), { detail })];
      return filled(detail.note).map((words) =>
        statement('note', words, path.join('/'), { detail: { type } }),
      );
    });

  const [kind = '', ...otherKinds] = texts('IndividualEntityShip');
  const schema = SCHEMAS.get(kind);
  if (schema === undefined || otherKinds.length > 0)
    throw badValue(
      'IndividualEntityShip',
      [kind, ...otherKinds].join(' and '),
      'Individual, Entity or Ship',
      at,
    );
  const names = namesOf(element, at);
  if (names.length === 0)
    throw listsError('ENT_LIST_ROW', { why: `${key} has no name` }, { place: at.place });

  const individual = ['IndividualDetails', 'Individual'];
  const entity = ['EntityDetails', 'Entity'];
  const ship = ['ShipDetails', 'Ship'];
  const previous = { status: 'previous' };
  return {
    key,
    part: 'main',
    schema,
    statements: distinct([
      ...names,
      ...one('RegimeName', 'programme'),
      ...day('DateDesignated', 'listedOn'),
      ...day('LastUpdated', 'amendedOn'),
      ...texts('DesignationSource').flatMap((printed) => sources(printed, at)),
      ...texts('SanctionsImposed')
        .flatMap(separated)
        .map((measure) => statement('note', measure, 'SanctionsImposed', { detail: { type: 'measure' } })),
      ...texts('UNReferenceNumber').flatMap(unIdentifier),
      ...one('OFSIGroupID', 'identifier', { type: 'OFSI group ID' }),
      ...all('title', ['Titles', 'Title']),
      ...all('position', [...individual, 'Positions', 'Position']),
      ...elementsAt(element, ...individual, 'DOBs', 'DOB').flatMap((birth) =>
        filled(tidy(birth.text, at)).map((printed) => dateStatement('birthDate', printed, 'DOBs/DOB', at)),
      ),
      ...elementsAt(element, ...individual, 'BirthDetails', 'Location').flatMap((location) =>
        birthPlace(text(location, 'TownOfBirth'), text(location, 'CountryOfBirth')),
      ),
      ...all('gender', [...individual, 'Genders', 'Gender']).map((gender) => ({
        ...gender,
        value: gender.value.toLowerCase(),
      })),
      ...all('nationality', [...individual, 'Nationalities', 'Nationality']),
      ...numbers(
        'Passport',
        [...individual, 'PassportDetails', 'Passport'],
        'PassportNumber',
        'PassportAdditionalInformation',
      ),
      ...numbers(
        'National identifier',
        [...individual, 'NationalIdentifierDetails', 'NationalIdentifier'],
        'NationalIdentifierNumber',
        'NationalIdentifierAdditionalInformation',
      ),
      ...elementsAt(element, 'Addresses', 'Address').flatMap((address) =>
        addressOf((name) => text(address, name)),
      ),
      ...all('phone', ['PhoneNumbers', 'PhoneNumber']),
      ...all('email', ['EmailAddresses', 'EmailAddress']),
      ...all('website', ['Websites', 'Website']),
      ...all('identifier', [...entity, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber'], {
        type: 'Business registration number',
      }),
      ...all('note', [...entity, 'TypeOfEntities', 'TypeOfEntity'], { type: 'type of entity' }),
      ...all('linkedTo', [...entity, 'ParentCompanies', 'ParentCompany'], { type: 'parent company' }),
      ...all('linkedTo', [...entity, 'Subsidiaries', 'Subsidiary'], { type: 'subsidiary' }),
      ...all('identifier', [...ship, 'IMONumbers', 'IMONumber'], { type: 'IMO number' }),
      ...all('identifier', [...ship, 'HullIdentificationNumbers', 'HullIdentificationNumber'], {
        type: 'Hull identification number',
      }),
      ...all('owner', [...ship, 'CurrentOwnerOperators', 'CurrentOwnerOperator']),
      ...all('owner', [...ship, 'PreviousOwnerOperators', 'PreviousOwnerOperator'], previous),
      ...all('flag', [...ship, 'CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip']),
      ...all('flag', [...ship, 'PreviousFlags', 'PreviousFlag'], previous),
      ...all('vesselType', [...ship, 'TypeOfShipDetails', 'TypeOfShip']),
      ...all('tonnage', [...ship, 'TonnageOfShipDetails', 'TonnageOfShip']),
      ...all('note', [...ship, 'LengthOfShipDetails', 'LengthOfShip'], { type: 'length of ship' }),
      ...all('note', [...ship, 'YearsBuilt', 'YearBuilt'], { type: 'year built' }),
      ...one('OtherInformation', 'remarks'),
      ...one('UKStatementofReasons', 'remarks'),
    ]),
  };
}

/** Who designated: `UK`, `UN`, or both as `UK|UN`. */
function sources(printed: string, at: At): readonly Statement[] {
  return separated(printed).map((source) => {
    if (!SOURCES.has(source)) throw badValue('DesignationSource', printed, 'UK, UN or both', at);
    return statement('authority', source, 'DesignationSource');
  });
}

/** A UN reference in the UN's own form; anything else that stands there as printed, but for `N/A`. */
function unIdentifier(printed: string): readonly Statement[] {
  if (printed === '' || printed === 'N/A') return [];
  return [
    statement('identifier', unReference(printed) ?? printed, 'UNReferenceNumber', {
      original: printed,
      detail: { type: 'UN reference' },
    }),
  ];
}

function birthPlace(town: string, country: string): readonly Statement[] {
  const where = [town, country].filter((part) => part !== '').join(', ');
  return filled(where).map((value) =>
    statement('birthPlace', value, 'BirthDetails/Location', { detail: { city: town, country } }),
  );
}

function addressOf(text: (name: string) => string): readonly Statement[] {
  const lines = [1, 2, 3, 4, 5, 6].map((number) => text(`AddressLine${number}`));
  const [postalCode, country] = [text('AddressPostalCode'), text('AddressCountry')];
  const line = [...lines, postalCode, country].filter((part) => part !== '').join(', ');
  if (line === '') return [];
  if (line === country) return [statement('country', country, 'Addresses/Address')];
  return [statement('address', line, 'Addresses/Address', { detail: { postalCode, country } })];
}

function separated(printed: string): readonly string[] {
  return printed.split('|').flatMap((piece) => filled(piece.trim()));
}

function filled(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

function badValue(field: string, value: string, expected: string, at: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place: at.place });
}
