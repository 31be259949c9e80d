import { serverError } from '../errors.ts';

/** A question in words, parsed. */
export type QueryNode =
  | { readonly kind: 'word'; readonly text: string; readonly field: string | null; readonly fuzzy: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly field: string | null }
  | { readonly kind: 'pattern'; readonly text: string; readonly field: string | null }
  | {
      readonly kind: 'range';
      readonly field: string | null;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode };

/** How a question is written: Lucene's syntax, or the plain one that never fails. */
export interface QuerySyntax {
  readonly simple: boolean;
  /** Words may differ by a letter or two. */
  readonly fuzzy: boolean;
}

/** A longer question is refused, and so is one that is nested deeper: nobody means it. */
const LONGEST = 2000;
const MOST_PARTS = 200;
const DEEPEST = 20;

/**
 * Reads the text of a search. Lucene's query syntax as search servers have it: words are joined by AND; `OR`, `NOT`,
 * `+`, `-`, `!`, brackets, `"phrases"`, `field:value`, `wild*card?`, `fuzzy~1`, `[from TO to]`. The simple syntax knows
 * `+ | - "phrases" pre* fix~ ( )` and takes whatever is not well-formed as words.
 *
 * @throws ENT_SEARCH_SYNTAX
 */
export function parseQuery(text: string, syntax: QuerySyntax): QueryNode {
  if (text.length > LONGEST)
    throw serverError('ENT_SEARCH_SYNTAX', { why: `longer than ${LONGEST} characters` });
  const tokens = syntax.simple ? simpleTokens(text) : tokensOf(text);
  const parser = new Parser(tokens, syntax);
  return parser.whole();
}

type Token =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' }
  | { readonly kind: 'field'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'word'; readonly text: string; readonly fuzzy: number };

const RANGE = /^[[{]\s*(\S{1,40})\s+TO\s+(\S{1,40}?)\s*[\]}]/;
const FIELD = /^([A-Za-z_][\w.*]{0,80}):(?=\S)/;
const WORD = /^(?:\\.|[^\s()"[\]{}:\\^~])+/;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const [token, length] = nextToken(rest);
    if (token !== null) tokens.push(token);
    if (tokens.length > MOST_PARTS)
      throw serverError('ENT_SEARCH_SYNTAX', { why: `over ${MOST_PARTS} parts` });
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function nextToken(rest: string): readonly [Token | null, number] {
  const first = rest.charAt(0);
  if (first === '(') return [{ kind: 'open' }, 1];
  if (first === ')') return [{ kind: 'close' }, 1];
  if (first === '+') return [{ kind: 'plus' }, 1];
  if (first === '-' || first === '!') return [{ kind: 'not' }, 1];
  if (first === '"') {
    const end = rest.indexOf('"', 1);
    if (end < 0) throw serverError('ENT_SEARCH_SYNTAX', { why: 'a quotation mark is not closed' });
    const after = /^(?:~\d{0,2})?(?:\^\d{1,4}(?:\.\d{1,4})?)?/.exec(rest.slice(end + 1))?.[0].length ?? 0;
    return [{ kind: 'phrase', text: rest.slice(1, end) }, end + 1 + after];
  }
  if (first === '[' || first === '{') {
    const range = RANGE.exec(rest);
    if (range === null) throw serverError('ENT_SEARCH_SYNTAX', { why: 'a range is written [from TO to]' });
    const end = (side: string | undefined) => (side === undefined || side === '*' ? null : side);
    return [{ kind: 'range', from: end(range[1]), to: end(range[2]) }, range[0].length];
  }
  const joined = /^(?:(AND|&&)|(OR|\|\|)|(NOT))(?=[\s(]|$)/.exec(rest);
  if (joined !== null) {
    return [
      { kind: joined[1] !== undefined ? 'and' : joined[2] !== undefined ? 'or' : 'not' },
      joined[0].length,
    ];
  }
  const field = FIELD.exec(rest);
  if (field !== null) return [{ kind: 'field', text: field[1] ?? '' }, field[0].length];
  const word = WORD.exec(rest);
  if (word === null) throw serverError('ENT_SEARCH_SYNTAX', { why: `"${first}" does not stand well there` });
  const suffix = /^(?:~(\d)?)?(?:\^\d{1,4}(?:\.\d{1,4})?)?/.exec(rest.slice(word[0].length));
  const fuzzy = suffix?.[0].startsWith('~') === true ? Math.min(2, Number(suffix[1] ?? 2)) : 0;
  const text = word[0].replace(/\\(.)/g, '$1');
  return [{ kind: 'word', text, fuzzy }, word[0].length + (suffix?.[0].length ?? 0)];
}

/** The plain syntax: what is not well-formed is words. */
function simpleTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/"([^"]*)"|([|+()])|(-)(?=\S)|([^\s"|()]+)/g)) {
    const [, phrase, sign, minus, word] = match;
    if (tokens.length >= MOST_PARTS) break;
    if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase });
    else if (sign === '|') tokens.push({ kind: 'or' });
    else if (sign === '(') tokens.push({ kind: 'open' });
    else if (sign === ')') tokens.push({ kind: 'close' });
    else if (sign === '+') tokens.push({ kind: 'plus' });
    else if (minus !== undefined) tokens.push({ kind: 'not' });
    else if (word !== undefined) {
      const fuzzy = /~(\d)?$/.exec(word);
      tokens.push({
        kind: 'word',
        text: word.replace(/~\d?$/, ''),
        fuzzy: fuzzy === null ? 0 : Math.min(2, Number(fuzzy[1] ?? 2)),
      });
    }
  }
  return tokens;
}

