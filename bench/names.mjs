// The matching engine: how well it tells names apart and how fast it finds them.
// node bench/names.mjs [pairs cross false-alerts verbatim speed growth …] [--record]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { loadFiles } from '../dist/app/index.js';
import { LISTS } from '../dist/lists/index.js';
import {
  compareNames,
  NameIndex,
  parseName,
  RULES_VERSION,
  searchNames,
  warmUp,
} from '../dist/names/index.js';
import { Screener } from '../dist/screening/index.js';
import { Store } from '../dist/store/index.js';
import { fold, romanise } from '../dist/text/index.js';
import { DATA, inFolder, inProcesses, machine, quantile, ROOT } from './harness.mjs';
import { inventedNames } from './invented.mjs';
import { writeTables } from './names-tables.mjs';

const THRESHOLD = 0.7;
const SCHEMAS = { Company: 'Organization', Organization: 'Organization' };
const unzip = (name) => gunzipSync(readFileSync(join(DATA, 'names', name))).toString('utf8');
const percent = (part, whole) => Math.round((10_000 * part) / whole) / 100;
const three = (value) => Math.round(value * 1000) / 1000;
/** Rows with an even number were looked at while the rules were made, those with an odd one only to report. */
const HALVES = { all: () => true, development: (_, i) => i % 2 === 0, test: (_, i) => i % 2 === 1 };

/** The rows of the labelled pairs whose label is held to be wrong (names-labels.md), by number. */
const heldWrong = () =>
  new Map(
    JSON.parse(readFileSync(join(ROOT, 'bench', 'names-labels.json'), 'utf8')).map((row) => [row.row, row]),
  );

function pairs() {
  const wrong = heldWrong();
  const rows = parse(readFileSync(join(DATA, 'names', 'name_pairs.csv')), { columns: true }).map(
    (row, at) => {
      const held = wrong.get(at);
      if (held !== undefined && (held.names[0] !== row.name1 || held.names[1] !== row.name2)) {
        throw new Error(`names-labels.json: row ${at} is another pair`);
      }
      const schema = SCHEMAS[row.schema] ?? row.schema;
      const { score } = compareNames(parseName(row.name1, schema), parseName(row.name2, schema));
      return {
        group: row.case_group,
        quality: row.quality,
        match: row.is_match === 'true',
        score,
        wrong: held !== undefined,
      };
    },
  );
  const measure = (chosen) => {
    const positive = chosen.filter((row) => row.match);
    const negative = chosen.filter((row) => !row.match);
    const hits = positive.filter((row) => row.score >= THRESHOLD).length;
    const wrong = negative.filter((row) => row.score >= THRESHOLD).length;
    let won = 0;
    for (const a of positive)
      for (const b of negative) won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
    return {
      pairs: chosen.length,
      precision: three(hits / (hits + wrong)),
      recall: three(hits / positive.length),
      f1: three((2 * hits) / (hits + wrong + positive.length)),
      auc: three(won / positive.length / negative.length),
    };
  };
  const table = {};
  for (const [half, filter] of Object.entries(HALVES)) {
    const part = rows.filter(filter);
    table[half] = measure(part);
    table[`${half}: nk_*`] = measure(part.filter((row) => row.group.startsWith('nk_')));
    // The odd rows were not looked at, so those held wrong are all of the even ones.
    if (half === 'test') continue;
    const held = part.filter((row) => !row.wrong);
    table[`${half}, without labels held wrong`] = measure(held);
    table[`${half}, without labels held wrong: nk_*`] = measure(
      held.filter((row) => row.group.startsWith('nk_')),
    );
  }
  for (const group of new Set(rows.map((row) => row.group))) {
    table[`group ${group}`] = measure(rows.filter((row) => row.group === group));
  }
  for (const quality of new Set(rows.map((row) => row.quality))) {
    table[`quality ${quality}`] = measure(rows.filter((row) => row.quality === quality));
  }
  return table;
}

