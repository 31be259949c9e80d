import { foldLetters, romanise, scriptOf, skeletonOfKey, skeletonsOf, spellingKey } from '../text/index.ts';
import { type Syllables, syllablesOf } from './chinese.ts';
import { Kept } from './kept.ts';
import { type LetterSet, letterSetOf } from './letters-apart.ts';
import { EQUIVALENT_OF, type Equivalent } from './tables/equivalents.ts';

/** A folded word with all that comparing it needs, worked out once. */
export interface Word {
  readonly form: string;
  /** ISO 15924. */
  readonly script: string;
  /** Spelling key; for Arabic and Hebrew script the folded letters themselves, which the costs know. */
  readonly key: string;
  /** Consonant skeletons, the plainest first. */
  readonly skeletons: readonly string[];
  /** Its place in the tables of equivalent words. */
  readonly equivalent: Equivalent | undefined;
  /** The letters of its key, where it is of a script whose words are compared letter by letter at full cost. */
  readonly letters: LetterSet | undefined;
  /** Its syllables, where it can be Chinese. */
  readonly syllables: Syllables | undefined;
}

/** Scripts whose words are compared through readings and not through a romanisation. */
const ABJADS = new Set(['Arab', 'Hebr']);
/** Scripts that write every letter. */
const ALPHABETS = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor']);

/** Works a folded word out. Words beyond the length cap have been cut by the lexer. */
export function analyseWord(form: string): Word {
  const script = scriptOf(form);
  const equivalent = EQUIVALENT_OF.get(form);
  if (ABJADS.has(script)) {
    // A doubled letter is written once in Latin keys, and so it is here.
    const key = foldLetters(form).replace(/(.)\1/gu, '$1');
    return {
      form,
      script,
      key,
      skeletons: skeletonsOf(form),
      equivalent,
      letters: undefined,
      syllables: undefined,
    };
  }
  const key = spellingKey(script === 'Latn' ? form : romanise(form));
  const letters = ALPHABETS.has(script) ? letterSetOf(key) : undefined;
  const syllables = syllablesOf(form, script);
  return { form, script, key, skeletons: [skeletonOfKey(key)], equivalent, letters, syllables };
}

/**
 * A memory of analysed words, so that the words of an index or a batch are worked out once. Bounded, which costs
 * time and changes no answer.
 */
export class WordBook {
  readonly #words: Kept<string, Word>;

  constructor(capacity = 50_000) {
    this.#words = new Kept(capacity);
  }

  word(form: string): Word {
    let word = this.#words.get(form);
    if (word === undefined) {
      word = analyseWord(form);
      this.#words.keep(form, word);
    }
    return word;
  }
}
