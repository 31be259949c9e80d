import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { type UnGroup, unList } from './support/un-list.ts';

const UK = resolve(import.meta.dirname, '../src/lists/uk-sanctions/fixtures/designations/uk.xml');
const LANTERN: UnGroup = {
  reference: 'QDe.901',
  name: 'LANTERN FRONT',
  aliases: [{ name: 'Lantern Column' }],
};
const RED: UnGroup = { reference: 'QDe.902', name: 'RED VALLEY COLUMN' };

let at: Desk;
beforeEach(() => {
  at = desk();
});
afterEach(() => at.close());

const loadUn = async (observed: string, ...groups: readonly UnGroup[]) => {
  const path = join(at.folder, `un-${observed}.xml`);
  writeFileSync(path, unList(groups));
  return at.entente('load', 'un-sc', path, '--observed', observed);
};
const loadUk = () => at.entente('load', 'uk-sanctions', UK, '--observed', '2024-01-01');

describe('changes', () => {
  it('are told of all lists, with what nothing can be said of', async () => {
    await loadUn('2024-01-01', LANTERN, RED);
    await loadUn('2024-03-01', {
      ...LANTERN,
      aliases: [...(LANTERN.aliases ?? []), { name: 'Wick Brigade' }],
    });
    await loadUk();
    const { out } = await at.entente('changes', '--from', '2024-01-01');
    expect(out).toContain('un-sc:QDe.901  name added Wick Brigade of LANTERN FRONT');
    expect(out).toContain('un-sc:QDe.902  no longer listed RED VALLEY COLUMN');
    expect(out).toContain('some day from 2024-01-01 to 2024-03-01');
    expect(out).toContain('nothing can be said: uk-sanctions');
    const delisted = await at.entente('changes', '--last', '--kind', 'delisted', '--json');
    expect(delisted.json().events).toMatchObject([
      { kind: 'delisted', reference: 'QDe.902', name: 'RED VALLEY COLUMN' },
    ]);
  });

  it('are a feed whose ids stay, and a table that no spreadsheet takes for formulas', async () => {
    await loadUn('2024-01-01', LANTERN);
    await loadUn('2024-03-01', LANTERN, { ...RED, name: '=RED() &amp; COLUMN' });
    const feed = (await at.entente('changes', '--from', '2024-01-01', '--format', 'atom')).out;
    expect(feed).toContain('<title>Listed: =RED() &amp; COLUMN (un-sc)</title>');
    await loadUn('2024-02-01', LANTERN);
    const again = (await at.entente('changes', '--from', '2024-01-01', '--format', 'atom')).out;
    expect(again.match(/<id>urn:entente:change:[^<]*/g)).toEqual(feed.match(/<id>urn:entente:change:[^<]*/g));
    const table = (await at.entente('changes', '--from', '2024-01-01', '--format', 'csv')).out;
    expect(table).toContain(",'=RED() & COLUMN,listed,");
  });

  it('are told of one entity, on all lists that have it', async () => {
    await loadUn('2024-01-01', LANTERN, RED);
    await loadUn('2024-03-01', { ...LANTERN, name: 'LANTERN ARMY' }, RED);
    const { json } = await at.entente(
      'changes',
      '--from',
      '2024-01-01',
      '--entity',
      'un-sc:QDe.901',
      '--json',
    );
    expect(json().events.map((event: any) => event.kind)).toContain('renamed');
    expect((await at.entente('changes', '--from', '2024-01-01', '--entity', 'un-sc:QDe.999')).code).toBe(1);
  });

  it('that a held snapshot would make are shown before anybody decides', async () => {
    const many = (quality: string) =>
      Array.from({ length: 60 }, (_, n) => ({
        reference: `QDe.${100 + n}`,
        name: `GROUP NUMBER ${n}`,
        aliases: [{ name: `Front ${n}`, quality }],
      }));
    await loadUn('2024-01-01', ...many('a.k.a.'));
    expect((await loadUn('2024-02-01', ...many('Good'))).out).toContain(
      'entente changes --list un-sc --held 2024-02-01',
    );
    const { out } = await at.entente('changes', '--list', 'un-sc', '--held', '2024-02-01');
    expect(out.match(/name marked otherwise/g)).toHaveLength(60);
    expect((await at.entente('changes', '--list', 'un-sc', '--from', '2024-01-01')).out).not.toContain(
      'marked otherwise',
    );
    expect((await at.entente('changes', '--list', 'un-sc', '--held', '2024-01-01')).code).not.toBe(0);
  });

  it('need one way to say when', async () => {
    await loadUn('2024-01-01', LANTERN);
    expect((await at.entente('changes')).code).toBe(2);
    expect((await at.entente('changes', '--last', '--from', '2024-01-01')).code).toBe(2);
    expect(await at.entente('changes', '--from', '2024-03-01', '--to', '2024-01-01')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--to: 2024-01-01 is before --from 2024-03-01'),
    });
  });

  it('name both bounds of a delisting, and properties in words, in text and in the table alike', async () => {
    await loadUn('2024-01-01', LANTERN, RED);
    await loadUn('2024-03-01', { ...LANTERN, original: 'جبهة الفانوس' });
    await loadUn(
      '2024-05-01T08:30:00Z',
      { ...LANTERN, original: 'جبهة الفانوس', listedOn: '2016-01-01' },
      RED,
    );
    const { out } = await at.entente('changes', '--from', '2024-01-01');
    expect(out).toContain('no longer listed RED VALLEY COLUMN (some day from 2024-01-01 to 2024-03-01)');
    expect(out).toContain('listed again RED VALLEY COLUMN');
    expect(out).toContain('listed on changed 2015-03-27 → 2016-01-01');
    const rows = (await at.entente('changes', '--from', '2024-01-01', '--format', 'csv')).out.split('\r\n');
    expect(rows.find((row) => row.includes(',delisted,'))).toContain(',2024-01-01,2024-03-01,inferred');
    expect(rows.find((row) => row.includes(',relisted,'))).toContain(
      ',2024-03-01,2024-05-01T08:30:00Z,inferred',
    );
  });
});

