// Damaged files for every reader of a list: each is refused in our own words or read, and none takes long.
//
//   node bench/lists-fuzz.mjs [--runs 10000] [--seed 1] [--list un-sc [--run 726]] [--record]
//
// The files are the readers' own fixtures, damaged in ways that downloads and hands damage files, and in ways that
// an enemy would. The same seed gives the same files; `--run` reads one of them again. Exit 1 when one breaks a reader or holds it up. `--record`
// writes the outcome of the readers that ran into lists-fuzz.json and the table of README.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { EntError } from '../dist/kernel/index.js';
import { LISTS, listReader, sourceBytes } from '../dist/lists/index.js';
import { looksZipped, unzipped, zipped } from '../dist/lists/zip.js';
import { ROOT, writeTable } from './harness.mjs';

/** A file that takes more processor time holds its reader up. The largest here has a few mebibytes. */
const LONGEST_MS = 1_000;
const ROOM = join(ROOT, 'src', 'lists');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    list: { type: 'string' },
    run: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The fixtures of a reader, each a set of files; both OFAC lists keep theirs in one room. */
function fixturesOf(id) {
  const own = join(ROOM, id.split(':')[0], 'fixtures');
  const shared = join(ROOM, 'us-ofac', 'fixtures');
  const cases = existsSync(own)
    ? readdirSync(own).map((name) => join(own, name))
    : readdirSync(shared)
        .filter((name) => id.startsWith('us-ofac-') && name.startsWith(id.slice('us-ofac-'.length)))
        .map((name) => join(shared, name));
  return cases
    .map((folder) =>
      readdirSync(folder)
        .filter((name) => name !== 'expected.json')
        .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    )
    .filter((files) => files.length > 0);
}

const repeated = (text, times) => Buffer.from(text.repeat(times));
const inserted = (bytes, at, what) => Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
const pick = (next, from) => from[Math.floor(next() * from.length)];
const place = (next, bytes) => Math.floor(next() * bytes.length);

/** Ways to damage a file, with how often each is taken. */
const DAMAGES = {
  cut: [20, (bytes, next) => bytes.subarray(0, place(next, bytes))],
  flip: [
    25,
    (bytes, next) => {
      const made = Buffer.from(bytes);
      for (let left = 1 + Math.floor(next() * 4); left > 0 && made.length > 0; left -= 1) {
        made[place(next, made)] ^= 1 + Math.floor(next() * 255);
      }
      return made;
    },
  ],
  drop: [
    15,
    (bytes, next) => {
      const at = place(next, bytes);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(next() * 300))]);
    },
  ],
  double: [
    15,
    (bytes, next) => {
      const [from, to] = [place(next, bytes), place(next, bytes)].sort((a, b) => a - b);
      return inserted(bytes, to, bytes.subarray(from, to));
    },
  ],
  nest: [
    6,
    (bytes, next) => {
      const deep = pick(next, [
        '<a>',
        '<div>',
        '<table><tr><td>',
        '[',
        '{"a":',
        '(',
        '<!--',
        '<![CDATA[',
        '&amp;',
      ]);
      return inserted(bytes, place(next, bytes), repeated(deep, 10 ** (1 + Math.floor(next() * 4))));
    },
  ],
  huge: [
    2,
    (bytes, next) => {
      const text = pick(next, [
        'A',
        'a.k.a. ',
        ' and ',
        ', ',
        '; ',
        '"',
        '\u2014',
        '(',
        ' ',
        '1/',
        "'",
        '\n',
      ]);
      const size = pick(next, [2 ** 12, 2 ** 16, 2 ** 20, 2 ** 21]);
      return inserted(bytes, place(next, bytes), repeated(text, Math.ceil(size / Buffer.byteLength(text))));
    },
  ],
  encode: [
    8,
    (bytes, next) =>
      pick(next, [
        () => Buffer.from(bytes.toString('utf8'), 'utf16le'),
        () => Buffer.from(bytes.toString('utf8'), 'latin1'),
        () => Buffer.concat([Buffer.of(0xff, 0xfe), bytes]),
        () => inserted(bytes, place(next, bytes), Buffer.from('\u202e\u0000\u0085\ufeff')),
        () => gzipSync(bytes).subarray(0, 20 + Math.floor(next() * 200)),
        () => gzipSync(gzipSync(bytes)),
      ])(),
  ],
  splice: [
    9,
    (bytes, next) =>
      inserted(
        bytes,
        place(next, bytes),
        Buffer.from(
          pick(next, [
            '<!DOCTYPE x [<!ENTITY a "b">]>',
            '&a;',
            '<script>',
            '</table>',
            ']]>',
            '"',
            ',',
            '\r',
            '2019-13-45',
            '__proto__',
            'constructor',
            '-0- ',
            '\u200d',
          ]),
        ),
      ),
  ],
};
/** A workbook is mostly damaged in one of its parts, which its checksums would hide from the reader. */
function damaged(how, bytes, next) {
  if (!looksZipped(bytes) || next() < 0.25) return DAMAGES[how][1](bytes, next);
  const parts = [...unzipped(bytes, { entries: 100, bytes: 2 ** 24 })];
  const which = Math.floor(next() * parts.length);
  return zipped(
    parts.map(([name, part], index) => [
      name,
      index === which ? DAMAGES[how][1](Buffer.from(part), next) : part,
    ]),
    true,
  );
}

