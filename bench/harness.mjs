// What the benchmarks share: every run in a process of its own, one warm-up that is not counted, medians.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The official lists to measure on; not part of the project. */
export const DATA = process.env.ENTENTE_BENCH_DATA ?? join(ROOT, '..', 'shared', 'data');

export const machine = () => ({
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Runs a bench file's task in fresh processes and gives, for each figure that it prints as JSON, the median. */
export function inProcesses(file, task, { runs = 5 } = {}) {
  const figures = [];
  for (let run = 0; run <= runs; run += 1) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(file), task], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`${task}: ${stderr}`);
    if (run > 0) figures.push(JSON.parse(stdout));
  }
  return Object.fromEntries(
    Object.keys(figures[0]).map((name) => [
      name,
      typeof figures[0][name] === 'number' ? median(figures.map((f) => f[name])) : figures[0][name],
    ]),
  );
}

/** A folder for one run, gone afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const peakMiB = () => Math.round(process.resourceUsage().maxRSS / 1024);
export const seconds = (from) => Math.round(performance.now() - from) / 1000;

/** The snapshots of `DATA`, as `entente load` takes them, by list in order of time. */
export function snapshots() {
  if (!existsSync(DATA)) return [];
  const ofac = join(DATA, 'us-ofac-sdn');
  const set = (folder, observed, files = ['sdn', 'alt', 'add', 'sdn_comments']) => ({
    list: 'us-ofac-sdn',
    observed,
    files: files.map((name) => join(ofac, folder, `${name}.csv.gz`)),
  });
  const sets = [set('2018-12', '2018-12-31'), set('2021-07', '2021-07-31'), set('2023-12-28', '2023-12-28')];
  const alone = readdirSync(join(ofac, 'snapshots')).map((name) => ({
    list: 'us-ofac-sdn',
    observed: name.slice(4, 14),
    files: [join(ofac, 'snapshots', name)],
  }));
  const un = readdirSync(join(DATA, 'un-sc'))
    .filter((name) => name.startsWith('un_'))
    .map((name) => ({ list: 'un-sc', observed: name.slice(3, 13), files: [join(DATA, 'un-sc', name)] }));
  return [...sets, ...alone, ...un];
}

export const OFAC_SET = () => snapshots().find((s) => s.observed === '2023-12-28' && s.files.length === 4);
export const UN_FILE = () => snapshots().find((s) => s.list === 'un-sc' && s.observed === '2026-02-27');

/** Puts lines between the markers `<!-- name -->` and `<!-- /name -->` of README.md. */
export function writeTable(name, lines) {
  const path = join(ROOT, 'bench', 'README.md');
  const [before, rest] = readFileSync(path, 'utf8').split(`<!-- ${name} -->\n`);
  const after = rest?.split(`<!-- /${name} -->`)[1];
  if (after === undefined) throw new Error(`${path} has no place for ${name}`);
  writeFileSync(path, `${before}<!-- ${name} -->\n\n${lines.join('\n')}\n\n<!-- /${name} -->${after}`);
}
