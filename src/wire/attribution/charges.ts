import { wordTable } from '../../kernel/index.ts';
import type { Draft } from '../events/draft.ts';
import type { OpenEvent } from '../events/event-book.ts';
import { AUTHORITY_NOUNS } from '../events/noun-classes.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { speakerAt } from '../grammar/speech.ts';
import type { AttributionKind, Party } from '../reading.ts';
import { type AttackReader, distinct, isBehind, isDeedNoun } from './attack-reader.ts';
import { ASCRIBING, BLAMING, DENIED_NOUNS, DENYING, SUPPOSING } from './frames.ts';

/** What a clause says of a charge: made, denied, only supposed, or dismissed by a court (A4 to A6, A10). */
export function readCharge(reader: AttackReader, clause: Clause): boolean {
  return (
    deny(reader, clause) ||
    acquit(reader, clause) ||
    ascribe(reader, clause) ||
    blame(reader, clause) ||
    suppose(reader, clause) ||
    hint(reader, clause) ||
    pointTo(reader, clause) ||
    guess(reader, clause) ||
    behind(reader, clause) ||
    workOf(reader, clause)
  );
}

/** A4: a denial by the one who is accused. */
function deny(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive } = clause.verb;
  if (!DENYING.has(lemma) || passive) return false;
  const [subject] = clause.subjects;
  if (subject === undefined) return false;
  const denied =
    clause.objects.some(({ head }) => DENIED_NOUNS.has(head.low)) || reader.governed(clause).length > 0;
  const direct = clause.objects.some((noun) => reader.draftAt(noun) !== null);
  const [actor] = reader.groups(subject);
  if (actor === undefined || (!denied && !direct)) return false;
  const event = reader.eventOf(clause, clause.objects);
  if (event === null) return false;
  const party = reader.party(actor);
  reader.add(event, 'denied', party, party, null, clause);
  return reader.mark(clause);
}

/** A5: "blamed X for the attack", "accused X of carrying it out". */
function blame(reader: AttackReader, clause: Clause): boolean {
  const words = BLAMING[clause.verb.lemma];
  if (words === undefined && clause.verb.lemma !== 'hold') return pointFinger(reader, clause);
  // "Blamed it on X": who stands after the verb is not the one who is blamed.
  const on = (word: string) => clause.preps.some((prep) => prep.word === word);
  if (clause.verb.lemma === 'blame' && on('on') && !on('for')) return false;
  const held =
    clause.verb.lemma === 'hold' &&
    (clause.complement?.head.low === 'responsible' ||
      clause.objects.some(({ units }) => units.some(({ low }) => low === 'responsible')));
  if (words === undefined && !held) return false;
  const { passive, lemma } = clause.verb;
  const accused = (passive ? reader.patients(clause) : clause.objects).map(withoutResponsible);
  const accusers = passive ? reader.by(clause) : clause.subjects;
  const actors = accused.flatMap((noun) => reader.accused(noun));
  if (actors.length === 0) return false;
  const event = reader.deedOf(clause);
  if (event === null) return false;
  const [accuser] = accusers;
  const speech = accuser === undefined ? speakerAt(reader.speeches, clause.at) : null;
  const noun = accuser ?? speech?.speaker ?? null;
  const speaker = noun === null ? null : reader.speaker(noun);
  const kind = lemma === 'suspect' && speaker === null ? 'suspected' : reader.accusation(speaker, noun);
  const hedge = reader.hedge(clause) ?? (lemma === 'suspect' ? 'suspected' : null);
  for (const actor of actors)
    reader.add(event, lemma === 'suspect' ? 'suspected' : kind, actor, speaker, hedge, clause);
  return reader.mark(clause);
}

