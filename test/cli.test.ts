import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const SAMPLE = resolve(import.meta.dirname, '../samples/dialogue-2025-08-13.txt');
const BLUE = {
  reference: 'QDe.901',
  name: 'AZURE RIVER FRONT',
  aliases: [{ name: 'Army of the Azure River' }],
  original: 'جبهة النهر الأزرق',
};
const RED = { reference: 'QDe.902', name: 'RED VALLEY COLUMN', listedOn: '2019-05-14' };

describe('the command line', () => {
  let at: Desk;
  const file = (name: string, text: string | Uint8Array) => {
    const path = join(at.folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.close());

  it('makes a store with the starter record, and finds it made when run again', async () => {
    expect(await at.entente('init')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/is loaded: \d+ groups/),
    });
    expect(await at.entente('init')).toMatchObject({
      code: 0,
      out: expect.stringContaining('is loaded already'),
    });
    expect((await at.entente('verify')).code).toBe(0);
  });

  it('finds a group of the starter record by an alias, and says who lists it since when', async () => {
    await at.entente('init');
    const { code, json } = await at.entente('screen', 'Majeed', 'Brigade', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      query: { name: 'Majeed Brigade' },
      asOf: null,
      knownAt: null,
      threshold: 0.7,
      searched: { lists: [{ id: 'record', observed: expect.any(String) }] },
    });
    const [first] = json().results;
    expect(first).toMatchObject({
      caption: 'Balochistan Liberation Army',
      match: true,
      score: 1,
      matchedName: { text: 'Majeed Brigade' },
    });
    expect(first.id).toMatch(/^ent-/);
    expect(first.listings.find((l: any) => l.list === 'us-state-fto')).toMatchObject({
      status: 'listed',
      effective: { from: '2025-08-11', to: null },
    });
  });

  it('says what was searched when nothing is found, and fails when nothing could be searched', async () => {
    await at.entente('init');
    const none = await at.entente('screen', 'Zyx Qwv Unheard Of');
    expect(none).toMatchObject({ code: 0, out: expect.stringContaining('No hit for "Zyx Qwv Unheard Of"') });
    expect(none.out).toMatch(/Searched 1 list \(record as observed on /);
    expect(await at.entente('screen', 'Anything', '--known-at', '2001-01-01')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[ENT_SCREEN_NOTHING_HELD]'),
    });
    expect(await at.entente('screen', 'Anything', '--list', 'un-sc')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[ENT_SCREEN_LIST_UNKNOWN]'),
    });
  });

  it('refuses a date of birth that it could not compare, and an entry beside itself', async () => {
    await at.entente('init');
    expect(await at.entente('screen', 'Ivo Sardan', '--birth-date', '1965-99')).toMatchObject({
      code: 2,
      err: expect.stringContaining('1965-08-12'),
    });
    const entry = 'record:taliban';
    expect(await at.entente('same', 'accept', entry, entry, '--note', 'the same')).toMatchObject({
      code: 2,
      err: expect.stringContaining('give two entries'),
    });
  });

  it('loads snapshots, old after new, gzipped or not, and tells the two clocks apart', async () => {
    const newer = file('newer.xml', unList([BLUE, RED]));
    const older = file('older.xml.gz', gzipSync(unList([RED])));
    expect(await at.entente('load', 'un-sc', newer, '--observed', '2024-06-01')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 records, 2 differing'),
    });
    expect((await at.entente('load', 'un-sc', older, '--observed', '2020-06-01')).code).toBe(0);
    expect(await at.entente('load', 'un-sc', newer, '--observed', '2024-06-01')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing changed'),
    });
    const listing = async (...clocks: string[]) =>
      (await at.entente('screen', 'Azure River Front', '--json', ...clocks)).json().results[0]?.listings[0]
        ?.status;
    expect(await listing()).toBe('listed');
    expect(await listing('--as-of', '2022-01-01')).toBe('listed');
    expect(await listing('--as-of', '2014-01-01')).toBe('not-yet');
    expect(await listing('--known-at', '2022-01-01')).toBeUndefined();
    const changes = await at.entente('changes', '--list', 'un-sc', '--from', '2020-06-01');
    expect(changes.out).toMatch(
      /^2024-06-01 {2}un-sc:QDe\.901 {2}listed AZURE RIVER FRONT \(2015-03-27\)\n$/,
    );
    expect((await at.entente('verify')).code).toBe(0);
  });

  it('finds an entry by its name in Arabic script, and shows the name whole, apart from the line around it', async () => {
    at.close();
    at = desk({ terminal: true });
    await at.entente('load', 'un-sc', file('un.xml', unList([BLUE, RED])), '--observed', '2024-06-01');
    const { out } = await at.entente('screen', 'جبهة النهر الأزرق');
    expect(out).toContain('1 match');
    expect(out).toContain('\u2068جبهة النهر الأزرق\u2069');
    expect((await at.entente('show', 'un-sc:QDe.901')).out).toContain('\u2068جبهة النهر الأزرق\u2069');
  });

  it('refuses a damaged list with file, place and reason, exit 3, and keeps nothing of it', async () => {
    const damaged = file('damaged.xml', unList([BLUE, RED]).slice(0, -200));
    const { code, err, out } = await at.entente(
      'load',
      'un-sc',
      damaged,
      '--observed',
      '2024-06-01',
      '--json',
    );
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/damaged\.xml:\d+:\d+.*\[ENT_LIST_[A-Z_]+\]\n$/);
    expect(
      (await at.entente('lists', '--json')).json().lists.every((l: any) => l.snapshots.length === 0),
    ).toBe(true);
  });

  it('refuses a list that shrank, loads it when forced, and keeps who forced it', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      reference: `QDe.${700 + i}`,
      name: `INVENTED FRONT ${i}`,
    }));
    await at.entente('load', 'un-sc', file('many.xml', unList(many)), '--observed', '2024-06-01');
    const few = file('few.xml', unList(many.slice(0, 9)));
    expect(await at.entente('load', 'un-sc', few, '--observed', '2024-07-01')).toMatchObject({
      code: 3,
      err: expect.stringContaining('fell from 30 to 9'),
    });
    expect(
      (
        await at.entente(
          'load',
          'un-sc',
          few,
          '--observed',
          '2024-07-01',
          '--force',
          'the committee said so',
          '--by',
          'A. Officer',
        )
      ).code,
    ).toBe(0);
    const list = (await at.entente('lists', '--json')).json().lists.find((l: any) => l.id === 'un-sc');
    expect(list.snapshots[1].decision).toMatchObject({ by: 'A. Officer', note: 'the committee said so' });
  });

  it('holds a regression until someone decides', async () => {
    const marked = (quality: string) =>
      unList(
        Array.from({ length: 80 }, (_, i) => ({
          reference: `QDe.${700 + i}`,
          name: `INVENTED FRONT ${i}`,
          aliases: [{ name: `Front ${i}`, quality }],
        })),
      );
    await at.entente('load', 'un-sc', file('a.xml', marked('a.k.a.')), '--observed', '2023-04-18');
    const held = await at.entente('load', 'un-sc', file('b.xml', marked('Good')), '--observed', '2023-08-02');
    expect(held).toMatchObject({ code: 0, out: expect.stringContaining('held in quarantine') });
    expect((await at.entente('lists')).out).toContain('waits for a decision');
    expect((await at.entente('reject', 'un-sc', '2023-08-02', '--note', 'a feed fault')).code).toBe(0);
    expect(
      (await at.entente('lists', '--json')).json().lists.find((l: any) => l.id === 'un-sc').snapshots[1]
        .state,
    ).toBe('rejected');
  });

  it('reads the sample report against the record, from a file and from standard input', async () => {
    await at.entente('init');
    const { code, json } = await at.entente('read', SAMPLE, '--json');
    expect(code).toBe(0);
    const reading = json();
    for (const span of spansOf(reading))
      expect(reading.document.text.slice(span.start, span.end)).toBe(span.quote);
    expect(reading.checks.map((check: any) => check.verdict)).toContain('supported');
    const human = await at.entente('read', SAMPLE);
    expect(human.out).toContain('What happened');
    expect(human.out).toContain('Read by machine');
  });

  it.each([
    [['bogus'], 2, 'unknown command'],
    [['screen'], 2, 'give a name, or both --input and --output'],
    [['screen', 'x', '--threshold', '7'], 2, 'give a number from 0 to 1'],
    [['screen', 'x', '--as-of', '2018'], 2, '[ENT_USAGE]'],
    [['load', 'un-sc', 'x.xml'], 2, '--observed'],
    [['load', 'no-such-list', 'x.xml', '--observed', '2024-01-01'], 2, '[ENT_LIST_UNKNOWN]'],
    [['load', 'un-sc', '/nonexistent.xml', '--observed', '2024-01-01'], 3, '/nonexistent.xml'],
    [['show', 'nonsense'], 4, '[ENT_STORE_MISSING]'],
    [['read', '/nonexistent.txt'], 3, 'no such file'],
    [['screen', 'x', '--store', 'postgres://x/y'], 4, '[ENT_STORE_OPEN]'],
  ])('answers %j with exit %i and says why', async (args, code, why) => {
    const outcome = await at.entente(...args);
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code, out: '' });
    expect(outcome.err).toContain(why);
  });

  it('gives every command a help with an example, and a completion that knows them all', async () => {
    const { out } = await at.entente('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const help = await at.entente(...(command === 'record' ? ['record', 'check'] : [command]), '--help');
      expect({ command, code: help.code, example: /Examples?:\n {2}\$ /.test(help.out) }).toEqual({
        command,
        code: 0,
        example: true,
      });
    }
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = (await at.entente('completion', shell)).out;
      for (const command of commands) expect(script).toContain(command);
    }
  });
});

function spansOf(value: unknown): readonly { quote: string; start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (typeof value !== 'object' || value === null) return [];
  const self =
    'quote' in value && 'start' in value && 'end' in value
      ? [value as { quote: string; start: number; end: number }]
      : [];
  return [...self, ...Object.values(value).flatMap(spansOf)];
}
