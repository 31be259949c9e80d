// The whole history of the OFAC and UN snapshots in one store, in order and shuffled; then lookups in it.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadFiles } from '../dist/app/index.js';
import { Store } from '../dist/store/index.js';
import { inFolder, inProcesses, peakMiB, quantile, seconds, snapshots } from './harness.mjs';

/** A fixed shuffle, so that two runs do the same work. */
function shuffled(values) {
  let seed = 20260824;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

async function history(order) {
  return inFolder(async (folder) => {
    const path = join(folder, 'record.db');
    let store = await Store.open(path);
    const from = performance.now();
    let differing = 0;
    let records = 0;
    let held = 0;
    for (const { list, observed, files } of order) {
      const report = await loadFiles(store, list, files, { observed, now: () => new Date() });
      for (const part of report.parts) {
        differing += part.differing;
        records += part.records;
      }
      if (report.outcome === 'held') held += 1;
    }
    const wallS = seconds(from);
    const { statements, faults } = await store.verify();
    const state = await stateOf(store);
    await store.close();
    const storeMiB = Math.round(statSync(path).size / 2 ** 20);
    store = await Store.open(path);
    const lookups = await lookUp(store);
    await store.close();
    return {
      snapshots: order.length,
      wallS,
      storeMiB,
      recordsRead: records,
      recordsDiffering: differing,
      bytesPerDiffering: Math.round(statSync(path).size / differing),
      statements,
      held,
      faults: faults.length,
      peakMiB: peakMiB(),
      state,
      ...lookups,
    };
  });
}

/** A digest of all events and of which snapshots are held in which state: every order of loading comes to the same. */
async function stateOf(store) {
  const hash = createHash('sha256');
  for (const { id, snapshots: held } of await store.lists()) {
    hash.update(JSON.stringify([id, held.map(({ observed, state }) => [observed, state])]));
    const events = await store.changes(id, '', '9999');
    // Ids of entities are drawn anew for each store.
    for (const text of events.map((event) => JSON.stringify({ ...event, entity: null })).sort())
      hash.update(text);
  }
  return hash.digest('hex').slice(0, 16);
}

/** "What would we have said on that day?": one entry, as of and as known on a day. */
async function lookUp(store) {
  const names = await store.names({ asOf: '2020-01-01', knownAt: null });
  const keys = [...new Set(names.map((row) => `${row.list}:${row.reference}`))];
  const days = ['2018-12-31', '2020-06-01', '2022-05-20', '2023-10-18', '2025-12-31'];
  const times = [];
  for (let i = 0; i < 2200; i += 1) {
    const key = keys[(i * 7919) % keys.length];
    const from = performance.now();
    await store.entity(key, { asOf: days[i % days.length], knownAt: days[(i + 2) % days.length] });
    if (i >= 200) times.push(performance.now() - from);
  }
  const ms = (q) => Math.round(quantile(times, q) * 1000) / 1000;
  return { lookupP50Ms: ms(0.5), lookupP95Ms: ms(0.95), lookupP99Ms: ms(0.99) };
}

export function run() {
  if (snapshots().length === 0) return { leftOut: 'the official lists are not here' };
  return {
    inOrder: inProcesses(import.meta.url, 'in-order', { runs: 1 }),
    shuffled: inProcesses(import.meta.url, 'shuffled', { runs: 1 }),
  };
}

const task = process.argv[2];
if (task === 'in-order')
  console.log(
    JSON.stringify(await history([...snapshots()].sort((a, b) => (a.observed < b.observed ? -1 : 1)))),
  );
if (task === 'shuffled') console.log(JSON.stringify(await history(shuffled(snapshots()))));
