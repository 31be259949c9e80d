import type { Telling } from './telling.ts';

/** Sub-types that several reporters give to one deed. */
const CLOSE: readonly (readonly string[])[] = [
  ['bombing', 'suicide-bombing', 'explosion'],
  ['ambush', 'shooting', 'armed-assault', 'raid', 'clash'],
  ['hijacking', 'abduction', 'hostage-taking', 'seizure'],
  ['air-strike', 'drone', 'rocket', 'shelling'],
  ['killing', 'shooting', 'assassination', 'bombing', 'suicide-bombing', 'ambush'],
];

/** How far two tellings are known to mean one event. */
export interface Agreement {
  /** Whether something in them cannot be true of one event; then they share nothing. */
  readonly conflict: boolean;
  readonly weight: number;
  readonly shares: readonly ('day' | 'place' | 'thing' | 'actor' | 'sides' | 'toll')[];
}

const CONFLICT: Agreement = { conflict: true, weight: 0, shares: [] };
/** What two tellings must share to be taken for one event; see SPEC.md, O5. */
export const ONE_EVENT = 3;

const WEIGHTS = { day: 2, place: 2, thing: 2, actor: 1, sides: 2, toll: 0.5 } as const;
/** Writers in other zones, and writers of the morning after, are a day off. */
const DAY_MS = 86_400_000;
/** A span of days up to this long tells a day; longer ones only do not conflict. */
const A_DAY = 3;

/** Compares what two documents tell. Symmetric. */
export function agreement(a: Telling, b: Telling): Agreement {
  if (a.type !== b.type || !subtypesMeet(a.subtype, b.subtype)) return CONFLICT;
  if (a.country !== null && b.country !== null && a.country !== b.country) return CONFLICT;
  if (!statusesMeet(a, b) || !daysMeet(a, b) || placesConflict(a, b)) return CONFLICT;
  const isListing = LISTINGS.has(a.type);
  if (isListing && !meet(a.things, b.things)) return CONFLICT;
  if (isListing && a.programmes.length > 0 && b.programmes.length > 0 && !meet(a.programmes, b.programmes))
    return CONFLICT;
  if (a.sides.length > 0 && b.sides.length > 0 && BETWEEN.has(a.type) && !oneHoldsOther(a.sides, b.sides))
    return CONFLICT;
  const shares: (keyof typeof WEIGHTS)[] = [];
  if (isOneDay(a) && isOneDay(b)) shares.push('day');
  if (a.place !== null && a.place === b.place && a.placePrecision === 'city') shares.push('place');
  if (meet(a.things, b.things)) shares.push('thing');
  if (meet(actorsOf(a), actorsOf(b))) shares.push('actor');
  if (BETWEEN.has(a.type) && common(a.sides, b.sides) > 1) shares.push('sides');
  if (meet(tollsOf(a), tollsOf(b))) shares.push('toll');
  return { conflict: false, weight: shares.reduce((sum, share) => sum + WEIGHTS[share], 0), shares };
}

/** Whether an agreement is enough: a name for the thing, or a day with a place, a side or a claim that tells it apart. */
export function isOneEvent({ weight, shares }: Agreement): boolean {
  if (weight < ONE_EVENT) return false;
  const tells = shares.filter((share) => share !== 'toll' && share !== 'actor');
  return tells.length > 1 || (tells.length === 1 && shares.includes('actor'));
}

const LISTINGS: ReadonlySet<string> = new Set(['designation', 'ban', 'delisting', 'amendment']);
const BETWEEN: ReadonlySet<string> = new Set(['dialogue', 'visit', 'agreement', 'statement', 'aid']);

function subtypesMeet(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || CLOSE.some((group) => group.includes(a) && group.includes(b));
}

/** What was planned and what came of it are told as one event; what was foiled did not happen. */
function statusesMeet(a: Telling, b: Telling): boolean {
  return a.status === b.status || !FAILED.has(a.status) === !FAILED.has(b.status);
}
const FAILED: ReadonlySet<string> = new Set(['foiled', 'threatened', 'negated', 'hypothetical']);

function daysMeet(a: Telling, b: Telling): boolean {
  if (a.from !== null && b.to !== null && Date.parse(a.from) - Date.parse(b.to) > DAY_MS) return false;
  return !(b.from !== null && a.to !== null && Date.parse(b.from) - Date.parse(a.to) > DAY_MS);
}

function isOneDay({ from, to }: Telling): boolean {
  return from !== null && to !== null && Date.parse(to) - Date.parse(from) < A_DAY * DAY_MS;
}

/** Two towns are two places; a town and a province may be one, which nobody here can tell. */
function placesConflict(a: Telling, b: Telling): boolean {
  if (a.place === null || b.place === null || a.placePrecision !== b.placePrecision) return false;
  if (a.placePrecision !== 'city' && a.placePrecision !== 'division') return false;
  return a.place.toLowerCase() !== b.place.toLowerCase() && !meet(a.things, b.things);
}

function actorsOf(telling: Telling): readonly string[] {
  return telling.attributions.flatMap(({ actor, kind }) =>
    actor === null || kind === 'denied' ? [] : [actor.entity ?? actor.text.toLowerCase()],
  );
}

function tollsOf({ figures }: Telling): readonly string[] {
  return figures.filter(({ part }) => !part).map(({ kind, low }) => `${kind} ${low}`);
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => one !== '' && (one === other || holds(one, other) || holds(other, one))),
  );
}

/** Whether one name has all words of another, which has two at least: "jaffar express train", "jaffar express". */
function holds(long: string, short: string): boolean {
  const words = short.split(' ');
  if (words.length < 2) return false;
  const there = new Set(long.split(' '));
  return words.every((word) => there.has(word));
}

function common(a: readonly string[], b: readonly string[]): number {
  return new Set(a.filter((one) => b.includes(one))).size;
}

function oneHoldsOther(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) || b.every((one) => a.includes(one));
}
