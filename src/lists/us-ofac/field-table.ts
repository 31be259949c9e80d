import type { Property } from '../../kernel/index.ts';
import { ALIAS_TYPES, type AliasType } from './entry.ts';

/**
 * What a remarks field says, by the words it begins with. OFAC keeps these as typed features and prints them
 * `;`-separated in the remarks of `sdn.csv`, and as `idList`, `dateOfBirthList` and the like in `sdnList` XML.
 *
 * - `date` the rest is a date
 * - `text` the rest is the value, with the qualifiers given
 * - `identifier` the rest is `NUMBER [(region)] [(country)] [issued DATE] [expires DATE]`; `letters` where a
 *   number may have no digit
 * - `wallet` the rest is `- CURRENCY ADDRESS`
 */
export type FieldRule =
  | { readonly kind: 'date'; readonly property: Property }
  | { readonly kind: 'text'; readonly property: Property; readonly detail?: Readonly<Record<string, string>> }
  | { readonly kind: 'identifier'; readonly type: string; readonly letters: boolean }
  | { readonly kind: 'wallet' };

/** A rule with the words that a field begins with. */
export interface FieldHead {
  readonly head: string;
  readonly rule: FieldRule;
}

const DATES: readonly (readonly [head: string, property: Property])[] = [
  ['DOB', 'birthDate'],
  ['Organization Established Date', 'foundedOn'],
];

const TEXTS: readonly (readonly [
  head: string,
  property: Property,
  detail?: Readonly<Record<string, string>>,
])[] = [
  ['POB', 'birthPlace'],
  ['nationality', 'nationality'],
  ['citizen', 'citizenship'],
  ['Gender', 'gender'],
  ['Linked To', 'linkedTo'],
  ['Position:', 'position'],
  ['Alternate Title', 'title'],
  ['Title', 'title'],
  ['Website', 'website'],
  ['Email Address', 'email'],
  ['Email', 'email'],
  ['Phone Number', 'phone'],
  ['Phone No.', 'phone'],
  ['PHONE', 'phone'],
  ['Telephone Number', 'phone'],
  ['Telephone No.', 'phone'],
  ['Telephone', 'phone'],
  ['Fax No.', 'phone', { type: 'fax' }],
  ['Fax', 'phone', { type: 'fax' }],
  ['Nationality of Registration', 'country', { basis: 'nationality of registration' }],
  ['Registration Country', 'country', { basis: 'registration' }],
  ['Vessel Flag', 'flag'],
  ['Other Vessel Flag', 'flag'],
  ['Former Vessel Flag', 'flag', { former: 'yes' }],
  ['Vessel Type', 'vesselType'],
  ['Other Vessel Type', 'vesselType'],
  ['Vessel Call Sign', 'callSign'],
  ['Other Vessel Call Sign', 'callSign'],
  ['Vessel Owner', 'owner'],
];

