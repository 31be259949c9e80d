// The official lists together: load time and memory of each, the whole history in two orders, size a version, changes,
// the matrix, who is the same. After a build:
//
//   node bench/lists.mjs [load advanced versions history together changes matrix same orders] [--record]
//
// Each part runs alone too. `together`, `changes` and `matrix` ask one store of everything, which is made once for all
// of them; ENTENTE_BENCH_STORE names one to take instead. `--record` writes lists-baseline.json and the table of
// README.md; parts that were not run keep what was recorded of them.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initStore, joinSame, loadFiles, matrixOf, STARTER_RECORD } from '../dist/app/index.js';
import { PROPERTIES_COMPARED, profileOf, proposeSame } from '../dist/identity/index.js';
import { WordBook } from '../dist/names/index.js';
import { Store } from '../dist/store/index.js';
import {
  DATA,
  inFolder,
  machine,
  median,
  peakMiB,
  ROOT,
  seconds,
  snapshots,
  UN_FILE,
  writeTable,
} from './harness.mjs';

const now = () => new Date();
const files = (folder) => readdirSync(join(DATA, folder)).map((name) => join(DATA, folder, name));

/** The newest whole snapshot of each list that is here. */
const NEWEST = () => ({
  'us-ofac-sdn': snapshots().find(
    ({ observed, files: set }) => observed === '2023-12-28' && set.length === 4,
  ),
  'un-sc': UN_FILE(),
  'us-ofac-consolidated': {
    list: 'us-ofac-consolidated',
    observed: '2025-03-28',
    files: [join(DATA, 'us-ofac-consolidated/cons_2025-03-28.xml.gz')],
  },
  'us-csl': {
    list: 'us-csl',
    observed: '2022-05-06',
    files: [join(DATA, 'us-csl/consolidated_2022-05-06.csv.gz')],
  },
  'uk-sanctions': { list: 'uk-sanctions', observed: '2026-08-22', files: files('uk-sanctions') },
  'eu-fsf': { list: 'eu-fsf', observed: '2026-05-01', files: files('eu-fsf') },
  'au-dfat': { list: 'au-dfat', observed: '2026-08-22', files: files('au-dfat') },
  'in-mha': { list: 'in-mha', observed: '2023-12-18', files: files('in-mha') },
});

/** Everything that is here: the history of UN and OFAC, and one snapshot of the others. */
const ALL = () => {
  const newest = NEWEST();
  const others = Object.values(newest).filter(({ list }) => !['us-ofac-sdn', 'un-sc'].includes(list));
  return [...snapshots(), ...others].sort((a, b) => (a.observed < b.observed ? -1 : 1));
};

const load = (store, { list, observed, files: paths }) => loadFiles(store, list, paths, { observed, now });

