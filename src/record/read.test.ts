import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntError } from '../kernel/index.ts';
import { fixtureCases, SOUND, withFiles } from './fixture-for-test.ts';
import { readRecord } from './read.ts';
import { MAX_FILE_LENGTH } from './yaml-file.ts';

async function refusal(folder: string): Promise<EntError> {
  const error = await readRecord(folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EntError)) throw new Error(`was not refused: ${String(error)}`);
  return error;
}

const group = (text: string) => ({ 'groups/slate-circle.yaml': text });

describe('reading a record', () => {
  it('gives its edition, its groups by slug, and its lists with their authorities', async () => {
    const edition = await readRecord(SOUND);
    expect(edition).toMatchObject({ name: 'fixture', date: '2026-11-24', licence: 'CC0-1.0' });
    expect(edition.groups.map(({ slug, id }) => [slug, id])).toEqual([
      ['lantern-column', 'ent-0000000000000001'],
      ['reed-company', 'ent-0000000000000002'],
    ]);
    expect(edition.lists.map(({ id, authority }) => [id, authority.name, authority.country])).toEqual([
      ['harbour-list', 'Harbour Board', 'NO'],
      ['river-list', 'River Office', 'UN'],
    ]);
  });

  it('makes sources of list entries readable: publisher, title and address are those of the list', async () => {
    const edition = await readRecord(SOUND);
    expect(edition.sources.find(({ id }) => id === 'lantern-column/harbour')).toEqual({
      id: 'lantern-column/harbour',
      publisher: 'Harbour Board',
      title: 'Harbour List, entry 17, as of 2026-01-31',
      date: '2026-01-31',
      url: 'https://example.org/harbour',
      list: 'harbour-list',
      reference: '17',
      seen: '2026-01-31',
    });
  });

  it('gives each name its strength source by source: what the name says, else what the source usually prints', async () => {
    const [column] = (await readRecord(SOUND)).groups;
    const strengths = Object.fromEntries(
      (column?.names ?? []).map(({ text, prints }) => [text, prints.map(({ strength }) => strength)]),
    );
    expect(strengths).toMatchObject({
      'Lantern Column': ['strong', 'unstated'],
      'Column of Lanterns': ['strong', 'unstated'],
      LC: ['weak', 'unstated'],
      'Old Column': ['unstated'],
    });
  });

  it('keeps every date that sources give, each with its own sources or those of its designation', async () => {
    const [column] = (await readRecord(SOUND)).groups;
    expect(column?.firstNamed).toEqual([
      { date: '2011-03', sources: ['lantern-column/courier'] },
      { date: '2012', sources: ['gazette'] },
    ]);
    const [berth, passage] = column?.designations ?? [];
    expect(berth?.listed).toEqual([{ date: '2015-02-03', sources: ['lantern-column/harbour'] }]);
    expect(berth?.delisted).toEqual([{ date: '2019-01-01', stage: 'in-force', sources: ['gazette'] }]);
    expect(passage?.listed.map(({ date, stage }) => [date, stage])).toEqual([
      ['2016-07-08', undefined],
      ['2016-07-01', 'decided'],
    ]);
  });

  it('keys designations by list, programme and key', async () => {
    const [column] = (await readRecord(SOUND)).groups;
    expect(column?.designations.map(({ key }) => key)).toEqual([
      'lantern-column/harbour-list/BERTH',
      'lantern-column/river-list',
      'lantern-column/river-list/lamp-wing',
    ]);
  });

  it('has a hash that follows the content of its files', async () => {
    const { sha256 } = await readRecord(SOUND);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    await withFiles({}, async (same) => expect((await readRecord(same)).sha256).toBe(sha256));
    const edition = 'name: fixture\ndate: 2026-11-25\nlicence: CC0-1.0\n';
    await withFiles({ 'edition.yaml': edition }, async (other) =>
      expect((await readRecord(other)).sha256).not.toBe(sha256),
    );
  });
});

