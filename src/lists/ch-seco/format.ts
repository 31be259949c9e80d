import type { ListInfo } from '../../kernel/index.ts';
import { attributes, textElements, type XmlFormat, type XmlGrammar } from '../xml.ts';

/** Switzerland's list of all its embargoes. */
export const CH_SECO: ListInfo = {
  id: 'ch-seco',
  title: 'SECO consolidated list of sanctions',
  authority: { id: 'ch-seco', name: 'Swiss State Secretariat for Economic Affairs', country: 'CH' },
  effect: 'Assets and economic resources are frozen, or as the ordinance of each programme says.',
  url: 'https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html',
  licence: 'Swiss open government data',
  parts: ['main'],
  staleAfterDays: 7,
};

const IN_LANGUAGE: XmlGrammar = { ...attributes('lang', 'ssid', 'script'), '#text': 'text' };
const WITH_ID: XmlGrammar = { ...attributes('ssid'), '#text': 'text' };
const GENERIC: XmlGrammar = { ...attributes('ssid', 'name', 'lang'), '#text': 'text' };
const AT_PLACE: XmlGrammar = {
  ...attributes('ssid', 'place-id', 'quality', 'current', 'main', 'lang'),
  ...textElements('remark', 'remarks', 'address-details', 'c-o', 'p-o-box', 'zip-code'),
};
const COUNTRY: XmlGrammar = { ...attributes('iso-code'), '#text': 'text' };

const NAME: XmlGrammar = {
  ...attributes('ssid', 'name-type', 'quality', 'lang', 'script'),
  'name-part': {
    ...attributes('ssid', 'order', 'name-part-type'),
    value: 'text',
    'spelling-variant': IN_LANGUAGE,
  },
};

const IDENTITY: XmlGrammar = {
  ...attributes('ssid', 'main'),
  name: NAME,
  'day-month-year': attributes('ssid', 'day', 'month', 'year', 'quality', 'calendar'),
  'place-of-birth': AT_PLACE,
  nationality: { ...attributes('ssid', 'quality', 'current'), country: COUNTRY, remark: 'text' },
  address: AT_PLACE,
  'identification-document': {
    ...attributes('ssid', 'document-type', 'quality', 'current'),
    number: 'text',
    issuer: { ...attributes('code', 'iso-code'), '#text': 'text' },
    'date-of-issue': 'text',
    'expiry-date': 'text',
    'place-of-issue': attributes('place-id'),
    remark: 'text',
  },
  'generic-attribute': GENERIC,
};

const BODY = {
  identity: IDENTITY,
  justification: { ...attributes('ssid', 'lang'), '#text': 'text' },
  relation: { ...attributes('ssid', 'target-id', 'relation-type'), remark: 'text' },
  'other-information': { ...attributes('ssid', 'lang'), '#text': 'text' },
  'generic-attribute': GENERIC,
} as const;

/** The XML of the whole list. Programmes stand before the targets and places behind them. */
export const FORMAT: XmlFormat = {
  list: CH_SECO.id,
  root: 'swiss-sanctions-list',
  namespaces: [null],
  content: {
    'sanctions-program': {
      ...attributes('ssid', 'version-date', 'predecessor-version-date'),
      'program-key': IN_LANGUAGE,
      'program-name': IN_LANGUAGE,
      'sanctions-set': IN_LANGUAGE,
      origin: WITH_ID,
    },
    target: {
      ...attributes('ssid', 'sanctions-set-id'),
      'sanctions-set-id': 'text',
      'foreign-identifier': 'text',
      'generic-attribute': GENERIC,
      individual: { ...attributes('sex'), ...BODY },
      entity: BODY,
      object: { ...attributes('object-type'), ...BODY },
      modification: {
        ...attributes('ssid', 'modification-type', 'enactment-date', 'publication-date', 'effective-date'),
        remark: 'text',
      },
    },
    place: {
      ...attributes('ssid'),
      location: 'text',
      'location-variant': { ...attributes('variant-type', 'lang', 'script'), '#text': 'text' },
      area: 'text',
      'area-variant': { ...attributes('variant-type', 'lang', 'script'), '#text': 'text' },
      country: COUNTRY,
    },
  },
  records: new Set(['sanctions-program', 'target', 'place']),
};
