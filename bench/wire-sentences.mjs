// Headlines with their dead (UCDP GED) and coded event sentences (PLOVER).
import { dataFile, round, wire } from './wire-sources.mjs';

const { gazetteer, readReport } = wire;

const WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})*|${[...WORDS.keys()].join('|')})`;
/** A count of dead as a person would point at it: written apart from the reader's rules, and blunt. */
const DEAD = [
  new RegExp(
    String.raw`\b${NUMBER}(?: (?!killed|dead|wounded|injured|hurt|arrested)[\w'’-]+){0,4} (?:(?:were|was|are|have been|has been|reportedly) )*(?:killed|dead|died|slain|perish\w*)\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\bkill(?:s|ed|ing)? (?:at least |over |more than |about |some |nearly |up to |around )?${NUMBER}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:leaves?|left|leaving) (?:at least |over |more than )?${NUMBER}(?: [\w'’-]+){0,3} dead\b`,
    'gi',
  ),
  new RegExp(String.raw`\bdeath toll [\w ]{0,20}(?:to|at|reaches|of) ${NUMBER}\b`, 'gi'),
];

/** The counts of dead that a headline prints. */
export function deadIn(headline) {
  const found = new Set();
  for (const pattern of DEAD) {
    for (const [, text] of headline.matchAll(pattern)) {
      const value = WORDS.get(text.toLowerCase()) ?? Number(text.replaceAll(',', ''));
      if (value > 0 && value < 1900) found.add(value);
    }
  }
  return found;
}

function csvRows(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') [row, cell] = [[...row, cell], ''];
    else if (c === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      [row, cell] = [[], ''];
    } else cell += c;
  }
  return rows;
}

/** Of the counts of dead that headlines print, how many the reader finds; and how many it finds that are none. */
export function ucdpFigures(show = null) {
  const text = dataFile('wire', 'ucdp_ged_sample_1000.csv.gz');
  if (text === null) return { leftOut: 'the UCDP sample is not here' };
  const [head, ...rows] = csvRows(text);
  const at = head.indexOf('source_headline');
  const names = gazetteer([]);
  let [headlines, gold, found, spurious] = [0, 0, 0, 0];
  for (const headline of new Set(
    rows.flatMap((row) => (row[at] ?? '').split(';').map((part) => part.trim())),
  )) {
    if (headline === '') continue;
    const wanted = deadIn(headline);
    if (wanted.size === 0) continue;
    headlines += 1;
    const reading = readReport(headline, { gazetteer: names });
    const got = new Set(
      reading.casualties.filter(({ kind }) => kind === 'killed').map(({ low, high }) => low || high),
    );
    gold += wanted.size;
    const missed = [...wanted].filter((value) => !got.has(value));
    found += wanted.size - missed.length;
    spurious += [...got].filter((value) => !wanted.has(value)).length;
    if (missed.length > 0) show?.(`${missed} | ${[...got]} | ${headline}`);
  }
  return { headlines, counts: gold, found: round(found / gold), others: spurious };
}

/** PLOVER's classes that the reader covers, and what of a reading shows each. */
export function ploverClass(reading) {
  const of = (type, ...statuses) =>
    reading.events.some(
      (event) => event.type === type && (statuses.length === 0 || statuses.includes(event.status)),
    );
  const position = (act) => reading.positions.some(({ speechAct }) => speechAct === act);
  if (reading.attributions.some(({ kind }) => kind === 'denied')) return 'REJECT';
  if (of('attack', 'threatened')) return 'THREATEN';
  if (of('attack', 'happened')) return 'ASSAULT';
  if (of('operation', 'happened')) return 'FIGHT';
  if (of('arrest') || of('ban') || of('trial')) return 'COERCE';
  if (of('designation') || of('financing')) return 'SANCTION';
  if (of('aid', 'happened')) return 'AID';
  if (of('agreement', 'happened')) return 'SUPPORT';
  if (reading.commitments.length > 0 || of('aid', 'planned') || of('agreement', 'planned')) return 'AGREE';
  if (of('visit', 'planned') || of('dialogue', 'planned')) return 'AGREE';
  if (position('reject')) return 'REJECT';
  if (position('threaten')) return 'THREATEN';
  if (position('urge')) return 'DEMAND';
  if (position('condemn') || reading.allegations.length > 0) return 'DISAPPROVE';
  if (of('visit') || of('dialogue')) return 'CONSULT';
  if (position('praise')) return 'SUPPORT';
  return null;
}

export const PLOVER_COVERED = new Set(
  'AGREE DEMAND REJECT THREATEN COERCE FIGHT DISAPPROVE ASSAULT SANCTION SUPPORT CONSULT AID'.split(' '),
);

export function ploverFigures(show = null) {
  const text = dataFile('wire', 'plover_gsr.txt');
  if (text === null) return { leftOut: 'the PLOVER sentences are not here' };
  const names = gazetteer([]);
  const tally = new Map();
  let [all, right] = [0, 0];
  for (const { event, text: sentence } of JSON.parse(text)) {
    if (!PLOVER_COVERED.has(event) || typeof sentence !== 'string') continue;
    const got = ploverClass(readReport(sentence.replace(/[{}]/g, ''), { gazetteer: names }));
    all += 1;
    if (got === event) right += 1;
    else show?.(`${event} > ${got} | ${sentence}`);
    const key = `${event} > ${got}`;
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  return { sentences: all, accuracy: round(right / all), majority: round(40 / all), tally };
}
