import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { countsOf } from './casualties.ts';
import { actorsOf, meetingParties, struckBy, struckOf, thingOf } from './deed-parties.ts';
import type { DateUse, Draft } from './draft.ts';
import { type Filled, fill, subtypeOf } from './fill-frame.ts';
import { VERB_FRAMES, type VerbFrame } from './frames.ts';
import type { Nominal } from './nominal.ts';
import { beside, isBetweenStates, officialParties } from './official.ts';
import type { Setting } from './setting.ts';
import { statusOf } from './status.ts';
import { weaponsIn } from './weapons.ts';
import { clauseDates, leaningOf, relativeTime, whenOf, withFrame } from './when.ts';
import { defaultWhere, whereOf } from './where.ts';

const FRAMES_BY_VERB = new Map<string, VerbFrame[]>();
for (const frame of VERB_FRAMES) {
  for (const verb of frame.verbs) {
    const frames = FRAMES_BY_VERB.get(verb);
    if (frames === undefined) FRAMES_BY_VERB.set(verb, [frame]);
    else frames.push(frame);
  }
}

/** The event that a clause's verb tells: of the first frame whose places are filled; `null` when there is none. */
export function byVerb(
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
      defaultWhere(
        frame.type,
        setting.datelineCountry,
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
      weapons: frame.type === 'attack' ? weaponsIn(sentence, clause, setting.text, frame.carrier) : [],
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
