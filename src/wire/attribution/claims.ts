import { wordTable } from '../../kernel/index.ts';
import { GROUP_NOUNS, MEMBER_NOUNS } from '../events/noun-classes.ts';
import { chunkBounds, type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { SAYING, speakerAt } from '../grammar/speech.ts';
import type { Named } from '../mentions/named.ts';
import { spanAt } from '../span.ts';
import { type AttackReader, distinct, isBehind, isDeedNoun } from './attack-reader.ts';
import {
  CLAIM_NOUNS,
  CLAIMING,
  CLAIMING_DIRECTLY,
  DENIED_NOUNS,
  HAILING,
  ISSUING,
  OWNING,
  RETRACTING,
} from './frames.ts';

/** What a clause says of a claim: made, taken back, never made, or the deed disowned (A1 to A4, A8). */
export function readClaim(reader: AttackReader, clause: Clause): boolean {
  return (
    disown(reader, clause) ||
    claim(reader, clause) ||
    issue(reader, clause) ||
    hail(reader, clause) ||
    unclaimed(reader, clause) ||
    retract(reader, clause)
  );
}

/** A1, A2, A8: claims, and that nobody claimed. */
function claim(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive, negated } = clause.verb;
  const nouns = CLAIMING[lemma];
  const done = passive ? reader.patients(clause) : clause.objects;
  const doers = passive ? reader.by(clause) : subjectsOf(reader, clause);
  const byNoun = nouns !== undefined && done.some(({ head }) => nouns.has(head.low));
  const to = clause.preps.filter(({ word }) => word === 'to').flatMap(({ nouns: other }) => other);
  const direct =
    CLAIMING_DIRECTLY.has(lemma) && [...done, ...to].some((noun) => reader.draftAt(noun) !== null);
  // "An attack that no group has claimed": the object stands before the verb.
  const gap =
    lemma === 'claim' &&
    done.length > 0 &&
    done.every(({ first }) => first < clause.verb.first) &&
    reader.draftBefore(clause) !== null;
  // "The attack, for which they claimed credit": what the relative word stands for.
  const forWhich = byNoun && isForWhich(reader, clause) ? reader.draftBefore(clause) : null;
  const speaks = !passive && (OWNING.has(lemma) || SAYING.has(lemma));
  if (!byNoun && !direct && !gap && !speaks) return false;
  const named = doers.flatMap((noun) => reader.groups(noun));
  const actors = named.length > 0 ? named : voiceOf(reader, clause, doers);
  const own = speaks && ownDeed(reader, clause, actors);
  if (!byNoun && !direct && !own && !gap) return false;
  const open = doers.some(({ det }) => det === 'any');
  const nobody = doers.some((noun) => isNobody(noun)) || (open && isNegative(reader, clause));
  if (open && !nobody) return false;
  const before = forWhich ?? (gap && !direct ? reader.draftBefore(clause) : null);
  const event =
    before === null
      ? reader.eventOf(clause, direct ? [...done, ...to] : done)
      : reader.keep(reader.book.eventOf(before));
  if (event === null) return byNoun || direct;
  if (nobody) {
    reader.add(event, 'no-claim', null, null, null, clause);
    return reader.mark(clause);
  }
  const [actor] = actors;
  if (actor === undefined && negated && passive && doers.length === 0) {
    reader.add(event, 'no-claim', null, null, null, clause);
    return reader.mark(clause);
  }
  if (actor === undefined) {
    const stranger = byNoun || direct ? doers.find((noun) => isStranger(noun)) : undefined;
    const [force] = byNoun ? doers.flatMap((noun) => reader.forces(noun)) : [];
    const party = force ?? (stranger === undefined ? null : reader.stranger(stranger));
    if (party === null) return false;
    reader.add(event, 'claimed', party, party, clause.verb.hedge, clause);
    return reader.mark(clause);
  }
  if (negated) {
    reader.add(event, 'no-claim', reader.party(actor), null, null, clause);
    return reader.mark(clause);
  }
  for (const group of distinct(actors)) {
    const party = reader.party(group);
    reader.add(event, 'claimed', party, party, clause.verb.hedge, clause);
  }
  return reader.mark(clause);
}

