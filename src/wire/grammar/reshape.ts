import type { Named } from '../mentions/named.ts';
import { type Chunk, type NounChunk, namesIn, type VerbChunk } from './chunks.ts';
import { phraseStart, REPORTING } from './lists.ts';
import type { Tagged } from './tag.ts';

/**
 * Chunks as their neighbours show them to be: participles that only look finite ("a statement issued after"),
 * infinitives without their "to", nouns with what their "of" phrase and apposition name.
 */
export function reshape(units: readonly Tagged[], cut: readonly Chunk[]): readonly Chunk[] {
  const raw = joinSplitVerbs(cut);
  return raw.map((chunk, at): Chunk => {
    if (chunk.is === 'noun') return withApposed(raw, at, withOf(raw, at, chunk));
    if (chunk.is !== 'verb' || chunk.form !== 'finite') return chunk;
    if (reducedRelative(raw, at, chunk, units)) return { ...chunk, form: 'participle', passive: true };
    return bareInfinitive(raw, at, chunk, units) ? { ...chunk, form: 'infinitive' } : chunk;
  });
}

/** "Is today designated", "has on Monday banned": one verb, with the date before it. */
function joinSplitVerbs(chunks: readonly Chunk[]): readonly Chunk[] {
  const out: Chunk[] = [];
  for (const chunk of chunks) {
    const [aux, date] = [out.at(-2), out.at(-1)];
    const split =
      chunk.is === 'verb' &&
      date?.is === 'date' &&
      aux?.is === 'verb' &&
      (aux.lemma === 'be' || aux.lemma === 'have') &&
      (chunk.units[0]?.form === 'past' || chunk.units[0]?.form === 'part');
    if (!split) {
      out.push(chunk);
      continue;
    }
    out.splice(-2, 2, date, {
      ...chunk,
      first: aux.first,
      units: [...aux.units, ...chunk.units],
      form: aux.form,
      passive: aux.units.some(({ low }) => PASSIVE_AUXILIARIES.has(low)),
      negated: aux.negated || chunk.negated,
      modal: aux.modal,
      perfect: aux.units.some(({ low }) => low === 'has' || low === 'have' || low === 'had'),
    });
  }
  return out;
}

const PASSIVE_AUXILIARIES = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being']);

/** A participle after its noun: "the group designated by", "attack claimed by". */
function reducedRelative(
  chunks: readonly Chunk[],
  at: number,
  verb: VerbChunk,
  units: readonly Tagged[],
): boolean {
  if (verb.units.length !== 1 || units[verb.first]?.form !== 'past') return false;
  const [before, after] = [chunks[at - 1], chunks[at + 1]];
  const by = after?.is === 'prep' && after.word === 'by';
  // "as amended", "as witnessed by".
  if ((before?.is === 'prep' || before?.is === 'sub') && before.word === 'as') return true;
  if (before?.is === 'comma') {
    if (by || (after?.is === 'prep' && after.word === 'of')) return true;
    // "Two engineers, kidnapped a week ago, were freed": what was done to them, and they have their verb.
    return (
      chunks[at - 2]?.is === 'noun' &&
      DONE_TO.has(verb.lemma) &&
      !hasObject(chunks, at) &&
      finiteLater(chunks, at)
    );
  }
  if (before?.is !== 'noun') return false;
  if (by) return true;
  // "which the UN listed": the noun has its verb.
  const opener = chunks[at - 2];
  if (opener?.is === 'rel' || opener?.is === 'sub') return false;
  if (!REDUCED.has(verb.lemma) || hasObject(chunks, at)) return false;
  // "detained 33 people suspected of": what a verb has for its object does nothing.
  const owned = chunks[at - 2];
  if (owned?.is === 'verb' && !REPORTING.has(owned.lemma)) return true;
  return phraseStart(chunks, at - 1) !== null || finiteLater(chunks, at);
}

