import { beforeAll, describe, expect, it } from 'vitest';
import { type RecordPart, statementKey } from '../kernel/index.ts';
import { citations } from './citations.ts';
import { SOUND } from './fixture-for-test.ts';
import type { Edition } from './group.ts';
import { recordParts } from './parts.ts';
import { readRecord } from './read.ts';

let edition: Edition;
let parts: readonly RecordPart[];
beforeAll(async () => {
  edition = await readRecord(SOUND);
  parts = recordParts(edition);
});

const statements = (key: string, property: string) =>
  parts.find((part) => part.key === key)?.statements.filter((statement) => statement.property === property);

describe('the parts of an edition', () => {
  it('are one source record a group and one a designation, each key once', () => {
    expect(parts.map(({ key }) => key)).toEqual([
      'lantern-column',
      'lantern-column/harbour-list/BERTH',
      'lantern-column/river-list',
      'lantern-column/river-list/lamp-wing',
      'reed-company',
    ]);
    expect(parts.every(({ part, schema }) => part === 'main' && schema === 'Organization')).toBe(true);
  });

  it('say each name once a source, as that source marks it', () => {
    expect(statements('lantern-column', 'name')?.filter(({ value }) => value === 'LC')).toEqual([
      {
        property: 'name',
        value: 'LC',
        place: 'names',
        script: 'Latn',
        kind: 'acronym',
        strength: 'weak',
        source: 'lantern-column/harbour',
      },
      {
        property: 'name',
        value: 'LC',
        place: 'names',
        script: 'Latn',
        kind: 'acronym',
        strength: 'unstated',
        source: 'lantern-column/courier',
      },
    ]);
  });

  it('keep whose word a label is, and when a name was in use', () => {
    const names = statements('lantern-column', 'name');
    expect(names?.find(({ kind }) => kind === 'label')).toMatchObject({
      value: 'The Dim Ones',
      detail: { usedBy: 'NO' },
      validFrom: '2020-06',
    });
    expect(names?.find(({ kind }) => kind === 'former')).toMatchObject({ validTo: '2011' });
  });

  it('point relations at entities where the record holds the other group', () => {
    expect(statements('lantern-column', 'relation')?.map(({ value, detail }) => [value, detail])).toEqual([
      ['lantern-column', { type: 'wing-of', subject: 'Lamp Wing', entity: 'ent-0000000000000001' }],
      ['reed-company', { type: 'splinter-of', entity: 'ent-0000000000000002' }],
      ['reed-company', { type: 'splinter-of', entity: 'ent-0000000000000002' }],
      ['Estuary League', { type: 'part-of' }],
    ]);
  });

  it('tell when the group began from when its name did', () => {
    expect(
      statements('lantern-column', 'foundedOn')?.map(({ value, detail }) => [value, detail?.of]),
    ).toEqual([
      ['2009~', 'group'],
      ['2011-03', 'name'],
      ['2012', 'name'],
    ]);
  });

  it('say of a designation who lists, where, under what, by what name and since when', () => {
    const values = (property: string) =>
      statements('lantern-column/harbour-list/BERTH', property)?.map(({ value }) => value);
    expect(values('authority')).toEqual(['harbour-board']);
    expect(values('list')).toEqual(['harbour-list']);
    expect(values('reference')).toEqual(['17']);
    expect(values('programme')).toEqual(['BERTH']);
    expect(values('name')).toEqual(['LANTERN COLUMN']);
    expect(values('legalBasis')).toEqual(['Harbour Act, section 3']);
    expect(values('amendedOn')).toEqual(['2018-06-01']);
    expect(values('delistedOn')).toEqual(['2019-01-01']);
    expect(statements('lantern-column/harbour-list/BERTH', 'listedOn')).toEqual([
      { property: 'listedOn', value: '2015-02-03', place: 'listed', source: 'lantern-column/harbour' },
      {
        property: 'listedOn',
        value: '2020-04-05',
        place: 'relisted',
        detail: { event: 'relisted', stage: 'published' },
        source: 'gazette',
      },
    ]);
  });

  it('assert no name that the list was not seen to print', () => {
    expect(statements('lantern-column/river-list/lamp-wing', 'name')).toEqual([]);
  });

  it('cite a source of the edition in every statement, and make no statement twice', () => {
    const ids = new Set(edition.sources.map(({ id }) => id));
    for (const { statements } of parts) {
      expect(statements.every(({ source }) => source !== undefined && ids.has(source))).toBe(true);
      expect(new Set(statements.map(statementKey)).size).toBe(statements.length);
    }
  });
});

describe('the citations of an edition', () => {
  it('join each list entry to its group once, with the snapshot that shows it', () => {
    expect(citations(edition)).toEqual([
      {
        group: 'lantern-column',
        entity: 'ent-0000000000000001',
        list: 'harbour-list',
        reference: '17',
        source: 'lantern-column/harbour',
        file: 'groups/lantern-column.yaml',
      },
      {
        group: 'lantern-column',
        entity: 'ent-0000000000000001',
        list: 'river-list',
        reference: 'RVe.4',
        source: 'lantern-column/river',
        file: 'groups/lantern-column.yaml',
      },
    ]);
  });
});
