// Six US statements: designations, aliases, authorities, dates and promises against labels that hold offsets only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './harness.mjs';
import { dataFile, evaluation, jsonLines, round, wire } from './wire-sources.mjs';

const { added, maximumMatching, NO_COUNTS, normalString, scored } = evaluation;

const overlap = ([a, b], [c, d]) => Math.max(0, Math.min(b, d) - Math.max(a, c));
const touches = (a, b) => overlap(a, b) > 0;
/** Two promises are one when they share half of the shorter one's words. */
const same = (a, b) => overlap(a, b) >= 0.5 * Math.min(a[1] - a[0], b[1] - b[0]);
const at = ({ start, end }) => [start, end];

function match(predicted, gold, fits) {
  return {
    right: maximumMatching(predicted.length, gold.length, (i, j) => fits(predicted[i], gold[j])),
    predicted: predicted.length,
    gold: gold.length,
  };
}

const LISTED = new Set(['designation', 'amendment', 'delisting', 'ban']);
const equal = (a, b) => a.length === b.length && [...a].sort().join() === [...b].sort().join();

/** Where those who have a part in the events stand, each place once. */
function places(events, wanted) {
  const found = new Map();
  for (const { participants } of events) {
    for (const { role, span } of participants) if (role === wanted) found.set(span.start, at(span));
  }
  return [...found.values()];
}

/** Each alias once, with all the places at which it is said to be one. */
function aliasPlaces(events) {
  const found = new Map();
  for (const { participants } of events) {
    for (const { role, span } of participants) {
      if (role !== 'alias') continue;
      const key = normalString(span.quote);
      found.set(key, [...(found.get(key) ?? []), at(span)]);
    }
  }
  return [...found.values()];
}

/** Where authorities stand: those that act in events, and those that a wording such as "proscribed by" names. */
function authorityPlaces(events, wordings) {
  const worded = wordings.filter(({ authority }) => authority !== null).map(({ span }) => at(span));
  const acting = places(events, 'authority');
  const apart = worded.filter((one) => !acting.some((other) => touches(one, other)));
  return [...acting, ...new Map(apart.map((one) => [one[0], one])).values()];
}

function scoreOne(reading, gold, show) {
  const events = reading.events.filter(({ type }) => LISTED.has(type));
  const said = events.flatMap((event) =>
    event.participants.filter(({ role }) => role === 'target').map((target) => ({ event, target })),
  );
  // A target is the same one wherever the text names it, so its place need only be one of its names'.
  const named = (entity, span) =>
    entity !== null && reading.mentions.some((one) => one.entity === entity && touches(at(one.span), span));
  const designations = match(
    said,
    gold.designations,
    ({ event, target }, wanted) =>
      event.type === wanted.type &&
      event.spans.some((span) => touches(at(span), wanted.verb)) &&
      (touches(at(target.span), wanted.target) || named(target.entity, wanted.target)) &&
      (wanted.programmes.length === 0 || equal(event.programmes, wanted.programmes)) &&
      (wanted.date === null || event.when?.value === wanted.date),
  );
  const aliases = match(aliasPlaces(events), gold.aliases, (found, wanted) =>
    found.some((place) => touches(place, wanted)),
  );
  const authorities = match(authorityPlaces(events, reading.wordings), gold.authorities, touches);
  const whens = [...reading.events.map(({ when }) => when), ...reading.commitments.map(({ due }) => due)];
  const dates = {
    right: gold.dates.filter(([start, end, value]) =>
      whens.some((when) => when?.value === value && touches(at(when.basis), [start, end])),
    ).length,
    predicted: gold.dates.length,
    gold: gold.dates.length,
  };
  const commitments = match(
    reading.commitments.map(({ span }) => at(span)),
    gold.commitments,
    same,
  );
  show?.(gold.id, { designations, aliases, authorities, dates, commitments });
  return { designations, aliases, authorities, dates, commitments };
}

/** The figures; dates are those found, the others F1. `gazetteer` holds the record's names. */
export function statementFigures(gazetteer, show = null) {
  const text = dataFile('wire', 'usgov_statements.jsonl');
  if (text === null) return { leftOut: 'the statements are not here' };
  const { statements } = JSON.parse(readFileSync(join(ROOT, 'bench', 'wire-usgov-gold.json'), 'utf8'));
  const byId = new Map(jsonLines(text).map((one) => [one.id, one]));
  const sums = {};
  for (const gold of statements) {
    const { text: body, date } = byId.get(gold.id);
    const reading = wire.readReport(body, { gazetteer, publishedHint: date });
    for (const [kind, counts] of Object.entries(scoreOne(reading, gold, show)))
      sums[kind] = added(sums[kind] ?? NO_COUNTS, counts);
  }
  return Object.fromEntries(
    Object.entries(sums).map(([kind, counts]) => {
      const { precision, recall, f1 } = scored(counts);
      return [
        kind,
        kind === 'dates'
          ? { found: round(recall), of: counts.gold }
          : { f1: round(f1), precision: round(precision), recall: round(recall), of: counts.gold },
      ];
    }),
  );
}
