import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { Participant, Party } from '../reading.ts';
import { spanAt } from '../span.ts';
import { ALIAS_NOUN } from './listing-words.ts';
import { participant, partyOfName, partyOfNoun } from './parties.ts';
import type { Setting } from './setting.ts';

/** "… and its alias, the Majeed Brigade": names after the word alias. */
export function aliasesOf(
  clause: Clause,
  targets: readonly Named[],
  setting: Setting,
): readonly Participant[] {
  const nouns = clause.verb.passive ? clause.subjects : clause.objects;
  const at = nouns.findIndex(({ head }) => ALIAS_NOUN.test(head.low));
  if (at < 0) return [];
  return nouns
    .slice(at + 1)
    .flatMap(namesIn)
    .filter((name) => !targets.includes(name))
    .map((name) => participant(partyOfName(setting.text, name), 'alias'));
}

/** Names added by the infinitive that follows: "amended … to add X as an alias". */
export function aliasesNear(
  sentence: ReadSentence,
  clause: Clause,
  targets: readonly Named[],
  setting: Setting,
): readonly Participant[] {
  const next = sentence.clauses[clause.index + 1];
  if (next === undefined || !['add', 'include'].includes(next.verb.lemma) || !saysAlias(sentence, next))
    return [];
  return next.objects
    .filter(({ head }) => !ALIAS_NOUN.test(head.low))
    .flatMap((noun) => {
      const [name] = namesIn(noun);
      if (name !== undefined && targets.includes(name)) return [];
      return [
        participant(
          name === undefined ? aliasParty(noun, setting) : partyOfName(setting.text, name),
          'alias',
        ),
      ];
    });
}

/** "the aliases Milli Muslim League": the name without the word for it. */
function aliasParty(noun: NounChunk, setting: Setting): Party {
  const at = noun.units.findIndex(({ low }) => ALIAS_NOUN.test(low));
  const [first, last] = [noun.units[at + 1], noun.units.at(-1)];
  const party = partyOfNoun(setting.text, noun, setting.discourse);
  if (at < 0 || first === undefined || last === undefined) return party;
  const span = spanAt(setting.text, first.start, last.end);
  return { ...party, text: span.quote, span };
}

/** Whether a clause speaks of aliases. */
export function saysAlias(sentence: ReadSentence, clause: Clause): boolean {
  if (clause.subjects.some(({ head }) => ALIAS_NOUN.test(head.low))) return true;
  const end = sentence.clauses.at(-1)?.to ?? clause.to;
  return sentence.chunks
    .slice(clause.at, end)
    .some((chunk) => chunk.is === 'noun' && chunk.units.some(({ low }) => ALIAS_NOUN.test(low)));
}
