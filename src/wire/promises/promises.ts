import type { ReadSentence } from '../analyse.ts';
import type { Setting } from '../events/setting.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Candidate, Commitment } from '../reading.ts';
import { quotedWhole, spanAt } from '../span.ts';
import { measureOf, type PromiseCalendar } from './measurable.ts';
import { topicOf } from './topics.ts';
import {
  ACTION_NOUNS,
  CHANGE_VERBS,
  GIVEN_NOUNS,
  MEETING_NOUNS,
  PROMISE_NOUNS,
  PROMISE_VERBS,
  type PromiseVerb,
  WEIGHT_NOUNS,
} from './verbs.ts';

/** What the search for promises needs beside the sentence. */
export type PromiseSetting = Setting & PromiseCalendar;

/** Where a promise begins: the chunk of its verb or noun, and the unit that its words begin with. */
interface Head {
  readonly chunk: number;
  readonly unit: number;
}

/** The promises that a sentence makes, one for each thing promised (SPEC.md, C1 to C7). */
export function commitmentsIn(
  sentence: ReadSentence,
  setting: PromiseSetting,
  isStatement: boolean,
): readonly Commitment[] {
  const out: Commitment[] = [];
  for (const clause of sentence.clauses) {
    const verb = PROMISE_VERBS.get(clause.verb.lemma);
    const together = verb !== undefined && isDecidedTogether(clause);
    const spoken = together || !clause.verb.passive;
    if (verb !== undefined && !clause.verb.negated && spoken && clause.verb.modal === null) {
      const parties = together ? sidesOf(setting) : partiesOf(sentence, clause, setting);
      // One state's plan is news of what it will do; a promise is made to another.
      const enough =
        verb.act === 'intend' || clause.verb.lemma === 'decide'
          ? parties.length > 1 || isStatement
          : parties.length > 0;
      if (enough) out.push(...promisesOf(sentence, clause, verb, parties, setting));
      continue;
    }
    const plain = plainPromise(sentence, clause, setting, isStatement);
    if (plain !== null) out.push(plain);
  }
  return out;
}

/** "It was decided that …": nobody is named, and both sides are meant. */
function isDecidedTogether({ verb, subjects, preps }: Clause): boolean {
  const [subject] = subjects;
  if (preps.some(({ word }) => word === 'by')) return false;
  return (
    verb.passive && DECIDING.has(verb.lemma) && subject?.head.tag === 'pron' && subject.head.low === 'it'
  );
}

/** Verbs whose "that" holds what is promised. */
const DECIDING = new Set(['agree', 'decide', 'resolve']);

function sidesOf({ discourse }: Setting): readonly string[] {
  const sides = [...new Set(discourse.sides.flatMap(({ country }) => country ?? []))];
  return sides.length > 1 ? sides : [];
}

function promisesOf(
  sentence: ReadSentence,
  clause: Clause,
  verb: PromiseVerb,
  parties: readonly string[],
  setting: PromiseSetting,
): readonly Commitment[] {
  const heads = headsOf(sentence, clause, verb);
  const stop = stopOf(sentence, clause, heads);
  const made: Commitment[] = [];
  heads.forEach((head, index) => {
    const next = heads[index + 1];
    const end = next === undefined ? stop : Math.min(stop, next.chunk);
    const commitment = commitmentAt(sentence, head, end, clause, verb, parties, setting);
    const last = made.at(-1);
    // Two things of one topic in one breath are one promise: "stronger frameworks and capabilities".
    if (
      commitment !== null &&
      last !== undefined &&
      last.topic === commitment.topic &&
      !commitment.measurable &&
      !last.measurable
    ) {
      made[made.length - 1] = joinTwo(last, commitment, setting.text);
    } else if (commitment !== null) made.push(commitment);
  });
  return made;
}

function commitmentAt(
  sentence: ReadSentence,
  head: Head,
  end: number,
  clause: Clause,
  verb: PromiseVerb,
  parties: readonly string[],
  setting: PromiseSetting,
): Commitment | null {
  const { units, chunks } = sentence;
  let to = end;
  while (
    to > head.chunk + 1 &&
    ['comma', 'conj', 'prep', 'sub', 'dash', 'colon', 'rel'].includes(chunks[to - 1]?.is ?? '')
  )
    to -= 1;
  const start = units[head.unit]?.start;
  const last = units[(chunks[to - 1]?.last ?? 0) - 1]?.end;
  if (start === undefined || last === undefined || last <= start) return null;
  const span = quotedWhole(setting.text, start, last);
  const spoken = clause.verb.units;
  const against = groupsWithin(sentence, start, last);
  const measure = measureOf(sentence, head.chunk, to, span.quote, setting);
  return {
    span,
    spans: [span],
    verb: spanAt(setting.text, spoken[0]?.start ?? start, spoken.at(-1)?.end ?? last),
    parties,
    speechAct: verb.act,
    binding: verb.binding,
    topic: topicOf(span.quote),
    against,
    ...measure,
  };
}