describe('who is the same', () => {
  it('is judged after a load by the UN reference, and undone and kept apart by a person', async () => {
    await loadUn('2024-01-01', LANTERN, RED);
    await loadUk();
    const same = async () =>
      (await at.entente('show', 'un-sc:QDe.901', '--json')).json().entity ===
      (await at.entente('show', 'uk-sanctions:AQD9001', '--json')).json().entity;
    expect(await same()).toBe(true);
    const { out } = await at.entente('same', 'list', '--of', 'un-sc:QDe.901');
    expect(out).toContain('rule:un-reference');
    const rejected = await at.entente(
      'same',
      'reject',
      'un-sc:QDe.901',
      'uk-sanctions:AQD9001',
      '--note',
      'checked',
      '--by',
      'A. Officer',
    );
    expect(rejected).toMatchObject({ code: 0, out: expect.stringContaining('different, says A. Officer') });
    expect(await same()).toBe(false);
    await at.entente('same', 'run');
    expect(await same()).toBe(false);
    const [judgement] = (await at.entente('same', 'list', '--of', 'un-sc:QDe.901', '--json'))
      .json()
      .judgements.filter((one: any) => one.by === 'A. Officer');
    await at.entente('same', 'withdraw', String(judgement.id), '--note', 'a mistake');
    expect(await same()).toBe(true);
    expect((await at.entente('verify')).code).toBe(0);
  });

  it('is asked of a person where a rule is unsure, and of nobody when it is not', async () => {
    await loadUn('2024-01-01', { ...LANTERN, name: 'REED COMPANY', aliases: [] });
    await loadUk();
    const { json } = await at.entente('same', 'list', '--json');
    expect(json()).toMatchObject({
      open: 1,
      questions: [{ judgement: { verdict: 'unsure', by: 'rule:un-reference' } }],
    });
    await at.entente('same', 'accept', 'un-sc:QDe.901', 'uk-sanctions:AQD9001', '--note', 'renamed in 2020');
    expect((await at.entente('same', 'list')).out).toContain('Nothing waits');
    expect((await at.entente('same', 'accept', 'un-sc:QDe.999', 'un-sc:QDe.901', '--note', 'x')).code).toBe(
      1,
    );
  });
});

