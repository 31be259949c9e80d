import { attributes, type XmlFormat, type XmlGrammar } from '../../xml.ts';

type Elements = { readonly [element: string]: XmlGrammar };

const DELTA = attributes('DeltaAction');
const COMMENT: XmlGrammar = { ...DELTA, '#text': 'text' };
const POINT: Elements = { Year: COMMENT, Month: COMMENT, Day: COMMENT };
const DATE: XmlGrammar = { ...attributes('CalendarTypeID'), ...DELTA, ...POINT };
const FIXED = attributes('YearFixed', 'MonthFixed', 'DayFixed');
const BOUNDARY: XmlGrammar = {
  ...attributes('Approximate'),
  ...FIXED,
  ...DELTA,
  From: { ...DELTA, ...POINT },
  To: { ...DELTA, ...POINT },
};
const DURATION: XmlGrammar = 'unread';
const PERIOD: XmlGrammar = {
  ...attributes('CalendarTypeID'),
  ...FIXED,
  ...DELTA,
  Comment: COMMENT,
  Start: BOUNDARY,
  End: BOUNDARY,
  DurationMinimum: DURATION,
  DurationMaximum: DURATION,
};

/** A value of a reference set: its number, what else the sets print of it, and its words. */
const VALUE: XmlGrammar = {
  ...attributes(
    'ID',
    'AreaCodeTypeID',
    'CountryID',
    'Description',
    'DecisionMakingBodyID',
    'FeatureTypeGroupID',
    'ISO2',
    'ISO3',
    'IS03166-3Code',
    'LegalBasisShortRef',
    'LegalBasisTypeID',
    'Notional',
    'OrganisationID',
    'PartyTypeID',
    'SanctionsProgramID',
    'ScriptCode',
    'SubsidiaryBodyID',
    'Symmetrical',
  ),
  ...DELTA,
  Comment: COMMENT,
  '#text': 'text',
};

/** The sets whose values an entry refers to, each with the name of a value. */
export const REFERENCE_SETS = {
  AliasTypeValues: 'AliasType',
  AreaCodeValues: 'AreaCode',
  CountryValues: 'Country',
  DetailReferenceValues: 'DetailReference',
  EntryEventTypeValues: 'EntryEventType',
  FeatureTypeValues: 'FeatureType',
  IDRegDocDateTypeValues: 'IDRegDocDateType',
  IDRegDocTypeValues: 'IDRegDocType',
  LegalBasisValues: 'LegalBasis',
  ListValues: 'List',
  LocPartTypeValues: 'LocPartType',
  NamePartTypeValues: 'NamePartType',
  PartySubTypeValues: 'PartySubType',
  PartyTypeValues: 'PartyType',
  RelationTypeValues: 'RelationType',
  SanctionsTypeValues: 'SanctionsType',
  ScriptValues: 'Script',
  ValidityValues: 'Validity',
} as const;

/** Sets that nothing read here refers to. */
const UNREAD_SETS = [
  'AreaCodeTypeValues',
  'CalendarTypeValues',
  'CountryRelevanceValues',
  'DecisionMakingBodyValues',
  'DetailTypeValues',
  'DocNameStatusValues',
  'EntryLinkTypeValues',
  'ExRefTypeValues',
  'FeatureTypeGroupValues',
  'IdentityFeatureLinkTypeValues',
  'LegalBasisTypeValues',
  'LocPartValueStatusValues',
  'LocPartValueTypeValues',
  'OrganisationValues',
  'RelationQualityValues',
  'ReliabilityValues',
  'SanctionsProgramValues',
  'ScriptStatusValues',
  'SubsidiaryBodyValues',
  'SupInfoTypeValues',
  'TargetTypeValues',
] as const;

const unread = (...names: readonly string[]): Elements =>
  Object.fromEntries(names.map((name) => [name, 'unread' as const]));

const REFERENCES: XmlGrammar = {
  ...DELTA,
  ...unread(...UNREAD_SETS),
  ...Object.fromEntries(
    Object.entries(REFERENCE_SETS).map(([set, value]) => [set, { ...DELTA, [value]: VALUE }]),
  ),
};

const LOCATION: XmlGrammar = {
  ...attributes('ID'),
  ...DELTA,
  Comment: COMMENT,
  LocationAreaCode: { ...attributes('AreaCodeID'), ...DELTA, Comment: COMMENT },
  LocationCountry: { ...attributes('CountryID', 'CountryRelevanceID'), ...DELTA, Comment: COMMENT },
  LocationPart: {
    ...attributes('LocPartTypeID'),
    ...DELTA,
    LocationPartValue: {
      ...attributes('Primary', 'LocPartValueTypeID', 'LocPartValueStatusID'),
      ...DELTA,
      Comment: COMMENT,
      Value: COMMENT,
    },
  },
  FeatureVersionReference: 'unread',
  IDRegDocumentReference: 'unread',
};

const DOCUMENT: XmlGrammar = {
  ...attributes(
    'ID',
    'IDRegDocTypeID',
    'IdentityID',
    'IssuedBy-CountryID',
    'IssuedIn-LocationID',
    'ValidityID',
  ),
  ...DELTA,
  Comment: COMMENT,
  IDRegistrationNo: COMMENT,
  IssuingAuthority: COMMENT,
  DocumentDate: { ...attributes('IDRegDocDateTypeID'), ...DELTA, DatePeriod: PERIOD },
  ...unread(
    'IDRegDocumentMention',
    'FeatureVersionReference',
    'DocumentedNameReference',
    'ProfileRelationshipReference',
  ),
};