const TASKS = {
  /** One list into an empty store. */
  async load(list) {
    return inFolder(async (folder) => {
      const path = join(folder, 'record.db');
      const store = await Store.open(path);
      const from = performance.now();
      const { parts } = await load(store, NEWEST()[list]);
      const wallS = seconds(from);
      await store.close();
      const records = parts.reduce((sum, part) => sum + part.records, 0);
      return { wallS, records, peakMiB: peakMiB(), storeMiB: mib(statSync(path).size) };
    });
  },

  /** One file of the UN as twenty versions that differ in nothing: what a version costs that brings nothing new. */
  async versions() {
    return inFolder(async (folder) => {
      const path = join(folder, 'record.db');
      const bytes = [];
      const times = [];
      for (let day = 1; day <= 20; day += 1) {
        const store = await Store.open(path);
        const from = performance.now();
        await load(store, { ...UN_FILE(), observed: `2026-03-${String(day).padStart(2, '0')}` });
        times.push(seconds(from));
        await store.close();
        bytes.push(statSync(path).size);
      }
      return {
        firstMiB: mib(bytes[0]),
        bytesAnUnchangedVersion: Math.round((bytes.at(-1) - bytes[0]) / 19),
        secondLoadS: times[1],
        twentiethLoadS: times[19],
      };
    });
  },

  /** Everything in one store, and who is the same in it. */
  async together(path) {
    const store = await Store.open(path);
    await initStore(store, STARTER_RECORD, now);
    const from = performance.now();
    for (const snapshot of ALL()) await load(store, snapshot);
    const loadS = seconds(from);
    const again = performance.now();
    const same = await joinSame(store, now);
    const sameS = seconds(again);
    await store.close();
    const storeMiB = mib(statSync(path).size);
    return {
      snapshots: ALL().length,
      loadS,
      records: same.records,
      sameS,
      rules: same.rules,
      peakMiB: peakMiB(),
      storeMiB,
    };
  },

  /** What changed over eight years, list by list. */
  async changes(path) {
    const store = await Store.open(path);
    const changes = {};
    for (const list of ['un-sc', 'us-ofac-sdn', 'us-ofac-consolidated']) {
      const start = performance.now();
      const events = await store.changes(list, '2018-12-31', '2026-12-31');
      changes[list] = { events: events.length, wallS: seconds(start) };
    }
    await store.close();
    return changes;
  },

  matrix: (path) => matrixTimes(path),

  /** The UN references that other lists print, hidden from the rules and foretold. */
  async same() {
    return inFolder(async (folder) => {
      const store = await Store.open(join(folder, 'record.db'));
      const lists = ['un-sc', 'uk-sanctions', 'eu-fsf', 'au-dfat'];
      for (const list of lists) await load(store, NEWEST()[list]);
      const book = new WordBook(400_000);
      const profiles = (await store.sayings(PROPERTIES_COMPARED)).map((record) => profileOf(record, book));
      await store.close();
      return foretold(profiles);
    });
  },

  /** The UN's versions in order and in other orders: the same events, the same snapshots held. */
  async orders() {
    const un = snapshots().filter(({ list }) => list === 'un-sc');
    const stride = (step) => un.map((_, index) => un[(index * step) % un.length]);
    const states = [];
    for (const order of [un, [...un].reverse(), stride(4), stride(11)]) states.push(await finalState(order));
    return { versions: un.length, orders: states.length, same: states.every((state) => state === states[0]) };
  },
};

function mib(bytes) {
  return Math.round((bytes / 2 ** 20) * 10) / 10;
}

async function finalState(order) {
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    for (const snapshot of order) await load(store, snapshot);
    const events = (await store.changes('un-sc', '', '9999')).map((event) => ({ ...event, entity: null }));
    const held = (await store.lists()).flatMap((list) =>
      list.snapshots.map(({ observed, state }) => [observed, state]),
    );
    await store.close();
    return JSON.stringify([events.map((event) => JSON.stringify(event)).sort(), held]);
  });
}

/**
 * How long a process takes to load the program, and wall times of a matrix of 100 groups by 12 authorities: the first one of a process; the first one of a process that has
 * answered others, after the record was opened anew; one about another day; and one that was asked before.
 */
async function matrixTimes(path) {
  const programMs = Math.round(performance.now());
  const times = { cold: [], first: [], day: [], again: [] };
  for (let run = 0; run < 9; run += 1) {
    const store = await Store.open(path);
    const lists = await store.lists();
    const groups = (await store.keys())
      .filter(({ key }) => /^record:[^/]+$/.test(key))
      .slice(0, 100)
      .map(({ entity }) => entity);
    const authorities = [...new Set(lists.map(({ authority }) => authority.id))]
      .filter((id) => id !== 'entente')
      .slice(0, 12);
    const ask = async (into, asOf) => {
      const from = performance.now();
      const question = { ids: groups, lists: null, authorities, clocks: { asOf, knownAt: null } };
      await matrixOf({ store, lists }, question);
      into.push(performance.now() - from);
    };
    await ask(run === 0 ? times.cold : times.first, null);
    for (const day of ['2019-01-01', '2021-06-01', '2023-06-01', '2025-01-01']) await ask(times.day, day);
    for (let more = 0; more < 5; more += 1) await ask(times.again, null);
    await store.close();
  }
  const ms = (values) => Math.round(median(values) * 10) / 10;
  return {
    programMs,
    coldMs: ms(times.cold),
    firstMs: ms(times.first),
    otherDayMs: ms(times.day),
    againMs: ms(times.again),
  };
}

