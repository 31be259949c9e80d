import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statementKey } from '../../kernel/index.ts';
import {
  fixtureCases,
  namesOf,
  type Reading,
  readAll,
  readSet,
  readText,
  refusal,
  statementsOf,
  valuesOf,
} from '../reading-for-test.ts';
import { listReader } from '../registry.ts';
import { sourceBytes } from '../source-file.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const LIST_OF_CASE: Readonly<Record<string, string>> = {
  'sdn-set': 'us-ofac-sdn',
  'sdn-xml': 'us-ofac-sdn',
  'sdn-advanced': 'us-ofac-sdn',
  'consolidated-xml': 'us-ofac-consolidated',
  'consolidated-advanced': 'us-ofac-consolidated',
};

const NULLS = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
const entry = (key: number, name: string, programme = 'SDGT', remarks = '-0- ') =>
  `${key},"${name}",-0- ,"${programme}",${NULLS},${remarks === '-0- ' ? remarks : `"${remarks}"`}\r\n`;
const SDN = `${entry(101, 'NORTH HARBOUR FRONT')}${entry(102, 'QUAY LANTERN')}\x1a`;

const xml = (entries: string, { count = 1, ns = 'http://tempuri.org/sdnList.xsd' } = {}) =>
  `<?xml version="1.0"?><sdnList xmlns="${ns}"><publshInformation><Publish_Date>08/11/2025</Publish_Date>` +
  `<Record_Count>${count}</Record_Count></publshInformation>${entries}</sdnList>`;
const xmlEntry = (uid: number, inside = '', programme = 'SDGT') =>
  `<sdnEntry><uid>${uid}</uid><lastName>QUAY</lastName><sdnType>Entity</sdnType>` +
  `<programList><program>${programme}</program></programList>${inside}</sdnEntry>`;

describe('the OFAC lists', () => {
  for (const { name, files, expected } of fixtureCases(FIXTURES)) {
    it(`are read as expected: ${name}`, async () => {
      const reading = await readAll(listReader(LIST_OF_CASE[name] ?? ''), files);
      expect(JSON.parse(JSON.stringify(reading))).toEqual(expected);
    });
  }

  it('give the same statements from the CSV set and from the XML, raw remarks apart', async () => {
    const cases = new Map(fixtureCases(FIXTURES).map(({ name, files }) => [name, files]));
    const [set, tree] = await Promise.all(
      ['sdn-set', 'sdn-xml'].map((name) => readAll(listReader('us-ofac-sdn'), cases.get(name) ?? [])),
    );
    const keys = new Set(tree?.records.map((record) => record.key));
    const told = (reading: Reading | undefined, key: string) =>
      reading === undefined
        ? []
        : statementsOf(reading, key)
            .filter((statement) => statement.property !== 'remarks')
            .map(statementKey)
            .sort();
    expect([...keys]).toEqual(['90001', '90002', '90003', '90005']);
    for (const key of keys) expect(told(tree, key)).toEqual(told(set, key));
  });
});

