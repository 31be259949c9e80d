import type { ListInfo } from '../../kernel/index.ts';
import type { XmlFormat, XmlGrammar } from '../xml.ts';

/** The Financial Sanctions File of the European Union. */
export const EU_FSF: ListInfo = {
  id: 'eu-fsf',
  title: 'Financial Sanctions File',
  authority: { id: 'eu-commission', name: 'European Commission', country: 'EU' },
  effect: 'Funds are frozen and may not be made available, under the regulation that each entry names.',
  url: 'https://webgate.ec.europa.eu/fsd/fsf',
  licence: 'EU reuse terms',
  parts: ['main'],
  staleAfterDays: 7,
};

type Elements = { readonly [element: string]: XmlGrammar };

const attributes = (...names: readonly string[]): Elements =>
  Object.fromEntries(names.map((name) => [`@${name}`, 'text' as const]));

/** What every part of an entry may have. */
const OPERABLE: Elements = {
  ...attributes('logicalId'),
  remark: 'text',
  additionalInformation: attributes('key', 'value'),
};

/** What every part that rests on an act has: the act that gave it or last changed it. */
const SANCTIONABLE: Elements = {
  ...OPERABLE,
  ...attributes('regulationLanguage'),
  regulationSummary: attributes('regulationType', 'publicationDate', 'numberTitle', 'publicationUrl'),
};

const COUNTRY = attributes('region', 'countryIso2Code', 'countryDescription');

/** The export of the Financial Sanctions Database, schema 1.1. */
export const FORMAT: XmlFormat = {
  list: EU_FSF.id,
  root: 'export',
  namespaces: ['http://eu.europa.ec/fpi/fsd/export'],
  records: new Set(['sanctionEntity']),
  content: {
    sanctionEntity: {
      ...OPERABLE,
      ...attributes(
        'euReferenceNumber',
        'unitedNationId',
        'designationDate',
        'designationDetails',
        'delistingDate',
      ),
      regulation: {
        ...OPERABLE,
        ...attributes(
          'regulationType',
          'organisationType',
          'publicationDate',
          'entryIntoForceDate',
          'numberTitle',
          'programme',
        ),
        publicationUrl: 'text',
        corrigendum: 'text',
      },
      subjectType: attributes('code', 'classificationCode'),
      nameAlias: {
        ...SANCTIONABLE,
        ...attributes(
          'firstName',
          'middleName',
          'lastName',
          'wholeName',
          'function',
          'gender',
          'title',
          'nameLanguage',
          'strong',
        ),
      },
      citizenship: {
        ...SANCTIONABLE,
        ...COUNTRY,
        ...attributes('acquisitionDate', 'disenfranchisementDate'),
      },
      birthdate: {
        ...SANCTIONABLE,
        ...COUNTRY,
        ...attributes(
          'circa',
          'calendarType',
          'birthdate',
          'dayOfMonth',
          'monthOfYear',
          'year',
          'yearRangeFrom',
          'yearRangeTo',
          'city',
          'zipCode',
          'place',
        ),
      },
      address: {
        ...SANCTIONABLE,
        ...COUNTRY,
        ...attributes('street', 'poBox', 'zipCode', 'city', 'place', 'asAtListingTime'),
        contactInfo: attributes('key', 'value'),
      },
      identification: {
        ...SANCTIONABLE,
        ...COUNTRY,
        ...attributes(
          'identificationTypeCode',
          'identificationTypeDescription',
          'number',
          'latinNumber',
          'nameOnDocument',
          'issueDate',
          'issuedBy',
          'validFrom',
          'validTo',
          'diplomatic',
          'knownExpired',
          'knownFalse',
          'reportedLost',
          'revokedByIssuer',
        ),
      },
    },
  },
};
