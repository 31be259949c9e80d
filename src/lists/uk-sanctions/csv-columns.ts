/** The columns of the CSV of the list, as its files of 2026 have them. */
export const COLUMNS = [
  'Last Updated',
  'Unique ID',
  'OFSI Group ID',
  'UN Reference Number',
  'Name 6',
  'Name 1',
  'Name 2',
  'Name 3',
  'Name 4',
  'Name 5',
  'Name type',
  'Alias strength',
  'Title',
  'Name non-latin script',
  'Non-latin script type',
  'Non-latin script language',
  'Regime Name',
  'Designation Type',
  'Designation source',
  'Sanctions Imposed',
  'Other Information',
  'UK Statement of Reasons',
  'Address Line 1',
  'Address Line 2',
  'Address Line 3',
  'Address Line 4',
  'Address Line 5',
  'Address Line 6',
  'Address Postal Code',
  'Address Country',
  'Phone number',
  'Website',
  'Email address',
  'Date Designated',
  'D.O.B',
  'Nationality(/ies)',
  'National Identifier number',
  'National Identifier additional information',
  'Passport number',
  'Passport additional information',
  'Position',
  'Gender',
  'Town of birth',
  'Country of birth',
  'Type of entity',
  'Subsidiaries',
  'Parent company',
  'Business registration number (s)',
  'IMO number',
  'Current owner/operator (s)',
  'Previous owner/operator (s)',
  'Current believed flag of ship',
  'Previous flags',
  'Type of ship',
  'Tonnage of ship',
  'Length of ship',
  'Year Built',
  'Hull identification number (HIN)',
] as const;

/** The name of a column. */
export type Column = (typeof COLUMNS)[number];

/** Columns that stand together: a row has one element of them, of which each column is a child. */
export interface ColumnGroup {
  /** Where the XML has the element, below the designation. */
  readonly path: readonly string[];
  /** The column of each child; one group without children is the text of the element. */
  readonly children: Readonly<Record<string, Column>> | Column;
}

const individual = (...path: readonly string[]) => ['IndividualDetails', 'Individual', ...path];
const entity = (...path: readonly string[]) => ['EntityDetails', 'Entity', ...path];
const ship = (...path: readonly string[]) => ['ShipDetails', 'Ship', ...path];

/**
 * Where the XML has what a column has. The CSV has a row for each combination of what an entry has several of, so
 * that the distinct values of a group are the elements of the XML.
 */
export const GROUPS: readonly ColumnGroup[] = [
  { path: ['LastUpdated'], children: 'Last Updated' },
  { path: ['DateDesignated'], children: 'Date Designated' },
  { path: ['UniqueID'], children: 'Unique ID' },
  { path: ['OFSIGroupID'], children: 'OFSI Group ID' },
  { path: ['UNReferenceNumber'], children: 'UN Reference Number' },
  {
    path: ['Names', 'Name'],
    children: {
      Name1: 'Name 1',
      Name2: 'Name 2',
      Name3: 'Name 3',
      Name4: 'Name 4',
      Name5: 'Name 5',
      Name6: 'Name 6',
      NameType: 'Name type',
      AliasStrength: 'Alias strength',
    },
  },
  {
    path: ['NonLatinNames', 'NonLatinName'],
    children: {
      NameNonLatinScript: 'Name non-latin script',
      NonLatinScriptType: 'Non-latin script type',
      NonLatinScriptLanguage: 'Non-latin script language',
    },
  },
  { path: ['Titles', 'Title'], children: 'Title' },
  { path: ['RegimeName'], children: 'Regime Name' },
  { path: ['IndividualEntityShip'], children: 'Designation Type' },
  { path: ['DesignationSource'], children: 'Designation source' },
  { path: ['SanctionsImposed'], children: 'Sanctions Imposed' },
  { path: ['OtherInformation'], children: 'Other Information' },
  { path: ['UKStatementofReasons'], children: 'UK Statement of Reasons' },
  {
    path: ['Addresses', 'Address'],
    children: {
      AddressLine1: 'Address Line 1',
      AddressLine2: 'Address Line 2',
      AddressLine3: 'Address Line 3',
      AddressLine4: 'Address Line 4',
      AddressLine5: 'Address Line 5',
      AddressLine6: 'Address Line 6',
      AddressPostalCode: 'Address Postal Code',
      AddressCountry: 'Address Country',
    },
  },
  { path: ['PhoneNumbers', 'PhoneNumber'], children: 'Phone number' },
  { path: ['Websites', 'Website'], children: 'Website' },
  { path: ['EmailAddresses', 'EmailAddress'], children: 'Email address' },
  { path: individual('DOBs', 'DOB'), children: 'D.O.B' },
  { path: individual('Nationalities', 'Nationality'), children: 'Nationality(/ies)' },
  {
    path: individual('NationalIdentifierDetails', 'NationalIdentifier'),
    children: {
      NationalIdentifierNumber: 'National Identifier number',
      NationalIdentifierAdditionalInformation: 'National Identifier additional information',
    },
  },
  {
    path: individual('PassportDetails', 'Passport'),
    children: {
      PassportNumber: 'Passport number',
      PassportAdditionalInformation: 'Passport additional information',
    },
  },
  { path: individual('Positions', 'Position'), children: 'Position' },
  { path: individual('Genders', 'Gender'), children: 'Gender' },
  {
    path: individual('BirthDetails', 'Location'),
    children: { TownOfBirth: 'Town of birth', CountryOfBirth: 'Country of birth' },
  },
  { path: entity('TypeOfEntities', 'TypeOfEntity'), children: 'Type of entity' },
  { path: entity('Subsidiaries', 'Subsidiary'), children: 'Subsidiaries' },
  { path: entity('ParentCompanies', 'ParentCompany'), children: 'Parent company' },
  {
    path: entity('BusinessRegistrationNumbers', 'BusinessRegistrationNumber'),
    children: 'Business registration number (s)',
  },
  { path: ship('IMONumbers', 'IMONumber'), children: 'IMO number' },
  { path: ship('CurrentOwnerOperators', 'CurrentOwnerOperator'), children: 'Current owner/operator (s)' },
  { path: ship('PreviousOwnerOperators', 'PreviousOwnerOperator'), children: 'Previous owner/operator (s)' },
  {
    path: ship('CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip'),
    children: 'Current believed flag of ship',
  },
  { path: ship('PreviousFlags', 'PreviousFlag'), children: 'Previous flags' },
  { path: ship('TypeOfShipDetails', 'TypeOfShip'), children: 'Type of ship' },
  { path: ship('TonnageOfShipDetails', 'TonnageOfShip'), children: 'Tonnage of ship' },
  { path: ship('LengthOfShipDetails', 'LengthOfShip'), children: 'Length of ship' },
  { path: ship('YearsBuilt', 'YearBuilt'), children: 'Year Built' },
  {
    path: ship('HullIdentificationNumbers', 'HullIdentificationNumber'),
    children: 'Hull identification number (HIN)',
  },
];
