import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import {
  convertCssVariables,
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, theme } from './src/theme.ts';

const NAME = 'virtual:mantine-styles.css';
const PACKAGE = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const CORE = join(PACKAGE, 'esm');
const STYLES = join(PACKAGE, 'styles');
/** What every page of Mantine's needs, in its own order. */
const ALWAYS = ['baseline', 'default-css-variables', 'global'] as const;

const read = (path: string) => readFileSync(path, 'utf8');

/** The names that the pages import from Mantine, by their files. */
function entriesOf(sources: string): readonly string[] {
  const names = new Set(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [
        ...read(join(sources, file)).matchAll(/import \{([^}]*)\} from '@mantine\/(?:core|spotlight)'/g),
      ])
      .flatMap(([, list = '']) => list.split(','))
      .map((name) => name.trim())
      .map((name) => (name === 'Spotlight' ? 'Modal' : name)),
  );
  const index = read(join(CORE, 'index.mjs'));
  return [...index.matchAll(/import \{ ([^}]+) \} from "(\.\/[^"]+)"/g)]
    .filter(([, exported = '']) => exported.split(', ').some((name) => names.has(name)))
    .map(([, , path = '']) => join(CORE, path));
}

/** A component's file and all that it is made of. */
function withParts(entries: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    for (const [, path = ''] of read(file).matchAll(/from "(\.[^"]+)"/g))
      waiting.push(join(dirname(file), path));
  }
  return all;
}

/**
 * The theme's variables, as Mantine's provider would work them out in every page that is opened; those that are as
 * in Mantine's own sheet are left to it.
 */
function variables(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme);
  const usual = defaultCssVariablesResolver(DEFAULT_THEME);
  const own = deepMerge(defaultCssVariablesResolver(whole), cssVariables(whole));
  const differing = (part: keyof typeof own) => {
    const known = new Map(Object.entries(usual[part]));
    return Object.fromEntries(Object.entries(own[part]).filter(([name, value]) => known.get(name) !== value));
  };
  return convertCssVariables({
    variables: differing('variables'),
    light: differing('light'),
    dark: differing('dark'),
  });
}

/**
 * Mantine's styles for the components that the pages use, and for their parts, in Mantine's own order: a quarter of
 * them all. The build works it out, so that a component that is used never lacks its style; the theme's variables too,
 * which every page would work out anew.
 */
export function mantineStyles(sources: string): Plugin {
  return {
    name: 'mantine-styles',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => {
      if (id !== `\0${NAME}`) return null;
      const whole = read(join(PACKAGE, 'styles.css'));
      const sheets = new Set(readdirSync(STYLES));
      const used = [...withParts(entriesOf(sources))]
        .filter((file) => file.endsWith('.module.mjs'))
        .map((file) => ({
          sheet: `${basename(file, '.module.mjs')}.css`,
          at: whole.indexOf(/"(m_\w+)"/.exec(read(file))?.[1] ?? ''),
        }))
        .filter(({ sheet }) => sheets.has(sheet))
        .sort((a, b) => a.at - b.at)
        .map(({ sheet }) => sheet);
      const always = ALWAYS.map((name) => read(join(STYLES, `${name}.css`)));
      return [...always, variables(), ...[...new Set(used)].map((sheet) => read(join(STYLES, sheet)))].join(
        '\n',
      );
    },
  };
}
