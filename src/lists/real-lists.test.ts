import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesOf, type Reading, readAll, refusal, statementsOf, valuesOf } from './reading-for-test.ts';
import { listReader } from './registry.ts';
import { sourceFile } from './source-file.ts';

// The publishers' own files, kept outside the repository. Without them there is nothing here to test.
const DATA = join(import.meta.dirname, '../../../shared/data');
const there = existsSync(DATA);
if (!there) console.info(`no official lists at ${DATA}: the tests that read them are left out`);

const read = (list: string, ...paths: readonly string[]) =>
  readAll(
    listReader(list),
    paths.map((path) => sourceFile(join(DATA, path))),
  );
const set = (day: string) =>
  read(
    'us-ofac-sdn',
    ...readdirSync(join(DATA, 'us-ofac-sdn', day)).map((file) => `us-ofac-sdn/${day}/${file}`),
  );
const count = (reading: Reading, part: string) =>
  reading.records.filter((record) => record.part === part).length;
const names = (reading: Reading, part: string) =>
  reading.records
    .filter((record) => record.part === part)
    .flatMap((record) => record.statements.filter((statement) => statement.property === 'name'));
const kinds = (reading: Reading) => [...new Set(reading.notes.map((note) => note.kind))].sort();

describe.runIf(there)('the real SDN list', () => {
  it('of 28 December 2023 has 13,821 entries, 17,091 strong aliases and 18,990 addresses', async () => {
    const reading = await set('2023-12-28');
    expect(reading.parts).toEqual(['sdn', 'alt', 'add', 'sdn_comments', 'sdn_seam']);
    expect(count(reading, 'sdn')).toBe(13_821);
    expect(names(reading, 'alt')).toHaveLength(17_091);
    const located = reading.records
      .filter((record) => record.part === 'add')
      .flatMap((record) => record.statements);
    // 2,652 of the 18,990 rows say nothing but the number of the entry.
    expect(located).toHaveLength(18_990 - 2_652);
    expect(count(reading, 'sdn_comments')).toBe(16);
    expect(count(reading, 'sdn_seam')).toBe(16);
    expect(reading.notes.map(({ kind, text }) => [kind, text.includes('45430')])).toEqual([
      ['remarks-cut', true],
    ]);
    // Two of the 3,284 quotations in the remarks are halves of names that the cut goes through.
    const weak = names(reading, 'sdn').filter((name) => name.place === 'Remarks');
    expect(weak.every((name) => name.strength === 'weak')).toBe(true);
    expect(weak.length).toBeGreaterThan(3_200);

    expect(namesOf(reading, '26953')).toEqual([
      'BALOCHISTAN LIBERATION ARMY (primary, strong)',
      'BLA (alias, weak)',
      'BALOCH LIBERATION ARMY (alias, strong)',
    ]);
    expect(valuesOf(reading, '12206', 'programme')).toEqual(['FTO', 'SDGT']);
    expect(statementsOf(reading, '26953').find(({ property }) => property === 'address')).toMatchObject({
      value: 'Balochistan, Pakistan',
      detail: { city: 'Balochistan', country: 'Pakistan' },
    });
  });

  it('without its main file still has the aliases of 24 December 2025', async () => {
    const reading = await set('2025-12-24-aliases');
    expect(reading.parts).toEqual(['alt', 'add', 'sdn_comments']);
    expect(names(reading, 'alt')).toHaveLength(20_107);
    expect(namesOf(reading, '26953')).toContain('MAJEED BRIGADE (alias, strong)');
  });

  it('of 2018 and 2021 is read too, though files have lost their ends', async () => {
    const old = await set('2018-12');
    expect([count(old, 'sdn'), names(old, 'alt').length]).toEqual([7_379, 9_682]);
    expect(kinds(old)).toEqual(['end-cut', 'no-end-mark', 'orphan-row']);
    expect(namesOf(old, '12299')[0]).toBe('JUNDALLAH (primary, strong)');
    const newer = await set('2021-07');
    expect(count(newer, 'sdn')).toBe(8_976);
    expect(namesOf(newer, '12299')[0]).toBe('JAYSH AL-ADL (primary, strong)');
  });

  it('in its 13 versions is read whole, and loses five FTO tags on 20 May 2022', async () => {
    const folder = 'us-ofac-sdn/snapshots';
    const files = readdirSync(join(DATA, folder)).sort();
    expect(files).toHaveLength(13);
    const tagged = new Map<string, number>();
    for (const file of files) {
      const reading = await read('us-ofac-sdn', `${folder}/${file}`);
      expect(reading.notes).toEqual([]);
      const tags = ['4691', '4693', '4694', '4700', '17187'].flatMap((key) =>
        valuesOf(reading, key, 'programme'),
      );
      tagged.set(file.slice(4, 14), tags.filter((tag) => tag === 'FTO').length);
      expect(tags.filter((tag) => tag === 'SDGT')).toHaveLength(5);
    }
    expect([tagged.get('2022-05-19'), tagged.get('2022-05-20')]).toEqual([5, 0]);
  });
});

