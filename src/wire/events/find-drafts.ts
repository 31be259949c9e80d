import type { ReadSentence } from '../analyse.ts';
import { byNoun } from './by-noun.ts';
import { byVerb } from './by-verb.ts';
import type { Draft } from './draft.ts';
import { nominalsIn } from './nominal.ts';
import type { Setting } from './setting.ts';

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
