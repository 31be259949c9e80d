import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
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

function compressed(names: Iterable<string>): number {
  return [...names].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name)), { level: 6 }).length,
    0,
  );
}

/** The scripts that index.html itself loads. */
function firstScripts(): readonly string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/app\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
}

/** The script of a page, by the component that it gives out. */
function scriptOf(component: string): string {
  const name = readdirSync(ASSETS)
    .filter((file) => file.endsWith('.js'))
    .find((file) =>
      new RegExp(`export\\s*\\{[^}]*\\b${component}\\b`).test(readFileSync(join(ASSETS, file), 'utf8')),
    );
  if (name === undefined) throw new Error(`no script gives out ${component}`);
  return name;
}

describe.runIf(WORKBENCH_BUILT)('the budget of the workbench', () => {
  it('loads less than 250 kB of compressed script to screen a first name', () => {
    const scripts = withImports([...firstScripts(), scriptOf('ScreenPage')]);
    expect(scripts.size).toBeGreaterThan(1);
    expect(compressed(scripts)).toBeLessThan(250 * KILOBYTE);
  });

  it('leaves the graph, the map and the other languages out of the first load', () => {
    const first = [...withImports(firstScripts())].join(' ');
    expect(first).not.toMatch(/cytoscape|world-|countries|\bur-|\bar-|\bhi-|\bfr-/);
  });

  it('brings fonts as files of its own, and no more than three megabytes of them', () => {
    const fonts = readdirSync(ASSETS).filter((file) => /\.woff2?$/.test(file));
    const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(ASSETS, file)).length, 0);
    expect(fonts.some((file) => file.includes('nastaliq'))).toBe(true);
    expect(bytes).toBeLessThan(3_000 * KILOBYTE);
  });
});