describe.runIf(there)('the real Consolidated (non-SDN) list', () => {
  it('has as many entries as each of its five files states', async () => {
    const folder = 'us-ofac-consolidated';
    const counts: Record<string, number> = {};
    for (const file of readdirSync(join(DATA, folder)).sort()) {
      const reading = await read('us-ofac-consolidated', `${folder}/${file}`);
      counts[reading.published ?? ''] = reading.records.length;
      expect(reading.notes).toEqual([]);
    }
    expect(counts).toEqual({
      '2018-04-06': 639,
      '2022-02-22': 444,
      '2022-02-24': 462,
      '2024-02-23': 444,
      '2025-03-28': 443,
    });
  });

  it('is not taken for the SDN list', async () => {
    const error = await refusal(read('us-ofac-sdn', 'us-ofac-consolidated/cons_2025-03-28.xml.gz'));
    expect(error.code).toBe('ENT_LIST_OTHER');
  });
});

describe.runIf(there)('the real UN list', () => {
  const versions = there ? readdirSync(join(DATA, 'un-sc')).filter((file) => file.startsWith('un_')) : [];

  it('is read in all its 21 versions, with every entry', async () => {
    const counts: number[] = [];
    for (const file of versions.sort()) {
      const reading = await read('un-sc', `un-sc/${file}`);
      counts.push(reading.records.length);
      expect(reading.published?.slice(0, 10)).toBe(file.slice(3, 13));
      expect(kinds(reading)).toEqual(['date-unread']);
    }
    expect(counts).toEqual([
      1098, 1093, 1017, 1005, 967, 959, 959, 959, 956, 955, 955, 955, 955, 946, 862, 869, 877, 877, 877, 1000,
      1003,
    ]);
  });

  it('has Tehrik-e Taliban Pakistan with its names and dates', async () => {
    const reading = await read('un-sc', 'un-sc/un_2026-02-27.xml.gz');
    expect(namesOf(reading, 'QDe.132')).toEqual([
      'TEHRIK-E TALIBAN PAKISTAN (TTP) (primary, strong)',
      'تحریک طالبان پاکستان (original, unstated)',
      'Tehrik-I-Taliban Pakistan (alias, unstated)',
      'Tehrik-e-Taliban (alias, unstated)',
      'Pakistani Taliban (alias, unstated)',
      'Tehreek-e-Taliban (alias, unstated)',
    ]);
    expect(valuesOf(reading, 'QDe.132', 'listedOn')).toEqual(['2011-07-29']);
    expect(valuesOf(reading, 'QDe.132', 'amendedOn')).toEqual(['2015-06-15', '2020-11-24']);
  });

  it('calls the aliases of organisations good in August 2023, as the publisher printed it', async () => {
    const strengths = async (file: string) => {
      const { records } = await read('un-sc', `un-sc/${file}`);
      const aliases = records
        .filter((record) => record.schema === 'Organization')
        .flatMap((record) => record.statements.filter(({ place }) => place === 'ENTITY_ALIAS/ALIAS_NAME'));
      return new Set(aliases.map((name) => name.strength));
    };
    expect(await strengths('un_2023-04-18.xml.gz')).toEqual(new Set(['unstated']));
    expect(await strengths('un_2023-08-02.xml.gz')).toEqual(new Set(['strong']));
    expect(await strengths('un_2023-08-23.xml.gz')).toEqual(new Set(['unstated']));
  });

  it('is refused where it is malformed, with file and line', async () => {
    const error = await refusal(read('un-sc', 'un-sc/MALFORMED_un_2025-08-16.xml.gz'));
    expect(error.code).toBe('ENT_LIST_ENCODING');
    expect(error.message).toMatch(/MALFORMED_un_2025-08-16\.xml\.gz:54: not UTF-8/);
  });
});