function joinTwo(a: Commitment, b: Commitment, text: string): Commitment {
  const span = spanAt(text, a.span.start, b.span.end);
  return { ...a, span, spans: [span], against: [...a.against, ...b.against] };
}

function groupsWithin(sentence: ReadSentence, start: number, end: number): readonly Candidate[] {
  const out = new Map<string, Candidate>();
  for (const thing of sentence.things) {
    if (thing.kind !== 'group' || thing.entity === null || thing.caption === null) continue;
    if (thing.start >= start && thing.end <= end)
      out.set(thing.entity, { entity: thing.entity, caption: thing.caption });
  }
  return [...out.values()];
}

/** What is promised: infinitives, -ing forms and nouns of doing that the verb or its noun governs. */
function headsOf(sentence: ReadSentence, clause: Clause, verb: PromiseVerb): readonly Head[] {
  const carrier =
    clause.objects.find(({ head }) => PROMISE_NOUNS.has(head.low) || WEIGHT_NOUNS.has(head.low)) ?? null;
  const weighs = carrier !== null && WEIGHT_NOUNS.has(carrier.head.low);
  const acknowledges = verb.act === 'acknowledge';
  if ((acknowledges || clause.verb.lemma === 'express') && carrier === null) return [];
  // "The need for Pakistan to act" is a call on Pakistan.
  if (weighs && callsOnOther(sentence, clause)) return [];
  const first = sentence.clauses.filter((other) => isHead(other, clause, carrier));
  const heads = new Map<number, Head>();
  const add = (other: Clause) => heads.set(other.at, { chunk: other.at, unit: firstUnit(other) });
  for (const other of first) add(other);
  for (const other of sentence.clauses) {
    const { governor } = other;
    if (governor === null || governor.how !== 'conj' || other.at <= clause.at) continue;
    const fellow = sentence.clauses[governor.clause];
    if (fellow === undefined) continue;
    if (fellow !== clause && !belongs(sentence, fellow, clause)) {
      // "Cooperation on justice, exchanging data, and increasing convergence": what is increased is no area of it.
      if (heads.size > 0 && isChange(other) && hangsAside(fellow, clause)) add(other);
      continue;
    }
    const split = heads.has(fellow.at) || other.verb.units[0]?.low === 'to' || other.verb.form === 'ing';
    if (heads.size > 0 && fellow === clause && isBare(other)) add(other);
    if (split && other.verb.form !== 'finite' && (heads.size > 0 || nounsBefore(sentence, clause, other)))
      add(other);
  }
  for (const head of nounHeads(sentence, clause, carrier, verb))
    if (!heads.has(head.chunk)) heads.set(head.chunk, head);
  return [...heads.values()].sort((a, b) => a.chunk - b.chunk);
}

/** "To share data and set up an office": a form that is its own past goes on with the infinitives before it. */
function isBare({ verb }: Clause): boolean {
  const [only, ...rest] = verb.units;
  return verb.form === 'finite' && rest.length <= 1 && only?.tag === 'verb' && only.low === only.lemma;
}

function isHead(other: Clause, clause: Clause, carrier: NounChunk | null): boolean {
  if (other.governor?.clause !== clause.index) return false;
  if (other.governor.how === 'that') {
    return DECIDING.has(clause.verb.lemma) && other.verb.modal !== null && PROMISED.has(other.verb.modal);
  }
  if (other.governor.how !== 'infinitive' && other.governor.how !== 'ing') return false;
  if (
    other.opener === 'during' ||
    other.opener === 'while' ||
    other.opener === 'after' ||
    other.opener === 'by' ||
    other.opener === 'in'
  )
    return false;
  if (carrier === null) return clause.objects.length === 0 || other.governorNoun === null;
  return (
    other.governorNoun === null ||
    other.governorNoun === carrier ||
    clause.objects.includes(other.governorNoun)
  );
}

/** Modal verbs of what is promised. */
const PROMISED = new Set(['will', 'shall', 'should', 'would']);