/** The newest whole snapshot of every list that there is a reader and a file for. */
function newestLists() {
  const files = (id) => (existsSync(join(DATA, id)) ? readdirSync(join(DATA, id)) : []);
  return LISTS.flatMap(({ info: { id } }) => {
    if (id === 'us-ofac-sdn') {
      const set = ['sdn', 'alt', 'add', 'sdn_comments'].map((name) =>
        join(DATA, id, '2023-12-28', `${name}.csv.gz`),
      );
      return existsSync(set[0]) ? [{ id, observed: '2023-12-28', files: set }] : [];
    }
    const name = files(id)
      .filter((file) => /\d{4}-\d\d-\d\d/.test(file) && !/MALFORMED|TRUNCATED/.test(file))
      .sort((a, b) => (/\d{4}-\d\d-\d\d/.exec(a)[0] < /\d{4}-\d\d-\d\d/.exec(b)[0] ? -1 : 1))
      .at(-1);
    return name === undefined
      ? []
      : [{ id, observed: /\d{4}-\d\d-\d\d/.exec(name)[0], files: [join(DATA, id, name)] }];
  });
}

const NOW = { clocks: { asOf: null, knownAt: null }, lists: null };

let loaded;

/** Work on a store with those lists, which is loaded once for all parts of a run. */
async function withLists(work) {
  loaded ??= await loadedStore();
  return work(loaded.store, loaded.held);
}

async function loadedStore() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const store = await Store.open(join(folder, 'record.db'));
  const held = [];
  for (const { id, observed, files } of newestLists()) {
    await loadFiles(store, id, files, { observed, now: () => new Date() });
    held.push(`${id} ${observed}`);
  }
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, held, close };
}

/** Names of a store as an index takes them (`only`: those of some lists), and the entity of each. */
async function namesOf(store, only) {
  const all = await store.names(NOW.clocks, null);
  const rows = only === undefined ? all : all.filter(({ list }) => only.includes(list));
  const entries = rows.map((row, id) => ({ ...row, id, schema: row.schema ?? 'LegalEntity' }));
  return { rows, entries };
}

const variants = () =>
  unzip('cross_list_variants.jsonl.gz')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const strangers = () =>
  ['negatives_global.csv.gz', 'negatives_us.csv.gz'].flatMap((name) => parse(unzip(name), { columns: true }));

