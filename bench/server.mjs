// The server under load on this machine, load generator and all: start from a saved index, single matches, batches of
// a hundred, and an update of the record meanwhile. ENTENTE_BENCH_STORE names a store to take instead of making one.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { initStore, loadFiles, STARTER_RECORD } from '../dist/app/index.js';
import { Store } from '../dist/store/index.js';
import { DATA, inFolder, machine, quantile, ROOT, snapshots } from './harness.mjs';
import { inspectorOf, loadMeanwhile, soak } from './server-soak.mjs';

const SECONDS = Number(process.env.ENTENTE_BENCH_SECONDS ?? 20);
const PORT = 4699;
const now = () => new Date();

/** The newest file of each list. */
function newest() {
  const at = (list) => join(DATA, list);
  const one = (list, observed) => ({
    list,
    observed,
    files: readdirSync(at(list))
      .filter((name) => !/README/.test(name))
      .map((name) => join(at(list), name)),
  });
  const last = (list, files, observed) => ({ list, observed, files: [join(at(list), files)] });
  const un = snapshots().filter(({ list }) => list === 'un-sc');
  return [
    snapshots().find(({ observed, files }) => observed === '2023-12-28' && files.length === 4),
    un.find(({ observed }) => observed === '2026-02-27'),
    one('uk-sanctions', '2026-08-22'),
    one('eu-fsf', '2026-05-01'),
    one('au-dfat', '2026-08-22'),
    one('in-mha', '2023-12-18'),
    last('us-ofac-consolidated', 'cons_2025-03-28.xml.gz', '2025-03-28'),
    last('us-csl', 'consolidated_2022-05-06.csv.gz', '2022-05-06'),
  ];
}

async function storeAt(path) {
  const given = process.env.ENTENTE_BENCH_STORE;
  if (given !== undefined) {
    for (const end of ['', '.edition', '.names'])
      if (existsSync(`${given}${end}`)) copyFileSync(`${given}${end}`, `${path}${end}`);
    return;
  }
  const store = await Store.open(path);
  await initStore(store, STARTER_RECORD, now);
  for (const { list, observed, files } of newest()) await loadFiles(store, list, files, { observed, now });
  await store.close();
}

/** Starts the server and waits until everything is answered; gives how long that took. */
async function start(path, { flags = [], stderr = 'inherit' } = {}) {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, join(ROOT, 'dist/cli/main.js'), 'serve', '--port', String(PORT), '--store', path],
    {
      stdio: ['ignore', 'ignore', stderr],
      env: { ...process.env, ENTENTE_LOG_LEVEL: 'error', ENTENTE_REFRESH_SECONDS: '1' },
    },
  );
  const inspect = stderr === 'pipe' ? await inspectorOf(child) : null;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended (${child.exitCode})`);
    const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { child, inspect, readyMs: Math.round(performance.now() - from) };
    await new Promise((done) => setTimeout(done, 20));
  }
}

function stop(child) {
  return new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}

const memoryMiB = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
const cpuMs = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
};

const names = gunzipSync(readFileSync(join(DATA, 'names', 'negatives_global.csv.gz')))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .slice(1, 5001)
  .map((line) => line.split(',')[0]);
const question = (name) => ({ schema: 'Person', properties: { name: [name] } });
const post = (queries) => ({
  method: 'POST',
  path: '/match/default',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ queries }),
});
const singles = names.map((name) => post({ q: question(name) }));
const batches = Array.from({ length: 20 }, (_, at) =>
  post(Object.fromEntries(names.slice(at * 100, at * 100 + 100).map((name, i) => [`q${i}`, question(name)]))),
);

async function fire(requests, connections, seconds, pid) {
  const before = cpuMs(pid);
  const r = await autocannon({ url: `http://127.0.0.1:${PORT}`, connections, duration: seconds, requests });
  const answered = r['2xx'];
  return {
    perSecond: Math.round(answered / seconds),
    p50Ms: r.latency.p50,
    p99Ms: r.latency.p99,
    failed: r.non2xx + r.errors + r.timeouts,
    serverCpuMsEach: Math.round(((cpuMs(pid) - before) / answered) * 1000) / 1000,
  };
}

