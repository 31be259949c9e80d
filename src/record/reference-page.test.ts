import { beforeAll, describe, expect, it } from 'vitest';
import { SOUND, withFiles } from './fixture-for-test.ts';
import type { Edition } from './group.ts';
import { readRecord } from './read.ts';
import { recordPage } from './reference-page.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await readRecord(SOUND);
});

const page = (gaps = '') => recordPage(edition, gaps).split('\n');
const row = (start: string) => page().find((line) => line.startsWith(`| ${start}`));

describe('the reference page of a record', () => {
  it('has a row a group and a column an authority, with the day since which it lists the group', () => {
    expect(row('group |')).toBe('| group | `river-office` | `harbour-board` | others |');
    expect(row('[Lantern Column]')).toBe(
      '| [Lantern Column](../../record/groups/lantern-column.yaml) | 2016-07-08 | 2020-04-05 |  |',
    );
    expect(row('[Reed Company]')).toBe('| [Reed Company](../../record/groups/reed-company.yaml) |  |  |  |');
  });

  it('marks what has ended, and writes vague dates as people do', async () => {
    const cells = (designations: string) =>
      withFiles(
        {
          'groups/slate-circle.yaml': `id: ent-0000000000000003
caption: Slate Circle
schema: Organization
names: [{ text: Slate Circle, kind: primary, sources: [gazette] }]
designations: [${designations}]
`,
        },
        async (folder) =>
          recordPage(await readRecord(folder), '')
            .split('\n')
            .find((line) => line.startsWith('| [Slate Circle]'))
            ?.split(' | ')
            .slice(1, 3),
      );
    const river = (dates: string) => `{ list: river-list, ${dates} sources: [gazette] }`;
    expect(await cells(river('listed: 2011-05-03, delisted: 2015-06,'))).toEqual([
      '~~2011-05-03~~ 2015-06',
      '',
    ]);
    expect(await cells(river('listed: ../2011-05-03,'))).toEqual(['≤ 2011-05-03', '']);
    expect(await cells(river('listed: 2011~,'))).toEqual(['c. 2011', '']);
    expect(await cells(river('listed: 2011/2013,'))).toEqual(['2011 – 2013', '']);
    expect(await cells(river(''))).toEqual(['listed', '']);
    expect(await cells(river('relisted: 2016-06-28,'))).toEqual(['≤ 2016-06-28', '']);
    const both = (one: string, other: string) =>
      cells(`${river(`key: a, listed: ${one},`)}, ${river(`key: b, listed: ${other},`)}`);
    expect(await both('"2012"', '"2010"')).toEqual(['2010', '']);
    expect(await both('../2012-05-01', '2010-03-04')).toEqual(['2010-03-04', '']);
  });

  it('counts facts, names by script, sources and gaps', () => {
    const lines = page('# Gaps\n\n- one\n  goes on\n- another\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '| groups | 2 |',
        '| names | 9 |',
        '| names in scripts other than Latin | 1 |',
        '| designations | 3 |',
        '| designations that have ended | 0 |',
        '| of them entries of official lists as printed on a day | 2 |',
        '| [gaps](../../record/GAPS.md) named | 2 |',
        'Names by script (ISO 15924): Latn 8, Cyrl 1.',
      ]),
    );
  });
});
