import type { ReadSentence } from '../analyse.ts';
import type { Draft } from '../events/draft.ts';
import type { EventBook } from '../events/event-book.ts';
import type { Setting } from '../events/setting.ts';
import { AttackReader, type OpenAttribution } from './attack-reader.ts';
import { actors, readCharge } from './charges.ts';
import { nouns, readClaim } from './claims.ts';

/**
 * Who a sentence says did what, according to whom (SPEC.md, A1 to A10). `drafts` are the events that it tells,
 * already in the book. Claims are read before charges, and both before the sentence's own word.
 */
export function attributionsIn(
  sentence: ReadSentence,
  drafts: readonly Draft[],
  book: EventBook,
  setting: Setting,
): readonly OpenAttribution[] {
  const reader = new AttackReader(sentence, drafts, book, setting);
  for (const clause of sentence.clauses) {
    if (!reader.isUsed(clause) && !readClaim(reader, clause)) readCharge(reader, clause);
  }
  nouns(reader);
  actors(reader);
  return reader.out;
}