/** "Pointed the finger at X": blame in a figure of speech. */
function pointFinger(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive, negated } = clause.verb;
  const pointed = lemma === 'point' && clause.objects.some(({ head }) => /^fingers?$/.test(head.low));
  const [subject] = clause.subjects;
  if (!pointed || passive || negated || subject === undefined) return false;
  const at = clause.preps.filter(({ word }) => word === 'at' || word === 'towards' || word === 'toward');
  const actors = at.flatMap(({ nouns }) => nouns).flatMap((noun) => reader.accused(noun));
  const event = actors.length === 0 ? null : reader.eventOf(clause, []);
  if (event === null) return false;
  const speaker = reader.speaker(subject);
  for (const actor of actors)
    reader.add(event, reader.accusation(speaker, subject), actor, speaker, reader.hedge(clause), clause);
  return reader.mark(clause);
}

/** "Hold the army responsible": the noun without the word that says what it is held to be. */
function withoutResponsible(noun: NounChunk): NounChunk {
  const head = noun.units.at(-2);
  return noun.head.low !== 'responsible' || head === undefined
    ? noun
    : { ...noun, units: noun.units.slice(0, -1), head };
}

/** A5: "blamed the attack on X", "attributed it to X". */
function ascribe(reader: AttackReader, clause: Clause): boolean {
  const words = ASCRIBING[clause.verb.lemma];
  if (words === undefined) return false;
  const phrase = clause.preps.find(({ word }) => words.includes(word));
  const actors = phrase?.nouns.flatMap((noun) => reader.accused(noun)) ?? [];
  const deeds = clause.verb.passive ? reader.patients(clause) : clause.objects;
  const told = deeds.some(
    (noun) => reader.draftAt(noun) !== null || noun.head.tag === 'pron' || BLAME.has(noun.head.low),
  );
  if (actors.length === 0 || !told) return false;
  const event = reader.eventOf(clause, deeds);
  if (event === null) return false;
  const accuser =
    (clause.verb.passive ? reader.by(clause) : clause.subjects)[0] ??
    speakerAt(reader.speeches, clause.at)?.speaker ??
    null;
  const speaker = accuser === null ? null : reader.speaker(accuser);
  for (const actor of actors)
    reader.add(event, reader.accusation(speaker, accuser), actor, speaker, reader.hedge(clause), clause);
  return reader.mark(clause);
}

/** "Laid the blame on X": what is put on somebody beside the deed itself. */
const BLAME = new Set(['blame', 'responsibility']);

/** A10: "a court acquitted members of X". */
function acquit(reader: AttackReader, clause: Clause): boolean {
  if (clause.verb.lemma !== 'acquit' && clause.verb.lemma !== 'exonerate') return false;
  const nouns = clause.verb.passive ? reader.patients(clause) : clause.objects;
  const [actor] = nouns.flatMap((noun) => reader.groups(noun));
  const event = reader.deedOf(clause);
  if (actor === undefined || event === null) return false;
  const [court] = clause.verb.passive ? reader.by(clause) : clause.subjects;
  reader.add(
    event,
    'acquitted',
    reader.party(actor),
    court === undefined ? null : reader.speaker(court),
    null,
    clause,
  );
  return reader.mark(clause);
}

/** A6: "is suspected of", "is believed to have". */
function suppose(reader: AttackReader, clause: Clause): boolean {
  if (!SUPPOSING.has(clause.verb.lemma) || !clause.verb.passive) return false;
  // "Was thought to be inactive" supposes no deed.
  const governed = reader.governed(clause);
  if (governed.length > 0 && governed.every((other) => other.verb.lemma === 'be' && !isBehind(other)))
    return false;
  const actors = reader.patients(clause).flatMap((noun) => reader.groups(noun));
  const [actor] = actors;
  const event = reader.deedOf(clause);
  if (actor === undefined || event === null) return false;
  const speech = speakerAt(reader.speeches, clause.at);
  const word = clause.verb.units.at(-1)?.low ?? clause.verb.lemma;
  reader.add(
    event,
    'suspected',
    reader.party(actor),
    speech === null ? null : reader.speaker(speech.speaker),
    word,
    clause,
  );
  return reader.mark(clause);
}

