import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WORKBENCH_BUILT } from './support/workbench.ts';

const DIST = resolve(import.meta.dirname, '../web/dist');
const ASSETS = join(DIST, 'assets');
const KILOBYTE = 1000;

if (!WORKBENCH_BUILT)
  console.warn('left out: the budget of the workbench, which is not built (npm run build)');

/** A script and all that it imports before it runs. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    const code = readFileSync(join(ASSETS, name), 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (imported !== undefined) waiting.push(imported);
  }
  return all;
}

function codeOf(names: Iterable<string>): string {
  return [...names].map((name) => readFileSync(join(ASSETS, name), 'utf8')).join('\n');
}

function compressedText(text: string): number {
  return gzipSync(text, { level: 6 }).length;
}

function compressed(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + compressedText(codeOf([name])), 0);
}

/** The scripts that index.html itself loads. */
function firstScripts(): readonly string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/app\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
}

describe.runIf(WORKBENCH_BUILT)('the budget of the workbench', () => {
  it('loads less than 250 kB of compressed script to screen a first name', () => {
    const scripts = withImports(firstScripts());
    // The form is among them: its texts' keys stand in its code.
    expect(codeOf(scripts)).toContain('screen.nothingAsked');
    expect(compressed(scripts)).toBeLessThan(250 * KILOBYTE);
  });

  it('comes in few files, since each costs a slow machine its own time', () => {
    expect(withImports(firstScripts()).size).toBeLessThan(6);
  });

  it('leaves the graph, the map and the other languages out of the first load', () => {
    const first = codeOf(withImports(firstScripts()));
    expect(first).not.toMatch(/cytoscape|topojson|geoNaturalEarth/i);
    // A sentence in Hindi would be one of the Hindi catalogue.
    expect(first).not.toMatch(/[\u0900-\u097F ]{30}/);
  });

  it('brings only the styles of the components that it uses, and all of those', () => {
    const [first = ''] = readdirSync(ASSETS).filter((file) => /^start-.*\.css$/.test(file));
    const styles = readFileSync(join(ASSETS, first), 'utf8');
    expect(compressedText(styles)).toBeLessThan(30 * KILOBYTE);
    const classesOf = (component: string) => {
      const folder = resolve(import.meta.dirname, '../node_modules/@mantine/core/esm/components', component);
      return readFileSync(join(folder, `${component}.module.mjs`), 'utf8').match(/m_\w+/g) ?? [];
    };
    for (const used of ['Button', 'Badge', 'Table', 'Tabs', 'Modal', 'Input'])
      expect(classesOf(used).some((name) => styles.includes(`.${name}`))).toBe(true);
    for (const unused of ['Stepper', 'Timeline'])
      expect(classesOf(unused).some((name) => styles.includes(`.${name}`))).toBe(false);
  });

  it('has every text beside itself compressed, and the same when it is opened again', () => {
    const texts = readdirSync(ASSETS).filter((file) => /\.(?:js|css)$/.test(file));
    const large = texts.filter((file) => readFileSync(join(ASSETS, file)).length >= 1024);
    const differing = large.filter(
      (file) =>
        !brotliDecompressSync(readFileSync(join(ASSETS, `${file}.br`))).equals(
          readFileSync(join(ASSETS, file)),
        ),
    );
    expect(large.length).toBeGreaterThan(10);
    expect(differing).toEqual([]);
  });

  it('brings fonts as files of its own, and no more than three megabytes of them', () => {
    const fonts = readdirSync(ASSETS).filter((file) => /\.woff2?$/.test(file));
    const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(ASSETS, file)).length, 0);
    expect(fonts.some((file) => file.includes('nastaliq'))).toBe(true);
    expect(bytes).toBeLessThan(3_000 * KILOBYTE);
  });
});
