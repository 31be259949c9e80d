import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const GUIDE = resolve(import.meta.dirname, '../docs/guide');
const LARGEST = 150_000;

const tour = readFileSync(join(GUIDE, 'workbench.md'), 'utf8');
const linked = [...tour.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, text = '', path = '']) => ({
  text,
  path,
}));

/** Width and height of a PNG (PNG, third edition, 11.2.1). */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the tour of the workbench', () => {
  it('has every picture that it shows, each with words for who cannot see it', () => {
    expect(linked.length).toBeGreaterThan(30);
    expect(linked.filter(({ path }) => !existsSync(join(GUIDE, path)))).toEqual([]);
    expect(linked.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('shows each page at a desk and on a phone, in pictures that load quickly', () => {
    for (const { path } of linked) {
      const [, name, width] = /^workbench\/([\w-]+)-(\d+)\.png$/.exec(path) ?? [];
      const file = join(GUIDE, path);
      expect([path, sizeOf(file)[0]]).toEqual([path, Number(width)]);
      expect([path, statSync(file).size < LARGEST]).toEqual([path, true]);
      const other = `workbench/${name}-${width === '390' ? 1280 : 390}.png`;
      expect(linked.map((one) => one.path)).toContain(other);
    }
  });

  it('keeps no picture that nobody is shown', () => {
    const shown = new Set(linked.map(({ path }) => path.slice('workbench/'.length)));
    expect(readdirSync(join(GUIDE, 'workbench')).filter((file) => !shown.has(file))).toEqual([]);
  });

  it('shows every page that the navigation names', () => {
    const places = readFileSync(resolve(GUIDE, '../../web/src/shell/places.ts'), 'utf8');
    const script = readFileSync(resolve(GUIDE, '../../scripts/guide-pictures.mjs'), 'utf8');
    const addresses = [...places.matchAll(/\{ to: '([^']+)'/g)].map(([, to = '']) => to);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((to) => !new RegExp(`['\`]${to}(?:[?'\`])`).test(script))).toEqual([]);
  });
});