const IDENTITY: Elements = {
  ...attributes('ID', 'FixedRef', 'Primary', 'False'),
  ...DELTA,
  Comment: COMMENT,
  Alias: {
    ...attributes('FixedRef', 'AliasTypeID', 'Primary', 'LowQuality'),
    ...DELTA,
    Comment: COMMENT,
    DocumentedName: {
      ...attributes('ID', 'FixedRef', 'DocNameStatusID'),
      ...DELTA,
      Comment: COMMENT,
      DocumentedNamePart: {
        ...DELTA,
        NamePartValue: {
          ...attributes('NamePartGroupID', 'ScriptID', 'ScriptStatusID', 'Acronym'),
          ...DELTA,
          '#text': 'text',
        },
      },
      DocumentedNameCountry: 'unread',
      IDRegDocumentReference: 'unread',
    },
  },
  NamePartGroups: {
    ...DELTA,
    MasterNamePartGroup: {
      ...DELTA,
      NamePartGroup: { ...attributes('ID', 'NamePartTypeID'), ...DELTA },
    },
  },
  IDRegDocumentReference: 'unread',
};

const FEATURE: XmlGrammar = {
  ...attributes('ID', 'FeatureTypeID'),
  ...DELTA,
  Comment: COMMENT,
  FeatureVersion: {
    ...attributes('ID', 'ReliabilityID'),
    ...DELTA,
    Comment: COMMENT,
    DatePeriod: PERIOD,
    VersionDetail: { ...attributes('DetailTypeID', 'DetailReferenceID'), ...DELTA, '#text': 'text' },
    VersionLocation: { ...attributes('LocationID'), ...DELTA },
    IdentityReference: 'unread',
    IDRegDocumentReference: 'unread',
    ProfileRelationshipReference: 'unread',
  },
  IdentityReference: 'unread',
};

const party = (feature: XmlGrammar): XmlGrammar => ({
  ...attributes('FixedRef'),
  ...DELTA,
  Comment: COMMENT,
  Profile: {
    ...attributes('ID', 'PartySubTypeID'),
    ...DELTA,
    Comment: COMMENT,
    Identity: IDENTITY,
    Feature: feature,
    SanctionsEntryReference: 'unread',
    ExternalReference: 'unread',
  },
});

const RELATIONSHIP: XmlGrammar = {
  ...attributes(
    'ID',
    'From-ProfileID',
    'To-ProfileID',
    'RelationTypeID',
    'RelationQualityID',
    'Former',
    'SanctionsEntryID',
  ),
  ...DELTA,
  Comment: COMMENT,
  DatePeriod: PERIOD,
  IDRegDocumentReference: 'unread',
};

const ENTRY: XmlGrammar = {
  ...attributes('ID', 'ProfileID', 'ListID', 'EntryProfileRef', 'EntryDeltaFlag'),
  ...DELTA,
  Comment: COMMENT,
  LimitationsToListing: COMMENT,
  EntryEvent: {
    ...attributes('ID', 'EntryEventTypeID', 'LegalBasisID'),
    ...DELTA,
    Comment: COMMENT,
    Date: DATE,
  },
  SanctionsMeasure: {
    ...attributes('ID', 'SanctionsTypeID'),
    ...DELTA,
    Comment: COMMENT,
    DatePeriod: PERIOD,
  },
  SupportingInfo: 'unread',
  ProfileRelationshipReference: 'unread',
};

const ROOT: Omit<XmlFormat, 'list' | 'content' | 'records'> = {
  root: 'Sanctions',
  namespaces: [
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML',
    'http://www.un.org/sanctions/1.0',
  ],
};

/**
 * `SDN_ADVANCED.XML` and `CONS_ADVANCED.XML` (the United Nations' advanced sanctions data standard, as OFAC
 * fills it in) for the first of two passes: all that a party refers to, and of the parties their names.
 */
export const REFERENCES_FORMAT: Omit<XmlFormat, 'list'> = {
  ...ROOT,
  records: new Set([
    'DateOfIssue',
    ...Object.keys(REFERENCE_SETS),
    'Location',
    'IDRegDocument',
    'DistinctParty',
    'ProfileRelationship',
    'SanctionsEntry',
  ]),
  content: {
    DateOfIssue: DATE,
    ReferenceValueSets: REFERENCES,
    Locations: { ...DELTA, Location: LOCATION },
    IDRegDocuments: { ...DELTA, IDRegDocument: DOCUMENT },
    DistinctParties: { ...DELTA, DistinctParty: party('unread') },
    ProfileRelationships: { ...DELTA, ProfileRelationship: RELATIONSHIP },
    SanctionsEntries: { ...DELTA, SanctionsEntry: ENTRY },
    SanctionsEntryLinks: 'unread',
  },
};

/** The same files for the second pass: the parties whole. */
export const PARTIES_FORMAT: Omit<XmlFormat, 'list'> = {
  ...ROOT,
  records: new Set(['DistinctParty']),
  content: {
    ...unread(
      'DateOfIssue',
      'ReferenceValueSets',
      'Locations',
      'IDRegDocuments',
      'ProfileRelationships',
      'SanctionsEntries',
      'SanctionsEntryLinks',
    ),
    DistinctParties: { ...DELTA, DistinctParty: party(FEATURE) },
  },
};

/** What a file of another kind is told by: the name of the root element. */
export const ADVANCED_ROOT = ROOT.root;