/** A1: "issued a claim of responsibility", "a claim was made by X". */
function issue(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive, negated } = clause.verb;
  if (!ISSUING.has(lemma) || negated) return false;
  const done = passive ? reader.patients(clause) : clause.objects;
  const said = done.find(({ head, det }) => /^claims?$/.test(head.low) && det !== 'no');
  const doers = passive ? reader.by(clause) : subjectsOf(reader, clause);
  const groups = said === undefined ? [] : doers.flatMap((noun) => reader.groups(noun));
  const event = groups.length === 0 ? null : reader.eventOf(clause, []);
  if (event === null) return false;
  for (const group of distinct(groups)) {
    const party = reader.party(group);
    reader.add(event, 'claimed', party, party, clause.verb.hedge, clause);
  }
  return reader.mark(clause);
}

/** A1: "hailed the attack as the work of its fighters". */
function hail(reader: AttackReader, clause: Clause): boolean {
  if (!HAILING.has(clause.verb.lemma) || clause.verb.passive || clause.verb.negated) return false;
  const [deed] = clause.objects;
  const actor = clause.subjects.flatMap((noun) => reader.groups(noun))[0];
  if (deed === undefined || actor === undefined) return false;
  if (reader.draftAt(deed) === null && !isDeedNoun(deed) && deed.head.tag !== 'pron') return false;
  const as = clause.preps.findIndex(({ word }) => word === 'as');
  const work = clause.preps[as]?.nouns[0];
  const by = clause.preps.slice(as + 1).find(({ word }) => word === 'of' || word === 'by')?.nouns ?? [];
  const own =
    work !== undefined && (isSelf(work) || by.some((noun) => isSelf(noun) || reader.means(noun, actor)));
  const event = as >= 0 && own ? reader.eventOf(clause, clause.objects) : null;
  if (event === null) return false;
  const party = reader.party(actor);
  reader.add(event, 'claimed', party, party, clause.verb.hedge, clause);
  return reader.mark(clause);
}

/** A8: "the attack has gone unclaimed", "remains unclaimed". */
function unclaimed(reader: AttackReader, clause: Clause): boolean {
  const { verb, objects, complement, subjects } = clause;
  if (!REMAINING.has(verb.lemma)) return false;
  const next = reader.sentence.units.slice(verb.first, verb.last + 2);
  const words = [...next, ...objects.flatMap(({ units }) => units), ...(complement?.units ?? [])];
  if (verb.negated || !words.some(({ low }) => low === 'unclaimed')) return false;
  if (!subjects.some((noun) => reader.draftAt(noun) !== null || isDeedNoun(noun) || noun.head.tag === 'pron'))
    return false;
  const event = reader.eventOf(clause, subjects);
  if (event === null) return false;
  reader.add(event, 'no-claim', null, null, null, clause);
  return reader.mark(clause);
}

const REMAINING = new Set(['be', 'go', 'remain', 'stay', 'stand']);

/**
 * The group for which a person speaks, as the same sentence says: "a man who said he spoke for the TTP", "a caller
 * claiming to speak on behalf of the BRA", "a phone call from the BLF".
 */
function voiceOf(reader: AttackReader, clause: Clause, doers: readonly NounChunk[]): readonly Named[] {
  const [doer] = doers;
  if (doer === undefined || !(VOICES.has(doer.head.low) || doer.head.tag === 'pron')) return [];
  const { clauses, chunks } = reader.sentence;
  for (const other of clauses) {
    if (other.index >= clause.index) break;
    const spoken = other.preps.filter(({ word }) => SPEAKING[other.verb.lemma]?.includes(word));
    if (other.governorNoun === doer && other.verb.passive && AUTHORING.has(other.verb.lemma)) {
      const authors = reader.by(other).flatMap((noun) => reader.groups(noun));
      if (authors.length > 0) return authors;
    }
    const groups = spoken.flatMap(({ nouns: whom }) => whom.flatMap((noun) => reader.groups(noun)));
    const represented =
      other.verb.lemma === 'represent' ? other.objects.flatMap((noun) => reader.groups(noun)) : [];
    if (groups.length + represented.length > 0) return [...groups, ...represented];
  }
  // What stands between the person and the verb: "a caller on behalf of the BRA", "a call from X".
  const at = chunks.indexOf(doer);
  const [prep, whom] = [chunks[at + 1], chunks[at + 2]];
  const for_ = prep?.is === 'prep' && FOR_WHOM.has(prep.word) && whom?.is === 'noun';
  return for_ ? reader.groups(whom) : [];
}