const IDENTIFIERS: readonly string[] = [
  'Afghan Money Service Provider License Number',
  'Aircraft Construction Number (also called L/N or S/N or F/N)',
  "Aircraft Manufacturer's Serial Number (MSN)",
  'Aircraft Mode S Transponder Code',
  'Aircraft Serial Identification',
  'BIK (RU)',
  'Birth Certificate Number',
  'Bosnian Personal ID No.',
  'Branch Unit Number',
  'British National Overseas Passport',
  'Business Number',
  'Business Registration Document #',
  'Business Registration Number',
  'C.I.F.',
  'C.I.N.',
  'C.R. No.',
  'C.U.I.',
  'C.U.I.P.',
  'C.U.I.T.',
  'C.U.R.P. #',
  'C.U.R.P.',
  'CNP (Personal Numerical Code)',
  'Cartilla de Servicio Militar Nacional',
  'Cedula No.',
  'Central Registration System Number',
  'Certificate of Incorporation Number',
  'Chamber of Commerce Number',
  'Chinese Commercial Code',
  "Citizen's Card Number",
  'Commercial Registry Number',
  'Company Number',
  'Credencial electoral',
  'D-U-N-S Number',
  'D.N.I.',
  'Diplomatic Passport',
  "Driver's License No.",
  'Dubai Chamber of Commerce Membership No.',
  'Economic Register Number (CBLS)',
  'Electoral Registry No.',
  'Enterprise Number',
  'File Number',
  'Fiscal Code',
  'Folio Mercantil No.',
  'Government Gazette Number',
  'I.F.E.',
  'ISIN',
  'Identification Number',
  'Immigration No.',
  'Istanbul Chamber of Comm. No.',
  'Italian Fiscal Code',
  'Kenyan ID No.',
  'LE Number',
  'Legal Entity Number',
  'License',
  'MMSI',
  'MSB Registration Number',
  'Matricula Mercantil No',
  'Military Registration Number',
  'Moroccan Personal ID No.',
  'N.I.E.',
  'N.I.F.',
  'NIT #',
  'National Foreign ID Number',
  'National ID No.',
  'Numero Unico de Identificacao Tributaria (NUIT)',
  'Numero de Identidad',
  'Organization Code',
  'Paraguayan tax identification number',
  'Passport',
  'Permit Number',
  'Personal ID Card',
  'Pilot License Number',
  'Public Registration Number',
  'R.F.C. #',
  'R.F.C.',
  'RFC',
  'RIF #',
  'RSIN',
  'RTN',
  'RUC #',
  'Refugee ID Card',
  'Registered Charity No.',
  'Registration Certificate Number (Dubai)',
  'Registration ID',
  'Registration Number',
  'Residency Number',
  'Romanian C.R.',
  'Romanian Permanent Resident',
  'Romanian Tax Registration',
  'Russian State Individual Business Registration Number Pattern (OGRNIP)',
  'SRE Permit No.',
  'SSN',
  "Seafarer's Identification Document",
  'Serial No.',
  'Stateless Person ID Card',
  'Stateless Person Passport',
  'Tarjeta Profesional',
  'Tax ID No.',
  'Tazkira National ID Card',
  'Tourism License No.',
  'Trade License No.',
  'Trademark number',
  'Travel Document Number',
  'Turkish Identification Number',
  'Turkish Identificiation Number',
  'UAE Identification',
  'UK Company Number',
  'US FEIN',
  'Unified Social Credit Code (USCC)',
  'United Social Credit Code Certificate (USCCC)',
  'V.A.T. Number',
  'Vessel Registration Identification',
  'VisaNumberID',
];

const LETTERED_IDENTIFIERS: readonly string[] = [
  'Aircraft Tail Number',
  'Equity Ticker',
  'Previous Aircraft Tail Number',
  'SWIFT/BIC',
  'UN/LOCODE',
];

/** All heads, in no order. A field that begins with none of them is kept whole as a note. */
export const FIELD_HEADS: readonly FieldHead[] = [
  ...DATES.map(([head, property]): FieldHead => ({ head, rule: { kind: 'date', property } })),
  ...TEXTS.map(
    ([head, property, detail]): FieldHead => ({
      head,
      rule: { kind: 'text', property, ...(detail === undefined ? {} : { detail }) },
    }),
  ),
  ...[IDENTIFIERS, LETTERED_IDENTIFIERS].flatMap((heads) =>
    heads.map(
      (head): FieldHead => ({
        head,
        rule: { kind: 'identifier', type: head, letters: heads === LETTERED_IDENTIFIERS },
      }),
    ),
  ),
  { head: 'Digital Currency Address', rule: { kind: 'wallet' } },
];

/** How names in remarks are introduced. OFAC quotes a name there when it holds it to be weak. */
export const NAME_TYPES: ReadonlyMap<string, AliasType> = new Map<string, AliasType>([
  ...[...ALIAS_TYPES].map(([type, meaning]) => [[...type, ''].join('.'), meaning] as const),
  ['d.b.a.', { kind: 'alias', type: 'd.b.a.' }],
]);
