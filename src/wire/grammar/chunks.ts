import type { DateExpression } from '../../text/index.ts';
import type { Named } from '../mentions/named.ts';
import type { Tagged } from './tag.ts';
import { HEDGES, LONG_PREPOSITIONS } from './words.ts';

/** A noun with what stands before it: "the Pakistan-based BLA". */
export interface NounChunk {
  readonly is: 'noun';
  readonly first: number;
  readonly last: number;
  readonly units: readonly Tagged[];
  readonly head: Tagged;
  /** The first determiner, lower case ("the", "no", "both"). */
  readonly det: string | null;
  /** Dates before the noun ("the March hijacking", "Sunday's attack"). */
  readonly dates: readonly DateExpression[];
  /** Things named by the "of" phrase right after it: "ministers of India and Nepal". */
  readonly of: readonly Named[];
  /** The noun of that phrase, where it names nothing: "a spokesman for the group". */
  readonly ofNoun: NounChunk | null;
  /** The thing that an apposition names: "the regional affiliate, ISIS-K,". */
  readonly apposed: Named | null;
}

/** A verb with its auxiliaries. */
export interface VerbChunk {
  readonly is: 'verb';
  readonly first: number;
  readonly last: number;
  readonly units: readonly Tagged[];
  /** Base form, with its particle where it has one ("carry out"). */
  readonly lemma: string;
  readonly form: 'finite' | 'infinitive' | 'ing' | 'participle';
  readonly passive: boolean;
  readonly negated: boolean;
  /** "will", "may" …, else `null`. */
  readonly modal: string | null;
  readonly perfect: boolean;
  readonly hedge: string | null;
}

/** A preposition, a joining word or a mark. */
export interface LinkChunk {
  readonly is: 'prep' | 'conj' | 'sub' | 'rel' | 'comma' | 'colon' | 'dash' | 'adv';
  readonly first: number;
  readonly last: number;
  readonly word: string;
}

/** A date that stands by itself, with the preposition before it. */
export interface DateChunk {
  readonly is: 'date';
  readonly first: number;
  readonly last: number;
  readonly date: DateExpression;
  readonly unit: Tagged;
}

/** A piece of a sentence. `first` and `last` count units. */
export type Chunk = NounChunk | VerbChunk | LinkChunk | DateChunk;

/** Verbs with a particle that means something else than the verb alone. */
const PHRASAL = new Set(
  (
    'carry-out blow-up gun-down set-off set-up break-out call-on call-for call-upon step-up round-up pick-up hand-over take-over ' +
    'follow-up lay-down give-up shut-down take-up bring-out turn-over fight-off cut-off roll-out point-out draw-up wind-up ' +
    'clamp-down crack-down look-forward shoot-down call-off put-off turn-down back-down go-off open-fire take-back walk-back set-fire set-ablaze burn-down line-up mow-down run-down rain-down'
  ).split(' '),
);

const DATE_PREPOSITIONS = new Set(
  'on in at since by until till during from of before after around about through throughout late early within for'.split(
    ' ',
  ),
);
/** Words that stand before a count: "at least 20", "more than 300". */
const COUNTING: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['up', 'to'],
  ['as', 'many', 'as'],
  ['over'],
  ['about'],
  ['around'],
  ['nearly'],
  ['almost'],
  ['some'],
];

/** Cuts a tagged sentence into chunks, in order. Marks that join nothing are dropped. */
export function chunk(units: readonly Tagged[]): readonly Chunk[] {
  const out: Chunk[] = [];
  let at = 0;
  while (at < units.length) {
    const next =
      longPreposition(units, at) ??
      dateChunk(units, at) ??
      nounChunk(units, at) ??
      verbChunk(units, at) ??
      link(units, at);
    if (next.is !== 'adv' || next.word !== '') out.push(next);
    at = next.last;
  }
  return out;
}

/** All things named in a noun chunk, parts of compounds too, in order. */
export function namesIn(noun: NounChunk): readonly Named[] {
  const names: Named[] = [];
  for (const { named, parts } of noun.units) {
    if (named !== null) names.push(named);
    else if (parts.length > 0) names.push(...parts);
  }
  return names;
}

/** All things named in a noun chunk and in the "of" phrase after it. */
export function namesAround(noun: NounChunk): readonly Named[] {
  return noun.of.length === 0 ? namesIn(noun) : [...namesIn(noun), ...noun.of];
}

