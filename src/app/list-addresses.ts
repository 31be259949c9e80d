/** The formats that publishers issue lists in; `any` where an address of one's own may hold any of a list's formats. */
export type ListFormat = 'xml' | 'csv' | 'html' | 'atom' | 'json' | 'xlsx' | 'pdf' | 'any';

/** One file of a list at its publisher's. `{token}` in an address stands for the publisher's access token. */
export interface FileAddress {
  readonly url: string;
  readonly format: ListFormat;
}

/** Where a list is published, and what is to be known before fetching it. */
export interface ListAddress {
  readonly list: string;
  /** The files of one snapshot. Empty where a program cannot fetch what the reader reads; `byHand` then says how. */
  readonly files: readonly FileAddress[];
  /** Days after which it is worth asking again. */
  readonly everyDays: number;
  /** How often the publisher changes it, in words. */
  readonly cadence: string;
  /** What the publisher asks of whoever uses it, in words. */
  readonly terms: string;
  /** What may stand between a program and the file. */
  readonly access?: string;
  readonly token?: { readonly setting: string; readonly standard: string };
  readonly byHand?: string;
}

const OFAC = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';
/** A search of the documents API (www.federalregister.gov/developers/documentation/api/v1) with all its results on one page. */
const FEDERAL_REGISTER = `https://www.federalregister.gov/api/v1/documents.json?${[
  'conditions[agencies][]=state-department',
  'conditions[type][]=NOTICE',
  'conditions[term]="foreign terrorist organization" | "specially designated global terrorist"',
  ...['document_number', 'title', 'type', 'publication_date', 'effective_on', 'citation', 'html_url'].map(
    (field) => `fields[]=${field}`,
  ),
  'per_page=1000',
]
  .map((part) => part.split('=').map(encodeURIComponent).join('='))
  .join('&')}`;
const US_TERMS = 'Public domain (17 U.S.C. § 105).';
const UK_TERMS = 'Open Government Licence 3.0: name the source.';
const NOT_PROGRAMS =
  'The site turns many programs away (403); then save the page in a browser and load it with "entente load".';

/**
 * Every list's publisher, one line a list; the page `docs/reference/lists.md` is made from it. A line whose list has
 * no reader yet is not used.
 */
