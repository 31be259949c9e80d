// What the reader of reports shows: MUC-4, PLOVER, UCDP headlines, dates, government statements, our own texts, speed,
// copies. `--record` writes wire-baseline.json; a name (muc, sentences, dates, statements, own, speed, copies) runs that
// part alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProcesses, machine, quantile, ROOT } from './harness.mjs';
import { dateFigures } from './wire-dates.mjs';
import { run as muc } from './wire-muc.mjs';
import { ownFigures } from './wire-own.mjs';
import { ploverFigures, ucdpFigures } from './wire-sentences.mjs';
import { evaluation, wire } from './wire-sources.mjs';
import { statementFigures } from './wire-statements.mjs';

const { TEST_ENTRIES, TEST_GAZETTEER } = evaluation;

const parts = {
  muc,
  sentences: () => {
    const { tally: _, ...plover } = ploverFigures();
    return { 'ucdp headlines (development)': ucdpFigures(), 'plover (development)': plover };
  },
  dates: () => ({ 'our own cases (development)': dateFigures() }),
  statements: () => ({ 'six US statements (development)': statementFigures(TEST_GAZETTEER) }),
  own: () => ownFigures(),
  copies: () => ({ 'among 100,000 dispatches': copies() }),
  speed: () => ({ 'against 100,000 names': inProcesses(import.meta.url, 'task-speed', { runs: 3 }) }),
};

/** `copies.mjs` in a process of its own: what it prints, by what each line is about. */
function copies() {
  const run = spawnSync(process.execPath, [join(ROOT, 'bench', 'copies.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error('copies.mjs failed');
  const lines = run.stdout.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const { what, ...figures } = JSON.parse(line);
      return [what, figures];
    }),
  );
}

/** One report of about 300 words, many reports a second, and what twice the length costs. */
function speed() {
  const invented = Array.from({ length: 100_000 }, (_, at) => ({
    entity: `ent-bench-${at}`,
    caption: `Bench ${at}`,
    kind: 'group',
    names: [
      {
        text: `${WORDS[at % 16]} ${WORDS[(at >> 4) % 16]} ${at.toString(36)} ${WORDS[(at >> 8) % 16]}`,
        kind: 'primary',
        strength: 'strong',
      },
    ],
  }));
  const gazetteer = wire.gazetteer([...TEST_ENTRIES, ...invented]);
  const text = readFileSync(join(ROOT, 'samples', 'dialogue-2025-08-13.txt'), 'utf8');
  const whole = readings(text, gazetteer);
  const report = readings(cutNear(text, 300), gazetteer);
  const took = (factor) => {
    const long = Array.from({ length: factor }, (_, at) =>
      text.replaceAll('Islamabad', `Islamabad${at}`),
    ).join('\n\n');
    const from = performance.now();
    wire.readReport(long, { gazetteer });
    return performance.now() - from;
  };
  took(50);
  const [short, long] = [took(100), took(200)];
  return {
    words: report.words,
    readP50Ms: report.p50,
    readP95Ms: report.p95,
    readCpuP50Ms: report.cpuP50,
    reportsPerSecond: report.perSecond,
    wholeWords: whole.words,
    wholeCpuP50Ms: whole.cpuP50,
    twiceTheLength: ms(long / short),
  };
}

const ms = (value) => Math.round(value * 100) / 100;

/** A text up to the sentence end that is nearest to so many words. */
function cutNear(text, wanted) {
  const ends = [...text.matchAll(/[.!?]["”’]?(?=\s)/g)].map(({ index, 0: mark }) => index + mark.length);
  const off = (end) => Math.abs(text.slice(0, end).split(/\s+/).length - wanted);
  return text.slice(
    0,
    ends.reduce((best, end) => (off(end) < off(best) ? end : best), text.length),
  );
}

/** What reading one text again and again costs, warm. */
function readings(text, gazetteer) {
  const [times, cpu] = [[], []];
  for (let run = 0; run < 700; run += 1) {
    const used = process.cpuUsage();
    const from = performance.now();
    wire.readReport(text, { gazetteer });
    if (run < 200) continue;
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    words: text.split(/\s+/).length,
    p50: ms(quantile(times, 0.5)),
    p95: ms(quantile(times, 0.95)),
    cpuP50: ms(quantile(cpu, 0.5)),
    perSecond: Math.round((times.length / total) * 1000),
  };
}

const WORDS =
  'azure column river front eagle brigade union north valley league dawn guard tarim sulan kohar mirad'.split(
    ' ',
  );

if (process.argv[2] === 'task-speed') console.log(JSON.stringify(speed()));
else {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const results = {};
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    results[name] = run();
    for (const [set, figures] of Object.entries(results[name])) console.log(name, '|', set, figures);
  }
  if (process.argv.includes('--record')) {
    const path = join(ROOT, 'bench', 'wire-baseline.json');
    const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).results : {};
    writeFileSync(
      path,
      `${JSON.stringify({ recorded: new Date().toISOString().slice(0, 10), machine: machine(), results: { ...before, ...results } }, null, 2)}\n`,
    );
  }
}
