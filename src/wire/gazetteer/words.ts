import { adjoins, fold, type Token } from '../../text/index.ts';

/** Tokens as words to look phrases up by: `tokenAt[i]` is the token that word `i` stands for. */
export interface Words {
  readonly words: readonly string[];
  readonly tokenAt: readonly number[];
}

const PLAIN = /^[A-Za-z0-9]+$/;
const DROPPED = new Set(['-', '–', '‑', '‐', '"', "'", '‘', '’', '“', '”', '`', '«', '»']);

/** A word folded as phrases are looked up by it. */
export function foldWord(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : fold(text).replaceAll(' ', '');
}

/**
 * The words of the tokens `[from, to)`, folded. Hyphens, quotation marks and the dots of initials are left
 * out, so `Tehreek-e-Taliban` and `Tehreek e Taliban` are the same words; any other mark is a word of its own,
 * so no phrase runs across a comma or a bracket that it does not hold itself. `folded` may be a remembering
 * {@link foldWord}, for whoever folds the same words again and again.
 */
export function wordsOf(
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
  folded: (text: string) => string = foldWord,
): Words {
  const words: string[] = [];
  const tokenAt: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    let word: string;
    if (token.kind === 'mark') {
      if (DROPPED.has(token.text)) continue;
      const before = tokens[at - 1];
      if (token.text === '.' && before?.text.length === 1 && adjoins(before, token)) continue;
      word = token.text === '&' ? 'and' : token.text;
    } else {
      word = folded(token.text);
      if (word === '') continue;
    }
    words.push(word);
    tokenAt.push(at);
  }
  return { words, tokenAt };
}