describe('who is the same, under four eyes', () => {
  const PAIR = ['un-sc:QDe.901', 'uk-sanctions:AQD9001'] as const;
  let two: Desk;
  beforeEach(async () => {
    two = desk({ env: { ENTENTE_FOUR_EYES: '1' } });
    const path = join(two.folder, 'un.xml');
    writeFileSync(path, unList([{ ...LANTERN, name: 'REED COMPANY', aliases: [] }]));
    await two.entente('load', 'un-sc', path, '--observed', '2024-01-01');
    await two.entente('load', 'uk-sanctions', UK, '--observed', '2024-01-01');
  });
  afterEach(() => two.close());

  it('waits for another person before two entries are joined, on the command line as over the API', async () => {
    const joined = async () => {
      const [one, other] = await Promise.all(PAIR.map((key) => two.entente('show', key, '--json')));
      return one?.json().entity === other?.json().entity;
    };
    const proposed = await two.entente('same', 'accept', ...PAIR, '--note', 'renamed', '--by', 'Amina');
    expect(proposed).toMatchObject({ code: 0, out: expect.stringContaining('same, proposes Amina') });
    expect(await joined()).toBe(false);
    const [{ proposals }] = (await two.entente('same', 'list', '--json')).json().questions;
    expect(proposals).toMatchObject([{ by: 'Amina', proposes: 'same' }]);
    const number = String(proposals[0].id);
    expect((await two.entente('same', 'list')).out).toContain(`${number}  un-sc:QDe.901`);
    expect(await two.entente('same', 'approve', number, '--note', 'mine', '--by', 'Amina')).toMatchObject({
      code: 3,
      err: expect.stringContaining('[ENT_REVIEW_SAME_PERSON]'),
    });
    expect(await joined()).toBe(false);
    expect((await two.entente('same', 'approve', number, '--note', 'seen', '--by', 'Boris')).code).toBe(0);
    expect(await joined()).toBe(true);
    expect((await two.entente('same', 'approve', number, '--note', 'seen', '--by', 'Boris')).code).toBe(1);
  });

  it('waits where the person asks for it', async () => {
    await loadUn('2024-01-01', { ...LANTERN, name: 'REED COMPANY', aliases: [] });
    await loadUk();
    const { json } = await at.entente('same', 'accept', ...PAIR, '--note', 'x', '--four-eyes', '--json');
    expect(json()).toMatchObject({ proposed: true });
  });
});

describe('the names of an entity', () => {
  it('say until when one was borne that its entry has no longer, or from when', async () => {
    await loadUn('2024-01-01', { ...LANTERN, aliases: [{ name: 'Lamp Column' }] }, RED);
    await loadUn('2024-03-01', { ...LANTERN, aliases: [{ name: 'Wick Brigade' }] }, RED);
    const { out } = await at.entente('show', 'un-sc:QDe.901');
    expect(out).toContain('Lamp Column (no longer borne: until some day from 2024-01-01 to 2024-03-01)');
    expect(out).toMatch(/^ +Wick Brigade$/m);
    const then = await at.entente('show', 'un-sc:QDe.901', '--as-of', '2023-12-31');
    expect(then.out).toContain('Lamp Column (until some day from 2024-01-01 to 2024-03-01)');
    expect(then.out).toContain('Wick Brigade (not yet borne: from some day from 2024-01-01 to 2024-03-01)');
    const between = await at.entente('show', 'un-sc:QDe.901', '--as-of', '2024-02-01');
    expect(between.out).toContain('Wick Brigade (unclear: from some day from 2024-01-01 to 2024-03-01)');
  });

  it('do not end where their entry leaves the list, and are shown by their script', async () => {
    await loadUn('2024-01-01', { ...LANTERN, original: 'جبهة الفانوس' }, RED);
    await loadUn('2024-03-01', RED);
    const { names } = (await at.entente('show', 'un-sc:QDe.901', '--json')).json();
    expect(names.map((n: any) => [n.text, n.script, n.former])).toEqual([
      ['LANTERN FRONT', 'Latn', false],
      ['جبهة الفانوس', 'Arab', false],
      ['Lantern Column', 'Latn', false],
    ]);
  });

  it('are of the kind that they have now, where a name changed its kind', async () => {
    await loadUn('2024-01-01', LANTERN);
    await loadUn('2024-03-01', { ...LANTERN, name: 'WICK FRONT', aliases: [{ name: 'LANTERN FRONT' }] });
    const { names } = (await at.entente('show', 'un-sc:QDe.901', '--json')).json();
    const name = (text: string) => names.find((n: any) => n.text === text);
    expect(name('LANTERN FRONT')).toMatchObject({ kind: 'alias', former: false });
    expect(name('WICK FRONT')).toMatchObject({ kind: 'primary', former: false });
    expect(name('Lantern Column')).toMatchObject({ former: true, status: 'delisted' });
  });
});

