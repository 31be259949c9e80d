import { fold, type Leaning } from '../../text/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { EventStatus, Participant } from '../reading.ts';
import { countsOf } from './casualties.ts';
import type { DateUse, Draft } from './draft.ts';
import { VERB_FRAMES, type VerbFrame } from './frames.ts';
import { isGeneric, type Nominal, nominalsIn } from './nominal.ts';
import { ACCIDENT_WORDS, VICTIM_NOUNS, WOUND_WORDS } from './noun-classes.ts';
import { beside, giftOf, isBetweenStates, officialParties } from './official.ts';
import { fills, participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';
import { isSeries, isSpecific, nominalStatus, supports } from './specific.ts';
import { foils, statusOf } from './status.ts';
import { classOfNoun, isStruck } from './tables/classes.ts';
import { weaponKind } from './tables/weapons.ts';
import { talkers, visitorOf, visitParties } from './talkers.ts';
import { weaponsIn, weaponsNear } from './weapons.ts';
import { clauseDates, frameDate, relativeTime, whenOf } from './when.ts';
import { datelineWhere, whereOf } from './where.ts';

const FRAMES_BY_VERB = new Map<string, VerbFrame[]>();
for (const frame of VERB_FRAMES) {
  for (const verb of frame.verbs) {
    const frames = FRAMES_BY_VERB.get(verb);
    if (frames === undefined) FRAMES_BY_VERB.set(verb, [frame]);
    else frames.push(frame);
  }
}

/** The events that a sentence tells by verbs and by nouns, list events apart (see `listings.ts`). */
export function findDrafts(sentence: ReadSentence, setting: Setting): readonly Draft[] {
  const nominals = nominalsIn(sentence);
  const out: Draft[] = [];
  for (const clause of sentence.clauses) {
    const draft = byVerb(sentence, clause, setting, nominals);
    if (draft !== null) out.push(draft);
  }
  for (const nominal of nominals) {
    const draft = byNoun(sentence, nominal, setting);
    if (draft !== null) out.push(draft);
  }
  return out.sort((a, b) => a.chunk - b.chunk);
}

function byVerb(
  sentence: ReadSentence,
  clause: Clause,
  setting: Setting,
  nominals: readonly Nominal[],
): Draft | null {
  const frames = FRAMES_BY_VERB.get(clause.verb.lemma);
  if (frames === undefined) return null;
  for (const frame of frames) {
    const filled = fill(sentence, clause, frame, setting);
    if (filled === null) continue;
    // ", killing five", ", holding 300 hostage": what the deed before did, and no deed of its own; an army's killing is one.
    const outcome = OUTCOMES.has(clause.verb.lemma) && clause.verb.form === 'ing' && clause.opener !== 'of';
    if (outcome && frame.type === 'attack') continue;
    const told = statusOf(clause, sentence);
    const status = told === 'happened' ? (frame.status ?? told) : told;
    const { text } = setting;
    const earlier = sentence.things;
    const actors = filled.doers.flatMap((noun) => actorsOf(noun, frame.type, setting, earlier));
    const struck = struckBy(clause, frame, filled.done, setting).flatMap((noun) =>
      struckOf(text, noun, frame.type, setting),
    );
    const participants =
      frame.type === 'visit' || frame.type === 'dialogue'
        ? meetingParties(sentence, filled, frame.type, setting)
        : frame.type === 'trial' || frame.type === 'aid' || frame.type === 'financing'
          ? officialParties(filled, clause, frame.type, setting)
          : [...actors, ...struck];
    if (frame.type === 'dialogue' && participants.length < 2) continue;
    if (frame.type === 'aid' && !isBetweenStates(participants)) continue;
    const names = filled.done.flatMap(namesIn);
    const places = [...clause.preps, ...dependents(sentence, clause).flatMap(({ preps }) => preps)];
    const where =
      whereOf(places, frame.type === 'visit' ? names : []) ??
      whereOf(beside(sentence, clause), []) ??
      fallback(
        frame.type,
        setting,
        filled.doers.flatMap((noun) => setting.discourse.countriesOf(selfOf(noun, sentence, clause))),
      );
    const verb = clause.verb;
    const thing = thingOf(sentence, filled.done);
    const uses = withFrame(
      withoutOthers([...clauseDates(clause, sentence), ...dependentDates(sentence, clause)], frame, nominals),
      sentence,
      clause,
    );
    const when = whenOf(setting, uses, leaningOf(status), sentence);
    const pinned = when?.value != null || (where !== null && where.text !== null) || thing !== null;
    if (frame.type === 'attack' && !pinned && isTalk(filled, clause)) return null;
    return {
      type: frame.type,
      subtype: subtypeOf(frame, filled),
      status,
      sentence,
      chunk: clause.at,
      clause,
      byNoun: false,
      start: verb.units[0]?.start ?? 0,
      end: verb.units.at(-1)?.end ?? 0,
      participants,
      programmes: [],
      when,
      relative: relativeTime(setting, uses, when, clause),
      where,
      ...countsOf(sentence, setting.text, frame.type, status),
      weapons: frame.type === 'attack' ? weaponsIn(sentence, clause, setting.text) : [],
      thing,
      // Hostages are taken in an attack: the one that the text tells, if it fits.
      definite: frame.word !== undefined,
      bare: false,
    };
  }
  return null;
}

const OUTCOMES = new Set(['kill', 'hold']);

/** "Charged two men over the bombing of 4 February": the date is the bombing's, and not the charge's. */
function withoutOthers(
  uses: readonly DateUse[],
  frame: VerbFrame,
  nominals: readonly Nominal[],
): readonly DateUse[] {
  const owned = new Set(
    nominals.flatMap((nominal) =>
      nominal.frame.type === frame.type || nominal.frame.type === 'operation' || nominal.as === 'object'
        ? []
        : nominal.dates.map(({ start }) => start),
    ),
  );
  return owned.size === 0 ? uses : uses.filter(({ start }) => !owned.has(start));
}

/**
 * "Militants attack police posts", "they are killing civilians": no number, no name, no article on either side tells
 * that such things happen, and not that one did (SPEC.md, E3).
 */
function isTalk({ doers, done }: Filled, clause: Clause): boolean {
  const now =
    clause.verb.form === 'ing' || clause.verb.units.some(({ low }) => PRESENT.has(low)) || isPresent(clause);
  const bare = (noun: NounChunk) =>
    noun.units.every(({ tag, named }) => tag !== 'num' && tag !== 'date' && named === null) &&
    (noun.det === null || GROUPS_AT_LARGE.has(noun.head.low) || noun.det === 'their' || noun.det === 'his') &&
    (noun.head.low.endsWith('s') || GROUPS_AT_LARGE.has(noun.head.low) || noun.head.low.endsWith('men'));
  return done.length > 0 && done.every(bare) && (now || doers.every(bare)) && doers.length > 0;
}

const PRESENT = new Set(['is', 'are', 'has', 'have']);
const GROUPS_AT_LARGE = new Set([
  'population',
  'people',
  'public',
  'civilians',
  'society',
  'country',
  'nation',
  'state',
]);

function isPresent({ verb }: Clause): boolean {
  const form = verb.units.at(-1)?.form ?? null;
  return verb.form === 'finite' && (form === 's' || form === 'base');
}

/** Clauses that tell how or when a deed was done: "after stopping a bus", ", opening fire". */
function dependents(sentence: ReadSentence, clause: Clause): readonly Clause[] {
  return sentence.clauses.filter(
    (other) =>
      (other.verb.form === 'participle' &&
        other.governorNoun !== null &&
        clause.objects.includes(other.governorNoun)) ||
      (other.governor?.clause === clause.index &&
        (other.governor.how === 'ing' || other.governor.how === 'rel') &&
        other.verb.form === 'ing'),
  );
}

function dependentDates(sentence: ReadSentence, clause: Clause): readonly DateUse[] {
  return dependents(sentence, clause).flatMap((other) => clauseDates(other, sentence));
}

interface Filled {
  readonly doers: readonly NounChunk[];
  readonly done: readonly NounChunk[];
}

/** The nouns in the frame's places, or `null` when one does not fit. */
function fill(sentence: ReadSentence, clause: Clause, frame: VerbFrame, setting: Setting): Filled | null {
  const by = clause.preps.find(({ word }) => word === 'by')?.nouns ?? [];
  const participle =
    clause.verb.form === 'participle' && clause.governorNoun !== null ? [clause.governorNoun] : [];
  if (frame.violent === true && !isViolent(sentence, clause)) return null;
  const { passive } = clause.verb;
  const doers = passive ? by : clause.subjects;
  const through =
    frame.through?.flatMap((word) =>
      clause.preps.filter((prep) => prep.word === word).flatMap(({ nouns }) => nouns),
    ) ?? [];
  const direct = passive ? (clause.subjects.length > 0 ? clause.subjects : participle) : clause.objects;
  const done = direct.length > 0 ? direct : through.length > 0 ? through : sharedObjects(sentence, clause);
  const earlier = sentence.things;
  if (frame.agentless === true && (!passive || doers.length > 0)) return null;
  if (frame.word !== undefined && !holdsWord(clause, frame.word)) return null;
  if (frame.charged === true && (clause.verb.form !== 'ing' || clause.opener !== 'of')) return null;
  if (frame.wounds === true && !sentence.units.some(({ low }) => WOUND_WORDS.has(low))) return null;
  if (frame.never !== undefined) {
    const { never } = frame;
    if (doers.some((noun) => fills(noun, never, setting.discourse, sentence.things))) return null;
  }
  const fits = (nouns: readonly NounChunk[], filler: VerbFrame['subject']) =>
    filler === null || nouns.some((noun) => fills(noun, filler, setting.discourse, earlier));
  if (!fits(doers, frame.subject) || !fits(done, frame.object)) return null;
  if (
    frame.type === 'attack' &&
    frame.subtype === 'suicide-bombing' &&
    !/self|selves/.test(done[0]?.head.low ?? '')
  )
    return null;
  return { doers, done };
}

/** Whether nothing in the sentence gives another cause of a death than somebody's deed (SPEC.md, E12). */
function isViolent(sentence: ReadSentence, clause: Clause): boolean {
  if (clause.opener === 'if' || clause.verb.modal !== null) return false;
  return !sentence.units.some(({ low }) => ACCIDENT_WORDS.has(low) || TOLD_OTHERWISE.test(low));
}

/** Words of another event in which people die; it has its own frame. */
const TOLD_OTHERWISE =
  /^(?:clash|clashes|clashed|fighting|combat|battle|battles|war|encounter|operation|operations|shootout|shoot-out|firefight|raid|raids|attack|attacks|assault|blast|blasts|bombing|bombings|explosion|explosions|strike|strikes|airstrike|airstrikes|ambush|ambushed|shelling|gunmen|shooting|fire|protest|protests|riot|riots)$/;

/** "Kidnapped and killed two traders": both verbs have the object that follows the second. */
function sharedObjects(sentence: ReadSentence, clause: Clause): readonly NounChunk[] {
  if (clause.verb.passive || clause.preps.length > 0 || clause.dates.length > 0) return [];
  const next = sentence.clauses[clause.index + 1];
  const joined = next?.governor?.how === 'conj' && next.governor.clause === clause.index;
  return joined && next.verb.form === clause.verb.form && !next.verb.passive ? next.objects : [];
}

function holdsWord({ objects, complement, preps }: Clause, word: string): boolean {
  return [
    ...objects,
    ...(complement === null ? [] : [complement]),
    ...preps.flatMap(({ nouns }) => nouns),
  ].some(({ head, units }) => head.low === word || units.some(({ low }) => low === word));
}

/** A suicide bomber's deed is a suicide bombing; what is thrown or fired tells what kind of attack it is. */
function subtypeOf(frame: VerbFrame, { doers, done }: Filled): string | null {
  if (frame.type === 'aid') return giftOf(done) ?? frame.subtype;
  if (frame.type !== 'attack') return frame.subtype;
  if (doers.some((noun) => noun.units.some(({ low }) => low === 'suicide'))) return 'suicide-bombing';
  if (frame.object !== 'bomb') return frame.subtype;
  const [kind] = done.flatMap(({ head }) => weaponKind(head.low) ?? []);
  return kind === 'grenade' || kind === 'rocket' ? kind : kind === 'mortar' ? 'shelling' : frame.subtype;
}

function actorsOf(
  noun: NounChunk,
  type: string,
  setting: Setting,
  earlier: ReadSentence['things'],
): readonly Participant[] {
  const groups = setting.discourse.groupsOf(noun, earlier);
  if (groups.length > 0) return groups.map((group) => participant(partyOfName(setting.text, group), 'actor'));
  // Soldiers who murder are named as whoever else does.
  const force = type === 'attack' && fills(noun, 'force', setting.discourse, earlier);
  if (type !== 'operation' && type !== 'arrest' && !force) return [];
  return [participant(partyOfNoun(setting.text, noun, setting.discourse), 'actor')];
}

function struckOf(text: string, noun: NounChunk, type: string, setting: Setting): readonly Participant[] {
  const groups = setting.discourse.groupsOf(noun, []);
  if (groups.length > 0) return groups.map((group) => participant(partyOfName(text, group), 'target'));
  if (noun.head.tag === 'pron') return [];
  // "A police station": whose it is tells more than the noun.
  const police = noun.units.some(({ low }) => low === 'police') && classOfNoun(noun.head.low) === 'business';
  const is = police ? 'police' : classOfNoun(noun.head.low);
  const role = type === 'attack' && VICTIM_NOUNS.has(noun.head.low) ? 'victim' : 'target';
  return [participant(partyOfNoun(text, noun, setting.discourse), role, null, is)];
}

/** Who or what suffers it: what is thrown or planted is no target, but what it is thrown at. */
function struckBy(
  { preps }: Clause,
  frame: VerbFrame,
  done: readonly NounChunk[],
  { discourse }: Setting,
): readonly NounChunk[] {
  if (frame.type !== 'attack' || frame.object !== 'bomb') return done;
  return preps
    .filter(({ word }) => AIMED.has(word))
    .flatMap(({ nouns }) => nouns)
    .filter(
      (noun) => namesIn(noun).every(({ kind }) => kind !== 'place') && fills(noun, 'property', discourse, []),
    );
}

const AIMED = new Set(['at', 'on', 'against', 'inside', 'outside', 'under', 'into', 'toward', 'towards']);

/** A struck thing's own name, so that two tellings of one attack can be seen to be one. */
function thingOf(sentence: ReadSentence, nouns: readonly NounChunk[]): string | null {
  // In a headline every word may have a capital.
  if (sentence.zone === 'headline') return null;
  for (const noun of nouns) {
    const proper = noun.units.filter((unit) => unit.tag === 'noun' && /^\p{Lu}/u.test(unit.text));
    if (proper.length > 0) return fold(proper.map(({ text }) => text).join(' '));
  }
  return null;
}

function byNoun(sentence: ReadSentence, nominal: Nominal, setting: Setting): Draft | null {
  const { frame, noun, clause } = nominal;
  const support = clause !== null && nominal.as !== null && supports(nominal, clause);
  if ((isGeneric(nominal) && !(support && isDone(nominal, clause))) || isSeries(nominal)) return null;
  const carried = clause !== null && (support || nominal.as === 'subject') && nominal.as !== 'phrase';
  // "Six were killed on Monday in a blast": what the blast did, its day and place are the blast's.
  const outcome = clause !== null && isOutcomeOf(nominal, clause);
  const shares =
    outcome ||
    (support && (nominal.as !== 'phrase' || frame.type === 'dialogue' || frame.type === 'operation'));
  const status = nominalStatus(nominal, sentence, support);
  const uses: DateUse[] = [
    ...nominal.dates,
    ...(shares && clause !== null ? clauseDates(clause, sentence) : []),
  ];
  const dates = withFrame(uses, sentence, clause);
  // A threat that a noun tells of was made.
  const leaning = frame.status === undefined ? leaningOf(status) : 'past';
  const when = whenOf(setting, dates, leaning, sentence);
  const doers =
    carried && clause !== null
      ? clause.verb.passive
        ? (clause.preps.find(({ word }) => word === 'by')?.nouns ?? [])
        : nominal.as === 'object' && !foils(clause.verb.lemma)
          ? clause.subjects
          : []
      : [];
  const suffered =
    outcome && clause !== null
      ? clause.verb.passive || clause.objects.length === 0
        ? clause.subjects
        : clause.objects
      : [];
  const participants = [
    ...nounParticipants(sentence, nominal, doers, setting),
    ...suffered
      .filter((other) => fills(other, 'human', setting.discourse, []) || isStruck(other.head.low))
      .flatMap((other) => struckOf(setting.text, other, frame.type, setting)),
  ];
  const own = namesIn(noun).filter(({ kind, use }) => kind === 'place' || use === 'capital');
  const clausePreps = shares && clause !== null ? clause.preps : [];
  const stated = whereOf([...nominal.preps, ...clausePreps], own);
  const thing = thingOf(sentence, [
    ...nominal.preps
      .filter(({ word }) => word === 'of' || word === 'on' || word === 'against')
      .flatMap(({ nouns }) => nouns),
    { ...noun, units: noun.units.filter((unit) => unit !== noun.head) },
  ]);
  const definite =
    noun.det === 'the' ||
    noun.det === 'this' ||
    noun.det === 'that' ||
    noun.det === 'these' ||
    noun.det === 'their' ||
    noun.det === 'its';
  const pinned =
    (when !== null && when.value !== null && when.how !== 'inherited') ||
    (stated !== null && stated.text !== null && !isStateOnly(sentence, stated.text)) ||
    thing !== null;
  const victims = nominal.preps.some(
    ({ word, nouns }) =>
      (word === 'on' || word === 'of' || word === 'against') &&
      nouns.some((other) => fills(other, 'struck', setting.discourse, [])),
  );
  const plural =
    /s$/.test(noun.head.low) &&
    noun.head.low !== 'talks' &&
    noun.head.low !== 'consultations' &&
    noun.head.low !== 'negotiations';
  const known =
    definite &&
    victims &&
    WHOM.has(frame.subtype ?? '') &&
    nominal.preps.some(({ nouns }) => nouns.some(isOne));
  const specific =
    known || isSpecific({ nominal, support, pinned, victims, plural, definite, participants, when });
  if (!specific && !(definite && !plural) && !(definite && plural && frame.type === 'attack')) return null;
  return {
    type: frame.type,
    subtype: nominal.subtype,
    status,
    sentence,
    chunk: nominal.at,
    clause,
    byNoun: true,
    start: noun.units[0]?.start ?? 0,
    end: noun.units.at(-1)?.end ?? 0,
    participants,
    programmes: [],
    when,
    relative: relativeTime(setting, dates, when, null),
    where: stated ?? (specific ? fallback(frame.type, setting) : null),
    ...countsOf(sentence, setting.text, frame.type, status),
    weapons: frame.type === 'attack' ? weaponsNear(sentence, nominal, setting.text) : [],
    thing,
    definite,
    bare: !specific,
  };
}

/** Deeds that a plural tells of as done when it says to whom: "the murders of the governor and a judge". */
const WHOM = new Set(['assassination', 'abduction']);

/** Somebody in particular: "the governor", "two priests", no "peasants". */
function isOne(noun: NounChunk): boolean {
  return (
    (noun.det !== null && noun.det !== 'any' && noun.det !== 'many' && noun.det !== 'several') ||
    noun.units.some(({ tag, named }) => tag === 'num' || named?.kind === 'person')
  );
}

/** "Launched several attacks on shops tonight": some, but told as done on a day. */
function isDone({ noun, as, frame }: Nominal, { verb, dates }: Clause): boolean {
  if (frame.type !== 'attack' || as !== 'object' || (noun.det !== 'several' && noun.det !== 'some'))
    return false;
  return dates.length > 0 && verb.form === 'finite' && verb.modal === null && !verb.negated;
}

/** Whether a clause of death or damage tells what the attack in its phrase did: "wounded during an attack". */
function isOutcomeOf({ frame, as, hangsOn: on }: Nominal, clause: Clause): boolean {
  if (frame.type !== 'attack' || as !== 'phrase' || on === null || !WITHIN.has(on.word)) return false;
  return SUFFERING.has(clause.verb.lemma) && !clause.verb.negated && clause.verb.modal === null;
}

const WITHIN = new Set(['in', 'during', 'by']);
const SUFFERING = new Set([
  'kill',
  'wound',
  'injure',
  'die',
  'martyr',
  'hurt',
  'damage',
  'destroy',
  'slay',
  'perish',
]);

function nounParticipants(
  sentence: ReadSentence,
  nominal: Nominal,
  doers: readonly NounChunk[],
  setting: Setting,
): readonly Participant[] {
  const { frame, preps, noun } = nominal;
  const { text, discourse } = setting;
  if (
    frame.type === 'dialogue' ||
    frame.type === 'agreement' ||
    frame.type === 'visit' ||
    frame.type === 'statement'
  ) {
    const nouns = [
      ...doers,
      ...preps
        .filter(({ word }) => ['between', 'with', 'of', 'by', 'to', 'among'].includes(word))
        .flatMap((prep) => prep.nouns),
      noun,
    ];
    const withClause =
      nominal.clause !== null && nominal.as !== 'phrase'
        ? nominal.clause.preps
            .filter(({ word }) => word === 'with' || word === 'between')
            .flatMap((prep) => prep.nouns)
        : [];
    return frame.type === 'visit'
      ? visitParties(nominal, setting)
      : talkers(
          sentence,
          [...nouns, ...withClause],
          setting,
          frame.type === 'dialogue' ? nominal.clause : null,
        );
  }
  const actors = doers.flatMap((doer) => actorsOf(doer, frame.type, setting, sentence.things));
  const byGroups = preps
    .filter(({ word }) => word === 'by')
    .flatMap(({ nouns }) => nouns)
    .flatMap((other) => actorsOf(other, frame.type, setting, sentence.things));
  const owners = namesIn(noun)
    .filter(({ kind }) => kind === 'group')
    .map((group) => participant(partyOfName(text, group), 'actor'));
  const struck = preps
    .filter(({ word }) => word === 'of' || word === 'on' || word === 'against')
    .flatMap(({ nouns }) => nouns)
    .filter(
      (other) =>
        fills(other, 'struck', discourse, []) && namesIn(other).every(({ kind }) => kind !== 'place'),
    )
    .flatMap((other) => struckOf(text, other, frame.type, setting));
  return [...actors, ...byGroups, ...owners, ...struck];
}

function meetingParties(
  sentence: ReadSentence,
  filled: Filled,
  type: string,
  setting: Setting,
): readonly Participant[] {
  if (type === 'dialogue') return talkers(sentence, [...filled.doers, ...filled.done], setting, null);
  const visitor = filled.doers[0];
  const host = filled.done.flatMap(namesIn).find(({ country }) => country !== null);
  const out: Participant[] = [];
  if (visitor !== undefined) {
    const party = visitorOf(sentence, visitor, setting);
    const [country] = setting.discourse.countriesOf(visitor);
    const person = namesIn(visitor).find(({ kind }) => kind === 'person');
    out.push(
      participant({ ...party, country: party.country ?? country ?? null }, 'visitor', person?.office ?? null),
    );
  }
  if (host !== undefined) out.push(participant(partyOfName(setting.text, host), 'host'));
  return out;
}

/** "Police said they had arrested": they are the police. */
function selfOf(noun: NounChunk, sentence: ReadSentence, clause: Clause): NounChunk {
  if (noun.head.tag !== 'pron' || (noun.head.low !== 'they' && noun.head.low !== 'it')) return noun;
  let at: Clause | undefined = clause;
  for (let step = 0; step < 4 && at?.governor != null; step += 1) {
    const { how } = at.governor;
    at = sentence.clauses[at.governor.clause];
    const [subject] = at?.subjects ?? [];
    if (how === 'that' && subject !== undefined) return subject;
  }
  return noun;
}

function isStateOnly(sentence: ReadSentence, place: string): boolean {
  return sentence.things.some(({ text, kind, use }) => text === place && kind === 'state' && use === 'name');
}

function withFrame(
  uses: readonly DateUse[],
  sentence: ReadSentence,
  clause: Clause | null,
): readonly DateUse[] {
  const frame = frameDate(sentence, clause);
  return frame === null ? uses : [...uses, frame];
}

function leaningOf(status: EventStatus): Leaning {
  return status === 'planned' || status === 'threatened' ? 'future' : 'past';
}

/** Where no place is told: police and armies act at home; an attack is where the report was filed from. */
function fallback(type: string, setting: Setting, doers: readonly string[] = []) {
  const [own] = doers;
  if (own !== undefined && type === 'arrest')
    return { text: null, country: own, basis: 'actor' as const, precision: 'country' as const };
  if (own !== undefined && (type === 'trial' || type === 'financing'))
    return { text: null, country: own, basis: 'actor' as const, precision: 'country' as const };
  return type === 'attack' || type === 'arrest' || type === 'operation' || type === 'trial'
    ? datelineWhere(setting.datelineCountry)
    : null;
}
