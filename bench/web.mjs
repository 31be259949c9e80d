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
const LARGEST = '/entities/record:tehrik-e-taliban-pakistan';
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

/** From navigation until the screening form takes a letter, in milliseconds. */
const interactive = async () => {
  const times = [];
  for (let run = 0; run < 4; run += 1) {
    const page = await slowPage();
    const from = performance.now();
    await page.goto(`${address}/app/screen`);
    await page.getByRole('textbox', { name: 'Name' }).fill('M');
    if (run > 0) times.push(performance.now() - from);
    await page.context().close();
  }
  return Math.round(median(times));
};

/** Frames a second while the page is scrolled from top to bottom and back, and the longest frame. */
const scrolling = async (path, ready) => {
  const page = await slowPage();
  await page.goto(`${address}/app${path}`);
  await ready(page);
  const found = await page.evaluate(
    () =>
      new Promise((done) => {
        const frames = [];
        let [before, n] = [performance.now(), 0];
        const step = (now) => {
          frames.push(now - before);
          before = now;
          n += 1;
          window.scrollTo(0, (n % 120 < 60 ? n % 60 : 60 - (n % 60)) * 60);
          if (n < 180) requestAnimationFrame(step);
          else done(frames.slice(5));
        };
        requestAnimationFrame(step);
      }),
  );
  await page.context().close();
  const sum = found.reduce((total, frame) => total + frame, 0);
  return {
    framesPerSecond: Math.round((found.length / sum) * 1000),
    longestFrameMs: Math.round(Math.max(...found)),
  };
};

const results = {
  slower: SLOWER,
  interactiveMs: await interactive(),
  entityPage: await scrolling(LARGEST, (page) => page.getByRole('tab').first().waitFor()),
  matrixPage: await scrolling('/matrix', (page) => page.getByRole('table').first().waitFor()),
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
