import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { EventStatus, EventType, Participant, Party } from '../reading.ts';
import { aliasesNear, aliasesOf, saysAlias } from './aliases.ts';
import type { DateUse, Draft } from './draft.ts';
import { authorityOf, programmesIn, programmesOf, targetsOf, unknownName } from './listing-parties.ts';
import {
  ALIAS_NOUN,
  AMENDING,
  IMPOSING,
  LIST_NOUN,
  LIST_VERBS,
  LISTING_NOUN,
  type ListVerb,
  UNDOING,
} from './listing-words.ts';
import { participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';
import { statusOf } from './status.ts';
import { clauseDates, dateUse, frameDate, relativeTime, whenOf } from './when.ts';

/** The list events that a sentence tells (SPEC.md, L1 to L7). */
export function findListings(sentence: ReadSentence, setting: Setting): readonly Draft[] {
  const out: Draft[] = [];
  for (const clause of sentence.clauses) {
    const draft =
      aliasAdded(sentence, clause, setting) ??
      byListVerb(sentence, clause, setting) ??
      byListNoun(sentence, clause, setting);
    if (draft !== null) out.push(draft);
  }
  const [only, second] = out;
  // A programme named beyond a relative clause: with one list event in the sentence there is no doubt whose it is.
  if (only !== undefined && second === undefined && only.programmes.length === 0) {
    out[0] = { ...only, programmes: programmesOf(sentence.things.filter(({ start }) => start > only.start)) };
  }
  const covered = new Set(out.flatMap(({ clause }) => (clause === null ? [] : [clause.index])));
  for (const draft of nominalListings(sentence, setting, covered)) out.push(draft);
  return out.flatMap(eachTarget);
}

/** One event for each group listed: a list holds each by itself, whoever was announced together. */
function eachTarget(draft: Draft): readonly Draft[] {
  const targets = draft.participants.filter(({ role }) => role === 'target');
  if (targets.length < 2) return [draft];
  return targets.map((target) => ({
    ...draft,
    participants: draft.participants.filter((other) => other.role !== 'target' || other === target),
  }));
}

function byListVerb(sentence: ReadSentence, clause: Clause, setting: Setting): Draft | null {
  const rule = LIST_VERBS.get(clause.verb.lemma);
  if (rule === undefined) return null;
  const targets = targetsOf(sentence, clause, setting);
  if (targets.length === 0) return null;
  const beside = [
    ...(clause.complement === null ? [] : [clause.complement]),
    ...clause.preps.flatMap(({ nouns }) => nouns),
  ];
  const programmes = programmesIn([...beside, ...clause.objects]);
  // "Ottawa may list the group": what a state lists is a list's.
  const byState =
    rule.needs === 'list' &&
    clause.verb.lemma === 'list' &&
    clause.subjects.some((noun) => setting.discourse.countriesOf(noun).length > 0);
  if (!byState && !told(rule, beside, programmes)) return null;
  const authority = authorityOf(clause, setting, programmes);
  const aliases = aliasesOf(clause, targets, setting);
  return draftOf(sentence, clause, setting, {
    type: rule.type,
    subtype: rule.subtype,
    targets,
    authority,
    programmes,
    aliases,
    status: statusOf(clause, sentence),
    dates: clauseDates(clause, sentence),
  });
}

function told(rule: ListVerb, beside: readonly NounChunk[], programmes: readonly string[]): boolean {
  if (rule.needs === null || programmes.length > 0) return true;
  const words = beside.flatMap(({ units }) => units.map(({ low }) => low));
  if (words.some((word) => LIST_NOUN.test(word))) return true;
  const terrorist = words.some(
    (word) =>
      /^terroris[mt]s?$/.test(word) || word === 'proscribed' || word === 'unlawful' || word === 'banned',
  );
  return (
    terrorist &&
    (rule.needs === 'terrorist' ||
      beside.some(({ head }) => /^(?:entity|entities|organi[sz]ations?|group|groups)$/.test(head.low)))
  );
}

/** "Revoked the designation of X as an FTO", "amended X's listing", "lifted the ban on X". */
function byListNoun(sentence: ReadSentence, clause: Clause, setting: Setting): Draft | null {
  const { lemma, passive } = clause.verb;
  const undoing = UNDOING.has(lemma);
  const imposing = IMPOSING.has(lemma);
  if (!undoing && !imposing && !AMENDING.has(lemma)) return null;
  const nouns = passive ? clause.subjects : clause.objects;
  const listing = nouns.find(({ head }) => LISTING_NOUN.test(head.low));
  if (listing === undefined) return null;
  const at = sentence.chunks.indexOf(listing);
  const phrases = passive ? phrasesAfter(sentence, at) : clause.preps;
  const targets = [
    ...namesIn(listing).filter(({ kind }) => kind === 'group'),
    ...phrases
      .filter(({ word }) => word === 'of' || word === 'on' || word === 'against')
      .flatMap(({ nouns: other }) => other)
      .flatMap((noun) => setting.discourse.groupsOf(noun, sentence.things)),
  ];
  if (targets.length === 0) {
    const about = phrases
      .filter(({ word }) => word === 'of' || word === 'on')
      .flatMap(({ nouns: other }) => other);
    const unknown = about.map((noun) => unknownName(noun, setting)).find((name) => name !== undefined);
    if (unknown === undefined) return null;
    targets.push(unknown);
  }
  const programmes = programmesIn([listing, ...phrases.flatMap(({ nouns: other }) => other)]);
  const authority = authorityOf(clause, setting, programmes);
  if (imposing) {
    const type = /^ban/.test(listing.head.low) ? 'ban' : 'designation';
    return draftOf(sentence, clause, setting, {
      type,
      subtype: null,
      targets,
      authority,
      programmes,
      aliases: [],
      status: statusOf(clause, sentence),
      dates: clauseDates(clause, sentence),
    });
  }
  const aliases = undoing ? [] : aliasesNear(sentence, clause, targets, setting);
  return draftOf(sentence, clause, setting, {
    type: undoing ? 'delisting' : 'amendment',
    subtype: undoing ? null : aliases.length > 0 || saysAlias(sentence, clause) ? 'alias-added' : null,
    targets,
    authority,
    programmes,
    aliases,
    status: statusOf(clause, sentence),
    dates: clauseDates(clause, sentence),
  });
}

/** "Adding the Majeed Brigade as an alias to BLA's designation". */
function aliasAdded(sentence: ReadSentence, clause: Clause, setting: Setting): Draft | null {
  if (clause.verb.lemma !== 'add' || !saysAlias(sentence, clause)) return null;
  const to = clause.preps.filter(({ word }) => word === 'to').flatMap(({ nouns }) => nouns);
  const listing = to.find(({ head }) => LISTING_NOUN.test(head.low));
  const targets = listing === undefined ? [] : namesIn(listing).filter(({ kind }) => kind === 'group');
  if (targets.length === 0) return null;
  const nouns = clause.verb.passive ? clause.subjects : clause.objects;
  const programmes = programmesIn([...to, ...clause.preps.flatMap(({ nouns: other }) => other)]);
  const aliases = nouns
    .filter(({ head }) => !ALIAS_NOUN.test(head.low))
    .map((noun) => participant(partyOfNoun(setting.text, noun, setting.discourse), 'alias'));
  const status = clause.governor === null ? statusOf(clause, sentence) : 'happened';
  return draftOf(sentence, clause, setting, {
    type: 'amendment',
    subtype: 'alias-added',
    targets,
    authority: authorityOf(clause, setting, programmes),
    programmes,
    aliases,
    status,
    dates: [...clauseDates(clause, sentence), ...governorDates(sentence, clause)],
  });
}

function governorDates(sentence: ReadSentence, clause: Clause): readonly DateUse[] {
  const governor = clause.governor === null ? undefined : sentence.clauses[clause.governor.clause];
  return governor === undefined ? [] : clauseDates(governor, sentence);
}

/** "The initial designations of these groups in 2001", "India's ban on the group": told as done. */
function nominalListings(
  sentence: ReadSentence,
  setting: Setting,
  covered: ReadonlySet<number>,
): readonly Draft[] {
  const out: Draft[] = [];
  sentence.chunks.forEach((chunk, at) => {
    if (chunk.is !== 'noun' || !/^(?:designations?|listing|ban|proscription)$/.test(chunk.head.low)) return;
    const clause =
      sentence.clauses.findLast((other) => other.at < at && at < other.to) ??
      sentence.clauses.find((other) => other.subjects.includes(chunk)) ??
      null;
    if (clause !== null && covered.has(clause.index) && !clause.subjects.includes(chunk)) return;
    const phrases = phrasesAfter(sentence, at);
    const targets = [
      ...namesIn(chunk).filter(({ kind }) => kind === 'group'),
      ...phrases
        .filter(({ word }) => word === 'of' || word === 'on')
        .flatMap(({ nouns }) => nouns)
        .flatMap((noun) => setting.discourse.groupsOf(noun, sentence.things)),
    ];
    const dates = datesAfter(sentence, at);
    if (targets.length === 0 || dates.length === 0) return;
    const programmes = programmesIn([chunk, ...phrases.flatMap(({ nouns }) => nouns)]);
    const owner = namesIn(chunk).find(
      ({ kind, country }) => (kind === 'state' || kind === 'organ') && country !== null,
    );
    const by = phrases
      .filter(({ word }) => word === 'by')
      .flatMap(({ nouns }) => nouns)
      .flatMap(namesIn)
      .find(({ country }) => country !== null);
    const agent = owner ?? by;
    const authority = agent === undefined ? null : participant(partyOfName(setting.text, agent), 'authority');
    const draft = draftOf(sentence, clause, setting, {
      type: chunk.head.low === 'ban' || chunk.head.low === 'proscription' ? 'ban' : 'designation',
      subtype: null,
      targets,
      authority,
      programmes,
      aliases: [],
      status: 'happened',
      dates,
    });
    out.push({
      ...draft,
      chunk: at,
      byNoun: true,
      start: chunk.units[0]?.start ?? 0,
      end: chunk.units.at(-1)?.end ?? 0,
    });
  });
  return out;
}

function phrasesAfter(
  sentence: ReadSentence,
  at: number,
): readonly { readonly word: string; readonly nouns: readonly NounChunk[] }[] {
  const out: { word: string; nouns: NounChunk[] }[] = [];
  for (let next = at + 1; next < sentence.chunks.length; next += 1) {
    const chunk = sentence.chunks[next];
    if (chunk?.is === 'prep') out.push({ word: chunk.word, nouns: [] });
    else if (chunk?.is === 'noun' && out.length > 0) out.at(-1)?.nouns.push(chunk);
    else if (chunk?.is !== 'conj' && chunk?.is !== 'date') break;
  }
  return out;
}

function datesAfter(sentence: ReadSentence, at: number): readonly DateUse[] {
  const dates: DateUse[] = [];
  for (let next = at + 1; next < sentence.chunks.length; next += 1) {
    const chunk = sentence.chunks[next];
    if (chunk?.is === 'date') dates.push(dateUse(chunk, 'own'));
    else if (chunk?.is !== 'prep' && chunk?.is !== 'noun' && chunk?.is !== 'conj') break;
  }
  return dates;
}

interface Listing {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly targets: readonly Named[];
  readonly authority: Participant | null;
  readonly programmes: readonly string[];
  readonly aliases: readonly Participant[];
  readonly status: EventStatus;
  readonly dates: readonly DateUse[];
}

function draftOf(sentence: ReadSentence, clause: Clause | null, setting: Setting, listing: Listing): Draft {
  const frame = frameDate(sentence, clause);
  const uses = frame === null ? listing.dates : [...listing.dates, frame];
  const targets: readonly Party[] = listing.targets.map((name) => partyOfName(setting.text, name));
  const when = whenOf(setting, uses, listing.status === 'planned' ? 'future' : 'past', sentence);
  return {
    type: listing.type,
    subtype: listing.subtype,
    status: listing.status,
    sentence,
    chunk: clause?.at ?? 0,
    clause,
    byNoun: false,
    start: clause?.verb.units[0]?.start ?? sentence.start,
    end: clause?.verb.units.at(-1)?.end ?? sentence.end,
    participants: [
      ...(listing.authority === null ? [] : [listing.authority]),
      ...targets.map((party) => participant(party, 'target')),
      ...listing.aliases,
    ],
    programmes: listing.programmes,
    when,
    relative: relativeTime(setting, uses, when, clause),
    where: null,
    weapons: [],
    killed: null,
    injured: null,
    thing: null,
    definite: false,
    bare: false,
  };
}
