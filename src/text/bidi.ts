/**
 * Characters that change how a text is shown and not what it says: the bidirectional controls of UAX #9
 * (marks, embeddings, overrides, isolates), and the invisible joiners, soft hyphens, byte order marks and
 * variation selectors that copying leaves behind.
 */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/g;

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text without its invisible characters, and what was taken out. */
export interface Stripped {
  readonly text: string;
  /** How many invisible characters were removed. */
  readonly removed: number;
  /** The bidirectional controls among them, as `U+202E`, each once, in order of appearance: worth a report. */
  readonly bidi: readonly string[];
}

/**
 * Removes invisible and bidirectional control characters. A name that carries an override may read on screen
 * as another name, so callers that take names from outside report `bidi` when it is not empty.
 */
export function stripInvisible(text: string): Stripped {
  let removed = 0;
  const bidi: string[] = [];
  const clean = text.replace(INVISIBLE, (char) => {
    removed += 1;
    if (BIDI.test(char)) {
      const label = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      if (!bidi.includes(label)) bidi.push(label);
    }
    return '';
  });
  return { text: clean, removed, bidi };
}
