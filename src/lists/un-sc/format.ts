import type { ListInfo } from '../../kernel/index.ts';
import { textElements as texts, type XmlFormat, type XmlGrammar } from '../xml.ts';

/** The United Nations Security Council Consolidated List. */
export const UN_SC: ListInfo = {
  id: 'un-sc',
  title: 'United Nations Security Council Consolidated List',
  authority: { id: 'un-sc', name: 'United Nations Security Council', country: 'UN' },
  effect: 'Member States must freeze assets, and for most regimes also bar travel and arms.',
  url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  licence: 'United Nations terms of use',
  parts: ['main'],
  staleAfterDays: 7,
};

const VALUES = texts('VALUE');
const ADDRESS = texts('STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE');

const COMMON: { readonly [element: string]: XmlGrammar } = {
  ...texts(
    'DATAID',
    'FIRST_NAME',
    'UN_LIST_TYPE',
    'REFERENCE_NUMBER',
    'LISTED_ON',
    'DELISTED_ON',
    'SUBMITTED_ON',
    'SUBMITTED_BY',
    'NAME_ORIGINAL_SCRIPT',
    'COMMENTS1',
  ),
  LAST_DAY_UPDATED: VALUES,
  // These say nothing: a version that is always 1, the words "UN List", and keys that are always empty.
  VERSIONNUM: 'unread',
  LIST_TYPE: 'unread',
  SORT_KEY: 'unread',
  SORT_KEY_LAST_MOD: 'unread',
};

/** The consolidated XML (sc-sanctions.xsd), as its files from 2018 to 2026 have it. */
export const FORMAT: XmlFormat = {
  list: UN_SC.id,
  root: 'CONSOLIDATED_LIST',
  namespaces: [null],
  records: new Set(['INDIVIDUAL', 'ENTITY']),
  content: {
    INDIVIDUALS: {
      INDIVIDUAL: {
        ...COMMON,
        ...texts('SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME', 'GENDER'),
        TITLE: VALUES,
        DESIGNATION: VALUES,
        NATIONALITY: VALUES,
        INDIVIDUAL_ALIAS: texts(
          'QUALITY',
          'ALIAS_NAME',
          'DATE_OF_BIRTH',
          'CITY_OF_BIRTH',
          'COUNTRY_OF_BIRTH',
          'NOTE',
        ),
        INDIVIDUAL_ADDRESS: ADDRESS,
        INDIVIDUAL_DATE_OF_BIRTH: texts('TYPE_OF_DATE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'),
        INDIVIDUAL_PLACE_OF_BIRTH: ADDRESS,
        INDIVIDUAL_DOCUMENT: texts(
          'TYPE_OF_DOCUMENT',
          'TYPE_OF_DOCUMENT2',
          'NUMBER',
          'ISSUING_COUNTRY',
          'COUNTRY_OF_ISSUE',
          'CITY_OF_ISSUE',
          'DATE_OF_ISSUE',
          'NOTE',
        ),
      },
    },
    ENTITIES: {
      ENTITY: {
        ...COMMON,
        ENTITY_ALIAS: texts('QUALITY', 'ALIAS_NAME', 'NOTE'),
        ENTITY_ADDRESS: ADDRESS,
      },
    },
  },
};