/** A6: "suspicion fell on X", "bore the hallmarks of X", "suspect the involvement of X". */
function hint(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive, negated } = clause.verb;
  // "Did not rule out the involvement of X" leaves it open; any other hint that is denied is none.
  const open = lemma === 'rule' || lemma === 'rule out' || lemma === 'exclude';
  if (negated !== open) return false;
  const nouns = [...clause.subjects, ...clause.objects];
  const sign = nouns.find(({ head }) =>
    open ? PARTS_IN.has(head.low) : HINTS[head.low]?.includes(lemma) === true,
  );
  if (sign === undefined) return false;
  const on = clause.preps.filter(({ word }) => word === 'on').flatMap((prep) => prep.nouns);
  const groups = [
    ...sign.of.filter(({ kind }) => kind === 'group'),
    ...namesIn(sign).filter(({ kind }) => kind === 'group'),
    ...on.flatMap((noun) => reader.groups(noun)),
  ];
  const event = groups.length === 0 ? null : reader.eventOf(clause, clause.subjects);
  if (event === null) return false;
  const [subject] = passive || clause.subjects.includes(sign) ? [] : clause.subjects;
  const own = subject === undefined || reader.draftAt(subject) !== null ? null : subject;
  const noun = own ?? speakerAt(reader.speeches, clause.at)?.speaker ?? null;
  const speaker = noun === null ? null : reader.speaker(noun);
  for (const group of distinct(groups))
    reader.add(event, 'suspected', reader.party(group), speaker, sign.head.low, clause);
  return reader.mark(clause);
}

/** Nouns by which a text hints at a doer, and the verbs that make them do so. */
const HINTS = wordTable<readonly string[]>({
  suspicion: ['fall', 'be', 'point', 'centre', 'center'],
  suspicions: ['fall', 'be', 'point', 'centre', 'center'],
  hallmarks: ['bear', 'have', 'carry'],
  hallmark: ['bear', 'have', 'carry'],
  involvement: ['suspect', 'allege', 'see', 'investigate'],
  hand: ['suspect', 'allege', 'see'],
  role: ['suspect', 'allege'],
});

/** A6: "the evidence pointed to X", "initial findings point towards X". */
function pointTo(reader: AttackReader, clause: Clause): boolean {
  const { lemma, passive, negated, units } = clause.verb;
  if (lemma !== 'point' || passive || negated || clause.objects.length > 0) return false;
  const to = clause.preps.filter(({ word }) => word === 'to' || word === 'towards' || word === 'toward');
  const groups = distinct(to.flatMap(({ nouns }) => nouns).flatMap((noun) => reader.groups(noun)));
  const event = groups.length === 0 ? null : reader.eventOf(clause, []);
  if (event === null) return false;
  const [subject] = clause.subjects;
  const said = speakerAt(reader.speeches, clause.at)?.speaker ?? null;
  const noun = said ?? (subject !== undefined && isSpeaker(subject) ? subject : null);
  const speaker = noun === null ? null : reader.speaker(noun);
  const hedge = units.at(-1)?.low ?? lemma;
  for (const group of groups) reader.add(event, 'suspected', reader.party(group), speaker, hedge, clause);
  return reader.mark(clause);
}

/** Whether a noun can speak: somebody, and no sign or finding. */
function isSpeaker(noun: NounChunk): boolean {
  return (
    AUTHORITY_NOUNS.has(noun.head.low) ||
    /^sources?$/.test(noun.head.low) ||
    namesIn(noun).some(({ kind }) => kind !== 'place')
  );
}

/** Nouns for a part in a deed, which may be left open. */
const PARTS_IN = new Set(['involvement', 'hand', 'role', 'possibility', 'complicity']);

/** "X was behind the attack", "X was responsible for": the reporter's word, or that of who says it. */
function behind(reader: AttackReader, clause: Clause): boolean {
  if (clause.verb.negated || !(isBehind(clause) || didIt(clause) || arranged(clause))) return false;
  const [subject] = clause.subjects;
  if (subject === undefined) return false;
  const actors = reader.accused(subject);
  const event = reader.deedOf(clause);
  if (event === null || actors.length === 0) return false;
  told(reader, event, actors, clause.at, clause, doubtOf(reader, clause) ?? suspectIn(reader, clause));
  return reader.mark(clause);
}