/** Precision of what is joined and asked, and what became of each reference, by half and by list. */
function foretold(profiles) {
  const truth = new Map(
    profiles.filter((p) => p.unReferences.length > 0).map((p) => [p.key, new Set(p.unReferences)]),
  );
  const from = performance.now();
  const judgements = proposeSame(
    profiles.map((p) => ({ ...p, unReferences: [] })),
    { same: [], different: [] },
  );
  const wallS = seconds(from);
  const half = (key) =>
    Number([...truth.get(key)][0].replace(/\D/g, '')) % 2 === 0 ? 'development' : 'test';
  const table = { development: {}, test: {} };
  for (const { left, right, verdict } of judgements) {
    if (!truth.has(left) || !truth.has(right)) continue;
    const agrees = [...truth.get(left)].some((reference) => truth.get(right).has(reference));
    const name = `${verdict === 'same' ? 'joined' : 'asked'}${agrees ? 'Right' : 'Wrong'}`;
    table[half(left)][name] = (table[half(left)][name] ?? 0) + 1;
  }
  const up = new Map();
  const leader = (key) => {
    let top = key;
    while (up.has(top)) top = up.get(top);
    return top;
  };
  for (const { left, right, verdict } of judgements) {
    const [a, b] = [leader(left), leader(right)];
    if (verdict === 'same' && a !== b) up.set(a, b);
  }
  const asked = new Set(
    judgements
      .filter(({ verdict }) => verdict === 'unsure')
      .flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]),
  );
  const byList = {};
  for (const profile of profiles) {
    if (profile.list === 'un-sc') continue;
    for (const reference of truth.get(profile.key) ?? []) {
      const target = `un-sc:${reference}`;
      if (!truth.has(target)) continue;
      const became =
        leader(profile.key) === leader(target)
          ? 'joined'
          : asked.has(`${profile.key} ${target}`)
            ? 'asked'
            : 'missed';
      for (const row of [profile.list, half(target)]) {
        byList[row] ??= { joined: 0, asked: 0, missed: 0 };
        byList[row][became] += 1;
      }
    }
  }
  const percent = (part, whole) => Math.round((10_000 * part) / whole) / 100;
  for (const side of Object.values(table))
    side.precision = percent(side.joinedRight, side.joinedRight + side.joinedWrong);
  for (const row of Object.values(byList))
    row.recall = percent(row.joined, row.joined + row.asked + row.missed);
  return { profiles: profiles.length, wallS, ...table, references: byList };
}

const [task, argument = ''] = process.argv.slice(2);
if (task === '--task') {
  const [name, of] = argument.split(/:(.*)/s);
  console.log(JSON.stringify(await TASKS[name](of)));
} else if (!existsSync(DATA)) console.log('left out: the official lists are not here');
else await inFolder(run);

