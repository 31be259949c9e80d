import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Shorter files are sent as they are. */
const SHORTEST = 1024;
const TEXT = /\.(?:css|js|json|svg)$/;

/** Beside every text of the build itself in Brotli and gzip, as small as they go: the server sends what is asked. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: ({ dir }) => {
      if (dir === undefined) return;
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!TEXT.test(name)) continue;
        const whole = readFileSync(join(dir, name));
        if (whole.length < SHORTEST) continue;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
        };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(whole, { params }));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(whole, { level: 9 }));
      }
    },
  };
}
