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

/** What a figure has to reach, said beside it: reached or not. */
const upTo = (value, most) =>
  value === undefined ? `${most} at most` : `${most} at most: ${value <= most ? 'reached' : 'not reached'}`;
const atLeast = (value, least) =>
  value === undefined
    ? `${least} at least`
    : `${least} at least: ${value >= least ? 'reached' : 'not reached'}`;

/** The goals of the labelled pairs by part: F1, and AUC where there is one. */
const PAIR_GOALS = { all: [0.84, 0.91], 'all: nk_*': [0.93], 'group synth_people': [0.72] };

const pairs = (results) =>
  table(
    ['part', 'pairs', 'precision', 'recall', 'F1', 'AUC', 'F1 to reach', 'AUC to reach'],
    Object.entries(results).map(([part, r]) => {
      const [f1, auc] = PAIR_GOALS[part] ?? [];
      return [
        part,
        r.pairs,
        r.precision,
        r.recall,
        r.f1,
        r.auc,
        f1 === undefined ? '' : atLeast(r.f1, f1),
        auc === undefined ? '' : atLeast(r.auc, auc),
      ];
    }),
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
  const [ours, ...others] = engines.map((engine) => results[`${engine}, all, all`].first);
  const ahead = Math.round((ours - Math.max(...others)) * 100) / 100;
  const margin = `First of all, ahead of the better baseline by ${ahead} points; to reach: ${atLeast(ahead, 15)}.`;
  return `${sample}\n\n${margin}\n\n${table(['', ...engines.map((engine) => `${engine}: first (five)`)], rows)}`;
}

const falseAlerts = (r) =>
  [
    `${cell(r.people)} invented people against ${cell(r.names)} names of ${r.lists}:`,
    table(
      ['', 'all', 'even rows', 'odd rows', 'to reach (%)'],
      [
        ['name alone', 'nameAlone', upTo(r.nameAlone, 3)],
        ['with birth date and country', 'withBirthDateAndCountry', upTo(r.withBirthDateAndCountry, 0.5)],
        [
          `people of the UN list found first (${r.positives}), name alone`,
          'positivesFirst',
          atLeast(r.positivesFirst, 99),
        ],
        [
          'the same with birth date and country',
          'positivesFirstWithBirthDateAndCountry',
          atLeast(r.positivesFirstWithBirthDateAndCountry, 99),
        ],
      ].map(([what, key, goal]) => [
        what,
        `${r[key]} %`,
        ...['development', 'test'].map((half) => (r[half] === undefined ? '' : `${r[half][key]} %`)),
        goal,
      ]),
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
    ['invented people', r.peopleMs, [0.3, 1.5, 5]],
    ['names of the lists themselves (each hits on several lists)', r.listNamesMs, [0.3, 1.5, 5]],
    ['a person with 20 aliases, `Screener.screen`', r.personOf20AliasesMs, [4]],
  ].map(([what, ms, goals]) => {
    const reached = [ms.p50, ms.p95, ms.p99].every(
      (figure, at) => figure === undefined || goals[at] === undefined || figure < goals[at],
    );
    return [what, ms.p50, ms.p95, ms.p99, `${goals.join(' / ')}: ${reached ? 'reached' : 'not reached'}`];
  });
  const first = r.firstContactMs ?? {};
  const hostile = Object.entries(r.hostileMs).map(([what, ms]) => [
    what,
    ms,
    first.cold?.[what],
    first.afterWarmUp?.[what],
    upTo(ms, 10),
  ]);
  return [
    `${cell(r.names)} names:`,
    table(['', 'p50', 'p95', 'p99', 'to stay under'], rows),
    'Hostile input, the slowest of person, body and unknown:',
    table(['', 'warm', 'first question of a process', 'the same after `warmUp`', 'warm, to reach'], hostile),
    first.warmUpMs === undefined ? '' : `\`warmUp\` itself: ${cell(first.warmUpMs)} ms.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is to be reached with a million names. */
function growthGoals(results) {
  const million = results['1000000'];
  if (million === undefined) return '';
  const bytes = Math.round((million.processMiB * 2 ** 20) / million.names);
  return table(
    ['one million names', 'figure', 'to reach'],
    [
      ['p95, ms', million.p95Ms, upTo(million.p95Ms, 8)],
      ['bytes a name, the index', million.bytesAName, upTo(million.bytesAName, 600)],
      ['bytes a name, the whole process with its memories', bytes, upTo(bytes, 600)],
      ['built, s', million.buildS, upTo(million.buildS, 30)],
      ['loaded from file, s', million.loadS, upTo(million.loadS, 2)],
    ],
  );
}

const growth = (results) => `${growthTable(results)}\n\n${growthGoals(results)}`.trimEnd();

const growthTable = (results) =>
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
    ['', 'rows', 'seconds', 'rows a second', 'processor ms a row', 'rows a second to reach'],
    Object.entries(results).map(([what, r]) => [
      what,
      r.rows,
      r.seconds,
      r.rowsPerSecond,
      r.cpuMsARow,
      what.endsWith('threads') ? atLeast(r.rowsPerSecond, 4000) : '',
    ]),
  );

/** Which parts were recorded by other rules or on another day than the last. */
function older({ parts, recorded: day, rules }) {
  const before = Object.entries(parts ?? {}).filter(([, p]) => p.recorded !== day || p.rules !== rules);
  return before.map(([name, p]) => `\n- \`${name}\`: ${p.recorded} by the rules ${p.rules}`).join('');
}

const recorded = ({ recorded: day, machine, rules }) =>
  `Recorded ${day}${rules === undefined ? '' : ` by the rules ${rules}`}: Node ${machine.node}, ${machine.cores} cores, ${machine.memoryGiB} GiB.`;

/** The text between the marks of each table that there are results for. */
export function tables() {
  const names = read('names-baseline.json');
  const batches = read('batch-baseline.json');
  const r = names?.results ?? {};
  const alerts = r['false-alerts'];
  return {
    ...(names === undefined ? {} : { recorded: `${recorded(names)}${older(names)}` }),
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

/** The labels that are held to be wrong, by what they say. */
function labels(labelled) {
  const rows = read('names-labels.json').filter((row) => row.labelled === labelled);
  return table(
    ['group', 'row', 'the pair', 'why'],
    rows.map(({ group, row, names, why }) => [group, row, names.join(' / '), why]),
  );
}

/** Writes the tables into names.md and names-labels.md; a table without its marks there is an error. */
export function writeTables() {
  writeInto('names.md', tables());
  writeInto('names-labels.md', {
    'labelled-same': labels('same'),
    'labelled-different': labels('different'),
  });
}

function writeInto(file, texts) {
  const path = join(ROOT, 'bench', file);
  let page = readFileSync(path, 'utf8');
  for (const [name, text] of Object.entries(texts)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = page.indexOf(begin);
    const to = page.indexOf(end);
    if (from < 0 || to < from) throw new Error(`${file} has no place for ${name}: ${begin} … ${end}`);
    page = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  }
  writeFileSync(path, page);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) writeTables();
