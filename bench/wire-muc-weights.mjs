// Makes src/wire/evaluation/tables/muc-weights.ts from DEV: the weights by which a reading is put into MUC-4's terms.
// `--show` prints what five folds of DEV and TST1 give, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './harness.mjs';
import { mucDocuments, mucFigures, reader } from './wire-muc.mjs';
import { evaluation } from './wire-sources.mjs';

const {
  answerWith,
  groupCandidates,
  incidentFeatures,
  incidentsOf,
  logistic,
  mucOrganisations,
  mucType,
  mucTypes,
  normalString,
  rankFeatures,
  textFeatures,
  weigh,
} = evaluation;
const FOLDS = 5;

/** A document with its reading and what its key says of its attacks. */
function prepared(document, reading) {
  const { gold, neutral } = mucTypes(document);
  const attacks = incidentsOf(reading);
  return {
    document,
    reading,
    text: textFeatures(reading),
    incidents: attacks.map((event) => ({
      features: incidentFeatures(event, reading),
      holds: gold.has(mucType(event)) || neutral.has(mucType(event)),
    })),
    recent: attacks.filter(({ status }) => status !== 'planned'),
    organisations: new Set(mucOrganisations(document).flatMap(({ names }) => names.map(normalString))),
  };
}

/** How hard the weights of a text's words are held to nought: they are many. Chosen on DEV by its log loss. */
const TEXT_PENALTY = 40;

/** A rule from cases: how much more each feature speaks for than against. */
function learned(cases, penalty) {
  const { labels, weights } = logistic(
    cases.map(({ features, holds }) => ({ features, label: holds ? 'yes' : 'no' })),
    penalty,
  );
  const [yes, no] = [labels.indexOf('yes'), labels.indexOf('no')];
  const sums = new Map([...weights].map(([feature, row]) => [feature, row[yes] - row[no]]));
  const bias = sums.get('');
  sums.delete('');
  return { bias, weights: sums };
}

const textCase = (one, incident) => ({
  features: [...one.text, ...rankFeatures(one.incidents.map(({ features }) => weigh(incident, features)))],
  holds: one.document.relevant,
});

/** The part of `all` in a fold, and the rest. */
const fold = (all, at) => [all.filter((_, n) => n % FOLDS === at), all.filter((_, n) => n % FOLDS !== at)];

/** Five periods of as many texts: those with a day of writing by that day, the others in turn. */
function periods(all) {
  const day = ({ reading }) => reading.document.reference?.value ?? null;
  const dated = all.filter((one) => day(one) !== null).sort((a, b) => (day(a) < day(b) ? -1 : 1));
  const undated = all.filter((one) => day(one) === null);
  return new Map([
    ...dated.map((one, at) => [one, Math.floor((at * FOLDS) / dated.length)]),
    ...undated.map((one, at) => [one, at % FOLDS]),
  ]);
}

/** The three rules; what one gives to the next is made on folds that it has not seen. */
function trained(all) {
  const incidentOf = (some) => learned(some.flatMap(({ incidents }) => incidents));
  const texts = [];
  for (let at = 0; at < FOLDS; at += 1) {
    const [part, rest] = fold(all, at);
    const incident = incidentOf(rest);
    texts.push(...part.map((one) => ({ one, case: textCase(one, incident) })));
  }
  const groups = [];
  for (let at = 0; at < FOLDS; at += 1) {
    const [part, rest] = fold(texts, at);
    const text = learned(
      rest.map((one) => one.case),
      TEXT_PENALTY,
    );
    for (const { one, case: held } of part) {
      for (const { features, text: name } of groupCandidates(
        one.reading,
        one.recent,
        weigh(text, held.features) > 0,
      ))
        groups.push({ features, holds: one.organisations.has(normalString(name)) });
    }
  }
  return {
    incident: incidentOf(all),
    text: learned(
      texts.map((one) => one.case),
      TEXT_PENALTY,
    ),
    group: learned(groups),
  };
}

function figures(all, rules) {
  const readings = new Map(all.map(({ document, reading }) => [document, reading]));
  return mucFigures([...readings.keys()], (document) => answerWith(rules(document), readings.get(document)));
}

function table(name, doc, { bias, weights }) {
  const rows = [...weights]
    .map(([feature, weight]) => [feature, Math.round(weight * 100)])
    .filter(([, weight]) => Math.abs(weight) >= 4)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([feature, weight]) => `${weight} ${feature}`);
  return `/** ${doc} */\nexport const ${name} = ruleOf(${Math.round(bias * 100)}, \`\n${rows.join('\n')}\n\`);\n`;
}

const documents = mucDocuments();
if (documents === null) throw new Error('the MUC-4 texts are not here');
const read = reader(documents);
const of = (split) =>
  documents.filter((one) => one.split === split).map((document) => prepared(document, read(document.docid)));
const dev = of('dev');
if (process.argv.includes('--show')) {
  const inFolds = (name, placeOf) => {
    const byFold = Array.from({ length: FOLDS }, (_, at) =>
      trained(dev.filter((one) => placeOf(one) !== at)),
    );
    const place = new Map(dev.map((one) => [one.document, placeOf(one)]));
    console.log(
      name,
      figures(dev, (document) => byFold[place.get(document)]),
    );
  };
  const place = new Map(dev.map((one, at) => [one, at % FOLDS]));
  inFolds('DEV, five folds', (one) => place.get(one));
  const period = periods(dev);
  inFolds('DEV, five periods, each by the weights of the others', (one) => period.get(one));
  const rules = trained(dev);
  console.log(
    'TST1',
    figures(of('tst1'), () => rules),
  );
} else {
  const rules = trained(dev);
  const head =
    "import { ruleOf } from '../linear-rule.ts';\n\n// Made by bench/wire-muc-weights.mjs from MUC-4's DEV keys: hundredths, what lies under .04 left out.\n\n";
  const body = [
    table('INCIDENT_WEIGHTS', 'Whether the key has an attack that the reading has.', rules.incident),
    table('TEXT_WEIGHTS', 'Whether a text is relevant.', rules.text),
    table('GROUP_WEIGHTS', 'Whether the key ties an organisation to an incident.', rules.group),
  ].join('\n');
  writeFileSync(join(ROOT, 'src', 'wire', 'evaluation', 'tables', 'muc-weights.ts'), head + body);
}
