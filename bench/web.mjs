// How the workbench feels on a slow machine: `npm run build && node bench/web.mjs [--record]`. Chromium by the
// debugger's protocol, its processor held to a quarter; a store of its own with the starter record.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { makeServer, settingsOf } from '../dist/server/index.js';
import { machine, ROOT } from './harness.mjs';

const SLOWER = 4;
const RUNS = 5;
const ROWS = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'entente-bench-web-'));
const location = join(folder, 'record.db');
execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'init', '--store', location], {
  stdio: 'ignore',
});
const server = await makeServer({
  location,
  settings: { ...settingsOf({ ENTENTE_LOG_LEVEL: 'silent' }), port: 0 },
  now: () => new Date(),
});
const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
await server.ready();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

/** A page of its own context, so that nothing is cached, on a processor held back. */
const slowPage = async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * From navigation until the screening form has taken a letter, in milliseconds. The page itself says when the field
 * is there, and the letter comes as from a keyboard: what a test's tool would look for and work out, slowed as well,
 * is no part of it.
 */
const interactive = async () => {
  const times = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const page = await slowPage();
    await page.addInitScript(() => {
      window.typed = new Promise((done) => {
        new MutationObserver((_, watching) => {
          const field = document.querySelector('main form input');
          if (field === null) return;
          watching.disconnect();
          field.focus();
          window.fieldIsThere?.('');
          field.addEventListener('input', () => requestAnimationFrame(() => done(field.value)));
        }).observe(document, { childList: true, subtree: true });
      });
    });
    const session = await page.context().newCDPSession(page);
    const there = new Promise((done) => session.once('Runtime.bindingCalled', done));
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'fieldIsThere' });
    const from = performance.now();
    const gone = page.goto(`${address}/app/screen`);
    await there;
    await session.send('Input.insertText', { text: 'M' });
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'typed',
      awaitPromise: true,
      returnByValue: true,
    });
    if (result.value !== 'M') throw new Error(`the field holds ${JSON.stringify(result.value)}`);
    if (run > 0) times.push(performance.now() - from);
    await gone;
    await page.context().close();
  }
  return Math.round(median(times));
};

/** Frames a second while the page, or a table in it, is scrolled down and up, and the longest frame. */
const scrolling = async (path, ready, table = null) => {
  const page = await slowPage();
  await page.goto(`${address}/app${path}`);
  await ready(page);
  const found = await page.evaluate(
    (within) =>
      new Promise((done) => {
        const box = within === null ? window : document.querySelector(within);
        const frames = [];
        let [before, n] = [performance.now(), 0];
        const step = (now) => {
          frames.push(now - before);
          before = now;
          n += 1;
          box.scrollTo(0, (n % 120 < 60 ? n % 60 : 60 - (n % 60)) * 60);
          if (n < 180) requestAnimationFrame(step);
          else done(frames.slice(5));
        };
        requestAnimationFrame(step);
      }),
    table,
  );
  await page.context().close();
  const sum = found.reduce((total, frame) => total + frame, 0);
  return {
    framesPerSecond: Math.round((found.length / sum) * 1000),
    longestFrameMs: Math.round(Math.max(...found)),
  };
};

/** The address of the entity with the most names, as the server tells them. */
const largest = async () => {
  const ask = async (path) => (await fetch(`${address}/api/v1/${path}`)).json();
  const { rows } = await ask('matrix');
  const found = [];
  for (const { entity } of rows) {
    if (entity === null) continue;
    const { names } = await ask(`entities/${encodeURIComponent(entity)}`);
    found.push({ entity, names: names.length });
  }
  return found.sort((a, b) => b.names - a.names)[0];
};

/** Screens a file of so many invented names, and gives the job. */
const screened = async () => {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    row % 1000 === 0 ? `${row},Majeed Brigade` : `${row},Quentin Nobody ${row}`,
  );
  const form = new FormData();
  form.set('settings', JSON.stringify({ columns: { id: 'id', name: 'name' }, outputFormat: 'csv' }));
  form.set('file', new Blob([['id,name', ...rows].join('\n')]), 'customers.csv');
  let job = await (await fetch(`${address}/api/v1/jobs/screen`, { method: 'POST', body: form })).json();
  while (job.state === 'waiting' || job.state === 'running') {
    await new Promise((done) => setTimeout(done, 500));
    job = await (await fetch(`${address}/api/v1/jobs/${job.id}`)).json();
  }
  if (job.state !== 'done') throw new Error(`the file was not screened: ${JSON.stringify(job)}`);
  return job.id;
};

const { entity, names } = await largest();
const results = {
  slower: SLOWER,
  interactiveMs: await interactive(),
  entityPage: {
    names,
    ...(await scrolling(`/entities/${encodeURIComponent(entity)}?tab=names`, (page) =>
      page.getByRole('tab').first().waitFor(),
    )),
  },
  matrixPage: await scrolling('/matrix', (page) => page.getByRole('table').first().waitFor()),
  tableOf100000: await scrolling(
    `/screen/files?job=${await screened()}`,
    (page) => page.locator(`[aria-rowcount="${ROWS}"]`).waitFor({ timeout: 120_000 }),
    `section:has(> [aria-rowcount="${ROWS}"])`,
  ),
};
console.log(results);
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
if (process.argv.includes('--record'))
  writeFileSync(
    join(ROOT, 'bench', 'web-baseline.json'),
    `${JSON.stringify({ recorded: new Date().toISOString().slice(0, 10), machine: machine(), results }, null, 2)}\n`,
  );
