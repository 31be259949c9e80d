import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { PrepPhrase } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { EventType, Where } from '../reading.ts';
import { isBody } from '../world/tables/countries.ts';

const PLACING = new Set([
  'in',
  'at',
  'near',
  'of',
  'outside',
  'inside',
  'on',
  'around',
  'along',
  'across',
  'against',
]);

/** Where, by the phrases that follow an event's word and the names before it. The most exact name wins. */
export function whereOf(preps: readonly PrepPhrase[], before: readonly Named[]): Where | null {
  const places: Named[] = [...before];
  for (const { word, nouns } of preps) {
    if (!PLACING.has(word)) continue;
    for (const noun of nouns) places.push(...placesIn(noun, word));
  }
  const exact = places.find(({ kind, use }) => kind === 'place' || use === 'capital');
  const state = places.find(({ kind, use }) => kind === 'state' && use === 'name');
  const best = exact ?? state;
  if (best === undefined) return null;
  const precision = best.kind === 'state' ? (best.use === 'capital' ? 'city' : 'country') : best.precision;
  return { text: best.text, country: best.country, basis: 'text', precision };
}

function placesIn(noun: NounChunk, word: string): readonly Named[] {
  const names = namesIn(noun).filter(isPlace);
  // "against Pakistan", "of the US" name a state as a party: only a place in it places something.
  const loose = word === 'of' || word === 'against' || word === 'on';
  return loose ? names.filter(({ kind }) => kind === 'place') : names;
}

function isPlace({ kind, use, country }: Named): boolean {
  // "Talks at the UN": nobody is in a body.
  if (country === 'UN' || country === 'EU' || isBody(country)) return false;
  return kind === 'place' || (kind === 'state' && use !== 'demonym');
}

/** The country from the dateline, where nothing in the text places the event. */
export function datelineWhere(country: string | null): Where | null {
  return country === null ? null : { text: null, country, basis: 'dateline', precision: 'country' };
}

/** Whether a sentence names a place at all. */
export function namesPlace(sentence: ReadSentence): boolean {
  return sentence.things.some(isPlace);
}

/** Where no place is told: police and courts act at home (`doers`: their states); an attack is where the report was filed from. */
export function defaultWhere(
  type: EventType,
  datelineCountry: string | null,
  doers: readonly string[] = [],
): Where | null {
  const [own] = doers;
  const home = type === 'arrest' || type === 'trial' || type === 'financing';
  if (own !== undefined && home) return { text: null, country: own, basis: 'actor', precision: 'country' };
  return type === 'attack' || type === 'arrest' || type === 'operation' || type === 'trial'
    ? datelineWhere(datelineCountry)
    : null;
}
