/** A part of a name, as far as its letters go: its folded form, and what kind of part it is. */
interface Lettered {
  readonly form: string;
  readonly kind: string;
}

const ACRONYM = /^(?!(.)\1+$)[a-z]{2,8}$/;
/** Fewer words than this have initials that anything could have. */
const LEAST_WORDS = 3;

/** Whether a word can be an acronym at all: two to eight Latin letters, and not one letter again and again. */
export function isAcronymShaped(form: string): boolean {
  return ACRONYM.test(form);
}

/**
 * The run of neighbouring parts, at least three with at least three words, whose first letters spell the
 * acronym. A link between them may count (`IRGC`) or be passed over (`BLA` of `B of L A`). The first such run,
 * as `[from, to)`; undefined when there is none.
 */
export function spelledOutBy(acronym: string, parts: readonly Lettered[]): [number, number] | undefined {
  // The letters of an acronym are seen to be too many for the parts long before its shape is looked at.
  if (parts.length < Math.max(LEAST_WORDS, acronym.length - 1) || !isAcronymShaped(acronym)) return undefined;
  for (let from = 0; from + acronym.length <= parts.length + 1; from++) {
    const to = runFrom(acronym, parts, from);
    if (to !== undefined) return [from, to];
  }
  return undefined;
}

function runFrom(acronym: string, parts: readonly Lettered[], from: number): number | undefined {
  let letter = 0;
  let words = 0;
  let at = from;
  for (; at < parts.length && letter < acronym.length; at++) {
    const part = parts[at];
    if (part === undefined || part.kind === 'acronym') return undefined;
    if (part.form.startsWith(acronym.charAt(letter))) {
      letter += 1;
      if (part.kind !== 'particle') words += 1;
    } else if (part.kind !== 'particle' || at === from) return undefined;
  }
  return letter === acronym.length && words >= LEAST_WORDS ? at : undefined;
}

/**
 * The acronyms that a name's parts would make: of all parts that may count and of its words alone. Empty when
 * it has fewer words than `least`.
 */
export function acronymsOf(parts: readonly Lettered[], least: number = LEAST_WORDS): string[] {
  let ofWords = '';
  let ofAll = '';
  let ofNamed = '';
  for (const { form, kind } of parts) {
    const first = form.charAt(0);
    if (kind === 'acronym' || first < 'a' || first > 'z') continue;
    ofAll += first;
    if (kind !== 'legal') ofNamed += first;
    if (kind === 'word') ofWords += first;
  }
  if (ofWords.length < least) return [];
  return [...new Set([ofWords, ofAll, ofNamed])].filter(isAcronymShaped);
}

/** Letters of one word that an acronym may take: `SAPICO` takes one, one, one, one and two. */
const MOST_LETTERS = 3;

/**
 * Whether letters are made of the first letters of a name's words and some behind them, in their order, words passed
 * over or not:
 * `BAL` of Butembo Airlines, `SAPICO` of Sahand Aluminum Parts Industrial Company. It begins with the first
 * word, and takes of two words at least. True of too much to join two names; enough to tell what letters are
 * that a name prints in brackets behind its words.
 */
export function isMadeOf(letters: string, words: readonly string[]): boolean {
  if (!isAcronymShaped(letters) || letters.length < LEAST_WORDS) return false;
  // How many words at most spell the first n letters; 0 where none do.
  const spelt = new Array<number>(letters.length + 1).fill(0);
  for (const [rank, word] of words.entries()) {
    for (let from = rank === 0 ? 0 : letters.length - 1; from >= (rank === 0 ? 0 : 1); from--) {
      const before = spelt[from] ?? 0;
      if (from > 0 && before === 0) continue;
      let place = -1;
      for (let length = 1; length <= MOST_LETTERS && from + length <= letters.length; length++) {
        place = word.indexOf(letters.charAt(from + length - 1), place + 1);
        if (place < 0 || (length === 1 && place > 0)) break;
        spelt[from + length] = Math.max(spelt[from + length] ?? 0, before + 1);
      }
    }
  }
  return (spelt[letters.length] ?? 0) >= 2;
}
