import type { Chunk, VerbChunk } from './chunks.ts';
import { appositionStart, coordinated, phraseStart, previousFinite, REPORTING } from './lists.ts';

/** What the search to the left of a verb found; numbers are chunks. */
export interface SubjectFound {
  readonly nouns: readonly number[];
  readonly opener: string | null;
  readonly offset: number | null;
  /** For "which the UN listed": the noun that is the object. */
  readonly antecedent: number | null;
  /** The verb whose subject it shares, as a chunk. */
  readonly shared: number | null;
  readonly how: 'infinitive' | 'that' | 'ing' | 'conj' | 'rel' | null;
  readonly governorNoun: number | null;
}

/** Nothing found. */
export const NO_SUBJECT: SubjectFound = {
  nouns: [],
  opener: null,
  offset: null,
  antecedent: null,
  shared: null,
  how: null,
  governorNoun: null,
};

/** Looks left from a verb for its subject, over phrases that cannot be it. */
export function subjectOf(chunks: readonly Chunk[], at: number, verb: VerbChunk): SubjectFound {
  if (verb.form === 'infinitive' || verb.form === 'ing' || verb.form === 'participle') {
    return nonFinite(chunks, at, verb);
  }
  let left = at - 1;
  let skippedComma = false;
  while (left >= 0) {
    const chunk = chunks[left];
    if (chunk === undefined) break;
    switch (chunk.is) {
      case 'adv':
      case 'date':
        left -= 1;
        continue;
      case 'rel':
        return relative(chunks, left);
      case 'sub':
        return { ...NO_SUBJECT, ...opening(chunks, left), ...linkBack(chunks, left) };
      case 'comma':
      case 'dash': {
        const open = appositionStart(chunks, left);
        if (open !== null) {
          left = open - 1;
          continue;
        }
        skippedComma = true;
        left -= 1;
        continue;
      }
      case 'conj': {
        const shared = previousFinite(chunks, left);
        return shared === null ? NO_SUBJECT : { ...NO_SUBJECT, shared, how: 'conj' };
      }
      case 'verb': {
        if (chunk.form !== 'finite' || skippedComma) {
          left -= 1;
          continue;
        }
        return { ...NO_SUBJECT, shared: left, how: 'that' };
      }
      case 'prep':
      case 'colon':
        left -= 1;
        continue;
      case 'noun': {
        const start = phraseStart(chunks, left);
        if (start !== null) {
          left = start - 1;
          continue;
        }
        const nouns = coordinated(chunks, left);
        const first = nouns[0] ?? left;
        // "A partnership to counter X will advance": X is what is countered.
        if (chunks[first - 1]?.is === 'verb' && isInfinitiveOf(chunks, first - 1)) {
          left = first - 2;
          continue;
        }
        // "The group which was thought dead has claimed": the noun is the relative clause's, not this verb's.
        const rel = skippedComma ? null : relativeOfObject(chunks, first);
        if (rel !== null) return { ...relative(chunks, rel), how: null };
        // "Gunmen attacked a post, killed two": what the verb before has as its object does nothing.
        const told = chunks[first - 1];
        if (skippedComma && left + 2 === at && told?.is === 'verb' && isTold(told))
          return { ...NO_SUBJECT, shared: first - 1, how: 'conj' };
        return {
          ...NO_SUBJECT,
          nouns,
          ...opening(chunks, first - 1),
          ...linkBack(chunks, first - 1),
          antecedent: antecedentOf(chunks, first - 1),
        };
      }
    }
  }
  return NO_SUBJECT;
}

function isTold({ form, passive, lemma }: VerbChunk): boolean {
  return form === 'finite' && !passive && !REPORTING.has(lemma) && lemma !== 'be';
}

/** The relative word whose own verbs, with nothing between, the noun at `at` is the object of. */
function relativeOfObject(chunks: readonly Chunk[], at: number): number | null {
  const verb = chunks[at - 1];
  if (verb?.is !== 'verb' || REPORTING.has(verb.lemma)) return null;
  let left = at - 1;
  while (chunks[left]?.is === 'verb' || chunks[left]?.is === 'adv') left -= 1;
  return chunks[left]?.is === 'rel' ? left : null;
}

function isInfinitiveOf(chunks: readonly Chunk[], at: number): boolean {
  const [verb, noun] = [chunks[at], chunks[at - 1]];
  return (
    verb?.is === 'verb' &&
    verb.form === 'infinitive' &&
    noun?.is === 'noun' &&
    (noun.det === 'a' || noun.det === 'the')
  );
}