describe('a record is refused, with the file, the line and the reason', () => {
  const cases = fixtureCases('refused');

  it.each(cases)('$name', async ({ text, expected }) => {
    await withFiles(group(text), async (folder) => {
      const { code, message, place } = await refusal(folder);
      const file = join(folder, 'groups/slate-circle.yaml');
      expect(place?.file).toBe(file);
      const [line, ...rest] = expected.split(' ');
      expect(`${place?.line}`).toBe(line);
      const said = place?.path === undefined ? message : `${place.path}: ${message}`;
      const plain = said.replace(/^(\S+: )?.*?slate-circle\.yaml:\d+:\d+(?: \([^)]*\))?: /, '$1');
      expect(plain).toContain(rest.join(' '));
      expect(code).toMatch(/^ENT_RECORD_(FORMAT|YAML|LIMIT)$/);
    });
  });

  it('naming every fault of a file at once', async () => {
    const text = 'id: ent-1\ncaption: Slate\nschema: Organization\nnames: []\ncolour: grey\n';
    await withFiles(group(text), async (folder) => {
      const { message } = await refusal(folder);
      expect(message.split('\n')).toHaveLength(3);
      expect(message).toMatch(/slate-circle\.yaml:1:1 \(id\): is not an entity id/);
      expect(message).toMatch(/also .*slate-circle\.yaml:4:1 \(names\): is empty/);
      expect(message).toMatch(/also .*slate-circle\.yaml:5:1 \(colour\): unknown key "colour"/);
    });
  });

  it('when two groups pin one id', async () => {
    const text =
      'id: ent-0000000000000002\ncaption: Slate\nschema: Organization\nnames: [{ text: Slate, kind: primary, sources: [gazette] }]\n';
    await withFiles(group(text), async (folder) => {
      const { code, message } = await refusal(folder);
      expect(code).toBe('ENT_RECORD_DUPLICATE');
      expect(message).toMatch(/slate-circle\.yaml:1:1 .*reed-company\.yaml/);
    });
  });

  it('when a shared source is cited nowhere', async () => {
    const sources =
      'sources:\n  gazette: { publisher: G, title: T, url: "https://example.org" }\n  almanac: { publisher: A, title: T, url: "https://example.org" }\n';
    await withFiles({ 'sources.yaml': sources }, async (folder) => {
      const { message } = await refusal(folder);
      expect(message).toMatch(/sources\.yaml:3:3 \(sources\.almanac\): .* cited nowhere/);
    });
  });

  it('when a list is of an authority that is not there', async () => {
    const text =
      'authorities: {}\nlists:\n  river-list: { title: R, authority: river-office, effect: E, url: "https://example.org", licence: L }\n';
    await withFiles({ 'authorities.yaml': text }, async (folder) => {
      const { message } = await refusal(folder);
      expect(message).toMatch(/authorities\.yaml:3:\d+ \(lists\.river-list\.authority\): no authority/);
    });
  });

  it('when a file is larger than any honest one', async () => {
    await withFiles(group(`# ${'x'.repeat(MAX_FILE_LENGTH)}`), async (folder) => {
      expect((await refusal(folder)).code).toBe('ENT_RECORD_LIMIT');
    });
  });

  it('when a file is not UTF-8', async () => {
    await withFiles({}, async (folder) => {
      const file = join(folder, 'groups/slate-circle.yaml');
      writeFileSync(file, Uint8Array.of(0x69, 0xff, 0xfe));
      const { code, message } = await refusal(folder);
      expect([code, message]).toEqual(['ENT_RECORD_FOLDER', `${file}: not a record: is not UTF-8`]);
    });
  });

  it('when the folder is none, or holds a file that is no group', async () => {
    expect((await refusal(join(SOUND, 'nowhere'))).code).toBe('ENT_RECORD_FOLDER');
    await withFiles({ 'groups/Notes.txt': 'x' }, async (folder) => {
      const { code, place } = await refusal(folder);
      expect([code, place?.file]).toEqual(['ENT_RECORD_FOLDER', join(folder, 'groups/Notes.txt')]);
    });
  });
});