describe.runIf(there)('the real Consolidated Screening List', () => {
  it('has 14,160 rows, two of them about the same listing', async () => {
    const reading = await read('us-csl', 'us-csl/consolidated_2022-05-06.csv.gz');
    expect(reading.records).toHaveLength(14_159);
    expect(kinds(reading)).toEqual(['encoding-mended', 'rows-merged']);
    expect(namesOf(reading, 'SDN:26953')).toEqual([
      'BALOCHISTAN LIBERATION ARMY (primary, strong)',
      'BALOCH LIBERATION ARMY (alias, unstated)',
      'BLA (alias, unstated)',
    ]);
  });

  it('is refused where it is cut short, with the row', async () => {
    const error = await refusal(read('us-csl', 'us-csl/csl_2023-11-30_TRUNCATED.csv.gz'));
    expect(error.code).toBe('ENT_LIST_CSV');
    expect(error.message).toMatch(
      /TRUNCATED\.csv\.gz:4233 \(row 4229\): malformed CSV: a quoted field never ends/,
    );
  });
});

describe.runIf(there)('the real UK Sanctions List', () => {
  it('of 22 August 2026 has 6,349 designations, and Tehrik-e Taliban Pakistan among them', async () => {
    const reading = await read('uk-sanctions', 'uk-sanctions/UK-Sanctions-List_2026-08-22.xml.gz');
    expect(reading.records).toHaveLength(6_349);
    expect(reading.published).toBe('2026-08-22');
    const strengths = names(reading, 'main').map(({ kind, strength }) => `${kind} ${strength}`);
    expect(strengths.filter((one) => one === 'alias strong')).toHaveLength(1_487);
    expect(strengths.filter((one) => one === 'alias weak')).toHaveLength(620);
    expect(namesOf(reading, 'AQD0079')).toEqual([
      'TEHRIK-E TALIBAN PAKISTAN (primary, strong)',
      'Pakistani Taliban (alias, unstated)',
      'Tehreek-e-Taliban (alias, unstated)',
      'Tehrik-e-Taliban (alias, unstated)',
      'Tehrik-I-Taliban Pakistan (alias, unstated)',
      'TTP (alias, unstated)',
      'تحریک طالبان پاکستان (original, unstated)',
    ]);
    expect(valuesOf(reading, 'AQD0079', 'listedOn')).toEqual(['2011-07-29']);
    expect(valuesOf(reading, 'AQD0079', 'amendedOn')).toEqual(['2022-01-13']);
    expect(valuesOf(reading, 'AQD0079', 'identifier')).toEqual(['QDe.132', '12032']);
    expect(namesOf(reading, 'AQD0357')[1]).toBe('ISLAMIC STATE KHORASAN PROVINCE (ISKP) (alias, unstated)');
  });
});

