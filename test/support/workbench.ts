import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { makeServer, type Settings, settingsOf } from '../../src/server/index.ts';
import { type Desk, desk } from './cli.ts';

/** Where a Chromium may be, as its packages name it. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's Chromium; `null` where there is none. */
export function chromiumPath(): string | null {
  for (const name of BROWSERS) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch (error) {
      if ((error as { status?: number }).status === undefined) throw error;
    }
  }
  return null;
}

/** Whether the workbench has been built, which `npm test` does first. */
export const WORKBENCH_BUILT = existsSync(new URL('../../web/dist/index.html', import.meta.url));

/** A real server over a store, and a real browser on it. */
export interface Bench {
  readonly address: string;
  readonly browser: Browser;
  readonly open: (
    path: string,
    options?: BrowserContextOptions & { readonly language?: string },
  ) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Serves a store on a free port, under settings of one's own where given, and starts Chromium. */
export async function workbench(
  location: string,
  executablePath: string,
  own: Partial<Settings> = {},
): Promise<Bench> {
  const server = await makeServer({
    location,
    settings: { ...settingsOf({ ENTENTE_LOG_LEVEL: 'silent' }), port: 0, ...own },
    now: () => new Date(),
  });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  await server.ready();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    address,
    browser,
    open: async (path, { language = 'en', ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const start = JSON.stringify(language);
      await context.addInitScript(`localStorage['entente.language'] ??= ${start}`);
      const page = await context.newPage();
      await page.goto(`${address}/app${path}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A desk whose store holds the starter record, with the workbench on it. */
export interface WorkbenchDesk {
  readonly work: Desk;
  readonly bench: Bench;
  readonly close: () => Promise<void>;
}

/** Begins a store, lets `prepare` add to it and choose settings, and opens the workbench on it. */
export async function workbenchDesk(
  executablePath: string,
  prepare: (work: Desk) => Promise<Partial<Settings>> = async () => ({}),
): Promise<WorkbenchDesk> {
  const work = desk();
  const { code, err } = await work.entente('init');
  if (code !== 0) throw new Error(err);
  const bench = await workbench(work.store, executablePath, await prepare(work));
  return {
    work,
    bench,
    close: async () => {
      await bench.close();
      work.close();
    },
  };
}

/** Adds an account as a person would at the machine. */
export async function addAccount(work: Desk, name: string, role: string, password: string): Promise<void> {
  const own = desk({ stdin: `${password}\n` });
  const { code, err } = await own.entente(
    ...['user', 'add', name, '--role', role, '--password-stdin', '--store', work.store],
  );
  own.close();
  if (code !== 0) throw new Error(err);
}

/** What axe-core (Deque Systems) finds wrong with a page as it stands, a line a fault. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // By the debugger's protocol, since the page's own policy lets no foreign script in.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
      violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160)))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as readonly string[];
}
