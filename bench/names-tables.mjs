// Writes the tables of names.md from names-baseline.json and batch-baseline.json, each between its two marks:
// nothing there is copied by hand. `node bench/names-tables.mjs` writes them again from what was last recorded.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './harness.mjs';

const read = (name) => {
  const path = join(ROOT, 'bench', name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};
const cell = (value) =>
  value === undefined || value === null
    ? ''
    : typeof value === 'number'
      ? value.toLocaleString('en', { maximumFractionDigits: 3 })
      : String(value).replaceAll('*', '\\*').replaceAll('|', '\\|');
const table = (headings, rows) =>
  [
    `| ${headings.join(' | ')} |`,
    `| ${headings.map((_, at) => (at === 0 ? '---' : '--:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');

const pairs = (results) =>
  table(
    ['part', 'pairs', 'precision', 'recall', 'F1', 'AUC'],
    Object.entries(results).map(([part, r]) => [part, r.pairs, r.precision, r.recall, r.f1, r.auc]),
  );

function cross(results) {
  const keys = Object.keys(results).filter((key) => typeof results[key] === 'object');
  const engines = [...new Set(keys.map((key) => key.split(', ')[0]))];
  const parts = [...new Set(keys.map((key) => key.split(', ').slice(1).join(', ')))];
  const asked = (part) => results[`${engines[0]}, ${part}`].asked;
  const rows = parts.map((part) => [
    `${part} (${asked(part)})`,
    ...engines.map((engine) => {
      const { first, amongFive } = results[`${engine}, ${part}`];
      return `${first} (${amongFive})`;
    }),
  ]);
  const sample = `Alerts of that sample: ${results.alerts} of ${cell(results.sample)} (${results.falseAlertsOfSample} %).`;
  return `${sample}\n\n${table(['', ...engines.map((engine) => `${engine}: first (five)`)], rows)}`;
}

const falseAlerts = (r) =>
  [
    `${cell(r.people)} invented people against ${cell(r.names)} names of ${r.lists}:`,
    table(
      ['', ''],
      [
        ['name alone', `${r.nameAlone} %`],
        ['with birth date and country', `${r.withBirthDateAndCountry} %`],
        [`people of the UN list found first (${r.positives}), name alone`, `${r.positivesFirst} %`],
        ['the same with birth date and country', `${r.positivesFirstWithBirthDateAndCountry} %`],
      ],
    ),
  ].join('\n\n');

const curve = ({ curve: points }) =>
  table(
    ['threshold', 'false alerts %', 'cross-list names first %'],
    points.map((point) => [point.threshold, point.falseAlerts, point.crossListFirst]),
  );

const verbatim = (r) =>
  table(
    ['', 'names'],
    [
      ['asked', r.asked],
      ['find their own entry first', r.ownEntryFirst],
      [
        'tied with an entry of another list that prints the same',
        r.tiedWithAnEntryOfAnotherListThatPrintsTheSame,
      ],
      [
        'tied with an entry of the same list that prints the same',
        r.tiedWithAnEntryOfTheSameListThatPrintsTheSame,
      ],
      ['not found', r.lost],
    ],
  );

function speed(r) {
  const rows = [
    ['invented people', r.peopleMs],
    ['names of the lists themselves (each hits on several lists)', r.listNamesMs],
    ['a person with 20 aliases, `Screener.screen`', r.personOf20AliasesMs],
  ].map(([what, ms]) => [what, ms.p50, ms.p95, ms.p99]);
  const first = r.firstContactMs ?? {};
  const hostile = Object.entries(r.hostileMs).map(([what, ms]) => [
    what,
    ms,
    first.cold?.[what],
    first.afterWarmUp?.[what],
  ]);
  return [
    `${cell(r.names)} names:`,
    table(['', 'p50', 'p95', 'p99'], rows),
    'Hostile input, the slowest of person, body and unknown:',
    table(['', 'warm', 'first question of a process', 'the same after `warmUp`'], hostile),
    first.warmUpMs === undefined ? '' : `\`warmUp\` itself: ${cell(first.warmUpMs)} ms.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const growth = (results) =>
  table(
    [
      'names',
      'words',
      'built s',
      'loaded from file s',
      'bytes a name, index',
      'process MiB',
      'p50 ms',
      'p95 ms',
      'p99 ms',
    ],
    Object.values(results).map((r) => [
      r.names,
      r.words,
      r.buildS,
      r.loadS,
      r.bytesAName,
      r.processMiB,
      r.p50Ms,
      r.p95Ms,
      r.p99Ms,
    ]),
  );

const batch = (results) =>
  table(
    ['', 'rows', 'seconds', 'rows a second', 'processor ms a row'],
    Object.entries(results).map(([what, r]) => [what, r.rows, r.seconds, r.rowsPerSecond, r.cpuMsARow]),
  );

const recorded = ({ recorded: day, machine, rules }) =>
  `Recorded ${day}${rules === undefined ? '' : ` by the rules ${rules}`}: Node ${machine.node}, ${machine.cores} cores, ${machine.memoryGiB} GiB.`;

/** The text between the marks of each table that there are results for. */
export function tables() {
  const names = read('names-baseline.json');
  const batches = read('batch-baseline.json');
  const r = names?.results ?? {};
  const alerts = r['false-alerts'];
  return {
    ...(names === undefined ? {} : { recorded: recorded(names) }),
    ...(r.pairs && { pairs: pairs(r.pairs) }),
    ...(r.cross && { cross: cross(r.cross) }),
    ...(alerts && { 'false-alerts': falseAlerts(alerts), curve: curve(alerts) }),
    ...(r.verbatim && { verbatim: verbatim(r.verbatim) }),
    ...(r.speed && { speed: speed(r.speed) }),
    ...(r.growth && { growth: growth(r.growth) }),
    ...(batches?.results &&
      !batches.results.leftOut && { batch: `${recorded(batches)}\n\n${batch(batches.results)}` }),
  };
}

/** Writes the tables into names.md; a table without its marks there is an error. */
export function writeTables() {
  const path = join(ROOT, 'bench', 'names.md');
  let page = readFileSync(path, 'utf8');
  for (const [name, text] of Object.entries(tables())) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = page.indexOf(begin);
    const to = page.indexOf(end);
    if (from < 0 || to < from) throw new Error(`names.md has no place for ${name}: ${begin} … ${end}`);
    page = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  }
  writeFileSync(path, page);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) writeTables();
