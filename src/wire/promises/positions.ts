import type { ReadSentence } from '../analyse.ts';
import { DENIED_NOUNS } from '../attribution/frames.ts';
import type { Setting } from '../events/setting.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { Candidate, Commitment, Position } from '../reading.ts';
import { quotedWhole, spanAt } from '../span.ts';
import { partiesOf } from './promises.ts';
import { EXPRESSED, POSITION_VERBS, WEIGHT_NOUNS } from './verbs.ts';

/** What states say in a sentence without promising (SPEC.md, C8). `promised` are the promises found in it. */
export function positionsIn(
  sentence: ReadSentence,
  setting: Setting,
  promised: readonly Commitment[],
): readonly Position[] {
  const out: Position[] = [];
  for (const clause of sentence.clauses) {
    const act = actOf(sentence, clause, promised);
    if (act === null) continue;
    const parties =
      act === 'stance' ? partiesOf(sentence, clause, setting) : speakersOf(sentence, clause, setting);
    if (parties.length === 0) continue;
    const { units } = clause.verb;
    const calledOn = addressed(sentence, clause, act);
    out.push({
      span: spanOf(sentence, clause, setting),
      verb: spanAt(setting.text, units[0]?.start ?? sentence.start, units.at(-1)?.end ?? sentence.end),
      parties,
      speechAct: act,
      about: aboutOf(calledOn, parties),
      groups: act === 'urge' ? groupsOf(calledOn) : [],
    });
  }
  return out;
}

function actOf(
  sentence: ReadSentence,
  clause: Clause,
  promised: readonly Commitment[],
): Position['speechAct'] | null {
  const expressed =
    clause.verb.lemma === 'express' || clause.verb.lemma === 'voice' || clause.verb.lemma === 'convey';
  const noun = expressed ? clause.objects.find(({ head }) => EXPRESSED[head.low] !== undefined) : undefined;
  const act = noun === undefined ? POSITION_VERBS.get(clause.verb.lemma) : EXPRESSED[noun.head.low];
  if (act === undefined || clause.verb.negated || clause.verb.form === 'infinitive') return null;
  const start = clause.verb.units[0]?.start ?? -1;
  if (promised.some(({ verb }) => verb.start === start)) return null;
  // A charge rejected is a denial, and read as one.
  if (act === 'reject' && clause.objects.some(({ head }) => DENIED_NOUNS.has(head.low))) return null;
  if (act !== 'stance') return act;
  // "The urgent need for Pakistan to take action" calls on Pakistan.
  const weighed = clause.objects.some(({ head }) => WEIGHT_NOUNS.has(head.low));
  const other = clause.preps.some(
    ({ word, nouns }) => word === 'for' && nouns.flatMap(namesIn).some(({ kind }) => kind === 'state'),
  );
  if (weighed && other) return 'urge';
  const said = sentence.clauses.some(
    (next) => next.governor?.clause === clause.index && next.governor.how === 'that',
  );
  return said || weighed ? 'stance' : null;
}

function speakersOf(sentence: ReadSentence, clause: Clause, setting: Setting): readonly string[] {
  if (clause.verb.passive) {
    const by = clause.preps.find(({ word }) => word === 'by')?.nouns ?? [];
    return [...new Set(by.flatMap((noun) => setting.discourse.countriesOf(noun)))];
  }
  const own = [...new Set(clause.subjects.flatMap((noun) => setting.discourse.countriesOf(noun)))];
  return own.length > 0 ? own : partiesOf(sentence, clause, setting);
}

/** Those spoken of: whose deeds are praised, who is called upon. */
function addressed(sentence: ReadSentence, clause: Clause, act: Position['speechAct']): readonly Named[] {
  if (act === 'stance' || act === 'condemn' || act === 'threaten') return [];
  const phrases = clause.preps
    .filter(({ word }) => word === 'on' || word === 'upon' || word === 'for' || word === 'to')
    .flatMap(({ nouns }) => nouns);
  // "Demanded that Kabul hand over": who is to do it.
  const asked = sentence.clauses
    .filter(({ governor }) => act === 'urge' && governor?.clause === clause.index && governor.how === 'that')
    .flatMap(({ subjects }) => subjects);
  const nouns: readonly NounChunk[] = clause.verb.passive
    ? clause.subjects
    : [...clause.objects, ...phrases, ...asked];
  return nouns.flatMap((noun) => namesIn(noun));
}

/** The groups called upon; one whose name fits several gives them all. */
function groupsOf(names: readonly Named[]): readonly Candidate[] {
  const out = new Map<string, Candidate>();
  for (const { kind, entity, caption, candidates } of names) {
    if (kind !== 'group') continue;
    if (entity !== null && caption !== null) out.set(entity, { entity, caption });
    else for (const candidate of candidates) out.set(candidate.entity, candidate);
  }
  return [...out.values()];
}

function aboutOf(names: readonly Named[], parties: readonly string[]): readonly string[] {
  const countries = names.flatMap(({ kind, country }) =>
    (kind === 'state' || kind === 'organ' || kind === 'person') && country !== null ? [country] : [],
  );
  return [...new Set(countries)].filter((country) => !parties.includes(country));
}

/** From the subject to the end of what is said, a speaker put in left out. */
function spanOf(sentence: ReadSentence, clause: Clause, setting: Setting) {
  const { chunks, units } = sentence;
  const shared = clause.governor?.how === 'conj';
  const first = shared
    ? clause.verb.first
    : Math.min(clause.subjects[0]?.first ?? clause.verb.first, clause.verb.first);
  let stop = chunks.length;
  for (const other of sentence.clauses) {
    if (
      other.at > clause.at &&
      other.governor?.how === 'conj' &&
      other.governor.clause === clause.index &&
      other.verb.form === 'finite'
    ) {
      stop = Math.min(stop, other.at);
    }
  }
  for (const speech of sentence.speeches) {
    const at = chunks.indexOf(speech.speaker);
    if (at > clause.at && chunks[at - 1]?.is === 'comma') stop = Math.min(stop, at);
  }
  while (
    stop > clause.at + 1 &&
    ['comma', 'conj', 'prep', 'sub', 'dash'].includes(chunks[stop - 1]?.is ?? '')
  )
    stop -= 1;
  const end = Math.max(chunks[stop - 1]?.last ?? clause.verb.last, clause.verb.last);
  return quotedWhole(
    setting.text,
    units[first]?.start ?? sentence.start,
    units[end - 1]?.end ?? sentence.end,
  );
}
