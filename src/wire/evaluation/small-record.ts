import { type GazetteerEntry, type GazetteerName, gazetteer } from '../gazetteer/gazetteer.ts';

type Row = readonly [entity: string, caption: string, countries: string, ...names: readonly string[]];

/**
 * A small record for tests: `~` before a name makes it weak, `#` an acronym, `!` a label; a name without a mark
 * is an alias, the caption the primary name. Names as the groups' lists print them.
 */
const ROWS: readonly Row[] = [
  [
    'bla',
    'Balochistan Liberation Army',
    'PK',
    '#BLA',
    'Baloch Liberation Army',
    'Majeed Brigade',
    '!Fitna al-Hindustan',
  ],
  [
    'ttp',
    'Tehrik-e Taliban Pakistan',
    'PK,AF',
    'Tehreek-e-Taliban Pakistan',
    'Pakistani Taliban',
    '#TTP',
    '!Fitna al-Khawarij',
  ],
  [
    'iskp',
    'ISIL-Khorasan',
    'AF,PK',
    'ISIS-Khorasan',
    'Islamic State Khorasan Province',
    'ISIS-K',
    'IS-K',
    '#ISKP',
  ],
  [
    'isil',
    'Islamic State in Iraq and the Levant',
    'IQ,SY',
    'Islamic State',
    'Islamic State group',
    '#ISIS',
    '#ISIL',
    'Daesh',
  ],
  ['afghan-taliban', 'Taliban', 'AF', 'Afghan Taliban', 'Islamic Emirate of Afghanistan'],
  ['haqqani', 'Haqqani Network', 'AF,PK', 'Haqqani group'],
  ['aq', 'Al-Qaida', '', 'al-Qaeda', "al-Qa'ida", '~The Base'],
  ['let', 'Lashkar e-Tayyiba', 'PK,IN', 'Lashkar-e-Taiba', '#LeT', '~Army of the Pure'],
  ['trf', 'The Resistance Front', 'IN', '#TRF'],
  ['jem', 'Jaish-e-Mohammed', 'PK,IN', 'Jaish e-Mohammed', 'Jaish-e-Mohammad', '#JeM'],
  ['lej', 'Lashkar i Jhangvi', 'PK', 'Lashkar-e-Jhangvi', '#LeJ', '~LJ'],
  ['jaysh-al-adl', 'Jaysh al-Adl', 'IR', 'Jaish al-Adl', 'Jundallah'],
  ['jua', 'Jamaat-ul-Ahrar', 'PK', 'Tehreek-e-Taliban Jamaat-ul-Ahrar', '#JuA'],
  ['blf', 'Balochistan Liberation Front', 'PK', '#BLF'],
  ['bra', 'Baloch Republican Army', 'PK', '#BRA'],
  ['aqis', "Al-Qa'ida in the Indian Subcontinent", 'BD,IN,PK', '#AQIS'],
  ['hm', 'Hizbul Mujahideen', 'IN,PK', 'Hizb-ul Mujahideen', 'Hizb-ul-Mujahideen'],
  ['hts', 'Hayat Tahrir al-Sham', 'SY', '#HTS'],
  ['etim', 'East Turkistan Islamic Movement', 'CN', '#ETIM'],
  ['shabaab', 'Al-Shabaab', 'SO,KE', 'Al Shabaab'],
  ['boko', 'Boko Haram', 'NG', 'Nigerian Taliban'],
  ['pkk', "Kurdistan Workers' Party", 'TR,IQ', '#PKK'],
  ['students', 'Students of Invented Things', 'PK', '~Students', '~The Front'],
];

const MARKS: Readonly<Record<string, Pick<GazetteerName, 'kind' | 'strength'>>> = {
  '~': { kind: 'alias', strength: 'weak' },
  '#': { kind: 'acronym', strength: 'unstated' },
  '!': { kind: 'label', strength: 'unstated' },
};

/** The small record's entries. */
export const TEST_ENTRIES: readonly GazetteerEntry[] = ROWS.map(([entity, caption, countries, ...names]) => ({
  entity,
  caption,
  kind: 'group' as const,
  countries: countries === '' ? [] : countries.split(','),
  names: [
    { text: caption, kind: 'primary' as const, strength: 'strong' as const },
    ...names.map((name): GazetteerName => {
      const mark = MARKS[name.charAt(0)];
      return mark === undefined
        ? { text: name, kind: 'alias', strength: 'strong' }
        : { text: name.slice(1), ...mark };
    }),
  ],
}));

/** The small record's gazetteer. */
export const TEST_GAZETTEER = gazetteer(TEST_ENTRIES);
