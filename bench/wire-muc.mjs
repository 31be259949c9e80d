// MUC-4: newswire of Latin America, 1988 to 1991, in capitals. DEV and TST1 are for development, TST2 for reporting.
import { dataFile, evaluation, jsonLines, round, wire } from './wire-sources.mjs';

const {
  added,
  ceafRee,
  confidenceCues,
  decide,
  logistic,
  mucAnswer,
  mucConfidence,
  mucCountries,
  mucDates,
  mucOrganisations,
  mucTypes,
  NO_COUNTS,
  normalString,
  scored,
  setCounts,
} = evaluation;

/** Words that name nobody by themselves: an organisation of these alone is a description. */
const PLAIN = new Set(
  (
    'government governments regime army armies military armed forces force air police national group groups guerrilla guerrillas ' +
    'organization organizations party movement troops soldiers death squad squads drug trafficker traffickers trafficking mafia ' +
    'mafias cartel cartels gang gangs rebels rebel leftist rightist extreme terrorist terrorists security state command high ' +
    'common criminals paramilitary civil defense narcotics oligarchy subversive delinquents fascist front fronts people extremist extremists ' +
    'urban commando commandos unit units patrol self salvadoran honduran guatemalan colombian peruvian chilean and of the'
  ).split(' '),
);

/** The names of groups as the keys of DEV print them, as a gazetteer: never those of TST1 or TST2. */
export function devGazetteer(documents) {
  const entries = [];
  for (const document of documents.filter(({ split }) => split === 'dev')) {
    for (const { names } of mucOrganisations(document)) {
      const proper = names
        .map((name) =>
          name
            .replace(/\[[^\]]*\]|\([^)]*\)|"/g, ' ')
            .replace(/^\s*THE /, '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .filter(
          (name) =>
            name.length > 2 &&
            normalString(name)
              .split(' ')
              .some((word) => !PLAIN.has(word)),
        )
        .filter(
          (name) => name.split(' ').length <= 8 && !/ (?:TROOPS|MEMBERS|GUERRILLAS|FIGHTERS)$/.test(name),
        );
      if (proper.length === 0) continue;
      const same = entries.filter((entry) => proper.some((name) => entry.has(name)));
      const joined = new Set([...proper, ...same.flatMap((entry) => [...entry])]);
      for (const entry of same) entries.splice(entries.indexOf(entry), 1);
      entries.push(joined);
    }
  }
  return entries.map((names, at) => {
    const list = [...names].sort((a, b) => b.length - a.length);
    return {
      entity: `muc-${at}`,
      caption: list[0],
      kind: 'group',
      countries: [],
      names: list.map((text, index) => ({
        text,
        kind: index === 0 ? 'primary' : /^[A-Z0-9-]{2,6}$/.test(text) ? 'acronym' : 'alias',
        strength: 'strong',
      })),
    };
  });
}

const ISO = {
  'EL SALVADOR': 'SV',
  COLOMBIA: 'CO',
  PERU: 'PE',
  GUATEMALA: 'GT',
  CHILE: 'CL',
  HONDURAS: 'HN',
  BOLIVIA: 'BO',
  ECUADOR: 'EC',
  ARGENTINA: 'AR',
  PANAMA: 'PA',
  NICARAGUA: 'NI',
  VENEZUELA: 'VE',
  BRAZIL: 'BR',
  JAMAICA: 'JM',
  SPAIN: 'ES',
  'UNITED STATES': 'US',
  GUATAMALA: 'GT',
};

function within(day, { from, to }) {
  return (from === null || day >= from) && (to === null || day <= to);
}

/** All figures over some documents; `answerOf` gives a document's answer. */
export function mucFigures(documents, answerOf) {
  let [relevant, types, organisations] = [0, NO_COUNTS, NO_COUNTS];
  const days = { within: 0, said: 0, exact: 0, exactGold: 0 };
  const countries = { right: 0, gold: 0 };
  for (const document of documents) {
    const answer = answerOf(document);
    if (answer.relevant === document.relevant) relevant += 1;
    const { gold, neutral } = mucTypes(document);
    types = added(types, setCounts(answer.types, gold, neutral));
    const keyed = mucOrganisations(document);
    const optional = keyed.filter((one) => one.optional).map(({ names }) => new Set(names.map(normalString)));
    const said = answer.organisations.filter(
      (strings) => !strings.every((text) => optional.some((names) => names.has(normalString(text)))),
    );
    organisations = added(
      organisations,
      ceafRee(
        said,
        keyed.filter((one) => !one.optional).map(({ names }) => names),
      ),
    );
    const dates = mucDates(document);
    if (dates.length > 0) {
      days.said += answer.days.length;
      days.within += answer.days.filter((day) => dates.some((date) => within(day, date))).length;
      const exact = new Set(dates.flatMap(({ from, to }) => (from !== null && from === to ? [from] : [])));
      days.exactGold += exact.size;
      days.exact += [...exact].filter((day) => answer.days.includes(day)).length;
    }
    const where = mucCountries(document).map((name) => ISO[name] ?? name);
    countries.gold += where.length;
    countries.right += where.filter((code) => answer.countries.includes(code)).length;
  }
  const asked = scored(types);
  const ceaf = scored(organisations);
  return {
    documents: documents.length,
    relevance: round(relevant / documents.length),
    typeF1: round(asked.f1),
    typeP: round(asked.precision),
    typeR: round(asked.recall),
    perpOrgF1: round(ceaf.f1 * 100),
    perpOrgP: round(ceaf.precision * 100),
    perpOrgR: round(ceaf.recall * 100),
    daysWithin: round(days.within / Math.max(1, days.said)),
    exactDaysFound: round(days.exact / Math.max(1, days.exactGold)),
    countriesFound: round(countries.right / Math.max(1, countries.gold)),
  };
}

