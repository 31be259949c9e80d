import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../web/src');
const LANGUAGES = ['ur', 'fr', 'hi', 'ar'] as const;

type Texts = { readonly [key: string]: string | Texts };

/** A catalogue, one text a key. */
function catalogue(code: string): ReadonlyMap<string, string> {
  const flat = (texts: Texts, prefix: string): readonly (readonly [string, string])[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : flat(value, `${prefix}${key}.`),
    );
  return new Map(flat(JSON.parse(readFileSync(join(SRC, 'i18n', `${code}.json`), 'utf8')), ''));
}

const en = catalogue('en');
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const PLURALS = new Set([...en.keys()].filter((key) => key.endsWith('_other')).map(baseOf));

/** The keys that a language must have for English's: its own plural forms in place of English's. */
function keysFor(code: string): readonly string[] {
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  return [...new Set([...en.keys()].map((key) => (PLURALS.has(baseOf(key)) ? baseOf(key) : key)))].flatMap(
    (key) => (PLURALS.has(key) ? forms.map((form) => `${key}_${form}`) : [key]),
  );
}

/** What a text leaves open. A number may be left out where a plural form says it in a word. */
function placeholders(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].filter((name) => name !== 'count').sort();
}

/** The first argument of every call of `t`, as it stands in the code. */
function* askedTexts(code: string): Generator<string> {
  for (const { index } of code.matchAll(/\bt\(/g)) {
    let depth = 0;
    let at = index + 2;
    for (; at < code.length; at += 1) {
      const sign = code[at] ?? '';
      if ('([{'.includes(sign)) depth += 1;
      else if (')]}'.includes(sign)) depth -= 1;
      if ((depth === 0 && sign === ')') || depth < 0 || (depth === 0 && sign === ',')) break;
    }
    yield code.slice(index + 2, at);
  }
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

describe('the languages of the workbench', () => {
  it.each(LANGUAGES)('%s has every text of the English catalogue, in all its plural forms', (code) => {
    const own = catalogue(code);
    expect(keysFor(code).filter((key) => !own.has(key) || own.get(key)?.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('%s has no text that English lacks', (code) => {
    const wanted = new Set(keysFor(code));
    expect([...catalogue(code).keys()].filter((key) => !wanted.has(key))).toEqual([]);
  });

  it.each(LANGUAGES)('%s leaves the same places open in every text', (code) => {
    const own = catalogue(code);
    const differing = keysFor(code).filter((key) => {
      const text = own.get(key);
      const english = en.get(key) ?? en.get(`${baseOf(key)}_other`) ?? '';
      return text !== undefined && placeholders(text).join() !== placeholders(english).join();
    });
    expect(differing).toEqual([]);
  });

  it('has in English every text that the pages ask for', () => {
    const groups = [...en.keys()];
    const missing = filesUnder(SRC).flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      return [...askedTexts(code)].flatMap((asked) => [
        ...[...asked.matchAll(/'([A-Za-z]+(?:\.[\w -]+)+)'/g)]
          .map(([, key]) => key ?? '')
          .filter((key) => !en.has(key) && !PLURALS.has(key)),
        ...[...asked.matchAll(/`([A-Za-z.]+)\$\{/g)]
          .map(([, prefix]) => prefix ?? '')
          .filter((prefix) => !groups.some((key) => key.startsWith(prefix))),
      ]);
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has a text for every page that the navigation names', () => {
    const places = readFileSync(join(SRC, 'shell/places.ts'), 'utf8');
    const named = [...places.matchAll(/text: '([\w.]+)'/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((key) => !en.has(key))).toEqual([]);
  });

  it('speaks of who is listed, and never says of anybody what only lists and courts say', () => {
    // The field of policy bears its name; nobody is called by it.
    for (const code of ['en', ...LANGUAGES])
      for (const [key, text] of [...catalogue(code)].filter(([one]) => one !== 'topic.counter-terrorism'))
        expect({ code, key, text: /terroris|دہشت ?گرد|आतंक|إرهاب/i.test(text) ? text : '' }).toEqual({
          code,
          key,
          text: '',
        });
  });
});
