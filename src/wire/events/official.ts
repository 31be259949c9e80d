import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause, PrepPhrase } from '../grammar/clauses.ts';
import type { EventType, Participant } from '../reading.ts';
import { giftKind } from './noun-classes.ts';
import { participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';

interface Filled {
  readonly doers: readonly NounChunk[];
  readonly done: readonly NounChunk[];
}

/** The parties to what courts, treasuries and donors do: who acts, and on or for whom. */
export function officialParties(
  { doers, done }: Filled,
  clause: Clause,
  type: EventType,
  setting: Setting,
): readonly Participant[] {
  const { text, discourse } = setting;
  const party = (noun: NounChunk) => {
    const found = partyOfNoun(text, noun, discourse);
    const [country] = discourse.countriesOf(noun);
    return { ...found, country: found.country ?? country ?? null };
  };
  if (type !== 'aid') {
    const [by, to] =
      type === 'trial' ? (['court', 'defendant'] as const) : (['authority', 'target'] as const);
    return [
      ...doers.map((noun) => participant(party(noun), by)),
      ...done.flatMap((noun) => {
        const groups = [...namesIn(noun), ...noun.of].filter(({ kind }) => kind === 'group');
        return [
          participant(party(noun), to),
          ...groups.map((group) => participant(partyOfName(text, group), 'target')),
        ];
      }),
    ];
  }
  const toward = clause.preps
    .filter(({ word }) => word === 'to' || word === 'for')
    .flatMap(({ nouns }) => nouns);
  return [
    ...doers.map((noun) => participant(party(noun), 'giver')),
    ...[...done, ...toward]
      .map((noun) => participant(party(noun), 'receiver'))
      .filter(({ country }) => country !== null),
  ];
}

/** Help is an event between states: a giver and a receiver that is another. */
export function isBetweenStates(participants: readonly Participant[]): boolean {
  const giver = participants.find(({ role }) => role === 'giver')?.country ?? null;
  return (
    giver !== null &&
    participants.some(
      ({ role, country, kind }) => role === 'receiver' && country !== giver && kind !== 'group',
    )
  );
}

/** What kind of help the nouns name. */
export function giftOf(nouns: readonly NounChunk[]): string | null {
  for (const { units } of nouns) {
    for (const unit of units) {
      const kind = giftKind(unit.low);
      if (kind !== null) return kind;
    }
  }
  return null;
}

/** The phrases between a subject and its verb: "a court in Lahore on Thursday sentenced". */
export function beside(sentence: ReadSentence, clause: Clause): readonly PrepPhrase[] {
  const [subject] = clause.subjects;
  const from = subject === undefined ? -1 : sentence.chunks.indexOf(subject);
  if (from < 0 || from > clause.at) return [];
  const out: { word: string; at: number; nouns: NounChunk[] }[] = [];
  for (let at = from + 1; at < clause.at; at += 1) {
    const chunk = sentence.chunks[at];
    if (chunk?.is === 'prep') out.push({ word: chunk.word, at, nouns: [] });
    else if (chunk?.is === 'noun') out.at(-1)?.nouns.push(chunk);
    else if (chunk?.is !== 'date') return [];
  }
  return out;
}
