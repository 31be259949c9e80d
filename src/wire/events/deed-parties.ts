import { fold } from '../../text/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Participant } from '../reading.ts';
import type { Discourse } from './discourse.ts';
import type { Filled } from './fill-frame.ts';
import type { VerbFrame } from './frames.ts';
import type { Nominal } from './nominal.ts';
import { VICTIM_NOUNS } from './noun-classes.ts';
import { fills, isChannel, participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';
import { classOfNoun, isStruck, isTransport } from './tables/classes.ts';
import { talkers, visitorOf, visitParties } from './talkers.ts';

/** Whoever a noun names as a doer: groups; forces of a state; of operations and arrests anybody. */
export function actorsOf(
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

/** Whom or what a noun names as struck, with its class. */
export function struckOf(
  text: string,
  noun: NounChunk,
  type: string,
  setting: Setting,
): readonly Participant[] {
  const groups = setting.discourse.groupsOf(noun, []);
  if (groups.length > 0) return groups.map((group) => participant(partyOfName(text, group), 'target'));
  if (noun.head.tag === 'pron' || isChannel(noun)) return [];
  // "A police station": whose it is tells more than the noun.
  const police = noun.units.some(({ low }) => low === 'police') && classOfNoun(noun.head.low) === 'business';
  const is = police ? 'police' : classOfNoun(noun.head.low);
  const role = type === 'attack' && VICTIM_NOUNS.has(noun.head.low) ? 'victim' : 'target';
  return [participant(partyOfNoun(text, noun, setting.discourse), role, null, is)];
}

/** Who or what suffers it: what is thrown or planted is no target, but what it is thrown at. */
export function struckBy(
  { preps }: Clause,
  { at, object, type }: VerbFrame,
  done: readonly NounChunk[],
  { discourse }: Setting,
): readonly NounChunk[] {
  if (type !== 'attack' || at === undefined) return done;
  const aimed = preps
    .filter(({ word }) => at.includes(word))
    .flatMap(({ word, nouns }) => nouns.filter((noun) => isAimedAt(word, noun, discourse)));
  return aimed.length > 0 || (object !== 'property' && object !== 'any') ? aimed : done;
}

/** A thing or people; where the word only tells the place ("in", "near"), a thing that a table knows. */
function isAimedAt(word: string, noun: NounChunk, discourse: Discourse): boolean {
  if (namesIn(noun).some(({ kind }) => kind === 'place') || PLACES_AT_LARGE.has(noun.head.low)) return false;
  return AROUND.has(word)
    ? isStruck(noun.head.low) || isTransport(noun.head.low)
    : fills(noun, 'property', discourse, []);
}

const AROUND = new Set(['in', 'near', 'on', 'along', 'by', 'close to']);
const PLACES_AT_LARGE = new Set([
  'city',
  'town',
  'area',
  'district',
  'province',
  'region',
  'neighborhood',
  'neighbourhood',
]);

/** A struck thing's own name, so that two tellings of one attack can be seen to be one. */
export function thingOf(sentence: ReadSentence, nouns: readonly NounChunk[]): string | null {
  // In a headline every word may have a capital.
  if (sentence.zone === 'headline') return null;
  for (const noun of nouns) {
    if (isChannel(noun)) continue;
    const proper = noun.units.filter((unit) => unit.tag === 'noun' && /^\p{Lu}/u.test(unit.text));
    if (proper.length > 0) return fold(proper.map(({ text }) => text).join(' '));
  }
  return null;
}

/** The parties of an event that a noun tells: `doers` are its verb's. */
export function nounParticipants(
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

/** The parties of a visit or a meeting that a verb tells. */
export function meetingParties(
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