/** "Is the prime suspect", "was probably behind": the doubt that the words beside the verb carry. */
function suspectIn({ sentence }: AttackReader, { at, objects, complement }: Clause): string | null {
  if (
    [...objects, ...(complement === null ? [] : [complement])].some(({ head }) =>
      /^suspects?$/.test(head.low),
    )
  )
    return 'suspected';
  const next = sentence.chunks[at + 1];
  const word = next === undefined || next.is === 'noun' ? '' : (sentence.units[next.first]?.low ?? '');
  return GUESSING.has(word) ? word : null;
}

const GUESSING = new Set(['likely', 'probably', 'perhaps', 'possibly', 'maybe']);

/** "It could have been X", "it is presumed that the attack involved X". */
function guess(reader: AttackReader, clause: Clause): boolean {
  const { lemma, negated, passive, modal } = clause.verb;
  const [subject] = clause.subjects;
  if (negated || passive || subject === undefined) return false;
  const it = subject.head.tag === 'pron' && IT.has(subject.head.low);
  if (lemma === 'be' ? !(it && modal !== null && DOUBTING.has(modal)) : lemma !== 'involve') return false;
  const draft = reader.draftAt(subject);
  if (!it && draft === null && !isDeedNoun(subject)) return false;
  const groups = distinct(clause.objects.flatMap((noun) => reader.groups(noun)));
  if (groups.length === 0) return false;
  const own = draft === null ? null : reader.keep(reader.book.eventOf(draft));
  const event = own ?? reader.keep(reader.book.latest('attack'));
  if (event === null) return false;
  const parties = groups.map((group) => reader.party(group));
  told(reader, event, parties, clause.at, clause, doubtOf(reader, clause));
  return reader.mark(clause);
}

const IT = new Set(['it', 'this']);

/** Modal verbs that make of a telling a guess. */
const DOUBTING = new Set(['may', 'might', 'could']);

/** The doubt that a clause speaks with: its own, its modal verb's, or that of "it is believed" before it. */
function doubtOf(reader: AttackReader, clause: Clause): string | null {
  const { modal } = clause.verb;
  const own = reader.hedge(clause) ?? (modal !== null && DOUBTING.has(modal) ? modal : null);
  if (own !== null || clause.governor === null) return own;
  const before = reader.sentence.clauses[clause.governor.clause]?.verb;
  if (before === undefined || !(before.passive && SUPPOSING.has(before.lemma))) return null;
  return before.units.at(-1)?.low ?? before.lemma;
}

/** "Did it": the deed told before, done. */
function didIt({ verb, objects }: Clause): boolean {
  return verb.lemma === 'do' && objects.length === 1 && objects[0]?.head.tag === 'pron';
}

/** "Had planned the attack", "masterminded the bombing". */
function arranged({ verb, objects }: Clause): boolean {
  const told = verb.form === 'finite' && verb.modal === null && ARRANGING.has(verb.lemma);
  return told && objects.some((noun) => (noun.det === 'the' || noun.det === 'this') && isDeedNoun(noun));
}

const ARRANGING = new Set(['plan', 'mastermind', 'orchestrate', 'plot', 'engineer', 'perpetrate', 'commit']);

const HANDIWORK = new Set(['handiwork', 'work', 'doing']);

/** "The blast was the work of X", "is thought to be the handiwork of X". */
function workOf(reader: AttackReader, clause: Clause): boolean {
  if (clause.verb.lemma !== 'be' || clause.verb.negated) return false;
  const work = [...clause.objects, ...(clause.complement === null ? [] : [clause.complement])].find(
    ({ head }) => HANDIWORK.has(head.low),
  );
  const groups = work?.of.filter(({ kind }) => kind === 'group') ?? [];
  const [subject] = clause.subjects;
  const deed =
    subject === undefined ||
    subject.head.tag === 'pron' ||
    IT.has(subject.head.low) ||
    reader.draftAt(subject) !== null;
  if (groups.length === 0 || !deed) return false;
  const before = reader.draftBefore(clause);
  const own = before === null ? null : reader.keep(reader.book.eventOf(before));
  const event = own ?? reader.deedOf(clause);
  if (event === null) return false;
  const governor =
    clause.governor === null ? undefined : reader.sentence.clauses[clause.governor.clause]?.verb.lemma;
  const doubt = governor !== undefined && SUPPOSING.has(governor) ? governor : null;
  const parties = distinct(groups).map((group) => reader.party(group));
  told(reader, event, parties, clause.at, clause, doubtOf(reader, clause) ?? doubt);
  return reader.mark(clause);
}

