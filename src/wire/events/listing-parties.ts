import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { type Named, named } from '../mentions/named.ts';
import type { Participant } from '../reading.ts';
import { countryOfProgrammes } from '../world/tables/programmes.ts';
import { ALIAS_NOUN } from './listing-words.ts';
import { participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';

/** The groups that are listed: object or, in the passive, subject; "X and its alias Y" lists X. */
export function targetsOf(sentence: ReadSentence, clause: Clause, setting: Setting): readonly Named[] {
  const participle =
    clause.verb.form === 'participle' && clause.governorNoun !== null ? [clause.governorNoun] : [];
  const nouns = clause.verb.passive
    ? clause.subjects.length > 0
      ? clause.subjects
      : participle
    : clause.objects;
  const seen = new Set<string>();
  const out: Named[] = [];
  const sure = saysListed(sentence, clause);
  for (const noun of nouns) {
    if (ALIAS_NOUN.test(noun.head.low)) continue;
    for (const group of setting.discourse.groupsOf(noun, before(sentence, noun))) {
      const key = group.entity ?? group.text.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      out.push(group);
    }
    const other =
      namesIn(noun).find(({ kind }) => kind === 'person' || kind === 'organisation') ??
      personBeside(sentence, noun);
    const target = other ?? (sure && out.length === 0 ? unknownName(noun, setting) : undefined);
    const key = target === undefined ? '' : (target.entity ?? target.text.toLowerCase());
    if (target !== undefined && !seen.has(key)) {
      seen.add(key);
      out.push(target);
    }
  }
  return out;
}

/** Whether the sentence leaves no doubt that what is listed is a group, known to the record or not. */
function saysListed(sentence: ReadSentence, clause: Clause): boolean {
  const { lemma } = clause.verb;
  if (lemma === 'proscribe' || lemma === 'blacklist' || lemma === 'delist') return true;
  return sentence.units.some(
    ({ low, named }) =>
      /^(?:terroris[mt]s?|extremists?|militants?|proscribed)$/.test(low) || named?.programme != null,
  );
}

/** A name with capitals that the record does not hold: "the Invented Liberation Front". */
export function unknownName(noun: NounChunk, setting: Setting): Named | undefined {
  const proper = noun.units.filter(
    (unit) => unit.tag === 'noun' && unit.named === null && /^\p{Lu}/u.test(unit.text),
  );
  const [first, last] = [proper[0], proper.at(-1)];
  if (first === undefined || last === undefined || proper.length < 2 || last !== noun.head) return undefined;
  return named('group', setting.text.slice(first.start, last.end), first.start, last.end, {
    confidence: 0.5,
  });
}

/** "Its leader, X, is designated": the person in apposition. */
function personBeside(sentence: ReadSentence, noun: NounChunk): Named | undefined {
  return sentence.persons.find(({ start }) => start > noun.head.end && start <= noun.head.end + 2);
}

function before(sentence: ReadSentence, noun: NounChunk): readonly Named[] {
  return sentence.things.filter(({ end }) => end <= noun.head.start);
}

/** Who lists (SPEC.md, L3). */
export function authorityOf(
  clause: Clause,
  setting: Setting,
  programmes: readonly string[],
): Participant | null {
  const by = clause.preps.filter(({ word }) => word === 'by').flatMap(({ nouns }) => nouns);
  const agents = clause.verb.passive ? by : clause.subjects;
  for (const noun of agents) {
    const name = namesIn(noun).find(
      ({ kind, country }) => (kind === 'state' || kind === 'organ' || kind === 'person') && country !== null,
    );
    if (name !== undefined) return participant(partyOfName(setting.text, name), 'authority', name.office);
    const [country] = setting.discourse.countriesOf(noun);
    if (country !== undefined)
      return participant({ ...partyOfNoun(setting.text, noun, setting.discourse), country }, 'authority');
    // "The government" of a report is that of where it was filed.
    if (
      /^(?:government|cabinet|authorities|parliament)$/.test(noun.head.low) &&
      setting.datelineCountry !== null
    ) {
      return participant(
        { ...partyOfNoun(setting.text, noun, setting.discourse), country: setting.datelineCountry },
        'authority',
      );
    }
  }
  // "The Secretary has designated": whose officer he is, the programme tells. With nobody told, it tells no party.
  const [agent] = agents;
  const country = countryOfProgrammes(programmes);
  if (agent === undefined || country === null || agent.head.named?.programme != null) return null;
  return participant({ ...partyOfNoun(setting.text, agent, setting.discourse), country }, 'authority');
}

/** The programmes that nouns name, sorted. */
export function programmesIn(nouns: readonly NounChunk[]): readonly string[] {
  return programmesOf(nouns.flatMap(namesIn));
}

/** The programmes among names, sorted. */
export function programmesOf(names: readonly Named[]): readonly string[] {
  return [...new Set(names.flatMap(({ programme }) => (programme === null ? [] : [programme])))].sort();
}
