import type { ListInfo } from '../../kernel/index.ts';
import { textElements as texts, type XmlFormat, type XmlGrammar } from '../xml.ts';

/** The UK Sanctions List. */
export const UK_SANCTIONS: ListInfo = {
  id: 'uk-sanctions',
  title: 'UK Sanctions List',
  authority: { id: 'uk-fcdo', name: 'UK Foreign, Commonwealth and Development Office', country: 'GB' },
  effect: 'As each entry says; an asset freeze, an arms embargo, a travel ban.',
  url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  licence: 'Open Government Licence 3.0',
  parts: ['main'],
  staleAfterDays: 7,
};

/** A list element: `Nationalities` holds any number of `Nationality`. */
const list = (name: string, inside: XmlGrammar = 'text'): XmlGrammar => ({ [name]: inside });

const MEASURES = texts(
  'AssetFreeze',
  'ArmsEmbargo',
  'CharteringOfShips',
  'ClosureOfRepresentativeOffices',
  'CrewServicingOfShipsAndAircraft',
  'Deflag',
  'DirectorDisqualificationSanction',
  'PreventionOfBusinessArrangements',
  'PreventionOfCharteringOfShips',
  'PreventionOfCharteringOfShipsAndAircraft',
  'ProhibitionOfPortEntry',
  'TargetedArmsEmbargo',
  'TechnicalAssistanceRelatedToAircraft',
  'TravelBan',
  'TrustServicesSanctions',
);

/** The XML of the list as its files of 2025 and 2026 have it. */
export const FORMAT: XmlFormat = {
  list: UK_SANCTIONS.id,
  root: 'Designations',
  namespaces: [null],
  records: new Set(['DateGenerated', 'Designation']),
  content: {
    DateGenerated: 'text',
    Designation: {
      ...texts(
        'LastUpdated',
        'DateDesignated',
        'UniqueID',
        'OFSIGroupID',
        'UNReferenceNumber',
        'RegimeName',
        'IndividualEntityShip',
        'DesignationSource',
        'SanctionsImposed',
        'OtherInformation',
        'UKStatementofReasons',
      ),
      Names: list(
        'Name',
        texts('Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6', 'NameType', 'AliasStrength'),
      ),
      NonLatinNames: list(
        'NonLatinName',
        texts('NameNonLatinScript', 'NonLatinScriptType', 'NonLatinScriptLanguage'),
      ),
      Titles: list('Title'),
      // True or false for each measure that `SanctionsImposed` names in words.
      SanctionsImposedIndicators: MEASURES,
      Addresses: list(
        'Address',
        texts(
          'AddressLine1',
          'AddressLine2',
          'AddressLine3',
          'AddressLine4',
          'AddressLine5',
          'AddressLine6',
          'AddressPostalCode',
          'AddressCountry',
        ),
      ),
      PhoneNumbers: list('PhoneNumber'),
      EmailAddresses: list('EmailAddress'),
      Websites: list('Website'),
      IndividualDetails: list('Individual', {
        DOBs: list('DOB'),
        BirthDetails: list('Location', texts('TownOfBirth', 'CountryOfBirth')),
        Genders: list('Gender'),
        Nationalities: list('Nationality'),
        Positions: list('Position'),
        PassportDetails: list('Passport', texts('PassportNumber', 'PassportAdditionalInformation')),
        NationalIdentifierDetails: list(
          'NationalIdentifier',
          texts('NationalIdentifierNumber', 'NationalIdentifierAdditionalInformation'),
        ),
      }),
      EntityDetails: list('Entity', {
        BusinessRegistrationNumbers: list('BusinessRegistrationNumber'),
        TypeOfEntities: list('TypeOfEntity'),
        ParentCompanies: list('ParentCompany'),
        Subsidiaries: list('Subsidiary'),
      }),
      ShipDetails: list('Ship', {
        IMONumbers: list('IMONumber'),
        CurrentOwnerOperators: list('CurrentOwnerOperator'),
        PreviousOwnerOperators: list('PreviousOwnerOperator'),
        CurrentBelievedFlagOfShips: list('CurrentBelievedFlagOfShip'),
        PreviousFlags: list('PreviousFlag'),
        TypeOfShipDetails: list('TypeOfShip'),
        TonnageOfShipDetails: list('TonnageOfShip'),
        LengthOfShipDetails: list('LengthOfShip'),
        YearsBuilt: list('YearBuilt'),
      }),
    },
  },
};