const WHEEL = Object.entries(DAMAGES).flatMap(([name, [share]]) => Array(share).fill(name));

async function readAll(id, files) {
  const snapshot = await listReader(id).open(files);
  let records = 0;
  for await (const batch of snapshot.records()) records += batch.length;
  snapshot.trailer();
  if (records === 0) throw new Error('it was read, and no record came of it');
}

const spentMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What became of the damaged files of one reader; each that broke it or held it up is told at once. */
async function fuzz(id) {
  const next = random(Number(values.seed));
  const cases = fixturesOf(id);
  if (cases.length === 0) throw new Error(`${id} has no fixtures`);
  const figures = { runs, read: 0, refused: 0, broken: 0, slow: 0, slowestMs: 0, codes: {} };
  const from = spentMs();
  for (let run = 0; run < runs; run += 1) {
    const set = pick(next, cases);
    const which = Math.floor(next() * set.length);
    const how = pick(next, WHEEL);
    const files = set.map(({ name, bytes }, index) =>
      sourceBytes(name, index === which ? damaged(how, bytes, next) : bytes),
    );
    if (values.run !== undefined && run !== Number(values.run)) continue;
    const told = `${id}: run ${run}, ${how} of ${set[which].name}`;
    const begun = spentMs();
    try {
      await readAll(id, files);
      figures.read += 1;
    } catch (error) {
      if (error instanceof EntError && /^ENT_LIST_/.test(error.code)) {
        figures.refused += 1;
        figures.codes[error.code] = (figures.codes[error.code] ?? 0) + 1;
      } else {
        figures.broken += 1;
        console.error(told, error);
      }
    }
    const ms = Math.round(spentMs() - begun);
    if (ms > LONGEST_MS) {
      figures.slow += 1;
      console.error(`${told} took ${ms} ms`);
    }
    figures.slowestMs = Math.max(figures.slowestMs, ms);
  }
  return { ...figures, meanMs: Math.round((spentMs() - from) / runs) };
}

// The readers of any FollowTheMoney file, and of lists of one's own, are made for the name that they are asked by.
const named = ['ftm:fuzz', 'custom:fuzz'].filter((id) => fixturesOf(id).length > 0);
const all = [...LISTS.map(({ info }) => info.id), ...named];
const figures = {};
console.log('reader | damaged files | read | refused | broke it | slowest');
for (const id of all.filter((name) => values.list === undefined || name === values.list)) {
  figures[id] = await fuzz(id);
  console.log(row(id, figures[id]));
}
if (Object.values(figures).some(({ broken, slow }) => broken + slow > 0)) process.exitCode = 1;
if (values.record) record();

function row(id, { runs: files, read, refused, broken, slowestMs }) {
  return `| \`${id.replace(':fuzz', ':<name>')}\` | ${files} | ${read} | ${refused} | ${broken} | ${slowestMs} ms |`;
}

function record() {
  const path = join(ROOT, 'bench', 'lists-fuzz.json');
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const merged = Object.fromEntries(
    all.map((id) => [id, figures[id] ?? before[id]]).filter(([, one]) => one !== undefined),
  );
  writeFileSync(path, `${JSON.stringify(merged, null, 2)}\n`);
  writeTable('lists-fuzz', [
    '| reader | damaged files | read | refused | broke it | slowest |',
    '|---|---|---|---|---|---|',
    ...Object.entries(merged).map(([id, one]) => row(id, one)),
  ]);
}