/** Whether a clause is the -ing form of a verb of more or less: never the name of a field of cooperation. */
function isChange({ verb }: Clause): boolean {
  return verb.form === 'ing' && CHANGE_VERBS.has(verb.lemma);
}

/** Whether an -ing form was set beside another clause by a comma alone. */
function hangsAside(clause: Clause, root: Clause): boolean {
  return (
    clause.verb.form === 'ing' && clause.governor?.how === 'rel' && clause.governor.clause === root.index
  );
}

/** Whether a clause hangs on another, over any number of steps. */
function belongs(sentence: ReadSentence, clause: Clause, root: Clause): boolean {
  let at: Clause | undefined = clause;
  for (let step = 0; step < 8 && at !== undefined; step += 1) {
    if (at.governor?.clause === root.index && at.governor.how !== 'conj' && at.governor.how !== 'rel')
      return true;
    at = at.governor === null ? undefined : sentence.clauses[at.governor.clause];
  }
  return false;
}

function nounsBefore(sentence: ReadSentence, clause: Clause, other: Clause): boolean {
  // "Of building capacity, and of sharing data": the preposition may be said again.
  const before = sentence.chunks[other.at - 1]?.is === 'prep' ? other.at - 2 : other.at - 1;
  return (
    other.governor?.clause === clause.index &&
    other.verb.form === 'ing' &&
    sentence.chunks[before]?.is === 'conj'
  );
}

/** The unit after "to": a promise's words begin with its verb. */
function firstUnit(clause: Clause): number {
  if (clause.governor?.how === 'that') return clause.subjects[0]?.first ?? clause.verb.first;
  const { units, first } = clause.verb;
  const skip = units.findIndex(({ tag }) => tag !== 'to');
  return first + Math.max(0, skip);
}

/** Nouns of doing after "the importance of" or "agreed on": "expanded collaboration and capacity building". */
function nounHeads(
  sentence: ReadSentence,
  clause: Clause,
  carrier: NounChunk | null,
  verb: PromiseVerb,
): readonly Head[] {
  const { lemma } = clause.verb;
  if (carrier === null && lemma === 'look forward') return meetingHeads(sentence, clause);
  if (carrier === null && verb.act !== 'commit') return [];
  const given = carrier === null && lemma !== 'agree' && lemma !== 'decide';
  if (given && clause.objects.some((noun) => noun.head.tag !== 'pron')) {
    return clause.objects.filter((noun) => isGiven(noun, lemma)).map((noun) => headOfNoun(sentence, noun));
  }
  // "Committed themselves to full implementation".
  const words = carrier !== null ? ['of', 'for', 'to'] : given ? ['to'] : ['on', 'upon'];
  const phrase = clause.preps.find(({ word }) => words.includes(word));
  if (phrase === undefined) return [];
  const nouns = phrase.nouns.filter(
    ({ head, units }) =>
      (carrier === null && !given) ||
      ACTION_NOUNS.has(head.low) ||
      units.some(({ low }) => ACTION_NOUNS.has(low)),
  );
  return nouns.map((noun) => headOfNoun(sentence, noun));
}

/** "Looked forward to the next meeting": what the parties mean to hold, or to do together. */
function meetingHeads(sentence: ReadSentence, clause: Clause): readonly Head[] {
  const nouns = clause.preps.find(({ word }) => word === 'to')?.nouns ?? [];
  return nouns
    .filter(({ head }) => MEETING_NOUNS.has(head.low) || ACTION_NOUNS.has(head.low))
    .map((noun) => headOfNoun(sentence, noun));
}

/** Whether an object is something promised: an action, or help and money pledged. */
function isGiven({ head, units }: NounChunk, lemma: string): boolean {
  if (ACTION_NOUNS.has(head.low)) return true;
  const money =
    units.some(({ tag, low }) => tag === 'num' && MONEY_UNITS.test(low)) || GIVEN_NOUNS.has(head.low);
  return money && GIVING_VERBS.has(lemma);
}

const MONEY_UNITS = /\b(?:million|billion|trillion|crores?|lakhs?)$/;
const GIVING_VERBS = new Set(['pledge', 'promise', 'commit', 'vow', 'undertake']);

function headOfNoun(sentence: ReadSentence, noun: NounChunk): Head {
  return { chunk: sentence.chunks.indexOf(noun), unit: noun.first };
}

