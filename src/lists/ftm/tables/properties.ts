import type { NameKind, Property, Strength } from '../../../kernel/index.ts';
import { wordTable } from '../../../kernel/index.ts';

/** How the names of FollowTheMoney name. `weakAlias` is what no screening alerts on. */
export const NAMES = wordTable<{ readonly kind: NameKind; readonly strength: Strength }>({
  name: { kind: 'primary', strength: 'unstated' },
  alias: { kind: 'alias', strength: 'unstated' },
  previousName: { kind: 'former', strength: 'unstated' },
  abbreviation: { kind: 'acronym', strength: 'unstated' },
  weakAlias: { kind: 'alias', strength: 'weak' },
});

/** Its properties that the record has one for. */
export const PLAIN = wordTable<{ readonly property: Property; readonly date?: true }>({
  birthDate: { property: 'birthDate', date: true },
  deathDate: { property: 'deathDate', date: true },
  incorporationDate: { property: 'foundedOn', date: true },
  birthPlace: { property: 'birthPlace' },
  nationality: { property: 'nationality' },
  citizenship: { property: 'citizenship' },
  gender: { property: 'gender' },
  country: { property: 'country' },
  jurisdiction: { property: 'country' },
  mainCountry: { property: 'country' },
  address: { property: 'address' },
  email: { property: 'email' },
  phone: { property: 'phone' },
  website: { property: 'website' },
  title: { property: 'title' },
  position: { property: 'position' },
  flag: { property: 'flag' },
  callSign: { property: 'callSign' },
  tonnage: { property: 'tonnage' },
  type: { property: 'vesselType' },
  notes: { property: 'remarks' },
  programId: { property: 'programme' },
});

/** Its properties of the type identifier on persons, bodies, ships and aircraft. */
export const IDENTIFIERS: ReadonlySet<string> = new Set([
  'idNumber',
  'passportNumber',
  'socialSecurityNumber',
  'registrationNumber',
  'taxNumber',
  'licenseNumber',
  'vatCode',
  'innCode',
  'ogrnCode',
  'okpoCode',
  'leiCode',
  'dunsCode',
  'uniqueEntityId',
  'npiCode',
  'swiftBic',
  'uscCode',
  'bvdId',
  'imoNumber',
  'mmsi',
  'crsNumber',
  'serialNumber',
  'icaoCode',
  'isinCode',
  'cikCode',
  'irsCode',
  'permId',
  'giiNumber',
  'cageCode',
]);
