// Reading one report against the starter record and against a gazetteer of 100,000 names: warm, p50 and p95.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteerOf, initStore, STARTER_RECORD } from '../dist/app/index.js';
import { Store } from '../dist/store/index.js';
import { gazetteer, readReport } from '../dist/wire/index.js';
import { inFolder, inProcesses, quantile, ROOT } from './harness.mjs';

async function read(extra) {
  return inFolder(async (folder) => {
    const store = await Store.open(join(folder, 'record.db'));
    await initStore(store, STARTER_RECORD, () => new Date());
    const entries = [...(await gazetteerOf(store, { asOf: null, knownAt: null })), ...invented(extra)];
    await store.close();
    const from = performance.now();
    const names = gazetteer(entries);
    const buildMs = Math.round(performance.now() - from);
    const text = readFileSync(join(ROOT, 'samples', 'dialogue-2025-08-13.txt'), 'utf8');
    const times = [];
    for (let i = 0; i < 700; i += 1) {
      const start = performance.now();
      readReport(text, { gazetteer: names });
      if (i >= 200) times.push(performance.now() - start);
    }
    const ms = (q) => Math.round(quantile(times, q) * 1000) / 1000;
    return {
      entries: entries.length,
      buildMs,
      words: text.split(/\s+/).length,
      readP50Ms: ms(0.5),
      readP95Ms: ms(0.95),
    };
  });
}

/** Groups that nobody has heard of, of two to four words. */
function invented(count) {
  const words = [
    'azure',
    'column',
    'river',
    'front',
    'eagle',
    'brigade',
    'union',
    'north',
    'valley',
    'league',
    'dawn',
    'guard',
    'tarim',
    'sulan',
    'kohar',
    'mirad',
  ];
  return Array.from({ length: count }, (_, i) => ({
    entity: `ent-bench${String(i).padStart(11, '0')}`,
    caption: `Bench ${i}`,
    kind: 'group',
    names: [
      {
        text: `${words[i % 16]} ${words[(i >> 4) % 16]} ${i.toString(36)} ${words[(i >> 8) % 16]}`,
        kind: 'primary',
        strength: 'strong',
      },
    ],
  }));
}

export function run() {
  return {
    record: inProcesses(import.meta.url, 'record', { runs: 3 }),
    hundredThousand: inProcesses(import.meta.url, 'hundred-thousand', { runs: 3 }),
  };
}

const task = process.argv[2];
if (task === 'record') console.log(JSON.stringify(await read(0)));
if (task === 'hundred-thousand') console.log(JSON.stringify(await read(100_000)));