describe('the matrix', () => {
  it('says of each list whether it lists, does not, is not loaded, or has the name for another', async () => {
    await at.entente('init');
    await loadUn('2024-01-01', LANTERN);
    const { json } = await at.entente(
      'matrix',
      'un-sc:QDe.901',
      'Lantern Column',
      'record:balochistan-liberation-army',
      '--list',
      'un-sc',
      'uk-home-office',
      '--json',
    );
    const rows = json().rows.map((row: any) => [row.caption, row.cells.map((cell: any) => cell.status)]);
    expect(rows).toEqual([
      ['LANTERN FRONT', ['not-loaded', 'listed']],
      ['Balochistan Liberation Army', ['listed', 'not-listed']],
      ['Lantern Column', ['not-loaded', 'alias']],
    ]);
    expect((await at.entente('matrix', 'Lantern Column', '--list', 'un-sc')).out).toContain(
      'alias of LANTERN FRONT',
    );
    expect((await at.entente('matrix', 'Nobody of That Name')).code).toBe(1);
  });

  it('takes a main name for the entity, and refuses an authority that has no list', async () => {
    await at.entente('init');
    const [row] = (await at.entente('matrix', 'balochistan liberation army', '--json')).json().rows;
    expect(row).toMatchObject({
      entity: expect.stringMatching(/^ent-/),
      caption: 'Balochistan Liberation Army',
    });
    expect(await at.entente('matrix', '--authority', 'us-state', 'record:taliban')).toMatchObject({
      code: 1,
      err: expect.stringContaining('an authority "record:taliban" (of lists: '),
    });
  });

  it('shows a date that is known only as a latest one as such', async () => {
    await at.entente('init');
    const undated = 'record:al-itihaad-al-islamiya';
    expect((await at.entente('matrix', undated, '--list', 'us-ofac-sdn')).out).toContain('or earlier');
    expect((await at.entente('matrix')).out).toMatch(/^Al-Itihaad al-Islamiya .*≤\d{4}-\d{2}-\d{2}\*/m);
  });

  it('shows how unevenly BLA is listed, the Taliban under SDGT, and The Resistance Front as a name of another', async () => {
    await at.entente('init');
    const cells = async (subject: string, asOf?: string) =>
      Object.fromEntries(
        (await at.entente('matrix', subject, '--json', ...(asOf === undefined ? [] : ['--as-of', asOf])))
          .json()
          .rows[0].cells.map((cell: any) => [cell.list, cell]),
      );
    const bla = await cells('record:balochistan-liberation-army');
    expect(bla['us-state-fto']).toMatchObject({ status: 'listed', since: '2025-08-11', basis: 'record' });
    expect(bla['uk-home-office']).toMatchObject({ status: 'listed', since: '2006-07' });
    expect(bla['eu-cp931']).toBeUndefined();
    expect((await cells('record:balochistan-liberation-army', '2020-01-01'))['us-state-fto'].status).toBe(
      'not-yet',
    );
    const taliban = await cells('record:taliban');
    expect(Object.keys(taliban)).toContain('us-ofac-sdn');
    expect(taliban['us-ofac-sdn'].programmes).toContain('SDGT');
    expect(taliban['us-state-fto']).toBeUndefined();
    const front = await cells('The Resistance Front');
    expect(front['us-state-fto']).toMatchObject({ status: 'alias', of: { caption: 'Lashkar-e-Tayyiba' } });
    expect(front['uk-home-office'].status).toBe('not-loaded');
  });

  it('fits a terminal, and is a table for a spreadsheet', async () => {
    at.close();
    at = desk({ terminal: true });
    await at.entente('init');
    const { out } = await at.entente('matrix');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are taken out
    const widths = out.split('\n').map((line) => line.replace(/\u001b\[[0-9;]*m/g, '').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
    expect((await at.entente('matrix', '--format', 'csv')).out.split('\r\n')[0]).toMatch(/^entity,name,/);
  });
});

describe('a watch list', () => {
  it('says who is newly hit and who no longer, and which change of which list did it', async () => {
    await loadUn('2024-01-01', RED);
    const names = join(at.folder, 'names.csv');
    writeFileSync(
      names,
      'id,name,type\nC-1,Lantern Column,organisation\nC-2,Green Grocers,company\nC-3,Red Valley Column,\nC-4,,\n',
    );
    const added = await at.entente('watch', 'add', '--input', names);
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 names added'),
      err: expect.stringContaining('row 4 was not taken'),
    });
    expect((await at.entente('watch', 'add', '--input', names)).out).toContain(
      '0 names added, 3 there already',
    );
    const first = await at.entente('watch', 'run', '--json');
    expect({ code: first.code, changes: first.json().changes }).toMatchObject({
      code: 1,
      changes: [{ kind: 'new', reference: 'C-3', reason: { text: 'the first run of this watch list' } }],
    });
    expect((await at.entente('watch', 'run')).code).toBe(0);
    await loadUn('2024-02-01', RED, LANTERN);
    const hit = (await at.entente('watch', 'run', '--json')).json().changes;
    expect(hit).toMatchObject([
      {
        kind: 'new',
        reference: 'C-1',
        matched: 'Lantern Column',
        reason: {
          list: 'un-sc',
          record: 'un-sc:QDe.901',
          seen: '2024-02-01',
          text: expect.stringContaining('listed: LANTERN FRONT'),
        },
      },
    ]);
    await loadUn('2024-03-01', { ...LANTERN, aliases: [] }, RED);
    const gone = await at.entente('watch', 'run');
    expect(gone).toMatchObject({
      code: 0,
      out: expect.stringContaining('no longer hit: Lantern Column (C-1)'),
    });
    expect(gone.out).toContain(
      'name removed: Lantern Column (of LANTERN FRONT), in the snapshot of 2024-03-01',
    );
  });

  it('lists and removes names, and says what to do when it is empty', async () => {
    await loadUn('2024-01-01', RED);
    expect((await at.entente('watch', 'list')).out).toContain('entente watch add');
    expect((await at.entente('watch', 'run')).code).toBe(2);
    await at.entente('watch', 'add', 'Red', 'Valley', 'Column', '--reference', 'C-9');
    const [name] = (await at.entente('watch', 'list', '--json')).json().names;
    expect(name).toMatchObject({ name: 'Red Valley Column', reference: 'C-9', hits: [] });
    expect((await at.entente('watch', 'remove', String(name.id))).code).toBe(0);
    expect((await at.entente('watch', 'remove', String(name.id))).code).toBe(1);
    expect((await at.entente('watch', 'add', 'X', '--birth-date', 'soon')).code).toBe(2);
  });
});

