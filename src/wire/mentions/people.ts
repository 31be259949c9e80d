import type { Unit } from '../grammar/units.ts';
import { VERBS } from '../grammar/verbs.ts';
import { SMALL_WORDS } from '../grammar/words.ts';
import { type Named, named } from './named.ts';
import { isCapitalised } from './names.ts';
import { HONORIFICS, NOT_PERSONS, OFFICES, TITLES } from './offices.ts';

/** A person found among a sentence's units `[first, last)`. */
export interface PersonFound {
  readonly first: number;
  readonly last: number;
  readonly person: Named;
}

/** Most words of a name. */
const LONGEST_NAME = 5;
/** Furthest that an office may run after a name, in units. */
const LONGEST_OFFICE = 22;
const PARTICLES = new Set(['bin', 'ibn', 'al', 'el', 'ul', 'ur', 'ud', 'de', 'von', 'van', 'bint']);

/**
 * Persons whom the text gives an office or a title: "Nabeel Munir, Pakistan's Special Secretary for the UN",
 * "Army chief Field Marshal Asim Munir", "the envoy, Farhad Jalali,". A capitalised name without either is no
 * person here: it may be a train.
 */
export function findPeople(units: readonly Unit[], text: string): readonly PersonFound[] {
  const out: PersonFound[] = [];
  let at = 0;
  while (at < units.length) {
    const found = personAt(units, at, text);
    if (found === null) {
      at += 1;
      continue;
    }
    out.push(found);
    at = found.last;
  }
  return out;
}

function personAt(units: readonly Unit[], at: number, text: string): PersonFound | null {
  const name = nameRun(units, at);
  if (name === null) return null;
  const [a, b] = [units[name.first], units[name.last - 1]];
  if (a === undefined || b === undefined) return null;
  const before = officeBefore(units, name.first);
  const after = officeAfter(units, name.last);
  const office = after ?? before;
  if (office === null && !name.titled) return null;
  const country = office === null ? null : countryIn(units, office.first, office.last);
  return {
    first: name.first,
    last: name.last,
    person: named('person', text.slice(a.start, b.end), a.start, b.end, {
      country,
      office:
        office === null
          ? null
          : text.slice(units[office.first]?.start ?? 0, units[office.last - 1]?.end ?? 0),
      confidence: 0.9,
    }),
  };
}

/** What a secretary or a chief is of, between his title and his name. */
const PORTFOLIOS = new Set([
  'state',
  'defense',
  'defence',
  'interior',
  'staff',
  'treasury',
  'war',
  'energy',
  'commerce',
]);

interface Run {
  readonly first: number;
  readonly last: number;
  readonly titled: boolean;
}

/** A run of capitalised words that may be a name, its titles cut off its front. */
function nameRun(units: readonly Unit[], from: number): Run | null {
  let first = from;
  let titled = false;
  while (isTitle(units, first)) {
    titled = true;
    first += 1;
    if (units[first]?.low === '.') first += 1;
    // "Secretary of State Daniel Whitmore"
    if (units[first]?.low === 'of' && PORTFOLIOS.has(units[first + 1]?.low ?? '')) first += 2;
  }
  if (HONORIFICS.has(units[first]?.low ?? '') && isName(units[first + 1])) titled = true;
  let last = first;
  let words = 0;
  while (last < units.length && words < LONGEST_NAME) {
    const unit = units[last];
    if (unit === undefined) break;
    if (unit.low === '.' && words > 0 && units[last - 1]?.text.length === 1 && isName(units[last + 1])) {
      last += 1;
      continue;
    }
    if (!isName(unit) && !(words > 0 && PARTICLES.has(unit.low) && isName(units[last + 1]))) break;
    last += 1;
    words += 1;
  }
  if (words < (titled ? 1 : 2)) return null;
  const end = units[last - 1]?.low ?? '';
  if (NOT_PERSONS.has(end) || OFFICES.has(end)) return null;
  return { first, last, titled };
}

function isTitle(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.mark || unit.named !== null || unit.date !== null) return false;
  if (!TITLES.has(unit.low.replace('.', ''))) return false;
  const next = units[units[at + 1]?.low === '.' ? at + 2 : at + 1];
  if (!isCapitalised(unit.text))
    return isCapitalised(next?.text ?? 'x') && isName(next) && OFFICES.has(unit.low);
  return true;
}

function isName(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.mark || unit.number || unit.named !== null || unit.date !== null)
    return false;
  if (unit.parts.length > 0 || !isCapitalised(unit.text)) return false;
  const small = SMALL_WORDS.get(unit.low);
  if (small !== undefined && unit.text.length !== 1 && !PARTICLES.has(unit.low)) return false;
  return !VERBS.has(unit.low) || unit.text.length > 2;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** ", Pakistan's Special Secretary for the UN," after a name. */