/** Jaro-Winkler of two texts, as published (Winkler 1990): prefix of four, scale .1. */
function jaroWinkler(a, b) {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  let common = 0;
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j += 1) {
      if (takenB[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      common += 1;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  let k = 0;
  for (let i = 0; i < a.length; i += 1) {
    if (takenA[i] !== 1) continue;
    while (takenB[k] !== 1) k += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(k)) moved += 1;
    k += 1;
  }
  const jaro = (common / a.length + common / b.length + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charAt(prefix) === b.charAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** The most that any of `others` is like a text; those that cannot come up to the best so far are passed over. */
function mostOf(likeness, text, others) {
  if (likeness.most !== undefined) return likeness.most(text, others);
  let most = 0;
  for (const other of others) {
    if (likeness.bound !== undefined && likeness.bound(text, other) <= most) continue;
    most = Math.max(most, likeness(text, other));
  }
  return most;
}

const bags = new Map();

/** How often each letter of the alphabet stands in a text, and all other signs together. */
function bagOf(text) {
  let bag = bags.get(text);
  if (bag === undefined) {
    bag = new Uint8Array(27);
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at) - 97;
      bag[letter >= 0 && letter < 26 ? letter : 26] += 1;
    }
    bags.set(text, bag);
  }
  return bag;
}

/** What Jaro-Winkler cannot pass: as many letters in common as the two have, none moved, the prefix as it is. */
jaroWinkler.bound = (a, b) => {
  const [left, right] = [bagOf(a), bagOf(b)];
  let common = 0;
  for (let letter = 0; letter < 27; letter += 1) common += Math.min(left[letter], right[letter]);
  const jaro = (common / a.length + common / b.length + 1) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charAt(prefix) === b.charAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
};

/** The cosine of two texts' counts of three letters, with a margin of blanks. */
function trigramCosine() {
  const grams = (text) => {
    const counts = new Map();
    const padded = `  ${text} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) {
      const gram = padded.slice(i, i + 3);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    const length = Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0));
    return { counts, length };
  };
  const known = new Map();
  const of = (text) => {
    if (!known.has(text)) known.set(text, grams(text));
    return known.get(text);
  };
  const cosine = (a, b) => {
    const left = of(a);
    const right = of(b);
    const [few, many] = left.counts.size < right.counts.size ? [left, right] : [right, left];
    let sum = 0;
    for (const [gram, n] of few.counts) sum += n * (many.counts.get(gram) ?? 0);
    return sum / (left.length * right.length);
  };
  // The same for many others at once: the texts that have a gram are kept by gram.
  const filed = new Map();
  cosine.most = (text, others) => {
    if (filed.size === 0) {
      for (const [at, other] of others.entries()) {
        for (const [gram, n] of of(other).counts) {
          if (!filed.has(gram)) filed.set(gram, []);
          filed.get(gram).push(at, n);
        }
      }
    }
    const sums = new Float64Array(others.length);
    const asked = of(text);
    for (const [gram, n] of asked.counts) {
      const places = filed.get(gram) ?? [];
      for (let i = 0; i < places.length; i += 2) sums[places[i]] += n * places[i + 1];
    }
    let most = 0;
    for (let at = 0; at < sums.length; at += 1) {
      if (sums[at] > 0) most = Math.max(most, sums[at] / (asked.length * of(others[at]).length));
    }
    return most;
  };
  return cosine;
}

/**
 * Names that other lists print for entries of the UN list, asked of the UN list alone; the same of two baselines,
 * each at the threshold at which as many strangers alert as alert here (a sample of them, against all names of
 * persons of the UN and OFAC lists).
 */
function cross() {
  return withLists(async (store) => {
    const { rows, entries } = await namesOf(store, ['un-sc', 'us-ofac-sdn']);
    const everyone = new NameIndex(entries);
    const ofUn = entries.filter(({ id }) => rows[id].list === 'un-sc');
    const un = new NameIndex(ofUn);
    const asked = variants();
    const sample = strangers().filter((_, i) => i % 10 === 0);
    const alerts = sample.filter(
      (p) => searchNames(everyone, p.full_name, { schema: 'Person', limit: 1 }).length > 0,
    );
    const ours = (row) =>
      searchNames(un, row.query, { schema: row.schema, limit: 200 }).map((hit) => rows[hit.id].reference);
    const table = {
      sample: sample.length,
      alerts: alerts.length,
      falseAlertsOfSample: percent(alerts.length, sample.length),
    };
    const report = (name, referencesOf) => {
      const ranks = asked.map((row) => [...new Set(referencesOf(row))].indexOf(row.expected));
      for (const [half, filter] of Object.entries(HALVES)) {
        for (const script of ['all', 'LATIN', 'ARABIC', 'CYRILLIC']) {
          const chosen = ranks.filter(
            (_, i) => filter(_, i) && (script === 'all' || asked[i].script === script),
          );
          table[`${name}, ${half}, ${script}`] = {
            asked: chosen.length,
            first: percent(chosen.filter((rank) => rank === 0).length, chosen.length),
            amongFive: percent(chosen.filter((rank) => rank >= 0 && rank < 5).length, chosen.length),
          };
        }
      }
    };
    report('Entente', ours);
    const plain = (text) => romanise(fold(text));
    const people = [...new Set(entries.filter((e) => e.schema === 'Person').map((e) => plain(e.text)))];
    const unPlain = ofUn.map((e) => ({
      text: plain(e.text),
      schema: e.schema,
      reference: rows[e.id].reference,
    }));
    for (const [name, likeness] of [
      ['whole-string Jaro-Winkler', jaroWinkler],
      ['trigram cosine', trigramCosine()],
    ]) {
      const best = sample
        .map((person) => mostOf(likeness, plain(person.full_name), people))
        .sort((a, b) => b - a);
      const threshold = best[alerts.length] ?? 1;
      report(`${name} over ${three(threshold)}`, (row) => {
        const text = plain(row.query);
        return unPlain
          .filter((other) => other.schema === row.schema)
          .map((other) => [likeness(text, other.text), other.reference])
          .filter(([score]) => score > threshold)
          .sort((a, b) => b[0] - a[0])
          .map(([, reference]) => reference);
      });
    }
    return table;
  });
}

/** People who are on no list, and people of the UN list, asked of all lists. */
function falseAlerts() {
  return withLists(async (store, held) => {
    const screener = await Screener.over(store, NOW);
    const people = strangers();
    const table = { lists: held.join(', '), names: screener.searched.names, people: people.length };
    const best = [];
    const alerted = [];
    for (const person of people) {
      const name = person.full_name;
      const alone = await screener.screen({ name, schema: 'Person' }, { threshold: 0.5, limit: 1 });
      best.push(alone.results[0]?.matchedName.score ?? 0);
      if ((alone.results[0]?.score ?? 0) < THRESHOLD) {
        alerted.push(false);
        continue;
      }
      const more = { birthDate: person.date_of_birth, country: person.nationality };
      const { results } = await screener.screen({ name, schema: 'Person', ...more });
      alerted.push(results.some((result) => result.score >= THRESHOLD));
    }
    const positives = parse(unzip('positives_un_untreated.csv.gz'), { columns: true });
    const found = [];
    const foundFull = [];
    for (const person of positives) {
      // Lists that are held apart have an entry each for one person: all of the highest score are first. Of those that
      // are joined the name may be another list's; that the UN lists the entity is what counts.
      const own = ({ results }) =>
        results.some(
          (result) =>
            result.score === results[0]?.score &&
            result.listings.some(({ list }) => list === 'un-sc') &&
            [result.matchedName, ...result.otherNames].some(
              (other) => fold(other.text) === fold(person.full_name),
            ),
        );
      const name = person.full_name;
      found.push(own(await screener.screen({ name, schema: 'Person' })));
      const more = {
        ...(person.date_of_birth === '' ? {} : { birthDate: person.date_of_birth }),
        ...(person.nationality === '' ? {} : { country: person.nationality }),
      };
      foundFull.push(own(await screener.screen({ name, schema: 'Person', ...more })));
    }
    table.positives = positives.length;
    for (const [half, filter] of Object.entries(HALVES)) {
      const share = (flags) =>
        percent(flags.filter((flag, i) => flag && filter(flag, i)).length, flags.filter(filter).length);
      const figures = {
        nameAlone: share(best.map((score) => score >= THRESHOLD)),
        withBirthDateAndCountry: share(alerted),
        positivesFirst: share(found),
        positivesFirstWithBirthDateAndCountry: share(foundFull),
      };
      if (half === 'all') Object.assign(table, figures);
      else table[half] = figures;
    }
    const { rows, entries } = await namesOf(store);
    const un = new NameIndex(entries.filter(({ id }) => rows[id].list === 'un-sc'));
    const firsts = variants().map((row) => {
      const hits = searchNames(un, row.query, { schema: row.schema, limit: 200, threshold: 0.5 });
      return rows[hits[0]?.id]?.reference === row.expected ? hits[0].score : 0;
    });
    table.curve = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((threshold) => ({
      threshold,
      falseAlerts: percent(best.filter((score) => score >= threshold).length, people.length),
      crossListFirst: percent(firsts.filter((score) => score >= threshold).length, firsts.length),
    }));
    return table;
  });
}

/** Every name that a list prints, asked of all lists: its own entry first, tied with another, or not. */
function verbatim() {
  return withLists(async (store, held) => {
    const { rows, entries } = await namesOf(store);
    const index = new NameIndex(entries);
    const ties = { ofTwoLists: 0, ofOneList: 0 };
    const shared = new Map();
    const lost = [];
    let asked = 0;
    for (const entry of entries) {
      if (fold(entry.text) === '') continue;
      asked += 1;
      const hits = searchNames(index, entry.text, { schema: entry.schema, limit: 100 });
      const first = hits[0];
      if (first !== undefined && rows[first.id].entity === rows[entry.id].entity) continue;
      if (first?.score === 1 && (first.entry.text === entry.text || first.id === entry.id)) {
        const sameList = rows[first.id].list === rows[entry.id].list;
        ties[sameList ? 'ofOneList' : 'ofTwoLists'] += 1;
        if (sameList) shared.set(entry.text, `${rows[first.id].reference}, ${rows[entry.id].reference}`);
      } else lost.push(`${entry.text} (${rows[entry.id].list} ${rows[entry.id].reference})`);
    }
    return {
      lists: held.join(', '),
      asked,
      ownEntryFirst: asked - lost.length - ties.ofOneList - ties.ofTwoLists,
      tiedWithAnEntryOfAnotherListThatPrintsTheSame: ties.ofTwoLists,
      tiedWithAnEntryOfTheSameListThatPrintsTheSame: ties.ofOneList,
      tiesOfOneList: Object.fromEntries(shared),
      lost: lost.length,
      lostNames: lost.slice(0, 40),
    };
  });
}

const COMMON = 'mohammed ali ahmad hassan abdul company trading group islamic khan ';
const HOSTILE = {
  'common words': COMMON.repeat(7),
  'one letter': 'a b c d e f g h '.repeat(10),
  'one word': 'aaaa '.repeat(70),
  'arabic words': 'محمد علي احمد حسن عبد '.repeat(20),
  'arabic vowels': 'وويايايوا '.repeat(40),
  'mixed scripts': 'мохаммед محمد 王 mohammed '.repeat(12),
  'no end': 'x'.repeat(100_000),
};

function speed() {
  return withLists(async (store, held) => {
    const { entries } = await namesOf(store);
    const from = performance.now();
    const index = new NameIndex(entries);
    const buildMs = Math.round(performance.now() - from);
    const ask = (list) => {
      for (const [text, schema] of list.slice(0, 3000)) searchNames(index, text, { schema });
      const runs = [0, 1, 2].map(() =>
        list.map(([text, schema]) => {
          const start = performance.now();
          searchNames(index, text, { schema });
          return performance.now() - start;
        }),
      );
      // Other work on the machine makes single times longer, never shorter: of three runs the least.
      const times = list.map((_, i) => Math.min(...runs.map((run) => run[i])));
      return {
        p50: three(quantile(times, 0.5)),
        p95: three(quantile(times, 0.95)),
        p99: three(quantile(times, 0.99)),
      };
    };
    const named = entries.filter((entry) => fold(entry.text) !== '');
    const table = { lists: held.join(', '), names: entries.length, buildMs };
    table.peopleMs = ask(
      strangers()
        .filter((_, i) => i % 13 === 0)
        .map((p) => [p.full_name, 'Person']),
    );
    table.listNamesMs = ask(named.filter((_, i) => i % 23 === 0).map((e) => [e.text, e.schema]));
    const screener = await Screener.over(store, NOW);
    const many = strangers()
      .slice(0, 2100)
      .map((person) => person.full_name);
    const times = [];
    for (let run = 0; run < 3; run += 1) {
      for (let at = 0; at + 21 <= many.length; at += 21) {
        const [name, ...aliases] = many.slice(at, at + 21);
        const start = performance.now();
        await screener.screen({ name, aliases, schema: 'Person' });
        times[at / 21] = Math.min(times[at / 21] ?? Number.POSITIVE_INFINITY, performance.now() - start);
      }
    }
    table.personOf20AliasesMs = { p50: three(quantile(times, 0.5)), p95: three(quantile(times, 0.95)) };
    table.hostileMs = {};
    for (const [name, text] of Object.entries(HOSTILE)) {
      const runs = ['Person', 'Organization', undefined].flatMap((schema) =>
        [0, 1, 2, 3].map(() => {
          const start = performance.now();
          searchNames(index, text, schema === undefined ? {} : { schema });
          return [schema, performance.now() - start];
        }),
      );
      const least = (schema) => Math.min(...runs.filter(([s]) => s === schema).map(([, ms]) => ms));
      table.hostileMs[name] = three(Math.max(least('Person'), least('Organization'), least(undefined)));
    }
    table.firstContactMs = await firstContact(entries);
    return table;
  });
}

/**
 * What the first question of a process costs when it is a hostile one: processor time, the index read from a file
 * and nothing asked before; the same after `warmUp`, and what that costs.
 */
function firstContact(entries) {
  return inFolder((folder) => {
    const file = join(folder, 'names.bin');
    writeFileSync(file, Buffer.from(new NameIndex(entries).bytes));
    const table = { cold: {}, afterWarmUp: {}, warmUpMs: 0 };
    const warmUps = [];
    for (const name of Object.keys(HOSTILE)) {
      for (const how of ['cold', 'afterWarmUp']) {
        // One process each: only its first question is cold, and a machine at rest needs no median.
        const figures = ['Person', ''].map((schema) => {
          const asked = `first-${JSON.stringify({ file, name, how, schema })}`;
          const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1], asked], {
            encoding: 'utf8',
          });
          if (status !== 0) throw new Error(stderr);
          return JSON.parse(stdout);
        });
        table[how][name] = three(Math.max(...figures.map((figure) => figure.cpuMs)));
        if (how === 'afterWarmUp') warmUps.push(...figures.map((figure) => figure.warmUpMs));
      }
    }
    table.warmUpMs = three(quantile(warmUps, 0.5));
    return table;
  });
}

function first({ file, name, how, schema }) {
  const bytes = readFileSync(file);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  const index = NameIndex.from(shared);
  const cpu = (work) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return three((user + system) / 1000);
  };
  const warmUpMs = how === 'cold' ? 0 : cpu(() => warmUp(index));
  return { cpuMs: cpu(() => searchNames(index, HOSTILE[name], schema === '' ? {} : { schema })), warmUpMs };
}

function grow(count) {
  const rssBefore = process.memoryUsage().rss;
  let from = performance.now();
  const built = new NameIndex(inventedNames(count));
  const buildS = three((performance.now() - from) / 1000);
  return inFolder((folder) => {
    const file = join(folder, 'names.bin');
    writeFileSync(file, Buffer.from(built.bytes));
    from = performance.now();
    const bytes = readFileSync(file);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const index = NameIndex.from(shared);
    const loadS = three((performance.now() - from) / 1000);
    const asked = [...inventedNames(6000, 7)];
    for (const { text, schema } of asked.slice(0, 3000)) searchNames(index, text, { schema });
    const times = asked.slice(3000).map(({ text, schema }) => {
      const start = performance.now();
      searchNames(index, text, { schema });
      return performance.now() - start;
    });
    return {
      names: count,
      words: index.words,
      buildS,
      loadS,
      bytesAName: Math.round(bytes.length / count),
      processMiB: Math.round((process.memoryUsage().rss - rssBefore) / 2 ** 20),
      p50Ms: three(quantile(times, 0.5)),
      p95Ms: three(quantile(times, 0.95)),
      p99Ms: three(quantile(times, 0.99)),
    };
  });
}

const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const growth = () =>
  Object.fromEntries(SIZES.map((size) => [size, inProcesses(import.meta.url, `grow-${size}`, { runs: 3 })]));

const suites = { pairs, cross, 'false-alerts': falseAlerts, verbatim, speed, growth };
const task = process.argv[2] ?? '';
if (task.startsWith('first-')) console.log(JSON.stringify(first(JSON.parse(task.slice(6)))));
else if (task.startsWith('grow-')) console.log(JSON.stringify(await grow(Number(task.slice(5)))));
else {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const path = join(ROOT, 'bench', 'names-baseline.json');
  const results = {};
  for (const [name, run] of Object.entries(suites)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!existsSync(DATA) && name !== 'growth') {
      console.log(name, 'left out: the official lists are not here');
      continue;
    }
    const from = performance.now();
    results[name] = await run();
    console.log(name, `${Math.round((performance.now() - from) / 1000)} s`);
    console.dir(results[name], { depth: 4, maxArrayLength: 50 });
  }
  await loaded?.close();
  if (process.argv.includes('--record')) {
    const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { results: {} };
    const recorded = new Date().toISOString().slice(0, 10);
    // A part that is recorded alone takes its place among the others, which keep the day and rules of their own.
    const parts = {};
    for (const name of Object.keys({ ...before.results, ...results })) {
      parts[name] =
        name in results
          ? { recorded, rules: RULES_VERSION }
          : (before.parts?.[name] ?? { recorded: before.recorded, rules: before.rules });
    }
    writeFileSync(
      path,
      `${JSON.stringify({ recorded, machine: machine(), rules: RULES_VERSION, parts, results: { ...before.results, ...results } }, null, 2)}\n`,
    );
    writeTables();
  }
}
