// Writes the pages of docs/reference that are made from the program and its starter record.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from '../dist/cli/reference-pages.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
for (const [name, text] of Object.entries(await referencePages()))
  writeFileSync(join(root, 'docs', 'reference', name), text);