function officeAfter(units: readonly Unit[], at: number): Range | null {
  if (units[at]?.low !== ',') return null;
  const first = at + 1;
  if (SMALL_WORDS.get(units[first]?.low ?? '')?.has('conj')) return null;
  let end = officeEnd(units, first);
  if (end <= first || !holdsOffice(units, first, end)) return null;
  const closing = units[end]?.low;
  // ", the Secretary has": a new subject, and nobody's office.
  if (closing !== undefined && closing !== ',' && closing !== 'and' && closing !== '.' && closing !== ';')
    return null;
  // "Joint Secretary, Ministry of External Affairs of India": the body belongs to the office.
  if (closing === ',' && units[end + 1]?.named?.kind === 'organ') end = officeEnd(units, end + 1);
  return { first, last: end };
}

/** The office that leads up to a name: "Army chief", or "…, Ambassador" with its phrase before the comma. */
function officeBefore(units: readonly Unit[], nameFirst: number): Range | null {
  let at = nameFirst;
  while (at > 0 && (isTitle(units, at - 1) || units[at - 1]?.low === '.' || isPortfolio(units, at - 1)))
    at -= 1;
  let first = at;
  if (units[first - 1]?.low === ',') {
    const phrase = phraseBefore(units, first - 1);
    if (phrase !== null) return phrase;
  }
  // "Pakistan's interior minister Farhad Jalali", "US Department of State Coordinator for …".
  while (first > 0 && leadsOffice(units[first - 1])) first -= 1;
  return first < nameFirst && holdsOffice(units, first, nameFirst) ? { first, last: nameFirst } : null;
}

function isPortfolio(units: readonly Unit[], at: number): boolean {
  const low = units[at]?.low ?? '';
  return (
    (PORTFOLIOS.has(low) && units[at - 1]?.low === 'of') ||
    (low === 'of' && PORTFOLIOS.has(units[at + 1]?.low ?? ''))
  );
}

function phraseBefore(units: readonly Unit[], comma: number): Range | null {
  let first = comma;
  while (first > 0 && comma - first < LONGEST_OFFICE) {
    const unit = units[first - 1];
    if (unit === undefined || unit.low === ',' || unit.date !== null) break;
    const verb = unit.named === null && VERBS.get(unit.low);
    if (verb && !isCapitalised(unit.text)) break;
    if (unit.low === 'and' && !holdsOffice(units, first, comma)) {
      first -= 1;
      continue;
    }
    if (unit.low === 'and') break;
    first -= 1;
  }
  return holdsOffice(units, first, comma) ? { first, last: comma } : null;
}

function leadsOffice(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.mark) return unit?.low === "'s" || unit?.low === '’s';
  if (unit.named !== null) return unit.named.kind === 'state' || unit.named.kind === 'organ';
  return OFFICES.has(unit.low) || TITLES.has(unit.low);
}

function officeEnd(units: readonly Unit[], first: number): number {
  let at = first;
  while (at < units.length && at - first < LONGEST_OFFICE) {
    const unit = units[at];
    if (unit === undefined || unit.low === ',' || unit.low === ';' || unit.low === ':') break;
    if (unit.low === '.' && !isInitialDot(units, at)) break;
    const small = SMALL_WORDS.get(unit.low);
    if (small?.has('be') || small?.has('have') || small?.has('modal') || unit.low === 'who') break;
    if (unit.low === 'and' && beginsName(units, at + 1)) break;
    if (at > first && unit.named === null && small === undefined && !isCapitalised(unit.text)) {
      const verb = VERBS.get(unit.low);
      if (verb?.forms.has('past') && !OFFICES.has(unit.low)) break;
      if (verb?.forms.has('s') && !OFFICES.has(unit.low)) break;
    }
    if (unit.date !== null) break;
    at += 1;
  }
  return at;
}

function isInitialDot(units: readonly Unit[], at: number): boolean {
  return units[at - 1]?.text.length === 1;
}

function beginsName(units: readonly Unit[], at: number): boolean {
  return nameRun(units, at) !== null;
}

function holdsOffice(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    const unit = units[at];
    if (unit === undefined || unit.named !== null) continue;
    if (OFFICES.has(unit.low) || OFFICES.has(unit.low.split('-').at(-1) ?? '')) return true;
  }
  return false;
}

/** The state that an office belongs to: the first that its words name, but not what it is an office for. */
function countryIn(units: readonly Unit[], first: number, last: number): string | null {
  let after: string | null = null;
  for (let at = first; at < last; at += 1) {
    const thing = units[at]?.named ?? units[at]?.parts[0] ?? null;
    if (thing === null || thing.country === null) continue;
    if (thing.kind !== 'state' && thing.kind !== 'organ') continue;
    // "Special Secretary for the UN" serves elsewhere.
    let back = at - 1;
    while (back >= first && units[back]?.low === 'the') back -= 1;
    if (units[back]?.low === 'for' || units[back]?.low === 'to') continue;
    if (thing.country === 'UN' || thing.country === 'EU') {
      after ??= thing.country;
      continue;
    }
    return thing.country;
  }
  return after;
}
