import { type FoldedWord, foldedWords } from '../text/index.ts';
import { MAX_NAME_LENGTH, MAX_NAME_WORDS, MAX_WORD_LENGTH } from './rules.ts';

/** The words of a name in printed order, and whether the caps cut any off. */
export interface NameWords {
  readonly words: readonly FoldedWord[];
  readonly cut: boolean;
}

/** Cuts without leaving half a surrogate pair. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

/** Reads the words of a name, within the caps of `rules.ts`: no name from outside costs more than they allow. */
export function readWords(text: string): NameWords {
  const all = foldedWords(cutAt(text, MAX_NAME_LENGTH));
  const tooLong = all.some((word) => word.form.length > MAX_WORD_LENGTH);
  const cut = text.length > MAX_NAME_LENGTH || all.length > MAX_NAME_WORDS || tooLong;
  if (!cut) return { words: all, cut };
  const words = all
    .slice(0, MAX_NAME_WORDS)
    .map((word) => ({ ...word, form: cutAt(word.form, MAX_WORD_LENGTH) }));
  return { words, cut };
}