/** Reads tokens by descent: or, and (also without a word between), not, and what stands alone or in brackets. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #syntax: QuerySyntax;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], syntax: QuerySyntax) {
    this.#tokens = tokens;
    this.#syntax = syntax;
  }

  whole(): QueryNode {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length) {
      const before = this.#at;
      const part = this.#or(null);
      if (part !== null) parts.push(part);
      if (this.#at === before || this.#peek()?.kind === 'close') {
        if (!this.#syntax.simple)
          throw serverError('ENT_SEARCH_SYNTAX', { why: 'a bracket or a word is left over' });
        this.#at += 1;
      }
    }
    return joined('and', parts) ?? { kind: 'all' };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #or(field: string | null): QueryNode | null {
    const parts = [this.#and(field)];
    while (this.#peek()?.kind === 'or') {
      this.#at += 1;
      parts.push(this.#and(field));
    }
    return joined('or', present(parts));
  }

  #and(field: string | null): QueryNode | null {
    const parts: (QueryNode | null)[] = [];
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and' || token.kind === 'plus') {
        this.#at += 1;
        continue;
      }
      parts.push(this.#one(field));
    }
    return joined('and', present(parts));
  }

  #one(field: string | null): QueryNode | null {
    const token = this.#peek();
    if (token === undefined) return null;
    this.#at += 1;
    switch (token.kind) {
      case 'not': {
        const part = this.#one(field);
        return part === null ? null : { kind: 'not', part };
      }
      case 'field':
        return this.#one(token.text);
      case 'open':
        return this.#bracketed(field);
      case 'phrase':
        return { kind: 'phrase', text: token.text, field };
      case 'range':
        return { kind: 'range', field, from: token.from, to: token.to };
      case 'word':
        return this.#word(token.text, token.fuzzy, field);
      default:
        return null;
    }
  }

  #bracketed(field: string | null): QueryNode | null {
    this.#depth += 1;
    if (this.#depth > DEEPEST)
      throw serverError('ENT_SEARCH_SYNTAX', { why: 'brackets are nested too deep' });
    const inside = this.#or(field);
    if (this.#peek()?.kind === 'close') this.#at += 1;
    else if (!this.#syntax.simple) throw serverError('ENT_SEARCH_SYNTAX', { why: 'a bracket is not closed' });
    this.#depth -= 1;
    return inside;
  }

  #word(text: string, fuzzy: number, field: string | null): QueryNode | null {
    if (text === '*')
      return field === null || field === '*' ? { kind: 'all' } : { kind: 'pattern', text, field };
    if (this.#syntax.simple ? /\*$/.test(text) : /[*?]/.test(text)) return { kind: 'pattern', text, field };
    return { kind: 'word', text, field, fuzzy: fuzzy > 0 ? fuzzy : this.#syntax.fuzzy ? 2 : 0 };
  }
}

function present(parts: readonly (QueryNode | null)[]): readonly QueryNode[] {
  return parts.filter((part) => part !== null);
}

function joined(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { kind, parts };
}
