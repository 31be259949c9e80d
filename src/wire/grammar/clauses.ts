import type { Chunk, DateChunk, NounChunk, VerbChunk } from './chunks.ts';
import { DONE_TO, reshape } from './reshape.ts';
import { NO_SUBJECT, type SubjectFound, subjectOf } from './subjects.ts';
import type { Tagged } from './tag.ts';

/** A preposition and the nouns it governs, in the order of the text. */
export interface PrepPhrase {
  readonly word: string;
  readonly at: number;
  readonly nouns: readonly NounChunk[];
}

/** A verb and what belongs to it. Chunk numbers count the sentence's chunks. */
export interface Clause {
  readonly index: number;
  /** Chunk of the verb. */
  readonly at: number;
  readonly verb: VerbChunk;
  /** Nouns that do it (or, in the passive, that it is done to), first the nearest list's first. */
  readonly subjects: readonly NounChunk[];
  readonly objects: readonly NounChunk[];
  /** A second noun after the object: "designated X a terrorist organisation". */
  readonly complement: NounChunk | null;
  readonly preps: readonly PrepPhrase[];
  readonly dates: readonly DateChunk[];
  /** The clause that this one completes, and how. */
  readonly governor: {
    readonly clause: number;
    readonly how: 'infinitive' | 'that' | 'ing' | 'conj' | 'rel';
  } | null;
  /** A noun that the infinitive or -ing form completes ("intention to work"). */
  readonly governorNoun: NounChunk | null;
  /** The word that opens it: "after", "if", "that". */
  readonly opener: string | null;
  /** The date of counting that opens it: "a day after". */
  readonly offset: DateChunk | null;
  /** Chunks from `from` up to `to`: the verb and all that follows it up to the next clause. */
  readonly from: number;
  readonly to: number;
}

/** A sentence taken apart. */
export interface Parsed {
  readonly units: readonly Tagged[];
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
}

/**
 * Finds each verb's subject (to its left), objects and phrases (to its right). The search stops at the next
 * clause, so its cost is linear in the sentence; what lies between is told by closed-class words alone.
 */
export function parse(units: readonly Tagged[], raw: readonly Chunk[]): Parsed {
  const chunks = reshape(units, raw);
  return { units, chunks, clauses: clausesOf(chunks) };
}

function clausesOf(chunks: readonly Chunk[]): readonly Clause[] {
  const found = new Map<number, SubjectFound>();
  const taken = new Set<number>();
  chunks.forEach((chunk, at) => {
    if (chunk.is !== 'verb') return;
    const subject = subjectOf(chunks, at, chunk);
    found.set(at, subject);
    // The noun before "who" stays what it was to the verb before it.
    if (subject.how !== 'rel') for (const noun of subject.nouns) taken.add(noun);
  });
  const order = [...found.keys()];
  const clauses: Clause[] = [];
  const clauseAt = new Map<number, Clause>();
  order.forEach((at, index) => {
    const subject = found.get(at) ?? NO_SUBJECT;
    const verb = chunks[at];
    if (verb?.is !== 'verb') return;
    const shared = subject.shared === null ? undefined : clauseAt.get(subject.shared);
    const right = rightOf(chunks, at, taken, new Set(subject.nouns));
    const offset = subject.offset === null ? undefined : chunks[subject.offset];
    const governorNoun = subject.governorNoun === null ? undefined : chunks[subject.governorNoun];
    // "Were abducted and killed": the auxiliary serves both.
    const alike =
      shared?.verb.passive === true &&
      subject.how === 'conj' &&
      verb.units.length === 1 &&
      right.objects.length === 0 &&
      DONE_TO.has(verb.lemma);
    const clause: Clause = {
      index,
      at,
      verb: alike ? { ...verb, passive: true } : verb,
      subjects:
        subject.nouns.length > 0
          ? nounsAt(chunks, subject.nouns)
          : inheritedSubjects(shared, subject.how, verb),
      ...right,
      objects:
        right.objects.length > 0 || subject.antecedent === null
          ? right.objects
          : nounsAt(chunks, [subject.antecedent]),
      dates: [...datesBefore(chunks, at, index === 0), ...right.dates],
      governor:
        shared === undefined || subject.how === null ? null : { clause: shared.index, how: subject.how },
      governorNoun: governorNoun?.is === 'noun' ? governorNoun : null,
      opener: subject.opener,
      offset: offset?.is === 'date' ? offset : null,
      from: at,
    };
    clauses.push(clause);
    clauseAt.set(at, clause);
  });
  return clauses;
}