describe('the SDN CSV set', () => {
  it('says nothing about the files that are not there', async () => {
    const reading = await readSet('us-ofac-sdn', { 'alt.csv': '101,7,"aka","HARBOUR FRONT",-0- \r\n' });
    expect(reading.parts).toEqual(['alt']);
    expect(namesOf(reading, '101')).toEqual(['HARBOUR FRONT (alias, strong)']);
  });

  it('keeps what takes two files to read in a part of its own, which only both together have', async () => {
    const remarks = `${'Position: Quartermaster; '.repeat(39)}Gender Male; Passport A00`;
    const padded = `${remarks}${'1'.repeat(1000 - remarks.length)}`;
    const files = {
      'sdn.csv': `${entry(101, 'NORTH HARBOUR FRONT', 'SDGT', padded)}\x1a`,
      'sdn_comments.csv': `101,"99 (Ruritania); a.k.a. 'NHF'."\r\n\x1a`,
    };
    const whole = await readSet('us-ofac-sdn', files);
    const number = `A00${'1'.repeat(1000 - remarks.length)}99`;
    expect(whole.parts).toEqual(['sdn', 'sdn_comments', 'sdn_seam']);
    expect(whole.records.at(-1)).toEqual({
      key: '101',
      part: 'sdn_seam',
      statements: [
        {
          property: 'identifier',
          value: number,
          place: 'Remarks',
          detail: { type: 'Passport', country: 'Ruritania' },
        },
      ],
    });

    const alone = await readSet('us-ofac-sdn', { 'sdn.csv': files['sdn.csv'] });
    expect(alone.parts).toEqual(['sdn']);
    expect(valuesOf(alone, '101', 'identifier')).toEqual([]);
    expect(alone.records[0]).toEqual(whole.records[0]);

    const comments = await readSet('us-ofac-sdn', { 'sdn_comments.csv': files['sdn_comments.csv'] });
    expect(comments.records).toEqual(whole.records.filter((record) => record.part === 'sdn_comments'));
    expect(namesOf(comments, '101')).toEqual(['NHF (alias, weak)']);
  });

  it('notes files of two days: comments without an entry, and cut remarks without comments', async () => {
    const cut = `${'Position: Quartermaster; '.repeat(40)}`.slice(0, 1000);
    const reading = await readSet('us-ofac-sdn', {
      'sdn.csv': `${entry(101, 'NORTH HARBOUR FRONT', 'SDGT', cut)}\x1a`,
      'sdn_comments.csv': `999,"99 (Ruritania)."\r\n\x1a`,
    });
    expect(reading.notes.map((note) => [note.kind, note.place.file])).toEqual([
      ['orphan-row', 'sdn_comments.csv'],
      ['remarks-cut', 'sdn.csv'],
    ]);
  });

  it('reads a file that ends inside its last null mark, and says so', async () => {
    const whole = '101,7,"4 Ropewalk","Port Amity","Ruritania",-0- \r\n\x1a';
    const cut = whole.slice(0, whole.indexOf('-0-') + 2);
    const reading = await readSet('us-ofac-sdn', { 'add.csv': cut });
    expect(reading.records).toEqual((await readSet('us-ofac-sdn', { 'add.csv': whole })).records);
    expect(reading.notes.map((note) => note.kind)).toEqual(['no-end-mark', 'end-cut']);
  });

  it('tells a part by its columns and is not misled by a file name', async () => {
    const error = await refusal(readSet('us-ofac-sdn', { 'alt.csv': SDN }));
    expect(error.code).toBe('ENT_LIST_OTHER');
    expect(error.message).toBe(
      'alt.csv:1: not a file of us-ofac-sdn: by its name it is alt (5 columns), and it has 12 columns',
    );
  });

  it('refuses two files of the same part, and CSV beside XML', async () => {
    const twice = await refusal(readSet('us-ofac-sdn', { 'sdn.csv': SDN, 'SDN.CSV': SDN }));
    expect(twice.message).toMatch(/^SDN\.CSV: .*it is sdn, and so is sdn\.csv$/);
    const mixed = await refusal(readSet('us-ofac-sdn', { 'sdn.csv': SDN, 'sdn.xml': xml(xmlEntry(1)) }));
    expect(mixed.message).toMatch(/^sdn\.xml: .*it is XML, which comes alone$/);
    const none = await refusal(readSet('us-ofac-sdn', {}));
    expect([twice.code, mixed.code, none.code]).toEqual(Array(3).fill('ENT_LIST_FILES'));
  });

  it('refuses the Consolidated list, by its name or by its programmes', async () => {
    const named = await refusal(readSet('us-ofac-sdn', { 'CONS_PRIM.CSV': SDN }));
    const told = await refusal(
      readSet('us-ofac-sdn', { 'sdn.csv': entry(1, 'QUAY', 'NS-PLC') + entry(2, 'PIER', 'UKRAINE-EO13662') }),
    );
    expect([named.code, told.code]).toEqual(['ENT_LIST_OTHER', 'ENT_LIST_OTHER']);
    expect(told.message).toContain('2 of its 2 entries');
  });

  it.each([
    ['a row cut short', SDN.slice(0, SDN.indexOf('"QUAY') + 30), 'ENT_LIST_ROW', 'sdn.csv:2 (row 2)'],
    ['a name cut short', SDN.slice(0, SDN.indexOf('LANTERN')), 'ENT_LIST_CSV', 'sdn.csv:2 (row 2)'],
    ['nothing in a column', SDN.replace('"QUAY LANTERN"', ''), 'ENT_LIST_ROW', 'column SDN_Name'],
    ['an unknown type', SDN.replace('LANTERN",-0- ', 'LANTERN","submarine"'), 'ENT_LIST_VALUE', 'submarine'],
    ['an entry without a name', SDN.replace('"QUAY LANTERN"', '-0- '), 'ENT_LIST_ROW', 'without a name'],
    ['a key that is no number', SDN.replace('102', 'x102'), 'ENT_LIST_VALUE', 'ent_num is "x102"'],
    ['a key twice, next to itself', SDN.replace('102', '101'), 'ENT_LIST_KEY_TWICE', 'row 2'],
    ['an empty file', '', 'ENT_LIST_EMPTY', 'sdn.csv'],
    ['only an end mark', '\x1a', 'ENT_LIST_EMPTY', 'sdn.csv'],
    ['a file of something else', 'name,date\r\nQUAY,2001\r\n', 'ENT_LIST_OTHER', '2 columns'],
  ])('refuses %s', async (_, text, code, words) => {
    const error = await refusal(readSet('us-ofac-sdn', { 'sdn.csv': text }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  });

  it('refuses a key that comes back after another, and an unknown alias type', async () => {
    const back = '101,7,"aka","A",-0- \r\n102,8,"aka","B",-0- \r\n101,9,"aka","C",-0- \r\n\x1a';
    const twice = await refusal(readSet('us-ofac-sdn', { 'alt.csv': back }));
    expect([twice.code, twice.place?.path]).toEqual(['ENT_LIST_KEY_TWICE', 'row 3']);
    const odd = await refusal(readSet('us-ofac-sdn', { 'alt.csv': '101,7,"zka","A",-0- \r\n' }));
    expect(odd.message).toContain('alt_type is "zka"; expected aka, fka, nka');
  });
});

describe('the sdnList XML', () => {
  it('has its date from the file, and an entry for each that it states', async () => {
    const reading = await readText('us-ofac-sdn', xml(xmlEntry(1) + xmlEntry(2), { count: 2 }));
    expect([reading.published, reading.records.length]).toEqual(['2025-08-11', 2]);
    expect(reading.parts).toEqual(['sdn', 'alt', 'add', 'sdn_comments', 'sdn_seam']);
  });

  const aka = (type: string, category: string) =>
    `<akaList><aka><uid>7</uid><type>${type}</type><category>${category}</category><lastName>PIER</lastName></aka></akaList>`;

  it.each([
    [
      'a count that is not met',
      xml(xmlEntry(1), { count: 2 }),
      'ENT_LIST_COUNT',
      'states 2 records and has 1',
    ],
    ['no entries', xml('', { count: 0 }), 'ENT_LIST_EMPTY', 'no records'],
    ['another namespace', xml(xmlEntry(1), { ns: 'http://example.org/' }), 'ENT_LIST_OTHER', 'example.org'],
    ['an unknown element', xml(xmlEntry(1, '<shoeSize/>')), 'ENT_LIST_FIELD', 'element <shoeSize>'],
    ['an unknown attribute', xml(xmlEntry(1, '<remarks lang="en"/>')), 'ENT_LIST_FIELD', 'attribute lang'],
    ['an unknown category', xml(xmlEntry(1, aka('a.k.a.', 'fair'))), 'ENT_LIST_VALUE', 'strong or weak'],
    ['an unknown alias type', xml(xmlEntry(1, aka('z.k.a.', 'weak'))), 'ENT_LIST_VALUE', 'z.k.a.'],
    ['the same uid twice', xml(xmlEntry(1) + xmlEntry(1), { count: 2 }), 'ENT_LIST_KEY_TWICE', 'key 1'],
    ['the Consolidated list', xml(xmlEntry(1, '', 'NS-PLC')), 'ENT_LIST_OTHER', 'Consolidated'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('us-ofac-sdn', text, 'sdn.xml'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^sdn\.xml/);
  });

  it('of the SDN list is refused as the Consolidated list', async () => {
    const reader = listReader('us-ofac-consolidated');
    const error = await refusal(readAll(reader, [sourceBytes('sdn.xml', xml(xmlEntry(1)))]));
    expect([error.code, error.message.includes('so it is the SDN list')]).toEqual(['ENT_LIST_OTHER', true]);
  });
});
