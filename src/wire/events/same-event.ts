import { dateBounds, overlaps, type PartialDate, tryParseDate } from '../../kernel/index.ts';
import { shiftDate } from '../../text/index.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { EventStatus, EventType, Participant, When, Where } from '../reading.ts';
import type { Draft, RelativeTime } from './draft.ts';

/** An event as far as it has been told: what `merge` compares a new telling with. */
export interface Told {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly status: EventStatus;
  readonly when: When | null;
  readonly relative: RelativeTime | null;
  readonly where: Where | null;
  readonly participants: readonly Participant[];
  readonly programmes: readonly string[];
  readonly thing: string | null;
  readonly drafts: readonly Draft[];
}

/** Sub-types that one attack can be called by turns. */
const CLOSE: readonly (readonly string[])[] = [
  ['bombing', 'suicide-bombing'],
  ['ambush', 'shooting'],
  ['hijacking', 'abduction'],
  ['air-strike', 'drone', 'rocket'],
];

/**
 * Whether a new telling means an event told before (SPEC.md, E5): nothing that the two say may conflict, and
 * they must share something that tells the event apart, unless the new one is told as known ("the attack").
 */
export function isSameEvent(told: Told, draft: Draft): boolean {
  if (told.type !== draft.type || !compatible(told, draft)) return false;
  if (linkedInSentence(told, draft)) return true;
  const heading = draft.sentence.zone === 'headline' || draft.sentence.zone === 'summary';
  switch (draft.type) {
    case 'designation':
    case 'ban':
    case 'delisting':
    case 'amendment':
      return true;
    case 'attack':
      if (draft.bare) return draft.definite;
      return (
        sharesDate(told, draft) ||
        sharesThing(told, draft) ||
        ((draft.definite || heading) && !conflictsInPlace(told, draft)) ||
        sharesPlace(told, draft)
      );
    case 'dialogue':
      if (draft.bare || draft.definite || heading) return true;
      return (
        sharesDate(told, draft) ||
        (sidesOf(told.participants).size > 0 && sidesOf(draft.participants).size > 0)
      );
    case 'statement':
    case 'agreement':
    case 'visit':
      return true;
    default:
      return draft.definite || heading || (sharesDate(told, draft) && sharesPlace(told, draft));
  }
}

function compatible(told: Told, draft: Draft): boolean {
  if (!statusesMeet(told, draft)) return false;
  if (isListing(draft.type) ? told.subtype !== draft.subtype : !subtypesMeet(told.subtype, draft.subtype))
    return false;
  if (!timesMeet(told, draft) || conflictsInPlace(told, draft)) return false;
  if (told.thing !== null && draft.thing !== null && !namesMeet(told.thing, draft.thing)) return false;
  if (isListing(draft.type)) return listingsMeet(told, draft);
  if (draft.type === 'dialogue' || draft.type === 'visit' || draft.type === 'agreement') {
    const [a, b] = [sidesOf(told.participants), sidesOf(draft.participants)];
    return subset(a, b) || subset(b, a);
  }
  return true;
}

function statusesMeet(told: Told, draft: Draft): boolean {
  if (told.status === draft.status) return true;
  return draft.bare && draft.definite;
}

function subtypesMeet(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  return CLOSE.some((group) => group.includes(a) && group.includes(b));
}

function isListing(type: EventType): boolean {
  return type === 'designation' || type === 'ban' || type === 'delisting' || type === 'amendment';
}

function listingsMeet(told: Told, draft: Draft): boolean {
  const [a, b] = [roleKey(told.participants, 'target'), roleKey(draft.participants, 'target')];
  if (a !== b) return false;
  if (disjoint(told.programmes, draft.programmes)) return false;
  const [x, y] = [authorityKey(told.participants), authorityKey(draft.participants)];
  return x === null || y === null || x === y;
}

/** Whether both name programmes and none of them in common: a group is listed under each by itself. */
function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((programme) => b.includes(programme));
}

function roleKey(participants: readonly Participant[], role: Participant['role']): string {
  return participants
    .filter((one) => one.role === role)
    .map(({ entity, text }) => entity ?? text.toLowerCase())
    .sort()
    .join('|');
}

function authorityKey(participants: readonly Participant[]): string | null {
  return participants.find(({ role }) => role === 'authority')?.country ?? null;
}