async function run(folder) {
  const inProcess = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const measure = (name) => inProcess(fileURLToPath(import.meta.url), '--task', name);
  const beside = (file, ...args) => inProcess(join(import.meta.dirname, file), ...args);
  const path = join(folder, 'together.db');
  const given = process.env.ENTENTE_BENCH_STORE;
  /** Has the store of everything made unless it is there. */
  const asked = (name) => {
    if (!existsSync(path)) given === undefined ? measure(`together:${path}`) : copyFileSync(given, path);
    return measure(`${name}:${path}`);
  };
  const measures = {
    load: () => Object.fromEntries(Object.keys(NEWEST()).map((list) => [list, measure(`load:${list}`)])),
    advanced: () => beside('lists-advanced.mjs'),
    versions: () => measure('versions'),
    history: () => {
      const [inOrder, shuffled] = ['in-order', 'shuffled'].map((order) => beside('history.mjs', order));
      return { inOrder, shuffled, sameState: inOrder.state === shuffled.state };
    },
    together: () => measure(`together:${path}`),
    changes: () => asked('changes'),
    matrix: () => asked('matrix'),
    same: () => measure('same'),
    orders: () => measure('orders'),
  };
  const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'));
  const unknown = wanted.find((name) => !Object.hasOwn(measures, name));
  if (unknown !== undefined) {
    console.error(`there is no part "${unknown}"; there are ${Object.keys(measures).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const results = {};
  for (const name of Object.keys(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const from = performance.now();
    results[name] = measures[name]();
    console.dir({ [name]: results[name], seconds: Math.round(seconds(from)) }, { depth: 5 });
  }
  if (!process.argv.includes('--record')) return;
  const baseline = join(ROOT, 'bench', 'lists-baseline.json');
  const before = existsSync(baseline) ? JSON.parse(readFileSync(baseline, 'utf8')).results : {};
  const recorded = new Date().toISOString().slice(0, 10);
  const all = { ...before, ...results };
  writeFileSync(baseline, `${JSON.stringify({ recorded, machine: machine(), results: all }, null, 2)}\n`);
  writeTable('lists', tableOf(all, recorded));
}

/** The rows of README.md; those of tasks that were never recorded are left out. */
function tableOf(results, recorded) {
  const { load = {}, advanced, versions, history, together, changes, matrix, same, orders } = results;
  const row = (what, figure, goal = '') => `| ${what} | ${figure} | ${goal} |`;
  return [
    `Recorded ${recorded}.`,
    '',
    '| what | figure | to reach |',
    '|---|---|---|',
    ...Object.entries(load).map(([list, { wallS, records, peakMiB: peak, storeMiB }]) =>
      row(
        `\`${list}\`, ${records} records, into an empty store`,
        `${wallS} s, ${peak} MiB; store ${storeMiB} MiB`,
      ),
    ),
    ...(advanced === undefined
      ? []
      : [
          row(
            `an invented SDN_ADVANCED.XML of ${advanced.mib} MiB, ${advanced.parties} parties, read`,
            `${advanced.wallS} s, ${advanced.peakMiB} MiB`,
            '200 MB',
          ),
        ]),
    ...(history === undefined
      ? []
      : [
          row(
            `${history.inOrder.snapshots} snapshots of OFAC and UN, in order`,
            `${history.inOrder.wallS} s, ${history.inOrder.peakMiB} MiB`,
          ),
          row('the same, shuffled', `${history.shuffled.wallS} s, ${history.shuffled.peakMiB} MiB`),
          row('both come to the same state', history.sameState ? 'yes' : 'NO', 'yes'),
          row(
            'store a version, on average',
            `${Math.round((history.inOrder.storeMiB / history.inOrder.snapshots) * 10) / 10} MiB`,
          ),
        ]),
    ...(versions === undefined
      ? []
      : [
          row('a version that brings nothing new adds', `${versions.bytesAnUnchangedVersion} bytes`),
          row(
            'loading the 2nd and the 20th such version',
            `${versions.secondLoadS} s and ${versions.twentiethLoadS} s`,
            'the same',
          ),
        ]),
    ...(together === undefined
      ? []
      : [
          row(
            `${together.snapshots} snapshots of all lists in one store`,
            `${together.loadS} s, ${together.peakMiB} MiB; store ${together.storeMiB} MiB`,
          ),
          row(`who is the same among ${together.records} entries`, `${together.sameS} s`),
          ...Object.entries(together.rules).map(([rule, { same: joined, unsure }]) =>
            row(`of these by ${rule.replace('rule:', '')}`, `${joined} joined, ${unsure} asked`),
          ),
        ]),
    ...Object.entries(changes ?? {}).map(([list, { events, wallS }]) =>
      row(`changes of \`${list}\` over eight years, ${events} events`, `${wallS} s`),
    ),
    ...(matrix === undefined
      ? []
      : [
          row('matrix of 100 groups by 12 authorities, asked again', `${matrix.againMs} ms`, '50 ms'),
          row('the same about another day', `${matrix.otherDayMs} ms`, '50 ms'),
          row('the same, first after the store was opened', `${matrix.firstMs} ms`, '50 ms'),
          row(
            'the same, first of a process, whose program is not compiled yet',
            `${matrix.coldMs} ms, and ${matrix.programMs} ms to load it`,
          ),
        ]),
    ...(same === undefined
      ? []
      : [row('precision on hidden UN references, test half', `${same.test.precision} %`)]),
    ...(orders === undefined
      ? []
      : [
          row(
            `${orders.versions} UN versions in ${orders.orders} orders: same state`,
            orders.same ? 'yes' : 'NO',
            'yes',
          ),
        ]),
  ];
}
