import { wordTable } from '../../kernel/index.ts';
import type { ReadSentence } from '../analyse.ts';
import { partyOfName, partyOfNoun } from '../events/parties.ts';
import type { Setting } from '../events/setting.ts';
import { chunkBounds, type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { SAYING, speakerAt } from '../grammar/speech.ts';
import { ingForm } from '../grammar/verbs.ts';
import { HEDGES } from '../grammar/words.ts';
import type { Named } from '../mentions/named.ts';
import type { Allegation, Party } from '../reading.ts';
import { spanAt } from '../span.ts';
import { DENIED_NOUNS, DENYING, GIVING, RECEIVING, SUPPORT_NOUNS, SUPPORTING } from './frames.ts';

const ACCUSING = new Set([
  'accuse',
  'blame',
  'allege',
  'charge',
  'suspect',
  'criticise',
  'criticize',
  'condemn',
]);
/** Compounds that say that a state stands behind a group: "India-backed". */
const TAILS = wordTable<string>({
  backed: 'back',
  sponsored: 'sponsor',
  funded: 'fund',
  supported: 'support',
  financed: 'finance',
  armed: 'arm',
  trained: 'train',
});

/** What a sentence says that one side says of another's support for a group (SPEC.md, A9). */
export function allegationsIn(sentence: ReadSentence, setting: Setting): readonly Allegation[] {
  const out: Allegation[] = [];
  const speeches = sentence.speeches;
  for (const clause of sentence.clauses) {
    const deed = deedOf(sentence, clause, setting);
    if (deed === null) continue;
    const charge = deniedCharge(sentence, clause, deed, setting);
    if (charge.length > 0) {
      out.push(...charge);
      continue;
    }
    const accusing = accuserOf(sentence, clause);
    const speech = accusing === null ? speakerAt(speeches, clause.at) : null;
    const noun = accusing?.noun ?? speech?.speaker ?? null;
    // Without somebody who says so it is the reporter's own statement, and no allegation between states.
    if (accusing === null && speech === null) continue;
    const accused = accusedOf(clause, setting, accusing?.clause ?? null);
    if (accused === null) continue;
    const accuser = noun === null ? null : stateParty(setting, noun);
    if (accuser !== null && accuser.country !== null && accuser.country === accused.country) continue;
    const itself = ({ entity, text }: Named) => (entity ?? text) === (accused.entity ?? accused.text);
    if (deed.groups.some(itself)) continue;
    const hedge = clause.verb.hedge ?? accusing?.clause.verb.hedge ?? null;
    const from = accusing?.clause.subjects[0]?.first ?? clause.subjects[0]?.first ?? clause.verb.first;
    for (const group of deed.groups) {
      out.push({
        accuser,
        accused,
        of: partyOfName(setting.text, group),
        act: ingForm(deed.act),
        hedge,
        span: spanOf(sentence, setting, Math.min(from, clause.verb.first), clause),
        denial: null,
      });
    }
  }
  return [...out, ...nominal(sentence, setting)];
}

/** How many allegations back a denial may mean: a report does not return to what it left long ago. */
const REACH = 50;

/**
 * The denials that a sentence holds ("Islamabad rejected the allegation"), put to the latest allegations that
 * they meet; `allegations` is changed in place.
 */
export function addDenials(allegations: Allegation[], sentence: ReadSentence, setting: Setting): void {
  for (const clause of sentence.clauses) {
    if (!DENYING.has(clause.verb.lemma)) continue;
    const denied =
      clause.objects.length === 0 || clause.objects.some(({ head }) => DENIED_NOUNS.has(head.low));
    const nouns = clause.verb.passive ? phrases(clause, ['by']) : clause.subjects;
    const [noun] = nouns;
    if (!denied || noun === undefined) continue;
    const countries = setting.discourse.countriesOf(noun);
    for (let at = Math.max(0, allegations.length - REACH); at < allegations.length; at += 1) {
      const allegation = allegations[at];
      if (allegation === undefined || allegation.denial !== null) continue;
      const { country, entity } = allegation.accused;
      const own = entity !== null && namesIn(noun).some((name) => name.entity === entity);
      if (!own && (country === null || !countries.includes(country))) continue;
      const first = Math.min(clause.subjects[0]?.first ?? clause.verb.first, clause.verb.first);
      const denial = { speaker: stateParty(setting, noun), span: spanOf(sentence, setting, first, clause) };
      allegations[at] = { ...allegation, denial };
    }
  }
}

/** Each allegation once, where it is told first; a denial or a word of doubt told later is kept. */
export function distinctAllegations(allegations: readonly Allegation[]): readonly Allegation[] {
  const out = new Map<string, Allegation>();
  for (const allegation of allegations) {
    const { accuser, accused, of, act } = allegation;
    const key = [
      accuser?.country ?? accuser?.text ?? '',
      accused.country ?? accused.text,
      of.entity ?? of.text,
      act,
    ].join('\n');
    const held = out.get(key);
    if (held === undefined) out.set(key, allegation);
    else
      out.set(key, {
        ...held,
        denial: held.denial ?? allegation.denial,
        hedge: held.hedge ?? allegation.hedge,
      });
  }
  return [...out.values()];
}

const CHARGES = /^(?:accusations?|allegations?|charges?|claims?|assertions?)$/;

/** "Kabul denied Islamabad's accusation that it was sheltering the group": the charge and its denial in one. */
function deniedCharge(
  sentence: ReadSentence,
  clause: Clause,
  deed: Deed,
  setting: Setting,
): readonly Allegation[] {
  const governor = clause.governor?.how === 'that' ? sentence.clauses[clause.governor.clause] : undefined;
  if (governor === undefined || !DENYING.has(governor.verb.lemma)) return [];
  const charge = [...governor.objects, ...governor.preps.flatMap(({ nouns }) => nouns)].find(({ head }) =>
    CHARGES.test(head.low),
  );
  const accuser = charge === undefined ? undefined : namesIn(charge).find(({ kind }) => kind === 'state');
  const [denier] = governor.subjects;
  if (denier === undefined) return [];
  const accused = stateParty(setting, denier);
  if (accused.country === null) return [];
  const span = spanOf(sentence, setting, governor.subjects[0]?.first ?? governor.verb.first, clause);
  return deed.groups.map((group) => ({
    accuser: accuser === undefined ? null : partyOfName(setting.text, accuser),
    accused,
    of: partyOfName(setting.text, group),
    act: ingForm(deed.act),
    hedge: clause.verb.hedge,
    span,
    denial: { speaker: accused, span },
  }));
}

interface Deed {
  readonly act: string;
  readonly groups: readonly Named[];
}

/** Support for a group in a clause: "supporting the BLA", "providing shelter to the TTP". */
function deedOf(sentence: ReadSentence, clause: Clause, setting: Setting): Deed | null {
  const { lemma, passive, negated } = clause.verb;
  if (negated) return null;
  const groupsIn = (nouns: readonly NounChunk[]) =>
    nouns.flatMap((noun) =>
      setting.discourse.groupsOf(
        noun,
        sentence.things.filter(({ end }) => end <= noun.head.start),
      ),
    );
  if (SUPPORTING.has(lemma)) {
    const groups = groupsIn(passive ? clause.subjects : [...clause.objects, ...phrases(clause, ['for'])]);
    return groups.length === 0 ? null : { act: lemma, groups };
  }
  if (RECEIVING.has(lemma) && !passive) {
    const noun = clause.objects.find(({ head }) => SUPPORT_NOUNS[head.low] !== undefined);
    const groups = groupsIn(clause.subjects);
    const from = phrases(clause, ['from', 'of']);
    return noun === undefined || groups.length === 0 || from.length === 0
      ? null
      : { act: SUPPORT_NOUNS[noun.head.low] ?? lemma, groups };
  }
  if (!GIVING.has(lemma)) return null;
  const noun = clause.objects.find(({ head }) => SUPPORT_NOUNS[head.low] !== undefined);
  const groups = groupsIn([
    ...phrases(clause, ['to', 'for']),
    ...clause.objects.filter((other) => other !== noun),
  ]);
  return noun === undefined || groups.length === 0
    ? null
    : { act: SUPPORT_NOUNS[noun.head.low] ?? lemma, groups };
}

function phrases(clause: Clause, words: readonly string[]): readonly NounChunk[] {
  return clause.preps.filter(({ word }) => words.includes(word)).flatMap(({ nouns }) => nouns);
}

/** Who accuses: the subject of the verb of accusing that the clause hangs on, through verbs joined to it. */
function accuserOf(
  sentence: ReadSentence,
  clause: Clause,
): { readonly clause: Clause; readonly noun: NounChunk | null } | null {
  let at = clause;
  for (let step = 0; step < 6; step += 1) {
    const governor = at.governor === null ? undefined : sentence.clauses[at.governor.clause];
    if (governor === undefined) return null;
    if (ACCUSING.has(governor.verb.lemma)) {
      const by = governor.verb.passive ? phrases(governor, ['by'])[0] : governor.subjects[0];
      return { clause: governor, noun: by ?? null };
    }
    if (at.governor?.how === 'that' && SAYING.has(governor.verb.lemma)) {
      return { clause: governor, noun: governor.subjects[0] ?? null };
    }
    at = governor;
  }
  return null;
}

function accusedOf(clause: Clause, setting: Setting, accusing: Clause | null): Party | null {
  const passive = clause.verb.passive;
  const nouns = RECEIVING.has(clause.verb.lemma)
    ? phrases(clause, ['from', 'of'])
    : passive
      ? phrases(clause, ['by'])
      : clause.subjects;
  const direct =
    nouns.length > 0
      ? nouns
      : accusing === null
        ? []
        : accusing.verb.passive
          ? accusing.subjects
          : accusing.objects;
  for (const noun of direct) {
    const party = stateParty(setting, noun);
    if (party.country !== null) return party;
  }
  // One group may be said to shelter another: "accused the Afghan Taliban of harbouring the TTP".
  const [group] = direct.flatMap((noun) => namesIn(noun)).filter(({ kind }) => kind === 'group');
  return group === undefined ? null : partyOfName(setting.text, group);
}

/** A noun as the state it stands for: "Islamabad", "Iran's interior minister", "the foreign ministry". */
function stateParty(setting: Setting, noun: NounChunk): Party {
  const party = partyOfNoun(setting.text, noun, setting.discourse);
  const [country] = setting.discourse.countriesOf(noun);
  return party.country === null && country !== undefined ? { ...party, country } : party;
}

/** "India's alleged support for the BLA", "the India-backed BLA". */
function nominal(sentence: ReadSentence, setting: Setting): readonly Allegation[] {
  const out: Allegation[] = [];
  const speeches = sentence.speeches;
  sentence.chunks.forEach((chunk, at) => {
    if (chunk.is !== 'noun') return;
    const act = SUPPORT_NOUNS[chunk.head.low];
    if (act === undefined && !chunk.units.some(({ tail }) => tail !== null && TAILS[tail] !== undefined))
      return;
    const { start, end } = chunkBounds(sentence.units, chunk);
    const accusing = sentence.clauses.find(
      ({ verb, objects }) => ACCUSING.has(verb.lemma) && !verb.passive && objects.includes(chunk),
    );
    const noun = accusing?.subjects[0] ?? speakerAt(speeches, at)?.speaker ?? null;
    const accuser = noun === null ? null : stateParty(setting, noun);
    const hedge = chunk.units.find(({ low }) => HEDGES.has(low))?.low ?? null;
    for (const unit of chunk.units) {
      const backing = TAILS[unit.tail ?? ''];
      const state = unit.parts.find(({ kind }) => kind === 'state');
      const group = namesIn(chunk).find((name) => name.kind === 'group' && name.start > unit.start);
      if (backing === undefined || state === undefined || group === undefined) continue;
      out.push({
        accuser,
        accused: partyOfName(setting.text, state),
        of: partyOfName(setting.text, group),
        act: ingForm(backing),
        hedge,
        span: spanAt(setting.text, start, end),
        denial: null,
      });
    }
    const owner = namesIn(chunk).find(({ kind }) => kind === 'state');
    if (act === undefined || owner === undefined || hedge === null) return;
    const prep = sentence.chunks[at + 1];
    const after = sentence.chunks[at + 2];
    if (
      prep?.is !== 'prep' ||
      (prep.word !== 'for' && prep.word !== 'of' && prep.word !== 'to') ||
      after?.is !== 'noun'
    )
      return;
    for (const group of setting.discourse.groupsOf(after, [])) {
      out.push({
        accuser,
        accused: partyOfName(setting.text, owner),
        of: partyOfName(setting.text, group),
        act: ingForm(act),
        hedge,
        span: spanAt(setting.text, start, after.units.at(-1)?.end ?? end),
        denial: null,
      });
    }
  });
  return out;
}

function spanOf(sentence: ReadSentence, setting: Setting, first: number, clause: Clause) {
  let to = clause.to;
  while (
    to > clause.at + 1 &&
    (sentence.chunks[to - 1]?.is === 'comma' || sentence.chunks[to - 1]?.is === 'conj')
  )
    to -= 1;
  const last = Math.max(sentence.chunks[to - 1]?.last ?? clause.verb.last, clause.verb.last);
  return spanAt(
    setting.text,
    sentence.units[first]?.start ?? sentence.start,
    sentence.units[last - 1]?.end ?? sentence.end,
  );
}
