import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { type Bench, chromiumPath, faultsOf, workbench } from './support/workbench.ts';

const chromium = chromiumPath();
if (chromium === null) {
  console.warn('The workbench is not tested in a browser: no Chromium is here (apt-get install chromium).');
}

describe.runIf(chromium !== null)('the workbench', () => {
  let work: Desk;
  let bench: Bench;

  beforeAll(async () => {
    work = desk();
    const { code, err } = await work.entente('init');
    if (code !== 0) throw new Error(err);
    bench = await workbench(work.store, chromium ?? '');
  });

  afterAll(async () => {
    await bench.close();
    work.close();
  });

  it('screens a name as of a day, and says who listed it since when', async () => {
    const page = await bench.open('/screen');
    await page.getByRole('textbox', { name: 'Name' }).fill('Majeed Brigade');
    await page.getByLabel('As of').fill('2025-08-13');
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.getByRole('link', { name: 'Balochistan Liberation Army' }).waitFor();
    expect(page.url()).toContain('q=Majeed');
    expect(page.url()).toContain('asOf=2025-08-13');
    await page.getByText('us-state-fto').first().waitFor();
    await page.getByText('since 2025-08-11', { exact: true }).waitFor();
    await page.context().close();
  });

  it('says what was searched when nothing is found', async () => {
    const page = await bench.open('/screen?q=Quentin%20Nobodyknowshim');
    await page.getByText('No entry comes near this name').waitFor();
    await page.getByText(/0 found in [\d,]+ names/).waitFor();
    await page.context().close();
  });

  it('shows a failure as a failure, never as an empty answer', async () => {
    const page = await bench.open('/screen');
    await page.route('**/api/v1/screen**', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Name' }).fill('Majeed Brigade');
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.getByText('This could not be asked').waitFor({ timeout: 20_000 });
    expect(await page.getByText('No entry comes near this name').count()).toBe(0);
    await page.context().close();
  });

  const PAGES = [
    '/',
    '/screen?q=Majeed%20Brigade',
    '/screen/files',
    '/entities/record:balochistan-liberation-army',
    '/entities/record:balochistan-liberation-army?tab=names',
    '/entities/record:balochistan-liberation-army?tab=relations',
    '/entities/record:balochistan-liberation-army?tab=statements',
    '/read',
    '/matrix?entity=record:balochistan-liberation-army',
    '/dialogues',
    '/dialogues/us-pakistan',
    '/agenda?a=PK&b=US&asOf=2025-08-13',
    '/compare',
    '/changes',
    '/review',
    '/lists',
    '/settings',
    '/sign-in',
    '/no-such-page',
  ];
  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['en', 'dark'],
    ['ur', 'light'],
    ['ur', 'dark'],
  ] as const) {
    it(`has no accessibility fault on any page, in ${language}, ${colorScheme}`, {
      timeout: 300_000,
    }, async () => {
      const page = await bench.open('/', { language, colorScheme, reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const path of PAGES) {
        await page.goto(`${bench.address}/app${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
      }
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ur' ? 'rtl' : 'ltr');
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }

  it('lets nothing foreign in: no request leaves the server, and the policy refuses inline script', async () => {
    const page = await bench.open('/screen?q=Majeed%20Brigade');
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(bench.address)) foreign.push(request.url());
    });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    const response = await page.request.get(`${bench.address}/app/`);
    expect(response.headers()['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
    await page.context().close();
  });
});