describe('an export', () => {
  it('is FollowTheMoney lines with a Sanction each listing, or one entity with all inside', async () => {
    await loadUn('2024-01-01', LANTERN, RED);
    const lines = (await at.entente('export')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ schema }) => schema).sort()).toEqual([
      'Organization',
      'Organization',
      'Sanction',
      'Sanction',
    ]);
    const path = join(at.folder, 'one.json');
    expect(
      (await at.entente('export', 'un-sc:QDe.902', '--format', 'ftm-nested', '--output', path)).out,
    ).toBe(`1 entities in ${path}\n`);
    expect(JSON.parse(readFileSync(path, 'utf8')).properties.sanctions[0].properties.unscId).toEqual([
      'QDe.902',
    ]);
    const unwritable = await at.entente('export', '--output', join(at.folder, 'nowhere', 'x.json'));
    expect(unwritable).toMatchObject({ code: 3, err: expect.stringContaining('ENT_OUTPUT_UNWRITABLE') });
  });

  it('is CSV with a row a listing', async () => {
    await loadUn('2024-01-01', { ...LANTERN, name: '@LANTERN' });
    const [heading, row] = (await at.entente('export', '--format', 'csv', '--target')).out.split('\r\n');
    expect(heading).toMatch(/^entity,name,schema,list,/);
    expect(row).toContain(",'@LANTERN,Organization,un-sc,");
  });

  it('knows a list that is not held from one that has nothing', async () => {
    await loadUn('2024-01-01', LANTERN);
    expect(await at.entente('export', '--list', 'un-scc')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('[ENT_LIST_NOT_LOADED]'),
    });
  });

  it('is the starter record again, from which the same record is made', async () => {
    await at.entente('init');
    const folder = join(at.folder, 'record');
    expect((await at.entente('export', '--format', 'record', '--output', folder)).code).toBe(0);
    expect(existsSync(join(folder, 'edition.yaml'))).toBe(true);
    expect(readdirSync(join(folder, 'groups')).length).toBeGreaterThan(200);
    expect((await at.entente('record', 'check', '--record', folder, '--json')).json().groups).toBeGreaterThan(
      200,
    );
    const one = await at.entente('export', 'record:balochistan-liberation-army', '--format', 'record');
    expect(one.out).toContain('# groups/balochistan-liberation-army.yaml');
  });
});
