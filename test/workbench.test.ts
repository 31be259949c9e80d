import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';
import {
  addAccount,
  type Bench,
  chromiumPath,
  faultsOf,
  type WorkbenchDesk,
  workbenchDesk,
} from './support/workbench.ts';

const chromium = chromiumPath();
if (chromium === null) {
  console.warn('The workbench is not tested in a browser: no Chromium is here (apt-get install chromium).');
}

describe.runIf(chromium !== null)('the workbench', () => {
  let opened: WorkbenchDesk;
  let work: Desk;
  let bench: Bench;

  beforeAll(async () => {
    opened = await workbenchDesk(chromium ?? '');
    ({ work, bench } = opened);
  });

  afterAll(() => opened.close());

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

  it('screens ten thousand rows of a file, says how far it is, and gives the results', {
    timeout: 240_000,
  }, async () => {
    const page = await bench.open('/screen/files');
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 1000 === 0 ? `${index},Majeed Brigade,PK` : `${index},Quentin Nobody ${index},GB`,
    );
    await page.locator('input[type=file]').setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['id,name,country', ...rows].join('\n')),
    });
    await page.getByText('The first rows of the file').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('name');
    await page.getByRole('button', { name: 'Screen every row' }).click();
    const link = page.getByRole('link', { name: 'Download CSV' });
    await link.waitFor({ timeout: 200_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const results = readFileSync(await download.path(), 'utf8');
    expect(results.split('\n').filter((line) => line.includes('Balochistan Liberation Army'))).toHaveLength(
      10,
    );
    await page.locator('[aria-rowcount="10000"]').waitFor();
    expect(await page.locator('[aria-rowindex]').count()).toBeLessThan(100);
    await page.getByLabel('Show').selectOption('match');
    await page.getByText('10 of 10,000 rows').waitFor();
    expect(await page.getByRole('link', { name: 'Balochistan Liberation Army' }).count()).toBe(10);
    await page.context().close();
  });

  it('reads a pasted report, keeps it, and lets a person correct what was read', async () => {
    const page = await bench.open('/read');
    await page
      .getByRole('textbox', { name: 'The report' })
      .fill(readFileSync('samples/dialogue-2025-08-13.txt', 'utf8'));
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('heading', { name: 'Is the wording about lists right?' }).waitFor();
    await page.getByRole('button', { name: 'Keep this report' }).click();
    await page.waitForURL(/documents\/doc-/);
    const names = page.getByRole('region', { name: 'Names' });
    await names
      .getByRole('button', { name: /read by machine BLA/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByLabel('caption').fill('Baloch Liberation Army (as the report has it)');
    await page.getByLabel(/^Why: Correct/).fill('the report uses the other spelling');
    await page.getByRole('button', { name: 'Decide' }).click();
    await names
      .getByRole('button', { name: /corrected BLA/ })
      .first()
      .waitFor();
    expect(page.url()).toContain('item=');
    await page.reload();
    await names
      .getByRole('button', { name: /corrected BLA/ })
      .first()
      .waitFor();
    await page.context().close();
  });

  it('shows a snapshot that was held back, and puts it on the record with a reason', async () => {
    const marked = (quality: string) =>
      unList(
        Array.from({ length: 60 }, (_, index) => ({
          reference: `QDe.${100 + index}`,
          name: `BLUE FRONT ${index}`,
          aliases: [{ name: `BF ${index}`, quality }],
        })),
      );
    const file = (name: string, text: string) => {
      const path = join(work.folder, name);
      writeFileSync(path, text);
      return path;
    };
    await work.entente('load', 'un-sc', file('a.xml', marked('Low')), '--observed', '2023-07-01');
    const held = await work.entente(
      'load',
      'un-sc',
      file('b.xml', marked('Good')),
      '--observed',
      '2023-08-02',
    );
    expect(held.out).toContain('held in quarantine');
    const page = await bench.open('/review');
    const card = page.getByRole('region', { name: /2023-08-02/ });
    await card.waitFor();
    expect(await card.getByRole('button', { name: 'Put it on the record' }).isDisabled()).toBe(true);
    await card.getByRole('textbox', { name: 'Reason' }).fill('the publisher changed its marks');
    await card.getByRole('button', { name: 'Put it on the record' }).click();
    await card.waitFor({ state: 'detached' });
    await page.goto(`${bench.address}/app/changes?list=un-sc&from=2023-07-01`);
    await page.getByRole('listitem').getByText("name's kind changed").first().waitFor();
    await page.context().close();
  });

  it('compares two rounds of a dialogue', async () => {
    const page = await bench.open('/dialogues');
    await page.getByRole('link', { name: 'US-Pakistan Counterterrorism Dialogue' }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const documents = (await (await page.request.get(`${bench.address}/api/v1/dialogues/us-pakistan`)).json())
      .documents as { id: string; date: string }[];
    const before = documents.find(({ date }) => date.startsWith('2024-05'));
    const after = documents.find(({ date }) => date.startsWith('2025-08'));
    await page.goto(`${bench.address}/app/compare?a=${before?.id}&b=${after?.id}`);
    const row = page.getByRole('row', { name: /^groups/ });
    await row.waitFor();
    expect(await row.textContent()).toContain('Balochistan Liberation Army');
    expect(await page.getByRole('row', { name: /^fora/ }).textContent()).toMatch(
      /GCTF|Global Counterterrorism Forum/,
    );
    await page.context().close();
  });

  it('tells on the page of today what is overdue, and goes to it', async () => {
    const page = await bench.open('/');
    const overdue = page.getByRole('region', { name: 'Overdue' });
    await overdue
      .getByText(/open promises? wants? a new look/)
      .first()
      .waitFor();
    await overdue.getByRole('link', { name: 'US-Pakistan Counterterrorism Dialogue' }).first().click();
    await page.waitForURL(/dialogues\/us-pakistan/);
    await page.context().close();
  });

  it('moves through the rows of a page by j and k, and opens one by o', async () => {
    const page = await bench.open('/dialogues');
    const link = page.getByRole('link', { name: 'US-Pakistan Counterterrorism Dialogue' });
    await link.waitFor();
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await link.focus();
    await page.keyboard.press('o');
    await page.waitForURL(/dialogues\/us-pakistan/);
    await page.context().close();
  });

  it('has a button for the commands too, and switches all keys off', async () => {
    const page = await bench.open('/settings');
    const palette = page.getByRole('textbox', { name: 'Go to a page, or screen a name' });
    await page.getByRole('button', { name: 'Commands' }).click();
    await palette.fill('matrix');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/matrix/);
    await page.goto(`${bench.address}/app/settings`);
    await page.getByRole('switch').waitFor();
    await page.evaluate("document.querySelector('[role=switch]').click()");
    for (const key of ['g', 'h', 'Control+k', '?']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/\/settings/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('fits a phone: its menu has the pages, the language and the colours, and no page is wider', async () => {
    const page = await bench.open('/screen', { viewport: { width: 390, height: 844 } });
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Dialogues' }).click();
    await page.getByRole('heading', { name: 'Dialogues' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByLabel('Language').selectOption('ur');
    await page.locator('html[dir=rtl]').waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const over = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await page.goto(`${bench.address}/app/matrix?entity=record:balochistan-liberation-army`);
    await page.getByRole('row').nth(1).waitFor();
    expect(await over()).toBeLessThanOrEqual(0);
    await page.goto(`${bench.address}/app/entities/record:balochistan-liberation-army`);
    await page.getByRole('tab').first().waitFor();
    expect(await over()).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('prints the agenda without the frame around it', async () => {
    const page = await bench.open('/agenda?a=PK&b=US&asOf=2025-08-13');
    await page.getByRole('link', { name: 'Balochistan Liberation Army' }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByText(/^Printed /).isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
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
    '/watch',
    '/lists',
    '/settings',
    '/sign-in',
    '/documents',
    '/incidents',
    '/audit',
    '/people',
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

describe.runIf(chromium !== null)('the workbench with accounts', () => {
  const PASSWORDS = { amina: 'a long enough password', bilal: 'another long password' } as const;
  let opened: WorkbenchDesk;
  let bench: Bench;

  beforeAll(async () => {
    opened = await workbenchDesk(chromium ?? '', async (work) => {
      await addAccount(work, 'amina', 'analyst', PASSWORDS.amina);
      await addAccount(work, 'bilal', 'reviewer', PASSWORDS.bilal);
      return {};
    });
    bench = opened.bench;
  });

  afterAll(() => opened.close());

  const signedIn = async (name: keyof typeof PASSWORDS) => {
    const page = await bench.open('/sign-in');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.locator('input[type=password]').fill(PASSWORDS[name]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name }).waitFor();
    return page;
  };

  it('asks for a sign-in before it answers', async () => {
    const page = await bench.open('/screen?q=Majeed%20Brigade');
    await page.getByText('This could not be asked').first().waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).first().click();
    await page.waitForURL(/sign-in\?to=/);
    await page.context().close();
  });

  it('takes two people to correct what was read: one proposes, another agrees', async () => {
    const hers = await signedIn('amina');
    await hers.goto(`${bench.address}/app/read`);
    await hers
      .getByRole('textbox', { name: 'The report' })
      .fill(readFileSync('samples/dialogue-2025-08-13.txt', 'utf8'));
    await hers.getByRole('button', { name: 'Read', exact: true }).click();
    await hers.getByRole('button', { name: 'Keep this report' }).click();
    await hers.waitForURL(/documents\/doc-/);
    const address = hers.url();
    await hers
      .getByRole('region', { name: 'Names' })
      .getByRole('button', { name: /read by machine BLA/ })
      .first()
      .click();
    expect(await hers.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    await hers.getByRole('button', { name: 'Correct', exact: true }).click();
    await hers.getByLabel('caption').fill('Baloch Liberation Army');
    await hers.getByLabel(/^Why: Correct/).fill('as the report spells it');
    await hers.getByRole('button', { name: 'Propose to a second person' }).click();
    await hers.getByRole('button', { name: /waits for a second person BLA/ }).waitFor();

    const his = await signedIn('bilal');
    await his.goto(`${bench.address}/app/review`);
    await his.getByText('second person').first().waitFor();
    await his.goto(address);
    await his.getByRole('button', { name: /waits for a second person BLA/ }).click();
    await his.getByRole('button', { name: 'Agree to the proposal' }).click();
    await his.getByRole('button', { name: /corrected BLA/ }).waitFor();
    await his.getByText(/agreed by bilal/).waitFor();
    await hers.context().close();
    await his.context().close();
  });
});