function nounsAt(chunks: readonly Chunk[], places: readonly number[]): readonly NounChunk[] {
  return places.flatMap((place) => {
    const chunk = chunks[place];
    return chunk?.is === 'noun' ? [chunk] : [];
  });
}

/** Verbs whose object does what the infinitive says: "urged Pakistan to ban". */
const OBJECT_CONTROL = new Set(
  'urge ask tell order press pressure charge invite encourage allow permit enable want require request instruct help lead force warn accuse blame suspect'
    .split(' ')
    .concat(['call on', 'call upon', 'call for']),
);

function inheritedSubjects(
  shared: Clause | undefined,
  how: SubjectFound['how'],
  verb: VerbChunk,
): readonly NounChunk[] {
  if (shared === undefined) return [];
  const control = OBJECT_CONTROL.has(shared.verb.lemma) && (how === 'infinitive' || how === 'ing');
  if (control && !shared.verb.passive && verb.form !== 'finite') {
    if (shared.objects.length > 0) return shared.objects;
    const called = shared.preps.find(({ word }) => word === 'on' || word === 'upon' || word === 'for');
    if (called !== undefined) return called.nouns;
  }
  return shared.subjects;
}

/** Dates between the subject and the verb, or before the subject; at a sentence's beginning, before its comma. */
function datesBefore(chunks: readonly Chunk[], at: number, isFirst: boolean): readonly DateChunk[] {
  const dates: DateChunk[] = [];
  for (let left = at - 1; left >= 0; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is === 'date') {
      // "said on Thursday they had": the date is the other verb's.
      if (chunks[left - 1]?.is === 'verb') break;
      const counted = chunk.date.form.kind === 'offset';
      if (!counted || chunks[left + 1]?.is === 'comma') dates.unshift(chunk);
    } else if (chunk?.is === 'verb' || chunk?.is === 'sub' || chunk?.is === 'rel') break;
    else if (!isFirst && (chunk?.is === 'comma' || chunk?.is === 'conj')) break;
  }
  return dates;
}

/** Objects, phrases and dates to the right of a verb, up to the next clause. */
function rightOf(
  chunks: readonly Chunk[],
  at: number,
  taken: ReadonlySet<number>,
  own: ReadonlySet<number>,
): Pick<Clause, 'objects' | 'complement' | 'preps' | 'dates' | 'to'> {
  const objects: NounChunk[] = [];
  const preps: { word: string; at: number; nouns: NounChunk[] }[] = [];
  const dates: DateChunk[] = [];
  let complement: NounChunk | null = null;
  let list: NounChunk[] = objects;
  let place = at + 1;
  scan: for (; place < chunks.length; place += 1) {
    const chunk = chunks[place];
    if (chunk === undefined) break;
    switch (chunk.is) {
      case 'verb':
      case 'sub':
      case 'rel':
        break scan;
      case 'date':
        // "two weeks after a bombing at a mall": what follows is the other thing's.
        if (
          chunk.date.form.kind === 'offset' &&
          (opensOffsetClause(chunks, place, taken) || chunks[place + 1]?.is === 'noun')
        ) {
          break scan;
        }
        dates.push(chunk);
        continue;
      case 'prep':
        list = [];
        preps.push({ word: chunk.word, at: place, nouns: list });
        continue;
      case 'noun': {
        if (taken.has(place) && !own.has(place)) break scan;
        const before = chunks[place - 1];
        if (list === objects && objects.length > 0 && before?.is === 'noun') complement = chunk;
        else list.push(chunk);
        continue;
      }
      case 'colon':
        list = objects;
        continue;
      default:
    }
  }
  return { objects, complement, preps, dates, to: place };
}

function opensOffsetClause(chunks: readonly Chunk[], at: number, taken: ReadonlySet<number>): boolean {
  for (let next = at + 1; next < Math.min(chunks.length, at + 4); next += 1) {
    if (taken.has(next)) return true;
    if (chunks[next]?.is === 'verb') return true;
    if (chunks[next]?.is === 'comma') return false;
  }
  return false;
}