/**
 * Confidence of organisations that the key gives, `pairs` as in org_confidence_pairs_dev.json, in five folds by
 * document: by the rules alone (an organisation that they tie to nothing takes the commonest label of such in the
 * other folds), and by rules and weights: a logistic model over the rules' answer and cue words, learned on the other
 * folds. Claims get `CLAIM_BONUS`, chosen on DEV: a claim is what a desk must not miss.
 */
export function confidenceFigures(pairs, readingOf) {
  const rule = new Map();
  const cues = new Map();
  for (const pair of pairs) {
    const reading = readingOf(pair.doc);
    rule.set(pair, mucConfidence(reading, pair.names));
    cues.set(pair, confidenceCues(reading, pair.names, rule.get(pair)));
  }
  const docs = [...new Set(pairs.map(({ doc }) => doc))].sort();
  const foldOf = new Map(docs.map((doc, at) => [doc, at % 5]));
  const tallies = { rules: tally(), rulesAndWeights: tally() };
  const confusion = {};
  for (let fold = 0; fold < 5; fold += 1) {
    const train = pairs.filter(({ doc }) => foldOf.get(doc) !== fold);
    const counts = new Map();
    for (const pair of train) {
      if (rule.get(pair) === null) counts.set(pair.labels[0], (counts.get(pair.labels[0]) ?? 0) + 1);
    }
    const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'REPORTED AS FACT';
    const weights = logistic(train.map((pair) => ({ features: cues.get(pair), label: pair.labels[0] })));
    for (const pair of pairs) {
      if (foldOf.get(pair.doc) !== fold) continue;
      count(tallies.rules, rule.get(pair) ?? common, pair);
      const label = decide(weights, cues.get(pair), { [CLAIM]: CLAIM_BONUS });
      count(tallies.rulesAndWeights, label, pair);
      const key = `${pair.labels[0]} > ${label}`;
      confusion[key] = (confusion[key] ?? 0) + 1;
    }
  }
  const figures = Object.fromEntries(
    Object.entries(tallies).map(([name, { first, any, claims }]) => [
      name,
      {
        firstLabel: round(first / pairs.length),
        anyAlternative: round(any / pairs.length),
        claimF1: round(scored(claims).f1),
      },
    ]),
  );
  return { figures: { pairs: pairs.length, ...figures }, confusion };
}

const CLAIM = 'CLAIMED OR ADMITTED';
const CLAIM_BONUS = 0.4;
const tally = () => ({ first: 0, any: 0, claims: NO_COUNTS });

function count(held, label, { labels }) {
  if (label === labels[0]) held.first += 1;
  if (labels.includes(label)) held.any += 1;
  held.claims = added(held.claims, {
    right: label === CLAIM && labels.includes(CLAIM) ? 1 : 0,
    predicted: label === CLAIM ? 1 : 0,
    gold: labels[0] === CLAIM ? 1 : 0,
  });
}

export function mucDocuments() {
  const text = dataFile('muc', 'muc_dev_tst1_tst2.jsonl.gz');
  return text === null ? null : jsonLines(text);
}

/** Reads each document once. */
export function reader(documents) {
  const gazetteer = wire.gazetteer(devGazetteer(documents));
  const byId = new Map(documents.map((document) => [document.docid, document]));
  const held = new Map();
  return (docid) => {
    const known = held.get(docid);
    if (known !== undefined) return known;
    const reading = wire.readReport(byId.get(docid).text, { gazetteer });
    held.set(docid, reading);
    return reading;
  };
}

export function run({ test = true } = {}) {
  const documents = mucDocuments();
  if (documents === null) return { leftOut: 'the MUC-4 texts are not here' };
  const read = reader(documents);
  const of = (split) =>
    mucFigures(
      documents.filter((one) => one.split === split),
      ({ docid }) => mucAnswer(read(docid)),
    );
  const pairs = JSON.parse(dataFile('muc', 'org_confidence_pairs_dev.json'));
  const out = {
    'dev (development)': of('dev'),
    'tst1 (development)': of('tst1'),
    'confidence, 732 pairs, 5 folds (development)': confidenceFigures(pairs, read).figures,
  };
  if (test) out['tst2 (test)'] = of('tst2');
  return out;
}