/** A noun with what its "of" phrase names: up to the next verb, date or other preposition. */
function withOf(chunks: readonly Chunk[], at: number, noun: NounChunk): NounChunk {
  const tied = chunks[at + 1];
  // "Militants belonging to the TTP", "a man linked to": whose they are.
  if (tied?.is === 'verb' && TYING.has(tied.lemma) && (tied.form === 'ing' || tied.units.length === 1)) {
    const [to, whose] = [chunks[at + 2], chunks[at + 3]];
    if (
      to?.is === 'prep' &&
      (to.word === 'to' || to.word === 'with') &&
      whose?.is === 'noun' &&
      namesIn(whose).length > 0
    )
      return { ...noun, of: namesIn(whose) };
  }
  const prep = chunks[at + 1];
  const voice = /^spokes/.test(noun.head.low);
  if (prep?.is !== 'prep' || (prep.word !== 'of' && !(voice && prep.word === 'for'))) return noun;
  const names: Named[] = [];
  for (let next = at + 2; next < chunks.length; next += 1) {
    const chunk = chunks[next];
    if (chunk?.is === 'noun') names.push(...namesIn(chunk));
    // "Members of the northern front of the TTP": on to the name.
    else if (chunk?.is === 'prep' && chunk.word === 'of' && names.length === 0) continue;
    else if (chunk?.is !== 'conj' && chunk?.is !== 'comma') break;
  }
  const meant = chunks[at + 2];
  if (names.length === 0) return meant?.is === 'noun' ? { ...noun, ofNoun: meant } : noun;
  return { ...noun, of: names };
}

const TYING = new Set(['belong', 'link', 'affiliate', 'ally', 'tie', 'associate', 'connect']);

/** A common noun with the name that follows it between commas. */
function withApposed(chunks: readonly Chunk[], at: number, noun: NounChunk): NounChunk {
  const [comma, name, after] = [chunks[at + 1], chunks[at + 2], chunks[at + 3]];
  // "Two groups, the one and the other,": both are meant.
  const [other, end] = [chunks[at + 4], chunks[at + 5]];
  if (
    comma?.is === 'comma' &&
    name?.is === 'noun' &&
    after?.is === 'conj' &&
    other?.is === 'noun' &&
    (end === undefined || end.is === 'comma') &&
    name.head.named !== null &&
    other.head.named !== null &&
    noun.of.length === 0
  )
    return { ...noun, of: [name.head.named, other.head.named] };
  if (noun.head.named !== null || comma?.is !== 'comma' || name?.is !== 'noun' || name.head.named === null)
    return noun;
  return after === undefined || after.is === 'comma' ? { ...noun, apposed: name.head.named } : noun;
}

/** "to increase communication and continue collaboration": the second "to" left out. */
function bareInfinitive(
  chunks: readonly Chunk[],
  at: number,
  verb: VerbChunk,
  units: readonly Tagged[],
): boolean {
  if (verb.units.length !== 1 || units[verb.first]?.form !== 'base') return false;
  const before = chunks[at - 1];
  if (before?.is !== 'conj' && !(before?.is === 'comma' || before?.is === 'adv')) return false;
  for (let left = at - 1; left >= 0; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is === 'verb')
      return chunk.form === 'infinitive' || (chunk.units.length === 1 && units[chunk.first]?.form === 'base');
    if (chunk?.is === 'sub' || chunk?.is === 'rel') return false;
  }
  return false;
}

/** Transitive verbs that stand after their noun as a participle: "a statement issued after the meeting". */
const REDUCED = new Set(
  (
    'issue hold release publish sign carry claim post plan launch adopt blame link attribute name call list locate base ' +
    'convict accuse suspect impose make give take designate ban outlaw proscribe kill injure wound arrest detain seize ' +
    'kidnap abduct hijack ambush shoot murder assassinate massacre slay behead torch riddle bomb attack destroy damage rescue extradite hang deport ' +
    'use expect schedule address deliver report share obtain believe know describe identify pose ' +
    'send circulate email fax broadcast air upload relay quote'
  ).split(' '),
);

/** Deeds that need somebody to suffer them: with no object, their past form is a participle. */
export const DONE_TO: ReadonlySet<string> = new Set(
  'kill execute lynch torture strangle stab kidnap abduct hijack ambush shoot murder assassinate massacre slay behead injure wound arrest detain capture'.split(
    ' ',
  ),
);

function hasObject(chunks: readonly Chunk[], at: number): boolean {
  for (let next = at + 1; next < chunks.length; next += 1) {
    const chunk = chunks[next];
    if (chunk?.is === 'date' || chunk?.is === 'adv') continue;
    return chunk?.is === 'noun' || chunk?.is === 'sub';
  }
  return false;
}

function finiteLater(chunks: readonly Chunk[], at: number): boolean {
  for (let next = at + 1; next < chunks.length; next += 1) {
    const chunk = chunks[next];
    if (chunk?.is === 'rel' || chunk?.is === 'sub') return false;
    if (chunk?.is !== 'verb' || chunk.form !== 'finite') continue;
    const before = chunks[next - 1];
    return before?.is !== 'conj' && !(before?.is === 'noun' && phraseStart(chunks, next - 1) === null);
  }
  return false;
}