function nonFinite(chunks: readonly Chunk[], at: number, verb: VerbChunk): SubjectFound {
  const before = chunks[at - 1];
  const how = verb.form === 'infinitive' ? 'infinitive' : 'ing';
  // The nearest verb to the left that it can complete; a conjunction joins it to one of its own form.
  let shared: number | null = null;
  for (let left = at - 1; left >= 0; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is === 'verb') {
      shared = left;
      break;
    }
  }
  if (verb.form === 'ing' && before?.is === 'comma') {
    // ", saying …", ", killing …": what the main verb's subject does besides.
    const main = previousFinite(chunks, at);
    return main === null ? NO_SUBJECT : { ...NO_SUBJECT, shared: main, how: 'rel' };
  }
  // "for building X and for countering Y": the preposition may come twice.
  const beforePrep = before?.is === 'prep' ? chunks[at - 2] : undefined;
  const joined =
    before?.is === 'conj' ||
    beforePrep?.is === 'conj' ||
    (before?.is === 'comma' && chunks[at - 2]?.is === 'conj');
  const noun =
    before?.is === 'noun' ? at - 1 : before?.is === 'prep' && chunks[at - 2]?.is === 'noun' ? at - 2 : null;
  if (verb.form === 'participle') {
    const nouns =
      before?.is === 'noun'
        ? [at - 1]
        : before?.is === 'comma' && chunks[at - 2]?.is === 'noun'
          ? [at - 2]
          : [];
    return { ...NO_SUBJECT, nouns: [], shared: null, how: null, governorNoun: nouns[0] ?? null };
  }
  const opener = before?.is === 'prep' || before?.is === 'sub' ? before.word : null;
  return { ...NO_SUBJECT, shared, how: joined ? 'conj' : how, governorNoun: noun, opener };
}

/** The noun before a relative word that stands before a subject of its own. */
function antecedentOf(chunks: readonly Chunk[], rel: number): number | null {
  if (chunks[rel]?.is !== 'rel') return null;
  return relative(chunks, rel).nouns[0] ?? null;
}

function relative(chunks: readonly Chunk[], rel: number): SubjectFound {
  let left = rel - 1;
  if (chunks[left]?.is === 'comma') left -= 1;
  // "attacks in Mumbai, India that killed": a place kills nobody.
  while (left > 1 && isPlace(chunks[left])) {
    const before = chunks[left - 1];
    if (before?.is === 'comma') left -= 2;
    else if (before?.is === 'prep') left -= 2;
    else break;
  }
  // "the attack on a school in Swat, which …": the nearest noun that the phrase hangs on.
  while (left > 0 && chunks[left]?.is === 'noun') {
    const start = phraseStart(chunks, left);
    if (start === null || chunks[left + 1]?.is !== 'comma') break;
    // "A call from a spokesman, who said": a person stands before "who", unless a name says otherwise.
    if (isWho(chunks[rel]) && !isThingName(chunks[left])) break;
    const owner = start - 1;
    if (chunks[owner]?.is !== 'noun') break;
    left = owner;
  }
  const noun = chunks[left];
  return { ...NO_SUBJECT, nouns: noun?.is === 'noun' ? [left] : [], how: 'rel' };
}

function isWho(chunk: Chunk | undefined): boolean {
  return chunk?.is === 'rel' && chunk.word === 'who';
}

function isThingName(chunk: Chunk | undefined): boolean {
  const named = chunk?.is === 'noun' ? chunk.head.named : null;
  return named !== null && named.kind !== 'person';
}

function isPlace(chunk: Chunk | undefined): boolean {
  if (chunk?.is !== 'noun') return false;
  const kind = chunk.head.named?.kind;
  return kind === 'place' || kind === 'state';
}

/** The word or the counted date that opens a clause and stands at `at`. */
function opening(chunks: readonly Chunk[], at: number): { opener: string | null; offset: number | null } {
  const chunk = chunks[at];
  if (chunk?.is === 'sub') return { opener: chunk.word, offset: offsetBefore(chunks, at) };
  if (chunk?.is === 'date' && chunk.date.form.kind === 'offset')
    return { opener: chunk.date.form.side, offset: at };
  if (chunk?.is === 'prep') return { opener: chunk.word, offset: null };
  return { opener: null, offset: null };
}

function offsetBefore(chunks: readonly Chunk[], at: number): number | null {
  const chunk = chunks[at - 1];
  return chunk?.is === 'date' && chunk.date.form.kind === 'offset' ? at - 1 : null;
}

/** The verb that a "that" clause completes, when one stands before the place. */
function linkBack(chunks: readonly Chunk[], at: number): Pick<SubjectFound, 'shared' | 'how'> {
  const chunk = chunks[at];
  let place = chunk?.is === 'sub' && chunk.word === 'that' ? at - 1 : at;
  // "said on Friday it had": a date between the verb and what is said.
  while (chunks[place]?.is === 'date' || chunks[place]?.is === 'adv') place -= 1;
  const verb = chunks[place];
  if (verb?.is === 'verb') return { shared: place, how: 'that' };
  if (chunk?.is !== 'sub' || chunk.word !== 'that') return { shared: null, how: null };
  for (let left = place; left >= 0; left -= 1) {
    const before = chunks[left];
    if (before?.is === 'verb') return { shared: left, how: 'that' };
    if (before?.is === 'sub' || before?.is === 'rel') break;
  }
  return { shared: null, how: null };
}