export const LIST_ADDRESSES: readonly ListAddress[] = [
  {
    list: 'au-dfat',
    files: [
      {
        url: 'https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx',
        format: 'xlsx',
      },
    ],
    everyDays: 1,
    cadence: 'when a listing changes, several times a month',
    terms: 'Creative Commons Attribution, as DFAT states it: name the source.',
  },
  {
    list: 'au-listed',
    files: [
      {
        url: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
        format: 'html',
      },
    ],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: 'Creative Commons Attribution 4.0: name the source.',
  },
  {
    list: 'ca-listed',
    files: [{ url: 'https://www.publicsafety.gc.ca/cnt/_xml/lstd-ntts-eng.xml', format: 'atom' }],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: 'Government of Canada terms: name the source, do not present it as official.',
  },
  {
    list: 'ca-sema',
    files: [
      {
        url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
        format: 'xml',
      },
    ],
    everyDays: 1,
    cadence: 'several times a month',
    terms: 'Government of Canada terms: name the source, do not present it as official.',
  },
  {
    list: 'ch-seco',
    files: [
      {
        url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
        format: 'xml',
      },
    ],
    everyDays: 1,
    cadence: 'several times a month',
    terms: 'Swiss open government data: free use, name the source.',
  },
  {
    list: 'eu-cp931',
    files: [],
    everyDays: 30,
    cadence: 'every six months, and when the Council decides',
    terms: 'Commission Decision 2011/833/EU: free reuse, name the source.',
    byHand:
      'Each review is an act of its own: look for the newest Council Decision "updating the list of persons, groups and entities subject to Articles 2, 3 and 4 of Common Position 2001/931/CFSP" at https://eur-lex.europa.eu, open its HTML in English, save the page and load that.',
  },
  {
    list: 'eu-fsf',
    files: [
      {
        url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token={token}',
        format: 'xml',
      },
    ],
    everyDays: 1,
    cadence: 'several times a week; it may come weeks after the Official Journal, which is the law',
    terms: 'Commission Decision 2011/833/EU: free reuse, name the source.',
    access:
      'The address carries a token. The public one is built in; if the Commission withdraws it, sign in at https://webgate.ec.europa.eu/fsd/fsf, take the token from the address of the XML 1.1 file there, and set ENTENTE_EU_FSF_TOKEN. The file is made when it is asked for, and the server often answers 500 first.',
    token: { setting: 'ENTENTE_EU_FSF_TOKEN', standard: 'dG9rZW4tMjAxNw' },
  },
  {
    list: 'il-nbctf',
    files: [
      {
        url: 'https://nbctf.mod.gov.il/he/Announcements/Documents/NBCTFIsrael%20-%20Terror%20Organization%20Designation%20List_XL.xlsx',
        format: 'xlsx',
      },
    ],
    everyDays: 7,
    cadence: 'several times a year',
    terms: 'Not stated.',
  },
  {
    list: 'il-nbctf-individuals',
    files: [
      {
        url: 'https://nbctf.mod.gov.il/he/Announcements/Documents/NBCTF%20Israel%20designation%20Individuals_XL.xlsx',
        format: 'xlsx',
      },
    ],
    everyDays: 7,
    cadence: 'several times a year',
    terms: 'Not stated.',
  },
  {
    list: 'in-mha',
    files: [{ url: 'https://www.mha.gov.in/en/banned-organisations', format: 'html' }],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: 'Ministry of Home Affairs: free reproduction, accurate and with its source.',
    access: NOT_PROGRAMS,
  },
  {
    list: 'jp-mof',
    files: [],
    everyDays: 7,
    cadence: 'when Japan or the United Nations designate, several times a month',
    terms: 'Public Data License 1.0 (Japan): free use, name the source.',
    byHand:
      'The address of the workbook changes with each edition: take the Excel file (XLSX) that https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html links to and load that.',
  },
  {
    list: 'nz-police',
    files: [
      {
        url: 'https://www.police.govt.nz/advice/personal-community/counterterrorism/designated-entities/lists-associated-with-resolution-1373',
        format: 'html',
      },
    ],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: 'Creative Commons Attribution 4.0: name the source.',
    access: NOT_PROGRAMS,
  },
  {
    list: 'pk-nacta',
    files: [],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: 'Not stated.',
    byHand:
      'Take the PDF of proscribed organisations (not of persons) from https://nacta.gov.pk/proscribed-organizations/ and load that, or its text.',
  },
  {
    list: 'uk-home-office',
    files: [
      {
        url: 'https://www.gov.uk/government/publications/proscribed-terror-groups-or-organisations--2/proscribed-terrorist-groups-or-organisations-accessible-version',
        format: 'html',
      },
    ],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: UK_TERMS,
  },
  {
    list: 'uk-sanctions',
    files: [{ url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml', format: 'xml' }],
    everyDays: 1,
    cadence: 'several times a week',
    terms: UK_TERMS,
  },
  {
    list: 'un-sc',
    files: [{ url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml', format: 'xml' }],
    everyDays: 1,
    cadence: 'whenever a committee decides; the file is made anew each day',
    terms: 'United Nations terms of use.',
  },
  {
    list: 'us-csl',
    files: [
      {
        url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
        format: 'csv',
      },
    ],
    everyDays: 1,
    cadence: 'daily',
    terms: US_TERMS,
  },
  {
    list: 'us-federal-register',
    files: [{ url: FEDERAL_REGISTER, format: 'json' }],
    everyDays: 1,
    cadence: 'on working days when the State Department designates or revokes',
    terms: US_TERMS,
    access: 'One page holds 1,000 notices at most; beyond that the answer is refused as incomplete.',
  },
  {
    list: 'us-ofac-consolidated',
    files: [{ url: `${OFAC}/CONSOLIDATED.XML`, format: 'xml' }],
    everyDays: 1,
    cadence: 'a few times a month',
    terms: US_TERMS,
  },
  {
    list: 'us-ofac-sdn',
    files: [{ url: `${OFAC}/SDN.XML`, format: 'xml' }],
    everyDays: 1,
    cadence: 'several times a week',
    terms: US_TERMS,
  },
  {
    list: 'us-state-fto',
    files: [{ url: 'https://www.state.gov/foreign-terrorist-organizations/', format: 'html' }],
    everyDays: 7,
    cadence: 'a few times a year',
    terms: US_TERMS,
    access: NOT_PROGRAMS,
  },
  {
    list: 'us-state-tel',
    files: [{ url: 'https://www.state.gov/terrorist-exclusion-list/', format: 'html' }],
    everyDays: 30,
    cadence: 'practically frozen since 2004',
    terms: US_TERMS,
    access: NOT_PROGRAMS,
  },
];

const BYTES = ['application/octet-stream', 'binary/octet-stream', 'application/gzip', 'application/x-gzip'];

/** Media types under which servers send each format. */
const MEDIA_TYPES: Readonly<Record<Exclude<ListFormat, 'any'>, readonly string[]>> = {
  xml: ['application/xml', 'text/xml', ...BYTES],
  csv: ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel', ...BYTES],
  html: ['text/html', 'application/xhtml+xml'],
  atom: ['application/atom+xml', 'application/xml', 'text/xml', ...BYTES],
  json: ['application/json', ...BYTES],
  xlsx: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel',
    'application/zip',
    ...BYTES,
  ],
  pdf: ['application/pdf', ...BYTES],
};

/** The media types that are taken for a format; `null` for all. */
export function mediaTypesOf(format: ListFormat): readonly string[] | null {
  return format === 'any' ? null : MEDIA_TYPES[format];
}