function callsOnOther(sentence: ReadSentence, clause: Clause): boolean {
  const forWhom = clause.preps.find(({ word }) => word === 'for')?.nouns.flatMap(namesIn) ?? [];
  const infinitive = sentence.clauses.some(
    (other) => other.at > clause.at && other.verb.form === 'infinitive',
  );
  return infinitive && forWhom.some(({ kind }) => kind === 'state' || kind === 'organ' || kind === 'group');
}

/** The chunk where the promises of a clause end: a speaker put in, another main verb, or the sentence's end. */
function stopOf(sentence: ReadSentence, clause: Clause, heads: readonly Head[]): number {
  let stop = sentence.chunks.length;
  if (clause.verb.form === 'ing' && clause.index === 0) {
    // "Reaffirming …, both sides stressed": the main clause begins with its own subject.
    const main = sentence.clauses.find((other) => other.verb.form === 'finite');
    const subject = main?.subjects[0];
    if (subject !== undefined) stop = sentence.chunks.indexOf(subject);
  }
  for (const speech of sentence.speeches) {
    const at = sentence.chunks.indexOf(speech.speaker);
    if (speech.clause !== null && at > clause.at && sentence.chunks[at - 1]?.is === 'comma')
      stop = Math.min(stop, at);
    if (speech.clause === null && at > clause.at) stop = Math.min(stop, at - 1);
  }
  const covered = new Set(heads.map(({ chunk }) => chunk));
  for (const other of sentence.clauses) {
    const joined =
      other.at > clause.at && other.governor?.how === 'conj' && other.governor.clause === clause.index;
    if (joined && !covered.has(other.at)) stop = Math.min(stop, other.at);
  }
  return stop;
}

/** Who promises: states and sides as subjects; for "reaffirms the two states' resolve", its possessors. */
export function partiesOf(sentence: ReadSentence, clause: Clause, setting: Setting): readonly string[] {
  const { discourse } = setting;
  const found = (nouns: readonly NounChunk[]): readonly string[] => {
    const out = new Set<string>();
    for (const noun of nouns) {
      const names = namesIn(noun);
      // A person speaks for himself until a text says that states agreed.
      const alone = names.length > 0 && names.every(({ kind }) => kind === 'person');
      if (!alone) for (const country of discourse.countriesOf(noun)) out.add(country);
    }
    return [...out];
  };
  const leaders = new Set(sentence.persons.flatMap(({ country }) => (country === null ? [] : [country])));
  // "X and Y led their delegations, resolving to": officers of two states promise for them.
  if (clause.governor?.how === 'rel' && leaders.size > 1) return [...leaders];
  const own = found(clause.subjects);
  if (own.length > 0) return own;
  if (clause.subjects.length === 0 && clause.verb.form === 'ing') {
    const main = sentence.clauses.find((other) => other.at > clause.at && other.verb.form === 'finite');
    if (main !== undefined) return found(main.subjects);
  }
  const carrier = clause.objects.filter(
    ({ head, units }) => PROMISE_NOUNS.has(head.low) || units.some(({ tag }) => tag === 'poss'),
  );
  if (carrier.some(({ head }) => PROMISE_NOUNS.has(head.low))) {
    const owners = carrier
      .flatMap(namesIn)
      .flatMap(({ kind, country }) => (kind === 'state' && country !== null ? [country] : []));
    return [...new Set(owners)];
  }
  return [];
}

/** A promise with no verb of promising: a headline's "X, Y to deepen", a joint statement's "the sides will". */
function plainPromise(
  sentence: ReadSentence,
  clause: Clause,
  setting: PromiseSetting,
  isStatement: boolean,
): Commitment | null {
  const { verb } = clause;
  const headline = sentence.zone === 'headline' && verb.form === 'infinitive' && clause.governor === null;
  const stated =
    isStatement &&
    verb.form === 'finite' &&
    (verb.modal === 'will' || verb.modal === 'shall') &&
    !verb.negated &&
    clause.opener === null;
  if (!headline && !stated) return null;
  const nouns = headline
    ? sentence.chunks.slice(0, clause.at).filter((chunk): chunk is NounChunk => chunk.is === 'noun')
    : clause.subjects;
  const parties = [...new Set(nouns.flatMap((noun) => setting.discourse.countriesOf(noun)))];
  if (parties.length < 2) return null;
  const head: Head = { chunk: clause.at, unit: verb.last - 1 };
  return commitmentAt(
    sentence,
    head,
    sentence.chunks.length,
    clause,
    { act: 'commit', binding: headline ? 'strong' : 'medium' },
    parties,
    setting,
  );
}
