// 10,000 promises with 100,000 pieces of evidence: the agenda of two states, warm; and two statements of 40 pages.
// `node bench/engagement.mjs` measures all parts and prints them; `--record` writes the baseline and its rows in README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agendaFor, compareDocuments, gazetteerOf, initStore, STARTER_RECORD } from '../dist/app/index.js';
import { compareStatements, dossierOf, makeAgenda, statementOf } from '../dist/engagement/index.js';
import { Store } from '../dist/store/index.js';
import { gazetteer, readReport } from '../dist/wire/index.js';
import { inFolder, inProcesses, machine, quantile, ROOT } from './harness.mjs';

const CODES = 'PK US IN GB FR DE AU CA JP SA'.split(' ');
const PROMISES = 10_000;
const PIECES = 10;

/** A hundred meetings of every pair among ten states' nine series with the first, promises and evidence spread evenly. */
function* invented(pairs) {
  const sources = [];
  for (const [a, b] of pairs) {
    const series = `bench-${a}-${b}`.toLowerCase();
    yield {
      kind: 'series',
      id: series,
      series,
      title: `${a}-${b}`,
      parties: [a, b],
      reviewMonths: 12,
      sources,
    };
  }
  for (let n = 0; n < PROMISES; n += 1) {
    const [a, b] = pairs[n % pairs.length];
    const series = `bench-${a}-${b}`.toLowerCase();
    const year = 2010 + (Math.floor(n / pairs.length / 10) % 16);
    const meeting = `${series}/${year}-06-01`;
    if (Math.floor(n / pairs.length) % 10 === 0)
      yield {
        kind: 'meeting',
        id: meeting,
        series,
        title: `Round of ${year}`,
        date: `${year}-06-01`,
        place: null,
        status: 'held',
        delegates: [],
        sources,
      };
    const id = `${series}/c${n}`;
    yield {
      kind: 'commitment',
      id,
      series,
      meeting,
      document: null,
      text: `train ${20 + (n % 400)} border officers and share watch lists before the next round`,
      verbatim: true,
      span: null,
      obligors: [a, b],
      beneficiaries: [],
      act: 'commit',
      binding: 'strong',
      measurable: true,
      why: 'figure',
      due: { kind: 'date', date: `${year + 1}` },
      topic: 'capacity',
      groups: [],
      items: null,
      predecessor: null,
      reviewMonths: null,
      standing: 'confirmed',
      note: null,
      sources,
    };
    for (let e = 0; e < PIECES; e += 1)
      yield {
        kind: 'evidence',
        id: `${id}-e${e}`,
        series,
        commitment: id,
        stance: ['supports', 'contradicts', 'context'][e % 3],
        text: 'a course was held for officers of the border guard',
        date: `${year}-0${1 + (e % 9)}-15`,
        source: { publisher: `Paper ${e}`, title: 'Course', date: `${year}-06-02` },
        archiveSha256: null,
        retrieved: null,
        collector: 'bench',
        reliability: 'B',
        credibility: '2',
        origin: `agency-${e % 4}`,
        standing: 'confirmed',
      };
  }
}

function firstOf(entries, kind) {
  for (const entry of entries) if (entry.kind === kind) return entry;
  throw new Error(`nothing of kind ${kind}`);
}

const ms = (times, q) => Math.round(quantile(times, q) * 100) / 100;

/** Wall and processor time of each run; on a machine that does other work the second says what it costs. */
async function timed(runs, work) {
  const wall = [];
  const cpu = [];
  for (let i = 0; i < runs + 3; i += 1) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    if (i < 3) continue;
    wall.push(performance.now() - from);
    cpu.push((user + system) / 1000);
  }
  return { wall, cpu };
}

const figures = (name, { wall, cpu }) => ({
  [`${name}P50Ms`]: ms(wall, 0.5),
  [`${name}P95Ms`]: ms(wall, 0.95),
  [`${name}CpuP50Ms`]: ms(cpu, 0.5),
});

/** `pairs`: all pairs of ten states, 222 promises each; `one`: everything between the same two. */
async function agenda(which) {
  const all = CODES.flatMap((a, i) => CODES.slice(i + 1).map((b) => [a, b]));
  const pairs = which === 'one' ? all.slice(0, 1) : all;
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    await initStore(store, STARTER_RECORD, () => new Date());
    const from = performance.now();
    await store.engagement.record([...invented(pairs)], { at: '2026-01-01', by: 'bench' });
    const recordS = Math.round((performance.now() - from) / 100) / 10;
    const now = () => new Date('2026-11-24T00:00:00Z');
    const clocks = { asOf: null, knownAt: null };
    const series = [...(which === 'one' ? [] : ['us-pakistan']), 'bench-pk-us'];
    const lists = await store.lists();
    const ask = async () => {
      const dossier = await dossierOf(store.engagement, series, clocks, '2026-11-24');
      return makeAgenda({
        parties: ['PK', 'US'],
        dossier,
        groups: [],
        lists,
        incidents: [],
        accusations: [],
        reportsAsked: false,
        asked: null,
      });
    };
    const promises = await timed(15, ask);
    const whole = await timed(10, () => agendaFor(store, ['PK', 'US'], clocks, now));
    // After each act of a person only what it touched is read and counted again.
    let pieces = 0;
    const piece = firstOf(invented(pairs), 'evidence');
    const acting = await timed(10, async () => {
      pieces += 1;
      await store.engagement.record([{ ...piece, id: `bench-act-${pieces}` }], {
        at: '2026-11-24',
        by: 'bench',
      });
      return agendaFor(store, ['PK', 'US'], clocks, now);
    });
    const brief = await ask();
    await store.close();
    return {
      promises: PROMISES,
      evidence: PROMISES * PIECES,
      recordS,
      shown: brief.promises.length,
      ...figures('promises', promises),
      ...figures('agenda', whole),
      ...figures('afterAnAct', acting),
    };
  });
}

