import type { NameIndex } from './name-index.ts';
import { parseName } from './parse-name.ts';
import { searchNames } from './search-names.ts';
import { COMMON_WORDS } from './tables/common-words.ts';

/** So many of the commonest words, and so many of them a name. */
const WORDS = 24;
const WORDS_A_NAME = 4;

/**
 * Asks an index for names of the commonest words there are, so that nobody's first question pays for finding the words
 * like them and for code that has not run yet. For a process that answers many; one that asks once would pay it itself.
 * Changes no answer. A few dozen milliseconds.
 */
export function warmUp(index: NameIndex): void {
  if (index.size === 0) return;
  const words = [...COMMON_WORDS]
    .sort(([, a], [, b]) => a - b)
    .slice(0, WORDS)
    .map(([word]) => word);
  for (let at = 0; at < words.length; at += WORDS_A_NAME) {
    const text = words.slice(at, at + WORDS_A_NAME).join(' ');
    for (const schema of ['Person', 'Organization'] as const) {
      if (parseName(text, schema).folded !== '') searchNames(index, text, { schema, limit: 1 });
    }
  }
}
