import { AGENCIES, type Token } from '../../text/index.ts';

const BY_LETTERS = new Map(
  AGENCIES.flatMap(({ name, letters }) => letters.map((text) => [text, name] as const)),
);
const BY_WORDS = AGENCIES.flatMap(({ name, names }) =>
  names.map((text) => ({ name, words: text.toLowerCase().replaceAll('-', ' - ').split(' ') })),
);

/** The agency whose letters these are (`PTI`), or `null`. Letters must be capitals, but for one-word names. */
export function agencyByLetters(text: string): string | null {
  const upper = text.toUpperCase();
  const name = BY_LETTERS.get(upper);
  if (name === undefined) return null;
  return text === upper || upper.length > 4 ? name : null;
}

/** The agency whose name in full, or in letters, begins at a token; `last` is the token after it. */
export function agencyAt(
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly last: number } | null {
  for (const { name, words } of BY_WORDS) {
    if (words.every((word, index) => tokens[at + index]?.text.toLowerCase() === word)) {
      return { name, last: at + words.length };
    }
  }
  const letters = agencyByLetters(tokens[at]?.text ?? '');
  return letters === null ? unknownAgency(tokens, at) : { name: letters, last: at + 1 };
}

/** Most words of an agency's name. */
const LONGEST_NAME = 5;

/** A name that says what it is: "… News Agency", "… Newswire". */
function unknownAgency(
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly last: number } | null {
  const words: string[] = [];
  for (let next = at; next < at + LONGEST_NAME; next += 1) {
    const text = tokens[next]?.text ?? '';
    if (!/^\p{Lu}/u.test(text)) return null;
    words.push(text);
    const agency = /^(?:Agency|Newswire)$/.test(text) || (text === 'Service' && words.at(-2) === 'News');
    if (agency && words.length > 1) return { name: words.join(' '), last: next + 1 };
  }
  return null;
}