/** Where a chunk begins and ends in the text. */
export function chunkBounds(
  units: readonly Tagged[],
  part: { first: number; last: number },
): { start: number; end: number } {
  return { start: units[part.first]?.start ?? 0, end: units[part.last - 1]?.end ?? 0 };
}

function dateChunk(units: readonly Tagged[], at: number): DateChunk | null {
  let next = at;
  while (next < at + 3 && units[next]?.date === null && DATE_PREPOSITIONS.has(units[next]?.low ?? ''))
    next += 1;
  if (next > at && units[next]?.low === 'the' && units[next + 1]?.tag === 'date') return null;
  const unit = units[next];
  if (unit?.date === null || unit?.date === undefined) return null;
  // "on Sunday's attack", "in 2008 attacks": the date belongs to the noun.
  const after = units[next + 1];
  if (after?.tag === 'poss') return null;
  if (
    next > at &&
    after?.tag === 'noun' &&
    unit.date.form.kind !== 'offset' &&
    units[next - 1]?.tag === 'prep'
  ) {
    if (units[next + 2]?.tag !== 'verb' && unit.date.form.kind === 'fixed') return null;
  }
  return { is: 'date', first: at, last: next + 1, date: unit.date, unit };
}

function nounChunk(units: readonly Tagged[], from: number): NounChunk | null {
  let at = from;
  const counted = countingEnd(units, at);
  at = counted;
  let det: string | null = null;
  const dates: DateExpression[] = [];
  let head: Tagged | null = null;
  while (at < units.length) {
    const unit = units[at];
    if (unit === undefined) break;
    if (unit.tag === 'det') {
      if (head !== null || units.slice(from, at).some((other) => other.tag === 'adj')) break;
      det ??= unit.low;
    } else if (unit.tag === 'pron') {
      if (head === null && det === null) head = unit;
      if (head === unit) at += 1;
      break;
    } else if (unit.tag === 'date') {
      if (unit.date === null || !beforeNoun(units, at) || (head !== null && units[at - 1]?.tag !== 'poss'))
        break;
      dates.push(unit.date);
    } else if (unit.tag === 'noun' || unit.tag === 'name' || unit.tag === 'num') {
      head = unit;
    } else if (unit.tag === 'adj') {
      // An adjective after its noun ends the chunk, unless it goes on: "Pakistan's banned TTP".
      if (head !== null && head.tag !== 'name' && head.tag !== 'num' && units[at - 1]?.tag !== 'poss') {
        const goesOn = units[at + 1]?.tag === 'noun' || units[at + 1]?.tag === 'name';
        if (!goesOn) break;
      }
      head = head ?? null;
    } else if (unit.tag === 'poss') {
      if (at === from) break;
    } else if (unit.tag === 'conj') {
      if (!joinsAdjectives(units, at)) break;
    } else if (unit.tag === 'adv') {
      const between = units[at + 1]?.tag === 'adj' && (det !== null || head !== null);
      if (!between) break;
    } else break;
    at += 1;
  }
  let last = at;
  while (last > from && (units[last - 1]?.tag === 'adv' || units[last - 1]?.tag === 'conj')) last -= 1;
  const own = units.slice(from, last);
  if (head === null) {
    // "the injured", "a suspected": an adjective that stands for its noun.
    head = own.findLast((unit) => unit.tag === 'adj') ?? null;
    if (head === null) {
      const alone = own.find((unit) => unit.tag === 'det');
      if (alone === undefined) return null;
      head = alone;
    }
  }
  return { is: 'noun', first: from, last, units: own, head, det, dates, of: [], ofNoun: null, apposed: null };
}

function countingEnd(units: readonly Tagged[], at: number): number {
  for (const phrase of COUNTING) {
    if (!phrase.every((word, index) => units[at + index]?.low === word)) continue;
    if (units[at + phrase.length]?.tag === 'num') return at + phrase.length;
  }
  return at;
}

function beforeNoun(units: readonly Tagged[], at: number): boolean {
  const next = units[at + 1];
  if (next?.tag === 'poss') return true;
  if (next === undefined || !['noun', 'name', 'adj'].includes(next.tag)) return false;
  const before = units[at - 1];
  return before?.tag === 'det' || before?.tag === 'adj' || before?.tag === 'poss';
}

function joinsAdjectives(units: readonly Tagged[], at: number): boolean {
  const [before, after, beyond] = [units[at - 1], units[at + 1], units[at + 2]];
  if (before?.tag !== 'adj' || after?.tag !== 'adj') return false;
  return beyond?.tag === 'noun' || beyond?.tag === 'adj' || beyond?.tag === 'name';
}

