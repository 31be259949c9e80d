import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureCases, namesOf, readAll, readText, refusal, valuesOf } from '../reading-for-test.ts';
import { unSc } from './un-sc.ts';

const list = (entities: string, attributes = 'dateGenerated="2025-11-15T23:00:02.690Z"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST ${attributes}>\n<ENTITIES>${entities}</ENTITIES></CONSOLIDATED_LIST>`;
const entity = (reference: string, inside = '', name = '<FIRST_NAME>QUAY</FIRST_NAME>') =>
  `\n<ENTITY><DATAID>1</DATAID>${name}<UN_LIST_TYPE>DRC</UN_LIST_TYPE>` +
  `<REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER><LISTED_ON>2001-01-01</LISTED_ON>${inside}</ENTITY>`;

describe('the UN list', () => {
  for (const { name, files, expected } of fixtureCases(join(import.meta.dirname, 'fixtures'))) {
    it(`is read as expected: ${name}`, async () => {
      expect(JSON.parse(JSON.stringify(await readAll(unSc, files)))).toEqual(expected);
    });
  }

  it('says when it was made, to the moment, where it says so', async () => {
    expect((await readText('un-sc', list(entity('QDe.901')))).published).toBe('2025-11-15T23:00:02.690Z');
    expect((await readText('un-sc', list(entity('QDe.901'), ''))).published).toBeNull();
  });

  it('takes its keys from the permanent reference, as printed but for a space', async () => {
    const reading = await readText('un-sc', list(entity('QDe.901 ') + entity('KPe.001.1')));
    expect(reading.records.map((record) => record.key)).toEqual(['QDe.901', 'KPe.001.1']);
  });

  it('breaks and indents its text differently each time, which changes no statement', async () => {
    const inside = (gap: string) =>
      `<COMMENTS1>Left the${gap}quay.${gap}</COMMENTS1><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Quay${gap}Front</ALIAS_NAME></ENTITY_ALIAS>`;
    const plain = await readText('un-sc', list(entity('QDe.901', inside(' '))));
    const broken = await readText('un-sc', list(entity('QDe.901', inside('\n                        '))));
    expect(namesOf(plain, 'QDe.901')).toEqual(['QUAY (primary, strong)', 'Quay Front (alias, unstated)']);
    expect(broken.records).toEqual(plain.records);
  });

  it('has bidirectional controls taken out of names, with a note', async () => {
    const name = '<FIRST_NAME>QU\u202eYA\u202c \u200fFRONT</FIRST_NAME>';
    const reading = await readText('un-sc', list(entity('QDe.901', '', name)), 'un.xml');
    expect(valuesOf(reading, 'QDe.901', 'name')).toEqual(['QUYA FRONT']);
    expect(reading.notes).toEqual([
      {
        kind: 'bidi-removed',
        place: { file: 'un.xml', line: 4, path: 'ENTITY QDe.901' },
        text: 'removed U+202E, U+202C, U+200F from a value',
      },
    ]);
  });

  const alias = (quality: string) =>
    `<ENTITY_ALIAS><QUALITY>${quality}</QUALITY><ALIAS_NAME>PIER</ALIAS_NAME></ENTITY_ALIAS>`;

  it.each([
    ['a reference twice', list(entity('QDe.901') + entity('QDe.901')), 'ENT_LIST_KEY_TWICE', 'un.xml:5'],
    ['a reference of another shape', list(entity('Q1')), 'ENT_LIST_VALUE', 'REFERENCE_NUMBER is "Q1"'],
    ['an entry without a name', list(entity('QDe.901', '', '')), 'ENT_LIST_ROW', 'QDe.901 has no name'],
    ['an unknown quality', list(entity('QDe.901', alias('Fair'))), 'ENT_LIST_VALUE', 'QUALITY is "Fair"'],
    ['an unknown element', list(entity('QDe.901', '<SHOE/>')), 'ENT_LIST_FIELD', 'element <SHOE>'],
    ['an unknown group', list('</ENTITIES><VESSELS></VESSELS><ENTITIES>'), 'ENT_LIST_FIELD', '<VESSELS>'],
    [
      'a listing day that is none',
      list(entity('QDe.901').replace('2001-01-01', '2001-02-30')),
      'ENT_LIST_VALUE',
      'LISTED_ON',
    ],
    ['no entries', list(''), 'ENT_LIST_EMPTY', 'no records'],
    ['nothing at all', ' \n', 'ENT_LIST_EMPTY', 'no records'],
    [
      'a date of no kind',
      list(entity('QDe.901'), 'dateGenerated="today"'),
      'ENT_LIST_VALUE',
      'dateGenerated',
    ],
    ['another list', '<Designations><Designation/></Designations>', 'ENT_LIST_OTHER', '<Designations>'],
    ['no XML', 'ent_num,name\n1,QUAY\n', 'ENT_LIST_OTHER', 'no XML'],
    ['a file cut short', list(entity('QDe.901')).slice(0, 200), 'ENT_LIST_XML', 'un.xml:4'],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "b">]>${list(entity('QDe.901'))}`,
      'ENT_LIST_DOCTYPE',
      'un.xml',
    ],
    ['an entity', list(entity('QDe.901', '<COMMENTS1>&a;</COMMENTS1>')), 'ENT_LIST_XML', 'undefined entity'],
    [
      'a control character',
      list(entity('QDe.901', '<COMMENTS1>\u0019</COMMENTS1>')),
      'ENT_LIST_XML',
      'un.xml:4',
    ],
    ['text between elements', list(`QUAY${entity('QDe.901')}`), 'ENT_LIST_XML', 'text inside ENTITIES'],
    ['another encoding', list(entity('QDe.901')).replace('UTF-8', 'utf-16'), 'ENT_LIST_ENCODING', 'utf-16'],
  ])('is refused for %s', async (_, text, code, words) => {
    const error = await refusal(readText('un-sc', text, 'un.xml'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^un\.xml/);
  });
});