const FIELDS = [
  'border security',
  'the financing of terrorism',
  'drones and other unmanned systems',
  'the return of foreign fighters',
  'watch lists and passenger data',
  'prisons',
  'extradition',
  'cyber security',
  'maritime patrols',
  'crypto transfers',
  'violent extremism online',
  'the protection of soft targets',
  'hostage taking',
  'small arms',
  'police training',
];
const VERBS = [
  'agreed to deepen cooperation on',
  'reaffirmed their commitment to work on',
  'underlined the importance of building capacity for',
  'resolved to exchange information on',
  'committed to review progress on',
];
const FORA = [
  'the United Nations',
  'the Financial Action Task Force',
  'the Global Counterterrorism Forum',
  'INTERPOL',
  'the Shanghai Cooperation Organisation',
];

/** A statement of about 500 words a page. */
function statementText(pages, seed) {
  const lines = [
    'Joint statement on the Pakistan-U.S. counterterrorism dialogue',
    '',
    'Pakistan and the United States held their counterterrorism dialogue in Islamabad on 10 May 2024.',
    '',
  ];
  let words = 0;
  for (let n = seed; words < pages * 500; n += 1) {
    const line = `Both sides ${VERBS[n % VERBS.length]} ${FIELDS[(n * 7) % FIELDS.length]} and ${FIELDS[(n * 11 + seed) % FIELDS.length]}, including through ${FORA[(n * 3) % FORA.length]}, and to train ${10 + ((n * 13) % 700)} officers in district ${n % 97} of the ${['northern', 'southern', 'eastern', 'western'][n % 4]} region.`;
    words += line.split(' ').length;
    lines.push(line, '');
  }
  return lines.join('\n');
}

async function compare() {
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    await initStore(store, STARTER_RECORD, () => new Date());
    const names = gazetteer(await gazetteerOf(store, { asOf: null, knownAt: null }));
    const [before, after] = [statementText(40, 0), statementText(40, 5)];
    const facts = (title) => ({
      title,
      date: null,
      standing: 'primary',
      held: 'text',
      warnings: [],
      parties: ['PK', 'US'],
      items: null,
      groups: [],
    });
    const read = (text, title) =>
      statementOf(readReport(text, { gazetteer: names, publishedHint: '2024-05-13' }), facts(title));
    const times = await timed(7, () => compareStatements(read(before, 'a'), read(after, 'b')));
    const whole = await timed(5, () =>
      compareDocuments(
        store,
        { text: before, title: 'a', published: '2024-05-13' },
        { text: after, title: 'b', published: '2024-05-13' },
        { knownAt: null },
      ),
    );
    const result = compareStatements(read(before, 'a'), read(after, 'b'));
    await store.close();
    return {
      words: before.split(/\s+/).length,
      sentences: result.sentences.length,
      promises: result.items.length,
      ...figures('compare', times),
      ...figures('withRecord', whole),
    };
  });
}

export function run() {
  return {
    agenda: inProcesses(import.meta.url, 'pairs', { runs: 3 }),
    agendaOnePair: inProcesses(import.meta.url, 'one', { runs: 1 }),
    compare: inProcesses(import.meta.url, 'compare', { runs: 3 }),
  };
}

/** The rows of README.md, between their markers. */
function rowsOf({ agenda: spread, agendaOnePair: one, compare: texts }) {
  const row = (what, { wall, cpu }, reach) => `| ${what} | p50 ${wall} ms, processor ${cpu} ms | ${reach} |`;
  const of = (from, name) => ({ wall: from[`${name}P50Ms`], cpu: from[`${name}CpuP50Ms`] });
  return [
    '| what | figure | to reach |',
    '|---|---|---|',
    row(
      'agenda of a pair among 45, 10,000 promises, 100,000 pieces of evidence, warm',
      of(spread, 'agenda'),
      '100 ms',
    ),
    row('the same, all between one pair, all 10,000 open', of(one, 'agenda'), '100 ms'),
    row('that one again after a piece of evidence was added', of(one, 'afterAnAct'), ''),
    row('two statements of 40 pages compared, with the names of the record', of(texts, 'withRecord'), '1 s'),
  ].join('\n');
}

function record(results) {
  const recorded = new Date().toISOString().slice(0, 10);
  const baseline = join(ROOT, 'bench', 'engagement-baseline.json');
  writeFileSync(baseline, `${JSON.stringify({ recorded, machine: machine(), results }, null, 2)}\n`);
  const page = join(ROOT, 'bench', 'README.md');
  const [before, rest] = readFileSync(page, 'utf8').split('<!-- engagement -->\n');
  const [, after] = (rest ?? '').split('<!-- /engagement -->');
  if (rest === undefined || after === undefined) throw new Error('bench/README.md has lost its markers');
  writeFileSync(page, `${before}<!-- engagement -->\n${rowsOf(results)}\n<!-- /engagement -->${after}`);
}

// `run.mjs` imports this file and asks for `run` itself.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const task = process.argv[2];
  if (task === 'pairs' || task === 'one') console.log(JSON.stringify(await agenda(task)));
  else if (task === 'compare') console.log(JSON.stringify(await compare()));
  else {
    const results = run();
    console.dir(results);
    if (process.argv.includes('--record')) record(results);
  }
}
