import type { SchemaRow } from '../schema-row.ts';

/**
 * The schemata of FollowTheMoney 4.11 (followthemoney.tech, MIT), parents first: what each extends, whether things
 * of it can be matched, where its caption comes from, and its own properties, written
 * `name:type`, then `-` or `+` where matching differs from its type, then `>Range/reverse` for links.
 */
export const SCHEMATA: Readonly<Record<string, SchemaRow>> = {
  Thing: {
    abstract: true,
    matchable: false,
    caption: ['name'],
    properties:
      'name:name alias:name previousName:name weakAlias:name- country:country summary:text notes:text description:text sourceUrl:url- publisher:string publisherUrl:url- alephUrl:url- wikipediaUrl:url- wikidataId:identifier keywords:string topics:topic address:address addressEntity:entity>Address/things program:string programId:identifier- proof:entity>Document/proven riskSource:entity->Thing indexText:text createdAt:date- modifiedAt:date- retrievedAt:date-',
  },
  Address: {
    extends: ['Thing'],
    caption: ['full', 'summary', 'city', 'remarks'],
    properties:
      'full:address remarks:string postOfficeBox:string street:string street2:string city:string postalCode:string region:string state:string latitude:number longitude:number osmId:identifier googlePlaceId:identifier',
  },
  Value: {
    abstract: true,
    matchable: false,
    properties: 'amount:number currency:string amountUsd:number amountEur:number',
  },
  Asset: { extends: ['Thing', 'Value'], matchable: false, caption: ['name'], properties: '' },
  Vehicle: {
    extends: ['Asset'],
    caption: ['name', 'registrationNumber'],
    properties:
      'registrationNumber:identifier type:string model:string owner:entity>LegalEntity/ownedVehicles operator:entity>LegalEntity/operatedVehicles buildDate:date registrationDate:date deregistrationDate:date',
  },
  Airplane: {
    extends: ['Vehicle'],
    caption: ['name', 'registrationNumber'],
    properties: 'serialNumber:identifier icaoCode:identifier manufacturer:string',
  },
  Analyzable: {
    abstract: true,
    matchable: false,
    properties:
      'detectedLanguage:language detectedCountry:country- namesMentioned:name peopleMentioned:name companiesMentioned:name ibanMentioned:identifier ipMentioned:ip locationMentioned:address- phoneMentioned:phone emailMentioned:email',
  },
  Document: {
    extends: ['Thing', 'Analyzable'],
    matchable: false,
    caption: ['fileName', 'title'],
    properties:
      'contentHash:checksum title:string author:string generator:string crawler:string fileSize:number fileName:string extension:string encoding:string bodyText:text messageId:string mimeType:mimetype language:language translatedLanguage:language translatedText:text date:date authoredAt:date- publishedAt:date- parent:entity>Folder/children ancestors:entity>Folder/descendants processingStatus:string processingError:string processingAgent:string processedAt:date-',
  },
  Article: { extends: ['Document'], matchable: false, caption: ['title', 'fileName'], properties: '' },
  Interval: {
    abstract: true,
    matchable: false,
    properties:
      'startDate:date endDate:date date:date summary:text description:text recordId:string sourceUrl:url- proof:entity>Document/provenIntervals publisher:string publisherUrl:url- alephUrl:url- namesMentioned:name indexText:text modifiedAt:date retrievedAt:date-',
  },
  Associate: {
    extends: ['Interval'],
    matchable: false,
    edge: ['person', 'associate'],
    properties: 'person:entity>Person/associates associate:entity>Person/associations relationship:string',
  },
  Audio: {
    extends: ['Document'],
    matchable: false,
    caption: ['fileName', 'title'],
    properties: 'duration:number samplingRate:number',
  },
  BankAccount: {
    extends: ['Asset'],
    caption: ['name', 'iban', 'accountNumber'],
    properties:
      'bankName:string accountNumber:identifier iban:identifier bic:identifier bank:entity>Organization/bankAccounts accountType:string openingDate:date closingDate:date balance:number balanceDate:date maxBalance:number maxBalanceDate:date bankAddress:string',
  },
  Call: {
    extends: ['Interval'],
    matchable: false,
    caption: ['callerNumber', 'receiverNumber'],
    properties:
      'caller:entity>LegalEntity/callsMade callerNumber:phone receiver:entity>LegalEntity/callsReceived receiverNumber:phone duration:number',
  },
  CallForTenders: {
    extends: ['Thing', 'Interval'],
    matchable: false,
    caption: ['title'],
    properties:
      'callId:identifier title:string authority:entity>LegalEntity/callForTenders authorityReferenceId:identifier onBehalfOf:entity>LegalEntity/delegatedCallForTenders publicationDate:date evaluationMechanism:string procurementType:string directive:string procedure:string involvesOutcome:string cpvCode:identifier reverseAuctionsIncluded:string nutsCode:identifier relationToThreshold:string paymentOptions:string submissionDeadline:date clarificationDeadline:date awardedInLots:string numberOfLots:number lotsNames:string tendersForLots:string maximumNumberOfLots:number euFunding:string multipleTenders:string tedUrl:url fallsUnderGPPScope:string certificationCheck:string awardingDate:date contractNoticeDate:date awardNoticeDate:date tenderers:entity>LegalEntity/callForTenders',
  },
  LegalEntity: {
    extends: ['Thing'],
    caption: [
      'name',
      'alias',
      'abbreviation',
      'weakAlias',
      'previousName',
      'email',
      'phone',
      'registrationNumber',
    ],
    properties:
      'abbreviation:name- email:email phone:phone website:url legalForm:string incorporationDate:date dissolutionDate:date taxStatus:string status:string sector:string classification:string registrationNumber:identifier idNumber:identifier taxNumber:identifier licenseNumber:identifier vatCode:identifier jurisdiction:country mainCountry:country opencorporatesUrl:url bvdId:identifier sayariId:identifier brightQueryId:identifier brightQueryOrgId:identifier- uscCode:identifier icijId:string okpoCode:identifier- innCode:identifier ogrnCode:identifier okvedCode:identifier- leiCode:identifier dunsCode:identifier uniqueEntityId:identifier npiCode:identifier swiftBic:identifier parent:entity>LegalEntity/subsidiaries',
  },
  Organization: {
    extends: ['LegalEntity'],
    caption: ['name', 'alias', 'abbreviation', 'weakAlias', 'previousName', 'registrationNumber'],
    properties: 'cageCode:identifier permId:identifier imoNumber:identifier giiNumber:identifier',
  },
  Company: {
    extends: ['Organization', 'Asset'],
    caption: ['name', 'alias', 'abbreviation', 'weakAlias', 'previousName', 'registrationNumber'],
    properties:
      'capital:number voenCode:identifier coatoCode:identifier- irsCode:identifier ipoCode:identifier- cikCode:identifier jibCode:identifier mbsCode:identifier caemCode:string kppCode:identifier- okopfCode:string fnsCode:identifier- fssCode:string bikCode:identifier pfrNumber:identifier oksmCode:string isinCode:identifier ticker:identifier ricCode:identifier',
  },
  Contract: {
    extends: ['Asset'],
    matchable: false,
    caption: ['title', 'name', 'procedureNumber'],
    properties:
      'title:string authority:entity>LegalEntity/contractAuthority project:entity>Project/contracts type:string contractDate:date procedureNumber:string procedure:string noticeId:string numberAwards:string status:string method:string criteria:string classification:string cancelled:string language:language',
  },
  Interest: {
    extends: ['Interval'],
    abstract: true,
    matchable: false,
    properties: 'role:string status:string',
  },
  ContractAward: {
    extends: ['Value', 'Interest'],
    matchable: false,
    edge: ['contract', 'supplier'],
    properties:
      'supplier:entity>LegalEntity/contractAwardSupplier contract:entity>Contract/awards callForTenders:entity>CallForTenders/contractAwards lotNumber:string documentNumber:string documentType:string decisionReason:text cpvCode:identifier nutsCode:identifier amended:string',
  },
  Control: {
    extends: ['Interest'],
    matchable: false,
    caption: ['controlType'],
    edge: ['controller', 'controlled'],
    properties:
      'controller:entity>LegalEntity/controlledEntities controlled:entity>LegalEntity/controllingEntities controlType:string legalBasis:string',
  },
  CourtCase: {
    extends: ['Thing'],
    matchable: false,
    caption: ['name', 'caseNumber'],
    properties:
      'category:string type:string status:string caseNumber:identifier court:string fileDate:date closeDate:date',
  },
  CourtCaseParty: {
    extends: ['Interest'],
    matchable: false,
    edge: ['party', 'case'],
    properties: 'party:entity>Thing/courtCase case:entity>CourtCase/parties',
  },
  CryptoWallet: {
    extends: ['Thing', 'Value'],
    caption: ['publicKey', 'name', 'summary'],
    properties:
      'publicKey:identifier cryptoAddress:identifier privateKey:string accountId:identifier creationDate:date currencySymbol:string blockchain:string managingExchange:string holder:entity>LegalEntity/cryptoWallets balance:number balanceDate:date custodyType:string',
  },
  Debt: {
    extends: ['Interval', 'Value'],
    matchable: false,
    edge: ['debtor', 'creditor'],
    properties: 'debtor:entity>LegalEntity/debtDebtor creditor:entity>LegalEntity/debtCreditor',
  },
  Directorship: {
    extends: ['Interest'],
    matchable: false,
    caption: ['role'],
    edge: ['director', 'organization'],
    properties:
      'director:entity>LegalEntity/directorshipDirector organization:entity>Organization/directorshipOrganization secretary:string',
  },
  Documentation: {
    extends: ['Interest'],
    matchable: false,
    edge: ['document', 'entity'],
    properties: 'document:entity>Document/relatedEntities entity:entity>Thing/documentedBy',
  },
  EconomicActivity: {
    extends: ['Interval'],
    matchable: false,
    caption: ['summary', 'goodsDescription', 'ccdNumber'],
    properties:
      'contract:entity>Contract/economicActivityContract ccdNumber:identifier ccdValue:string directionOfTransportation:string customsProcedure:string vedCode:identifier vedCodeDescription:string goodsDescription:text declarant:entity>LegalEntity/economicActivityDeclarant sender:entity>LegalEntity/economicActivitySender receiver:entity>LegalEntity/economicActivityReceiver contractHolder:entity>LegalEntity/economicActivityHolder invoiceAmount:string customsAmount:string dollarExchRate:string tradingCountry:country departureCountry:country destinationCountry:country originCountry:country bankAccount:entity>BankAccount/contractBankAccount bankRub:entity>BankAccount/rubBankAccount bankForeign:entity>BankAccount/foreignBankAccount transport:entity>Vehicle/declaredCustoms',
  },
  Folder: { extends: ['Document'], matchable: false, caption: ['fileName', 'title'], properties: '' },
  PlainText: { extends: ['Document'], matchable: false, caption: ['fileName', 'title'], properties: '' },
  HyperText: {
    extends: ['Document'],
    matchable: false,
    caption: ['title', 'fileName'],
    properties: 'bodyHtml:html',
  },
  Email: {
    extends: ['Folder', 'PlainText', 'HyperText'],
    matchable: false,
    caption: ['subject', 'threadTopic', 'title', 'name', 'fileName'],
    properties:
      'subject:string threadTopic:string sender:string from:string to:string cc:string bcc:string emitters:entity>LegalEntity/emailsSent recipients:entity>LegalEntity/emailsReceived inReplyTo:string inReplyToEmail:entity>Email/responses headers:json',
  },
  Employment: {
    extends: ['Interest'],
    matchable: false,
    caption: ['role'],
    edge: ['employee', 'employer'],
    properties: 'employer:entity>Organization/employees employee:entity>Person/employers',
  },
  Event: {
    extends: ['Interval', 'Analyzable', 'Thing'],
    matchable: false,
    caption: ['name', 'summary', 'date'],
    properties:
      'location:address important:string organizer:entity>LegalEntity/eventsOrganized involved:entity>LegalEntity/eventsInvolved',
  },
  Family: {
    extends: ['Interval'],
    matchable: false,
    edge: ['person', 'relative'],
    properties: 'person:entity>Person/familyPerson relative:entity>Person/familyRelative relationship:string',
  },
  Identification: {
    extends: ['Interval'],
    matchable: false,
    caption: ['number'],
    properties:
      'holder:entity>LegalEntity/identification type:string country:country number:identifier authority:string',
  },
  Image: {
    extends: ['Document'],
    matchable: false,
    caption: ['fileName', 'title'],
    properties: 'pictured:entity>Person/images credit:string',
  },
  License: {
    extends: ['Contract'],
    matchable: false,
    caption: ['name'],
    properties: 'area:number commodities:string reviewDate:string',
  },
  Membership: {
    extends: ['Interest'],
    matchable: false,
    caption: ['role'],
    edge: ['member', 'organization'],
    properties:
      'member:entity>LegalEntity/membershipMember organization:entity>Organization/membershipOrganization',
  },
  Mention: {
    matchable: false,
    caption: ['name'],
    properties:
      'document:entity>Document/mentionedEntities resolved:entity>LegalEntity/mentionedBy name:name detectedSchema:string contextCountry:country- contextPhone:phone- contextEmail:email-',
  },
  Message: {
    extends: ['Interval', 'Folder', 'PlainText', 'HyperText'],
    matchable: false,
    caption: ['subject', 'title', 'threadTopic', 'fileName'],
    properties:
      'subject:string threadTopic:string sender:entity>LegalEntity/messagesSent senderAccount:entity>UserAccount/messagesSent recipients:entity>LegalEntity/messagesReceived recipientAccount:entity>UserAccount/messagesReceived inReplyTo:string inReplyToMessage:entity>Message/responses metadata:json',
  },
  Note: {
    extends: ['Thing', 'Analyzable'],
    matchable: false,
    caption: ['description'],
    properties: 'entity:entity>Thing/noteEntities',
  },
  Occupancy: {
    extends: ['Interval'],
    matchable: false,
    edge: ['holder', 'post'],
    properties:
      'holder:entity>Person/positionOccupancies post:entity>Position/occupancies declarationDate:date- electionDate:date periodStart:date periodEnd:date constituency:string politicalGroup:string status:string',
  },
  Ownership: {
    extends: ['Interest'],
    matchable: false,
    edge: ['owner', 'asset'],
    properties:
      'owner:entity>LegalEntity/ownershipOwner asset:entity>Asset/ownershipAsset percentage:string sharesCount:string sharesValue:string sharesCurrency:string sharesType:string legalBasis:string ownershipType:string',
  },
  Package: { extends: ['Folder'], matchable: false, caption: ['fileName', 'title'], properties: '' },
  Page: {
    matchable: false,
    properties:
      'index:number bodyText:text document:entity>Pages/pages detectedLanguage:language translatedText:text translatedTextLanguage:string indexText:text',
  },
  Pages: {
    extends: ['Document'],
    matchable: false,
    caption: ['fileName', 'title'],
    properties: 'pdfHash:checksum-',
  },
  Passport: {
    extends: ['Identification'],
    matchable: false,
    caption: ['passportNumber', 'number'],
    properties:
      'passportNumber:identifier surname:string givenName:string birthDate:date birthPlace:string gender:gender personalNumber:identifier',
  },
  Payment: {
    extends: ['Interval', 'Value'],
    matchable: false,
    caption: ['amount'],
    edge: ['payer', 'beneficiary'],
    properties:
      'sequenceNumber:string transactionNumber:string purpose:text programme:string payer:entity>LegalEntity/paymentPayer payerAccount:entity>BankAccount/paymentPayerAccount beneficiary:entity>LegalEntity/paymentBeneficiary beneficiaryAccount:entity>BankAccount/paymentBeneficiaryAccount contract:entity>Contract/paymentContract project:entity>Project/payments',
  },
  Person: {
    extends: ['LegalEntity'],
    caption: ['name', 'alias', 'previousName', 'weakAlias', 'abbreviation', 'lastName', 'email', 'phone'],
    properties:
      'title:string firstName:string secondName:string middleName:string fatherName:string motherName:string lastName:string nameSuffix:string birthDate:date birthPlace:string birthCountry:country deathDate:date position:string biography:text nationality:country citizenship:country passportNumber:identifier socialSecurityNumber:identifier gender:gender ethnicity:string height:number weight:number eyeColor:string hairColor:string appearance:string religion:string political:string profession:string education:string spokenLanguage:language',
  },
  Position: {
    extends: ['Thing'],
    caption: ['name'],
    properties:
      'organization:entity>Organization/positions inceptionDate:date dissolutionDate:date subnationalArea:string numberOfSeats:number',
  },
  Project: {
    extends: ['Interval', 'Thing', 'Value'],
    matchable: false,
    caption: ['name', 'projectId'],
    properties: 'projectId:identifier status:string phase:string goal:string',
  },
  ProjectParticipant: {
    extends: ['Interest'],
    matchable: false,
    caption: ['role'],
    edge: ['participant', 'project'],
    properties: 'project:entity>Project/participants participant:entity>LegalEntity/projectParticipation',
  },
  PublicBody: {
    extends: ['Organization'],
    caption: ['name', 'alias', 'abbreviation', 'weakAlias', 'previousName'],
    properties: '',
  },
  RealEstate: {
    extends: ['Asset'],
    matchable: false,
    caption: ['name', 'address', 'registrationNumber'],
    properties:
      'latitude:number longitude:number censusBlock:string cadastralCode:identifier area:number registrationNumber:identifier titleNumber:identifier tenure:string encumbrance:string propertyType:string landType:string createDate:date parent:entity>RealEstate/subunits',
  },
  Representation: {
    extends: ['Interest'],
    matchable: false,
    edge: ['agent', 'client'],
    properties: 'agent:entity>LegalEntity/agencyClient client:entity>LegalEntity/agentRepresentation',
  },
  Risk: {
    extends: ['Interval'],
    matchable: false,
    caption: ['reason', 'status'],
    properties:
      'entity:entity>Thing/risks authority:string program:string programId:identifier programUrl:url topics:topic status:string duration:number reason:text country:country listingDate:date',
  },
  Sanction: {
    extends: ['Interval'],
    matchable: false,
    caption: ['program'],
    properties:
      'entity:entity>Thing/sanctions authority:string authorityId:identifier unscId:identifier program:string programId:identifier programUrl:url provisions:string status:string duration:number reason:text country:country listingDate:date',
  },
  Security: {
    extends: ['Asset'],
    caption: ['name', 'isin', 'registrationNumber'],
    properties:
      'isin:identifier registrationNumber:identifier ticker:identifier figiCode:identifier issuer:entity>LegalEntity/securities issueDate:date maturityDate:date type:string classification:string collateral:string',
  },
  Similar: {
    matchable: false,
    caption: ['confidenceScore', 'criteria'],
    properties:
      'candidate:entity>Thing/candidateSimilars match:entity>Thing/matchSimilars confidenceScore:number criteria:string matcher:string',
  },
  Succession: {
    extends: ['Interest'],
    matchable: false,
    edge: ['predecessor', 'successor'],
    properties: 'predecessor:entity>LegalEntity/successors successor:entity>LegalEntity/predecessors',
  },
  Table: {
    extends: ['Document'],
    matchable: false,
    caption: ['title', 'name', 'fileName'],
    properties: 'columns:json rowCount:number csvHash:checksum-',
  },
  TaxRoll: {
    extends: ['Interval'],
    matchable: false,
    properties:
      'taxee:entity>LegalEntity/taxRolls country:country surname:string givenName:string birthDate:date income:string taxPaid:string wealth:string',
  },
  Territory: {
    extends: ['Thing'],
    caption: ['name', 'alias'],
    properties:
      'partOf:entity>Territory/subdivisions level:string territoryCode:identifier fipsCode:identifier zipCode:identifier nutsCode:identifier',
  },
  Trip: {
    extends: ['Event'],
    matchable: false,
    caption: ['name', 'startDate', 'endDate'],
    properties:
      'startLocation:entity>Address/tripsDeparting endLocation:entity>Address/tripsIncoming vehicle:entity>Vehicle/tripsInvolved',
  },
  UnknownLink: {
    extends: ['Interest'],
    matchable: false,
    edge: ['subject', 'object'],
    properties: 'subject:entity>Thing/unknownLinkTo object:entity>Thing/unknownLinkFrom',
  },
  UserAccount: {
    extends: ['Thing'],
    caption: ['username', 'email', 'service'],
    properties:
      'owner:entity>LegalEntity/userAccounts service:string email:email phone:phone username:string password:string ipAddress:ip',
  },
  Vessel: {
    extends: ['Vehicle'],
    caption: ['name', 'imoNumber'],
    properties:
      'imoNumber:identifier crsNumber:identifier flag:country registrationPort:string navigationArea:string tonnage:number grossRegisteredTonnage:number deadweightTonnage:number nameChangeDate:date callSign:identifier pastFlags:country pastTypes:string mmsi:identifier',
  },
  Video: {
    extends: ['Document'],
    matchable: false,
    caption: ['fileName', 'title'],
    properties: 'duration:number',
  },
  Workbook: { extends: ['Folder'], matchable: false, caption: ['fileName', 'title'], properties: '' },
};