function sidesOf(participants: readonly Participant[]): ReadonlySet<string> {
  const keys = participants
    .filter(({ role }) => role !== 'co-chair')
    .flatMap(({ country, entity }) => (country ?? entity) || []);
  return new Set(keys);
}

function subset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (!b.has(key)) return false;
  return true;
}

/**
 * Whether the times of two tellings can be one. Two dates must overlap. A time counted from an unknown day of
 * writing ("today") is not known to be a stated one, nor another so counted; it is taken for it only when the
 * new telling speaks of a thing known.
 */
function timesMeet(told: Told, draft: Draft): boolean {
  const [x, y] = [dateOf(told.when), dateOf(draft.when)];
  if (x !== null && y !== null) return overlaps(dateBounds(x), dateBounds(y));
  const asKnown = draft.definite || draft.sentence.zone === 'headline' || draft.sentence.zone === 'summary';
  const [a, b] = [told.relative, draft.relative];
  if (a !== null && b !== null) return a.words === b.words || asKnown;
  if (a !== null && y !== null) return isAbout(a, y) ?? asKnown;
  if (b !== null && x !== null) return isAbout(b, x) ?? asKnown;
  return true;
}

/** News of now is of the days around the day of writing. */
const DAYS_OF_NOW = 7;

/** Whether a date is of the days in which the text was written; `null` when nobody can tell. */
function isAbout({ written }: RelativeTime, date: PartialDate): boolean | null {
  const day = written === null ? null : tryParseDate(written);
  if (day === null) return null;
  const [from, to] = [shiftDate(day, -DAYS_OF_NOW, 'day'), shiftDate(day, DAYS_OF_NOW, 'day')];
  if (from === null || to === null) return null;
  return overlaps({ from: dateBounds(from).from, to: dateBounds(to).to }, dateBounds(date));
}

function datesMeet(a: When | null, b: When | null): boolean {
  const [x, y] = [dateOf(a), dateOf(b)];
  return x === null || y === null || overlaps(dateBounds(x), dateBounds(y));
}

function dateOf(when: When | null) {
  return when === null || when.value === null ? null : tryParseDate(when.value);
}

function sharesDate(told: Told, draft: Draft): boolean {
  return (
    dateOf(told.when) !== null &&
    dateOf(draft.when) !== null &&
    datesMeet(told.when, draft.when) &&
    told.when?.precision !== 'year'
  );
}

function sharesThing(told: Told, draft: Draft): boolean {
  return told.thing !== null && draft.thing !== null && namesMeet(told.thing, draft.thing);
}

/** Whether one name holds the other: "jaffar express", "jaffar express train". */
function namesMeet(a: string, b: string): boolean {
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return subset(x, y) || subset(y, x);
}

function sharesPlace(told: Told, draft: Draft): boolean {
  return told.where?.text != null && told.where.text === draft.where?.text;
}

function conflictsInPlace(told: Told, draft: Draft): boolean {
  const [a, b] = [told.where, draft.where];
  if (a == null || b == null || a.basis !== 'text' || b.basis !== 'text') return false;
  return a.country !== null && b.country !== null && a.country !== b.country;
}

/** Two tellings in one sentence whose clauses belong together: "seized a highway and torched three trucks". */
function linkedInSentence(told: Told, draft: Draft): boolean {
  return told.drafts.some((other) => {
    if (other.sentence !== draft.sentence || other.clause === null || draft.clause === null) return false;
    if (other.byNoun && draft.byNoun) return false;
    if (other.clause === draft.clause) return true;
    const bound = (a: Draft, b: Draft) =>
      a.clause?.governor?.clause === b.clause?.index && a.clause?.governor?.how !== 'that';
    // "A body riddled with bullets was found": what is found is what was done to it.
    const of = (a: Clause, b: Clause) =>
      a.verb.form === 'participle' &&
      a.governorNoun !== null &&
      (b.subjects.includes(a.governorNoun) || b.objects.includes(a.governorNoun));
    return (
      of(draft.clause, other.clause) ||
      of(other.clause, draft.clause) ||
      bound(draft, other) ||
      bound(other, draft) ||
      draft.clause.opener === 'when' ||
      other.clause.opener === 'when'
    );
  });
}
