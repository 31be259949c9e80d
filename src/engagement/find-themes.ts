import { THEMES, type Theme } from './tables/themes.ts';
import { type Word, wordsOf } from './words.ts';

interface Pattern {
  readonly theme: Theme;
  readonly parts: readonly { readonly text: string; readonly whole: boolean }[];
}

/** Two letters, the shortest whole word of the table. */
const HEAD = 2;

/** Patterns by the first letters of their first word: a text is gone through once. */
const BY_HEAD: ReadonlyMap<string, readonly Pattern[]> = indexed(
  THEMES.flatMap((theme) =>
    theme.stems.map((stem) => ({
      theme,
      parts: wordsOf(stem.replaceAll('=', '')).map(({ low }) => ({ text: low, whole: stem.startsWith('=') })),
    })),
  ),
);

/** A theme and the words that show it. */
export interface FoundTheme {
  readonly theme: Theme;
  readonly start: number;
  readonly end: number;
}

/**
 * The themes that words speak of, in order. Of two that stand in one place the longer counts: "cross-border" is no
 * border security, and "mutual legal assistance" no assistance programme.
 */
export function themesIn(words: readonly Word[]): readonly FoundTheme[] {
  const found: FoundTheme[] = [];
  for (const [at, word] of words.entries()) {
    for (const { theme, parts } of BY_HEAD.get(word.low.slice(0, HEAD)) ?? []) {
      const fits = parts.every(({ text, whole }, step) => {
        const low = words[at + step]?.low;
        return low !== undefined && (whole ? low === text : low.startsWith(text));
      });
      const last = words[at + parts.length - 1];
      if (fits && last !== undefined) found.push({ theme, start: word.start, end: last.end });
    }
  }
  return found.filter((one) => !found.some((other) => covers(other, one)));
}

function covers(long: FoundTheme, short: FoundTheme): boolean {
  const longer = long.end - long.start > short.end - short.start;
  return longer && long.theme !== short.theme && long.start <= short.start && short.end <= long.end;
}

function indexed(patterns: readonly Pattern[]): ReadonlyMap<string, readonly Pattern[]> {
  const map = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const key = (pattern.parts[0]?.text ?? '').slice(0, HEAD);
    map.set(key, [...(map.get(key) ?? []), pattern]);
  }
  return map;
}
