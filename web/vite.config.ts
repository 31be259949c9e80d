import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { API } from '../src/contract/index.ts';
import { compressed } from './compressed.ts';
import { mantineStyles } from './mantine-styles.ts';

/** Method and path of each operation: all that the page needs of the contract at run time, without its schemas. */
const addresses = Object.fromEntries(
  Object.entries(API).map(([name, { method, path }]) => [name, [method, path]]),
);

/** The workbench is served under /app by `entente serve`; in development the API is asked of that server. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), mantineStyles(join(import.meta.dirname, 'src')), compressed()],
  define: { __ADDRESSES__: JSON.stringify(addresses) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // What the first page needs comes as one file: thirty small ones cost a slow machine more than their bytes.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'start', test: /web\/src\/main\.tsx$/ }] } },
    },
    // The map's outlines are one piece of some 750 kB, fetched with the page of incidents only.
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4620' } },
});