/** A6, A7: whoever does it in the sentence's own words. */
export function actors(reader: AttackReader): void {
  for (const draft of reader.drafts) {
    if (draft.clause !== null && reader.isUsed(draft.clause)) continue;
    const event = reader.book.eventOf(draft);
    if (event === null || (draft.status !== 'happened' && draft.status !== 'foiled')) continue;
    const actors = [
      ...draft.participants.filter(
        ({ role, kind, span }) =>
          role === 'actor' &&
          kind !== 'person' &&
          kind !== 'state' &&
          !isSpeakersOwn(reader, draft, span.start),
      ),
      ...ownActors(reader, draft),
    ];
    if (actors.length === 0) continue;
    const hedge = reader.hedgeNear(draft) ?? (draft.clause === null ? null : doubtOf(reader, draft.clause));
    told(reader, event, actors, draft.chunk, draft.clause, hedge);
  }
}

/** "Police said they had foiled a plot to bomb": the pronoun is the speaker's, and no group's. */
function isSpeakersOwn(reader: AttackReader, { chunk, clause }: Draft, at: number): boolean {
  const pronoun = clause?.subjects.find(({ head }) => head.tag === 'pron' && head.start === at);
  const speech = pronoun === undefined ? null : speakerAt(reader.speeches, chunk);
  return speech !== null && reader.groups(speech.speaker).length === 0 && isSpeaker(speech.speaker);
}

/** "Our fighters ambushed the convoy, the BLF said": the group that speaks. */
function ownActors(reader: AttackReader, draft: Draft): readonly Party[] {
  if (draft.clause !== null && reader.isUsed(draft.clause)) return [];
  const first = draft.clause?.subjects.some(({ det, head }) => det === 'our' || head.low === 'we') === true;
  const speech = first ? speakerAt(reader.speeches, draft.chunk) : null;
  return speech === null
    ? []
    : reader
        .groups(speech.speaker)
        .slice(0, 1)
        .map((group) => reader.party(group));
}

/** A fighter with no name of a group beside him who says that "the group" did it speaks for it. */
function isFighter({ head, of, ofNoun, units }: NounChunk): boolean {
  return (
    FIGHTERS.has(head.low) && of.length === 0 && ofNoun === null && units.every(({ named }) => named === null)
  );
}

const FIGHTERS = new Set(['caller', 'callers', 'fighter', 'militant', 'insurgent', 'guerrilla', 'rebel']);

function told(
  reader: AttackReader,
  event: OpenEvent,
  actors: readonly Party[],
  at: number,
  clause: Clause | null,
  doubt: string | null,
): void {
  let hedge = doubt;
  const speech = speakerAt(reader.speeches, at);
  const speaker = speech === null ? null : reader.speaker(speech.speaker);
  const believed = speech?.clause != null && /^(?:believe|think|suspect)$/.test(speech.clause.verb.lemma);
  if (believed) hedge ??= speech?.clause?.verb.lemma ?? null;
  for (const actor of actors) {
    const own = speech !== null && isFighter(speech.speaker);
    const self = own || (speaker !== null && speaker.entity !== null && speaker.entity === actor.entity);
    const kind: AttributionKind = self
      ? 'claimed'
      : hedge !== null
        ? 'suspected'
        : speaker === null
          ? 'reported-as-fact'
          : reader.accusation(speaker, speech?.speaker ?? null);
    reader.add(
      event,
      kind,
      {
        text: actor.text,
        kind: actor.kind,
        entity: actor.entity,
        country: actor.country,
        span: actor.span,
      },
      own && speaker !== null ? { ...speaker, kind: actor.kind, entity: actor.entity } : speaker,
      hedge,
      clause,
    );
  }
}
