import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { countsOf } from './casualties.ts';
import { nounParticipants, struckOf, thingOf } from './deed-parties.ts';
import type { DateUse, Draft } from './draft.ts';
import { isGeneric, type Nominal } from './nominal.ts';
import { fills, isChannel } from './parties.ts';
import type { Setting } from './setting.ts';
import { isSeries, isSpecific, nominalStatus, supports } from './specific.ts';
import { foils } from './status.ts';
import { isStruck } from './tables/classes.ts';
import { weaponsNear } from './weapons.ts';
import { clauseDates, leaningOf, relativeTime, whenOf, withFrame } from './when.ts';
import { defaultWhere, whereOf } from './where.ts';

/** The event that a noun tells, or `null` when it is talk or only refers to one by "the attack" and nothing more. */
export function byNoun(sentence: ReadSentence, nominal: Nominal, setting: Setting): Draft | null {
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
      nouns.some((other) => !isChannel(other) && fills(other, 'struck', setting.discourse, [])),
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
    where: stated ?? (specific ? defaultWhere(frame.type, setting.datelineCountry) : null),
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

function isStateOnly(sentence: ReadSentence, place: string): boolean {
  return sentence.things.some(({ text, kind, use }) => text === place && kind === 'state' && use === 'name');
}
