import { type Token, tokenize } from '../text/index.ts';

/** A word of a text as compared: lower case, apostrophes out. `start` and `end` are offsets into the text. */
export interface Word {
  readonly low: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words and numbers of a text, or of its part `[from, to)`. A hyphen parts words. */
export function wordsOf(text: string, from = 0, to = text.length): readonly Word[] {
  return tokenize(text, from, to)
    .filter((token) => token.kind !== 'mark' && !isPossessive(token))
    .map(({ text: as, start, end }) => ({ low: lowered(as), text: as, start, end }));
}

function isPossessive({ text }: Token): boolean {
  return text === "'s" || text === '’s';
}

function lowered(text: string): string {
  return text.toLowerCase().replace(/['’.]/g, '');
}

/** Words that carry nothing of what is promised. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'a an the this that these those such other all any some each both either its his her their our they them it he she we ' +
    'and or but nor as at by for from in into of on onto to toward towards upon with within without over under between ' +
    'among against through during since until after before about across around is are was were be been being has have ' +
    'had do does did will would shall should may might can could must not no more most further also including include ' +
    'included well so than then there here who whom whose which what when where while how very own same new two three ' +
    'sides side governments government delegations delegation countries country parties states state including'
  ).split(' '),
);

const ENDINGS =
  /(?:i[sz]ations?|i[sz]ing|i[sz]ed|i[sz]es?|ations?|ating|ated|ates?|ative|itions?|ities|ments?|ness|ings?|ions?|ances?|ences?|ers?|ors?|ies|ed|es|ity|ive|al|ly|y|s|e)$/;

/**
 * A word without its ending, so that "cooperate", "cooperation" and "cooperating" meet; at least four letters
 * stay. No linguistics: two words that meet wrongly cost a little likeness and decide nothing alone.
 */
export function stemOf(low: string): string {
  if (low.length < 6) return low.length > 4 && low.endsWith('s') ? low.slice(0, -1) : low;
  const cut = low.replace(ENDINGS, '');
  return cut.length >= 4 ? cut : low.slice(0, Math.max(4, low.length - 2));
}

/** Whether a word says anything of a promise's matter. */
export function isContent(word: Word): boolean {
  return word.low.length > 2 && !EMPTY.has(word.low) && !/^\d+$/.test(word.low);
}
