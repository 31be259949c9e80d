// Where the wire benchmarks find their texts and the compiled rooms; all of it optional, none of it in the project.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DATA, ROOT } from './harness.mjs';

const dist = resolve(process.env.ENTENTE_BENCH_DIST ?? join(ROOT, 'dist'));
export const wire = await import(`file://${join(dist, 'wire', 'index.js')}`);
export const evaluation = await import(`file://${join(dist, 'wire', 'evaluation', 'index.js')}`);

/** The text of a data file, gunzipped where it is packed, or `null` where it is not to be had. */
export function dataFile(...path) {
  const file = join(DATA, ...path);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const jsonLines = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

export const round = (value) => Math.round(value * 1000) / 1000;
