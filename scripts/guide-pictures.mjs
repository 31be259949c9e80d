// The pictures of docs/guide/workbench.md, taken anew: `npm run build && node scripts/guide-pictures.mjs [name…]`.
// A store of its own with the starter record, the sample report and a list of invented groups; Chromium as in tests.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeServer, settingsOf } from '../dist/server/index.js';
import { smallPng } from './small-png.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = process.env.ENTENTE_PICTURES ?? join(ROOT, 'docs', 'guide', 'workbench');
const folder = mkdtempSync(join(tmpdir(), 'entente-pictures-'));
const location = join(folder, 'record.db');
const entente = (...args) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args, '--store', location], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** A UN list of invented groups, in the publisher's own XML. */
const invented = (count, quality, first) => `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-10-01T00:00:00Z"><INDIVIDUALS></INDIVIDUALS><ENTITIES>
${Array.from(
  { length: count },
  (_, at) => `<ENTITY><DATAID>${9_070_000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM>
<FIRST_NAME>${at === 0 ? first : `INVENTED SAMPLE FRONT ${at}`}</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
<REFERENCE_NUMBER>QDe.${700 + at}</REFERENCE_NUMBER><LISTED_ON>2015-03-27</LISTED_ON>
<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><ENTITY_ALIAS><QUALITY>${quality}</QUALITY>
<ALIAS_NAME>ISF ${at}</ALIAS_NAME></ENTITY_ALIAS></ENTITY>`,
).join('\n')}
</ENTITIES></CONSOLIDATED_LIST>`;

const load = (observed, ...list) => {
  const file = `consolidated-${observed}.xml`;
  writeFileSync(join(folder, file), invented(...list));
  entente('load', 'un-sc', file, '--observed', observed);
};

entente('init');
entente('read', join(ROOT, 'samples', 'dialogue-2025-08-13.txt'), '--keep');
const day = (before) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
load(day(30), 60, 'Low', 'INVENTED SAMPLE FRONT');
load(day(3), 62, 'Low', 'INVENTED SAMPLE FRONT (NEW NAME)');
load(day(1), 62, 'Good', 'INVENTED SAMPLE FRONT (NEW NAME)');

const server = await makeServer({
  location,
  settings: { ...settingsOf({ ENTENTE_LOG_LEVEL: 'silent' }), port: 0 },
  now: () => new Date(),
});
const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
await server.ready();
const ask = async (path) => (await fetch(`${address}/api/v1/${path}`)).json();
const { documents } = await ask('documents');
const rounds = (await ask('dialogues/us-pakistan')).documents;
const round = (month) => rounds.find(({ date }) => date.startsWith(month))?.id;

const form = new FormData();
const rows = Array.from({ length: 1200 }, (_, at) =>
  at % 300 === 4 ? `${at},Majeed Brigade` : `${at},Quentin Nobody ${at}`,
);
form.set('settings', JSON.stringify({ columns: { id: 'id', name: 'name' }, outputFormat: 'csv' }));
form.set('file', new Blob([['id,name', ...rows].join('\n')]), 'customers.csv');
const { id: job } = await (
  await fetch(`${address}/api/v1/jobs/screen`, { method: 'POST', body: form })
).json();
while ((await ask(`jobs/${job}`)).state !== 'done') await new Promise((done) => setTimeout(done, 300));

const BLA = '/entities/record:balochistan-liberation-army';
const { results } = await ask('screen?name=Majeed+Brigade&limit=1');
/** Each picture's name, its page, and how else than in English by day it is taken. */
const PICTURES = [
  ['home', '/'],
  ['screen', '/screen?q=Majeed%20Brigade&asOf=2025-08-13'],
  ['screen-why', `/screen?q=Majid%20Brigad&why=${results[0]?.id}`],
  ['screen-none', '/screen?q=Quentin%20Nobody'],
  ['screen-file', `/screen/files?job=${job}`],
  ['entity', BLA],
  ['entity-names', `${BLA}?tab=names`],
  ['entity-relations', `${BLA}?tab=relations`],
  ['entity-statements', `${BLA}?tab=statements&statement=Majeed`],
  ['matrix', '/matrix?asOf=2025-12-31'],
  ['read', '/read'],
  ['document', `/documents/${documents[0]?.id}`],
  ['documents', '/documents'],
  ['incidents', '/incidents'],
  ['dialogues', '/dialogues'],
  ['dialogue', '/dialogues/us-pakistan'],
  ['compare', `/compare?a=${round('2024-05')}&b=${round('2025-08')}`],
  ['agenda', '/agenda?a=PK&b=US&asOf=2025-08-13'],
  ['changes', '/changes?list=un-sc'],
  ['watch', '/watch'],
  ['review', '/review'],
  ['lists', '/lists'],
  ['audit', '/audit'],
  ['people', '/people'],
  ['settings', '/settings'],
  ['screen-ur', '/screen?q=Majeed%20Brigade&asOf=2025-08-13', { language: 'ur' }],
  ['screen-dark', '/screen?q=Majeed%20Brigade&asOf=2025-08-13', { colorScheme: 'dark' }],
];
const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
mkdirSync(OUT, { recursive: true });
for (const [width, height] of [
  [1280, 800],
  [390, 780],
])
  for (const [name, path, { language = 'en', colorScheme = 'light' } = {}] of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await context.addInitScript(`localStorage['entente.language'] = '${language}'`);
    const page = await context.newPage();
    await page.goto(`${address}/app${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    writeFileSync(join(OUT, `${name}-${width}.png`), smallPng(await page.screenshot()));
    await context.close();
  }
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
