import type { Token } from '../../text/index.ts';
import { type Named, named } from './named.ts';
import { isUpper, type Name } from './names.ts';

interface SentenceNames {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly names: readonly Name[];
}

/** Short forms that a text introduces in brackets after a full name: "Balochistan Liberation Army (BLA)". */
export interface Introductions {
  /** By the start of a held name: the entity that the text makes it mean. */
  readonly entities: ReadonlyMap<number, string>;
  /** Uses of introduced letters that no name of the record covers. */
  namesIn(sentence: SentenceNames): readonly Name[];
  /** What such a use names. */
  entryAt(name: Name): Named | null;
}

const LONGEST_LETTERS = 8;

/** Finds what the text introduces, and where it uses it. */
export function introductions(sentences: readonly SentenceNames[]): Introductions {
  const entityOf = new Map<string, { entity: string; caption: string }>();
  for (const { tokens, names, last } of sentences) {
    for (const name of names) {
      const [only, second] = new Set(name.refs.map(({ entry }) => entry));
      if (only === undefined || second !== undefined || name.words.length < 2) continue;
      const letters = lettersInBrackets(tokens, name.last, last);
      if (letters !== null && only.kind === 'group') {
        entityOf.set(letters, { entity: only.entity, caption: only.caption });
      }
    }
  }
  const entities = new Map<number, string>();
  for (const { tokens, names } of sentences) {
    for (const name of names) {
      const letters = entityOf.get(tokens[name.first]?.text ?? '');
      if (letters === undefined || name.last !== name.first + 1) continue;
      if (name.refs.some(({ entry }) => entry.entity === letters.entity))
        entities.set(name.start, letters.entity);
    }
  }
  const made = new Map<Name, Named>();
  return {
    entities,
    entryAt: (name) => made.get(name) ?? null,
    namesIn: ({ tokens, first, last, names }) => {
      if (entityOf.size === 0) return [];
      const out: Name[] = [];
      for (let at = first; at < last; at += 1) {
        const token = tokens[at];
        const known = token === undefined ? undefined : entityOf.get(token.text);
        if (token === undefined || known === undefined) continue;
        if (names.some((name) => name.first <= at && at < name.last)) continue;
        const name: Name = {
          first: at,
          last: at + 1,
          start: token.start,
          end: token.end,
          world: null,
          refs: [],
          bySpelling: false,
          words: [token.text.toLowerCase()],
        };
        made.set(
          name,
          named('group', token.text, token.start, token.end, {
            ...known,
            confidence: 0.93,
            nameKind: 'acronym',
          }),
        );
        out.push(name);
      }
      return out;
    },
  };
}

function lettersInBrackets(tokens: readonly Token[], at: number, last: number): string | null {
  const [open, letters, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (at + 2 >= last || open?.text !== '(' || close?.text !== ')' || letters?.kind !== 'word') return null;
  const { text } = letters;
  const mixed = text.length <= 4 && isUpper(text.slice(-1)) && isUpper(text.slice(0, 1));
  return text.length >= 2 && text.length <= LONGEST_LETTERS && (isUpper(text) || mixed) ? text : null;
}