/** Matches while another process loads an older snapshot of the UN list: a new state of the record takes over. */
async function update(path, pid) {
  const older = snapshots().find(({ list, observed }) => list === 'un-sc' && observed === '2025-03-13');
  const stampOf = () =>
    fetch(`http://127.0.0.1:${PORT}/api/v1`)
      .then((reply) => reply.json())
      .then(({ edition }) => edition);
  const first = await stampOf();
  const load = spawn(
    process.execPath,
    [
      join(ROOT, 'dist/cli/main.js'),
      'load',
      'un-sc',
      ...older.files,
      '--observed',
      older.observed,
      '--store',
      path,
    ],
    { stdio: 'ignore' },
  );
  let figures = null;
  const latencies = [];
  let failed = 0;
  for (let round = 0; round < 60; round += 1) {
    figures = await fire(singles, 4, 3, pid);
    latencies.push(figures.p99Ms);
    failed += figures.failed;
    if (load.exitCode !== null && (await stampOf()) !== first) break;
  }
  return {
    loadExit: load.exitCode,
    tookOver: (await stampOf()) !== first,
    failed,
    worstP99Ms: Math.max(...latencies),
    memoryMiB: memoryMiB(pid),
  };
}

async function run() {
  if (snapshots().length === 0) return { leftOut: 'the official lists are not here' };
  return inFolder(async (folder) => {
    const path = join(folder, 'record.db');
    await storeAt(path);
    const first = await start(path);
    await stop(first.child);
    const starts = [];
    for (let i = 0; i < 3; i += 1) {
      const { child, readyMs } = await start(path);
      starts.push(readyMs);
      await stop(child);
    }
    const { child } = await start(path);
    const { pid } = child;
    const about = await (await fetch(`http://127.0.0.1:${PORT}/api/v1`)).json();
    await fire(singles, 10, 5, pid);
    const single = await fire(singles, 10, SECONDS, pid);
    const hundred = await fire(batches, 1, Math.ceil(SECONDS / 2), pid);
    const memory = memoryMiB(pid);
    const during = await update(path, pid);
    await stop(child);
    return {
      names: about.names,
      entities: about.entities,
      firstStartMs: first.readyMs,
      savedStartMs: quantile(starts, 0.5),
      single,
      batchOf100: hundred,
      memoryMiB: memory,
      update: during,
    };
  });
}

/** `node bench/server.mjs soak [minutes]`: whether anything grows; five minutes stand for a day of mixed use. */
async function runSoak(minutes) {
  if (snapshots().length === 0) return { leftOut: 'the official lists are not here' };
  return inFolder(async (folder) => {
    const path = join(folder, 'record.db');
    await storeAt(path);
    const store = await Store.open(path);
    const [password, at] = ['correct horse battery', now().toISOString()];
    const account = { name: 'soak', roles: ['analyst'], clearance: {}, by: 'bench', now: at };
    await store.accounts.add({ ...account, password });
    const label = { label: 'bench', scopes: null, expiresAt: null, by: 'bench', now: at };
    const key = (await store.accounts.addKey('soak', label)).secret;
    await store.close();
    const { child, inspect } = await start(path, { flags: ['--inspect=127.0.0.1:0'], stderr: 'pipe' });
    const un = snapshots().filter(({ list, observed }) => list === 'un-sc' && observed < '2026');
    const edition = () =>
      fetch(`http://127.0.0.1:${PORT}/api/v1`)
        .then((reply) => reply.json())
        .then((about) => about.edition);
    const reload = (part) => loadMeanwhile({ root: ROOT, path, ...un[un.length - 1 - part], edition });
    const about = { port: PORT, pid: child.pid, inspect, path, minutes, key, password, names, reload };
    const figures = await soak(about);
    await stop(child);
    return figures;
  });
}

const results = process.argv[2] === 'soak' ? await runSoak(Number(process.argv[3] ?? 5)) : await run();
console.dir(results, { depth: 4 });
if (process.argv.includes('--record') && process.argv[2] !== 'soak') {
  const recorded = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(ROOT, 'bench', 'server-baseline.json'),
    `${JSON.stringify({ recorded, machine: machine(), results }, null, 2)}\n`,
  );
}
