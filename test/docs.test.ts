import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../src/cli/reference-pages.ts';
import { PROPERTIES } from '../src/kernel/index.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGES = await referencePages();
const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

describe('the documentation', () => {
  it.each(Object.entries(PAGES))(
    'has docs/reference/%s as the program and the record are (npm run docs writes it)',
    (name, text) => {
      expect(page(join('docs/reference', name))).toBe(text);
    },
  );

  it('lists every error code that the code can throw', () => {
    const documented = page('docs/reference/errors.md');
    const codes = new Set(sources('src').flatMap((file) => page(file).match(/\bENT_[A-Z_]+[A-Z]\b/g) ?? []));
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !documented.includes(`\`${code}\``) && !NOT_CODES.has(code))).toEqual(
      [],
    );
  });

  it('lists every setting that is read from the environment', () => {
    const documented = page('docs/reference/settings.md');
    const read = new Set(
      sources('src').flatMap((file) =>
        [...page(file).matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map((match) => match[1] ?? ''),
      ),
    );
    expect(read.size).toBeGreaterThan(0);
    expect([...read].filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  it('lists every property', () => {
    const documented = page('docs/reference/properties.md');
    expect(PROPERTIES.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const pages = [
      'README.md',
      'DESIGN.md',
      'CONTRIBUTING.md',
      'record/README.md',
      'bench/README.md',
      'docs/guide/first-hour.md',
      ...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
    ];
    const dead = pages.flatMap((name) =>
      [...page(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => {
          try {
            readdirSync(resolve(ROOT, name, '..', link));
            return false;
          } catch (error) {
            return (error as NodeJS.ErrnoException).code !== 'ENOTDIR';
          }
        })
        .map((link) => `${name} → ${link}`),
    );
    expect(dead).toEqual([]);
  });

  it('gives a fresh machine exactly two commands', () => {
    const blocks = [...page('README.md').matchAll(/```sh\n([^`]*)```/g)].map((match) => match[1]?.trim());
    expect(blocks).toEqual(['npm start', 'npm test']);
  });

  it('numbers its decisions without a gap, each with context, choice and cost', () => {
    const names = readdirSync(join(ROOT, 'docs/decisions')).sort();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  });
});

/** Prefixes that the code names without meaning a code. */
const NOT_CODES = new Set<string>([]);