function verbChunk(units: readonly Tagged[], from: number): VerbChunk | null {
  let at = from;
  let modal: string | null = null;
  let hedge: string | null = null;
  let [negated, be, have, infinitive, finite] = [false, false, false, false, false];
  let auxiliary: Tagged | null = null;
  while (at < units.length) {
    const unit = units[at];
    if (unit === undefined) break;
    if (unit.tag === 'adv') {
      if (HEDGES.has(unit.low)) hedge = unit.low;
    } else if (unit.tag === 'neg') negated = true;
    else if (unit.tag === 'to') {
      // "is to visit": an arrangement, told as what will be.
      if (be && finite) [be, modal] = [false, modal ?? 'will'];
      else infinitive = true;
    } else if (unit.tag === 'aux') {
      auxiliary = unit;
      if (unit.low.endsWith("n't") || unit.low === 'cannot') negated = true;
      if (AUX_BE.has(unit.low)) be = true;
      else if (AUX_HAVE.has(unit.low)) have = true;
      else if (!AUX_DO.has(unit.low)) modal = unit.low;
      if (unit.low !== 'be' && unit.low !== 'been' && unit.low !== 'being' && unit.low !== 'having')
        finite = true;
    } else break;
    at += 1;
  }
  const verb = units[at];
  if (verb?.tag === 'verb') {
    const particle = phrasal(verb.lemma, units, at + 1);
    const last = at + 1 + particle.length;
    const passive = be && (verb.form === 'past' || verb.form === 'part');
    const form = infinitive
      ? 'infinitive'
      : auxiliary !== null
        ? finite
          ? 'finite'
          : 'ing'
        : verb.form === 'ing'
          ? 'ing'
          : verb.form === 'part'
            ? 'participle'
            : 'finite';
    return {
      is: 'verb',
      first: from,
      last,
      units: units.slice(from, last),
      lemma: particle.length > 0 ? `${verb.lemma} ${particle.join(' ')}` : verb.lemma,
      form,
      passive,
      negated,
      modal,
      perfect: have,
      hedge,
    };
  }
  if (auxiliary === null) return null;
  // A verb of being with no other verb: "is vital", "was behind".
  const lastAux = units.slice(from, at).findLastIndex((unit) => unit.tag === 'aux' || unit.tag === 'neg');
  const last = from + lastAux + 1;
  return {
    is: 'verb',
    first: from,
    last,
    units: units.slice(from, last),
    lemma: be ? 'be' : have ? 'have' : 'do',
    form: infinitive ? 'infinitive' : finite ? 'finite' : 'ing',
    passive: false,
    negated,
    modal,
    perfect: have && be,
    hedge,
  };
}

const AUX_BE = new Set("be is are was were been being am isn't aren't wasn't weren't".split(' '));
const AUX_HAVE = new Set("have has had having haven't hasn't hadn't".split(' '));
const AUX_DO = new Set("do does did don't doesn't didn't".split(' '));

function phrasal(lemma: string, units: readonly Tagged[], at: number): readonly string[] {
  const word = units[at]?.low ?? '';
  return PHRASAL.has(`${lemma}-${word}`) ? [word] : [];
}

function longPreposition(units: readonly Tagged[], at: number): LinkChunk | null {
  for (const phrase of LONG_PREPOSITIONS) {
    if (phrase[0] !== units[at]?.low) continue;
    if (!phrase.every((word, index) => units[at + index]?.low === word)) continue;
    // "due to open" is no preposition.
    if (units[at + phrase.length - 1]?.tag === 'to') continue;
    const is = phrase[1] === 'well' ? 'conj' : 'prep';
    return { is, first: at, last: at + phrase.length, word: phrase.join(' ') };
  }
  return null;
}

function link(units: readonly Tagged[], at: number): LinkChunk {
  const unit = units[at];
  const low = unit?.low ?? '';
  switch (unit?.tag) {
    case 'prep':
    case 'to':
      return { is: 'prep', first: at, last: at + 1, word: low };
    case 'conj':
      return { is: 'conj', first: at, last: at + 1, word: low };
    case 'sub':
      return { is: 'sub', first: at, last: at + 1, word: low };
    case 'rel':
      return { is: 'rel', first: at, last: at + 1, word: low };
    case 'comma':
    case 'colon':
    case 'dash':
      return { is: unit.tag, first: at, last: at + 1, word: low };
    case 'adv':
    case 'neg':
      return { is: 'adv', first: at, last: at + 1, word: low };
    default:
      return { is: 'adv', first: at, last: at + 1, word: '' };
  }
}
