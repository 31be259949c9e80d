import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ListInfo, RecordPart, Statement } from '../kernel/index.ts';
import { Store } from '../store/index.ts';
import { type BatchJob, screenBatch } from './batch.ts';

const LIST: ListInfo = {
  id: 'xx-list',
  title: 'The list of Erewhon',
  authority: { id: 'xx', name: 'Erewhon', country: 'XX' },
  effect: 'for tests',
  url: 'https://example.org/',
  licence: 'none',
  parts: ['main'],
  staleAfterDays: 30,
};

const name = (value: string): Statement => ({
  property: 'name',
  value,
  place: 'NAME',
  kind: 'primary',
  strength: 'unstated',
});
const said = (property: Statement['property'], value: string): Statement => ({
  property,
  value,
  place: property,
});
const records: readonly RecordPart[] = [
  { key: 'E1', part: 'main', schema: 'Organization', statements: [name('Azure River Front')] },
  {
    key: 'P1',
    part: 'main',
    schema: 'Person',
    statements: [name('ZARDAN, Omer Talib'), said('birthDate', '1965'), said('identifier', 'AB 123-456')],
  },
];

let folder: string;
let store: Store;
const at = (file: string) => join(folder, file);
const read = (file: string) => readFileSync(at(file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-batch-'));
  store = await Store.open(':memory:');
  await store.load(
    {
      list: LIST,
      observed: '2024-01-01',
      parts: ['main'],
      records: [records],
      trailer: () => ({ published: null, files: new Map() }),
    },
    { now: '2026-11-24T00:00:00.000Z', shrinkShare: 1 },
  );
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => rmSync(at('out.jsonl'), { force: true }));

const scope = { clocks: { asOf: null, knownAt: null }, lists: null };
const run = (input: string, more: Partial<BatchJob> = {}) =>
  screenBatch(store, { input: at(input), output: at('out.jsonl'), scope, workers: 0, ...more });

interface Line {
  readonly row: number;
  readonly id: string | number | null;
  readonly status: string;
  readonly reason: string | null;
  readonly notes: readonly string[];
  readonly results: readonly { readonly caption: string; readonly score: number }[];
}
const lines = (file = 'out.jsonl') =>
  read(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const CSV = [
  'customer_id,full_name,dob,type',
  '17,Azure River Front,,company',
  '18,"Zardan, Omer Talib",1965-03-01,individual',
  '19,"Zardan, Omer",1991-03-01,individual',
  '20,Nobody Whatever,31/12/1970,individual',
  '21,,,',
  '22,too,many,cells,here',
  '23,"a name',
  'in two ""lines""",,robot',
  '24,—,,',
  '',
].join('\n');

describe('a batch', () => {
  test('gives a line for every row, bad rows with the reason, in their order', async () => {
    writeFileSync(at('in.csv'), CSV);
    const report = await run('in.csv');
    const [head, ...rows] = lines();
    expect(head).toMatchObject({
      settings: { threshold: 0.7, lists: [{ id: 'xx-list', observed: '2024-01-01' }] },
    });
    expect(rows.map(({ row, id, status }) => [row, id, status])).toEqual([
      [1, '17', 'match'],
      [2, '18', 'match'],
      [3, '19', 'possible'],
      [4, '20', 'clear'],
      [5, '21', 'bad'],
      [6, null, 'bad'],
      [7, '23', 'clear'],
      [8, '24', 'bad'],
    ]);
    expect(rows[3]?.notes[0]).toContain('31/12/1970');
    expect(rows[4]?.reason).toBe('it has no name');
    expect(rows[5]?.reason).toContain('5 cells');
    expect(rows[6]?.notes[0]).toContain('robot');
    expect(report).toMatchObject({ kept: 0, rows: 8, counts: { match: 2, possible: 1, clear: 2, bad: 3 } });
  });

  test('is the same from CSV, TSV and JSON lines', async () => {
    const rows = [
      { id: 'a', name: 'Azure River Front', aliases: ['Nobody'] },
      { id: 'b', name: 'Omer Zardan', identifiers: ['ab123456'] },
    ];
    writeFileSync(at('in.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    writeFileSync(
      at('in.tsv'),
      `id\tname\taliases\tidentifiers\r\na\tAzure River Front\tNobody\t\r\nb\tOmer Zardan\t\tab123456\r\n`,
    );
    await run('in.jsonl');
    const [, ...fromJson] = lines();
    rmSync(at('out.jsonl'));
    await run('in.tsv');
    const [, ...fromTsv] = lines();
    expect(fromTsv).toEqual(fromJson);
    expect(fromJson[1]?.results[0]?.score).toBe(1);
  });

  test('finds an alias as it finds a name', async () => {
    writeFileSync(
      at('alias.jsonl'),
      JSON.stringify({ name: 'Something Else', aliases: ['Azure River Front'] }),
    );
    await run('alias.jsonl');
    expect(lines()[1]).toMatchObject({
      status: 'match',
      results: [{ caption: 'Azure River Front', score: 1 }],
    });
  });

  test('says what is wrong with a line that is no JSON, no object or not UTF-8', async () => {
    writeFileSync(
      at('bad.jsonl'),
      Buffer.from('{"name":"Azure River Front"}\n{"name":\n[1]\n{"name":"\xff"}\n', 'latin1'),
    );
    await run('bad.jsonl');
    expect(lines().map(({ reason }) => reason)).toEqual([
      undefined,
      null,
      expect.stringContaining('not JSON'),
      'it is not a JSON object',
      'it is not UTF-8',
    ]);
  });

  test('does not keep a row without end in memory, and reads on behind it', async () => {
    writeFileSync(at('long.jsonl'), `{"name":"${'x'.repeat(700_000)}"}\n{"name":"Azure River Front"}\n`);
    writeFileSync(at('long.csv'), `name\n"${'x'.repeat(700_000)}"\nAzure River Front\n`);
    for (const input of ['long.jsonl', 'long.csv']) {
      rmSync(at('out.jsonl'), { force: true });
      await run(input);
      expect(lines().map(({ status }) => status)).toEqual([undefined, 'bad', 'match']);
    }
  });

  test('writes CSV that a spreadsheet does not run, with the settings in every row', async () => {
    writeFileSync(at('formula.jsonl'), JSON.stringify({ id: 1, name: '=Azure River Front' }));
    await run('formula.jsonl', { output: at('out.csv') });
    const [headings, row] = read('out.csv').trimEnd().split('\n');
    expect(headings).toMatch(/^row,id,status/);
    expect(row).toMatch(/^1,1,match,,'=Azure River Front,1,/);
    expect(row).toMatch(/rules=\S+ threshold=0\.7 xx-list@2024-01-01$/);
  });

  test('refuses an input without names, and says what columns there are', async () => {
    writeFileSync(at('none.csv'), 'a,b\n1,2\n');
    await expect(run('none.csv')).rejects.toMatchObject({
      code: 'ENT_BATCH_COLUMNS',
      message: expect.stringContaining('a, b'),
    });
    await expect(run('absent.csv')).rejects.toMatchObject({ code: 'ENT_BATCH_INPUT' });
    await expect(run('none.csv', { columns: { name: 'b' } })).resolves.toMatchObject({ rows: 1 });
  });
});

describe('a batch that was cut off', () => {
  const many = [
    'name',
    ...Array.from({ length: 1000 }, (_, row) => (row % 5 === 0 ? 'Azure River Front' : `Nobody ${row}`)),
    '',
  ].join('\n');

  test.each(['out.jsonl', 'out.csv'])(
    'is taken up at the byte where it was cut, no row lost or doubled: %s',
    async (out) => {
      writeFileSync(at('many.csv'), many);
      rmSync(at(out), { force: true });
      const job = { output: at(out) };
      await run('many.csv', job);
      const whole = read(out);
      for (const share of [0.001, 0.2, 0.5, 0.9999]) {
        writeFileSync(at(out), whole);
        truncateSync(at(out), Math.floor(Buffer.byteLength(whole) * share));
        const report = await run('many.csv', job);
        expect(report.kept + report.rows).toBe(1000);
        expect(read(out)).toBe(whole);
      }
      expect(await run('many.csv', job)).toMatchObject({ kept: 1000, rows: 0 });
    },
  );

  test('is taken up after it was stopped', async () => {
    writeFileSync(at('many.csv'), many);
    const controller = new AbortController();
    const first = await run('many.csv', {
      signal: controller.signal,
      workers: 0,
      onProgress: () => controller.abort(),
    });
    await run('many.csv');
    expect(
      lines()
        .slice(1)
        .map(({ row }) => row),
    ).toEqual(Array.from({ length: 1000 }, (_, row) => row + 1));
    expect(first.rows).toBeLessThanOrEqual(1000);
  });

  test('is not mixed with other settings, and nothing else is added to', async () => {
    writeFileSync(at('many.csv'), many);
    await run('many.csv');
    await expect(run('many.csv', { options: { threshold: 0.9 } })).rejects.toMatchObject({
      code: 'ENT_BATCH_OUTPUT',
    });
    writeFileSync(at('out.jsonl'), '{"mine":1}\n');
    await expect(run('many.csv')).rejects.toMatchObject({ code: 'ENT_BATCH_OUTPUT' });
    appendFileSync(at('out.jsonl'), 'text\n');
    await expect(run('many.csv')).rejects.toMatchObject({ code: 'ENT_BATCH_OUTPUT' });
    expect(read('out.jsonl')).toBe('{"mine":1}\ntext\n');
  });

  test('tells how far it is', async () => {
    writeFileSync(at('many.csv'), many);
    const told: number[] = [];
    await run('many.csv', {
      onProgress: ({ rows, share, secondsLeft }) => told.push(rows, share, secondsLeft ?? -1),
    });
    expect(told.slice(-3)).toEqual([1000, 1, 0]);
  });
});