describe.runIf(there)('the real Financial Sanctions File', () => {
  it('of 1 May 2026 has 5,860 entries with 29,826 names in 43 languages', async () => {
    const reading = await read('eu-fsf', 'eu-fsf/xmlFullSanctionsList_1_1_2026-05-01.xml.gz');
    expect(reading.records).toHaveLength(5_860);
    const all = names(reading, 'main');
    expect(all).toHaveLength(29_826);
    expect(all.filter(({ kind }) => kind === 'primary')).toHaveLength(5_860);
    expect(new Set(all.flatMap(({ language }) => language ?? [])).size).toBe(42);

    expect(namesOf(reading, 'EU.3089.81')).toEqual([
      'Tehrik-I-Taliban Pakistan (alias, strong)',
      'Tehrik-e-Taliban (alias, strong)',
      'TTP (alias, strong)',
      'Tehreek-e-Taliban (alias, strong)',
      'Tehrik-e Taliban Pakistan (primary, strong)',
      'Pakistani Taliban (alias, strong)',
    ]);
    expect(valuesOf(reading, 'EU.3089.81', 'listedOn')).toEqual(['../2011-08-10']);
    expect(namesOf(reading, 'EU.466.96')).toContain('Jaish-I-Momhammed (primary, strong)');
    expect(valuesOf(reading, 'EU.466.96', 'listedOn')).toEqual(['../2002-05-29']);
    expect(valuesOf(reading, 'EU.466.96', 'amendedOn')).toEqual(['2012-01-18']);
    // The first name that the file prints for it is Greek.
    expect(namesOf(reading, 'EU.12192.29')[0]).toBe('Η Βάση (alias, strong)');
    expect(namesOf(reading, 'EU.12192.29')).toContain('The Base (primary, strong)');
  });
});

describe.runIf(there)('the real Australian list', () => {
  it('of 22 August 2026 has 3,856 entries in 11,125 rows', async () => {
    const reading = await read('au-dfat', 'au-dfat/Australian_Sanctions_Consolidated_List_2026-08-22.csv.gz');
    expect(reading.records).toHaveLength(3_856);
    // A few rows print the name in two scripts.
    expect(names(reading, 'main')).toHaveLength(11_132);
    expect(kinds(reading)).toEqual(['date-unread']);
    expect(namesOf(reading, '8793')).toEqual([
      'Balochistan Liberation Army (primary, strong)',
      ...[
        'BLA',
        'Baloch Liberation Army',
        'Fitna al-Hindustan',
        'Majeed Brigade',
        'Fateh Squad',
        'Zephyr Intelligence Research and Analysis Bureau',
        'Baluchistan Liberation Army',
        'Qazi Aero Hive Rangers',
        'QAHR',
        'Hakkal',
        'Fidayeen Squad',
        'Special Tactical Operations Squad',
        'Hakkal Media',
        'Baluch Liberation Army',
      ].map((alias) => `${alias} (alias, strong)`),
    ]);
    expect(valuesOf(reading, '8793', 'listedOn')).toEqual(['2026-05-08']);
    expect(namesOf(reading, '155')).toContain('"The Base" (alias, weak)');
  });

  it('gives for an entry of the UN the day of listing that the UN gives, but for a few', async () => {
    const [own, un] = await Promise.all([
      read('au-dfat', 'au-dfat/Australian_Sanctions_Consolidated_List_2026-08-22.csv.gz'),
      read('un-sc', 'un-sc/un_2026-02-27.xml.gz'),
    ]);
    const days = new Map(un.records.map(({ key }) => [key, valuesOf(un, key, 'listedOn')[0]]));
    const pairs = own.records.flatMap(({ key, statements }) => {
      const reference = statements.find(({ detail }) => detail?.type === 'UN reference')?.value ?? '';
      const day = days.get(reference);
      return day === undefined ? [] : valuesOf(own, key, 'listedOn').map((listed) => listed === day);
    });
    expect(pairs).toHaveLength(705);
    expect(pairs.filter((same) => same)).toHaveLength(685);
  });
});

describe.runIf(there)('the real First Schedule of India', () => {
  it('as on 30 March 2015 has 39 rows', async () => {
    const reading = await read('in-mha', 'in-mha/mha_banned_organisations_2023-12-18.html');
    expect(reading.records).toHaveLength(39);
    expect(reading.published).toBe('2015-03-30');
    expect(reading.records[4]).toMatchObject({
      key: 'lashkar-e-taiba',
      statements: [
        {
          value: 'Lashkar-E-Taiba',
          original: 'Lashkar-E-Taiba/Pasban-E-Ahle Hadis',
          kind: 'primary',
        },
        { value: 'Pasban-E-Ahle Hadis', kind: 'alias' },
        { property: 'reference', value: '5' },
      ],
    });
    expect(namesOf(reading, 'islamic-state')).toHaveLength(4);
  });
});