/** Those who bring a claim, and what brings it. */
const VOICES = new Set(
  'letter statement communique communiqué note leaflet leaflets pamphlet pamphlets flyer video call e-mail email man woman person caller callers somebody someone individual individuals voice youth spokesman spokesperson spokeswoman representative speaker he she call message'.split(
    ' ',
  ),
);
const SPEAKING = wordTable<readonly string[]>({
  speak: ['for', 'on behalf of', 'in the name of'],
  call: ['for', 'on behalf of', 'in the name of'],
  act: ['for', 'on behalf of', 'in the name of'],
  belong: ['to'],
  identify: ['as'],
  introduce: ['as'],
  describe: ['as'],
  pose: ['as'],
});
const FOR_WHOM = new Set(['for', 'from', 'by', 'on behalf of', 'in the name of']);
/** What a group does with a message that is its own: "a letter signed by the TTP". */
const AUTHORING = new Set(
  'sign issue release send post publish distribute circulate record upload'.split(' '),
);

/** A clause's subjects; of "after claiming the attack, the group …" those of the clause that it opens. */
function subjectsOf(reader: AttackReader, clause: Clause): readonly NounChunk[] {
  if (clause.subjects.length > 0 || clause.verb.form !== 'ing') return clause.subjects;
  return reader.sentence.clauses[clause.index + 1]?.subjects ?? [];
}

function isForWhich(reader: AttackReader, clause: Clause): boolean {
  const { chunks } = reader.sentence;
  const first = clause.subjects[0]?.first ?? clause.verb.first;
  const at = chunks.findIndex((chunk) => chunk.first === first);
  const [prep, rel] = [chunks[at - 2], chunks[at - 1]];
  return rel?.is === 'rel' && prep?.is === 'prep';
}

/** "Nor has any group claimed": the denial stands before. */
function isNegative(reader: AttackReader, clause: Clause): boolean {
  if (clause.verb.negated) return true;
  const before = reader.sentence.chunks.slice(0, clause.at);
  return before.some(
    (chunk) =>
      chunk.is !== 'noun' && chunk.is !== 'verb' && 'word' in chunk && /^(?:nor|neither)$/.test(chunk.word),
  );
}

/** A group that the record does not hold: "a little-known group", "the Sons of the Valley". */
function isStranger(noun: NounChunk): boolean {
  if (namesIn(noun).some(({ kind }) => kind !== 'place')) return false;
  return GROUP_NOUNS.has(noun.head.low) || MEMBER_NOUNS.has(noun.head.low) || /^\p{Lu}/u.test(noun.head.text);
}

/** A4: "said it had no role in", "said it did not carry out", and the same in the group's own words. */
function disown(reader: AttackReader, clause: Clause): boolean {
  if (ownDenial(reader, clause)) return true;
  if (!SAYING.has(clause.verb.lemma) || clause.verb.passive) return false;
  const [actor] = clause.subjects.flatMap((noun) => reader.groups(noun));
  if (actor === undefined) return false;
  const denied = reader.governed(clause).find((other) => {
    const self = other.subjects.some((noun) => isSelf(noun) || reader.means(noun, actor));
    return (self && saysNo(other)) || other.subjects.some((noun) => isNoneOfOurs(reader, noun));
  });
  if (denied === undefined) return false;
  const event = reader.deedOf(clause);
  if (event === null) return false;
  const party = reader.party(actor);
  reader.add(event, 'denied', party, party, null, clause);
  return reader.mark(clause);
}

/** "We have no role in this killing," the group says. */
function ownDenial(reader: AttackReader, clause: Clause): boolean {
  const own = clause.subjects.some((noun) => noun.head.low === 'we' || noun.det === 'our') && saysNo(clause);
  const speech = own ? speakerAt(reader.speeches, clause.at) : null;
  const [actor] = speech === null ? [] : reader.groups(speech.speaker);
  const event = actor === undefined ? null : reader.deedOf(clause);
  if (actor === undefined || event === null) return false;
  const party = reader.party(actor);
  reader.add(event, 'denied', party, party, null, clause);
  return reader.mark(clause);
}

/** "Did not", "had no role", "had nothing to do". */
function saysNo({ verb, objects }: Clause): boolean {
  const none = objects.some(
    ({ det, head }) => (det === 'no' && DENIED_NOUNS.has(head.low)) || head.low === 'nothing',
  );
  return verb.negated || none;
}

/** "None of its fighters". */
function isNoneOfOurs(reader: AttackReader, noun: NounChunk): boolean {
  const whole = noun.head.low === 'none' ? reader.wholeOf(noun) : null;
  return whole !== null && isSelf(whole);
}

/** A3: a claim taken back. */
function retract(reader: AttackReader, clause: Clause): boolean {
  if (!RETRACTING.has(clause.verb.lemma)) return false;
  const done = clause.verb.passive ? reader.patients(clause) : clause.objects;
  if (!done.some(({ head }) => CLAIM_NOUNS.has(head.low))) return false;
  const actors = (clause.verb.passive ? reader.by(clause) : clause.subjects).flatMap((noun) =>
    reader.groups(noun),
  );
  const [actor] = actors;
  const event = reader.eventOf(clause, done);
  if (actor === undefined || event === null) return false;
  const party = reader.party(actor);
  reader.add(event, 'claim-retracted', party, party, null, clause);
  return reader.mark(clause);
}

/** A8: "there was no claim of responsibility". */
export function nouns(reader: AttackReader): void {
  reader.sentence.chunks.forEach((chunk) => {
    if (chunk.is !== 'noun' || chunk.det !== 'no' || chunk.head.low !== 'claim') return;
    const event =
      reader.drafts.map((draft) => reader.book.eventOf(draft)).find((one) => one !== null) ??
      reader.book.latest('attack');
    if (event === null || event === undefined) return;
    event.kept = true;
    const { start, end } = chunkBounds(reader.sentence.units, chunk);
    reader.out.push({
      event,
      kind: 'no-claim',
      actor: null,
      speaker: null,
      hedge: null,
      channel: null,
      span: spanAt(reader.setting.text, start, end),
    });
  });
}

/**
 * Whether what follows is the speaker's own deed: "said it carried out", "claimed to have bombed", "said the blast was
 * carried out by its men", "said the attack was its work".
 */
function ownDeed(reader: AttackReader, clause: Clause, actors: readonly Named[]): boolean {
  const self = (noun: NounChunk) => isSelf(noun) || actors.some((actor) => reader.means(noun, actor));
  return reader.governed(clause).some((other) => {
    const { verb, subjects, objects } = other;
    if (verb.negated) return false;
    const bare = (verb.form === 'infinitive' && verb.perfect) || verb.form === 'ing';
    const does = bare || (verb.passive ? reader.by(other).some(self) : subjects.some(self));
    const told = reader.drafts.some(
      (draft) => draft.clause === other || (draft.chunk > other.at && draft.chunk < other.to),
    );
    const deed = [...subjects, ...objects].some((noun) => isDeedNoun(noun) || reader.draftAt(noun) !== null);
    if (does && (told || (verb.passive && deed) || aims(other))) return true;
    if (verb.lemma !== 'be') return false;
    const work = objects.some((noun) => isSelf(noun) && WORK.has(noun.head.low));
    return (isBehind(other) && subjects.some(self)) || (work && deed);
  });
}

/** "Its bomber had targeted the police", "its men fired the shells": told as known, so of the attack told before. */
function aims({ verb, objects }: Clause): boolean {
  const known = objects.some(({ det }) => det === 'the' || det === 'this');
  return verb.form === 'finite' && AIMING.has(verb.lemma) && known;
}

const WORK = new Set(['work', 'operation', 'handiwork', 'doing']);
const AIMING = new Set('target hit strike plant fire detonate execute bomb attack explode'.split(' '));

function isNobody(noun: NounChunk): boolean {
  return (
    noun.det === 'no' || noun.head.low === 'nobody' || noun.head.low === 'none' || noun.det === 'neither'
  );
}

function isSelf(noun: NounChunk): boolean {
  // "One of its fighters" is the speaker's own, as its fighters are.
  if (noun.ofNoun !== null && OWN_PART.has(noun.head.low)) return isSelf(noun.ofNoun);
  const { low } = noun.head;
  if (noun.head.tag === 'pron') return low === 'it' || low === 'they' || low === 'we';
  return noun.det !== null && OWN_DETS.has(noun.det);
}

const OWN_DETS = new Set(['its', 'their', 'our', 'his', 'her']);

/** Words for some of those that stand after "of". */
const OWN_PART = new Set(
  'one two three several some members member all team teams unit units squad cell group fighter fighters number'.split(
    ' ',
  ),
);
