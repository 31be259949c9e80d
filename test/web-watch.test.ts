import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { file, type Publisher, publisher, status } from './support/publisher.ts';
import { unList } from './support/un-list.ts';
import {
  type Bench,
  chromiumPath,
  faultsOf,
  type WorkbenchDesk,
  workbenchDesk,
} from './support/workbench.ts';

const chromium = chromiumPath();
const REPORT = `<!doctype html><html lang="en"><head><title>Two governments hold a dialogue</title></head><body><article>
<h1>Two governments hold a dialogue</h1><p>ISLAMABAD: The two sides named the Balochistan Liberation Army (BLA)
on Tuesday, <script>document.title = 'taken over'</script>and pledged to meet again next year. Officials of both
countries said that the talks had been useful and would go on in the coming months, as in the years before.</p>
</article></body></html>`;

describe.runIf(chromium !== null)('watch lists, updates and reports from outside in the workbench', () => {
  let opened: WorkbenchDesk;
  let bench: Bench;
  let host: Publisher;

  beforeAll(async () => {
    host = await publisher();
    opened = await workbenchDesk(chromium ?? '', async (work) => {
      const listAddresses = join(work.folder, 'addresses.json');
      const addresses = { 'un-sc': [host.url('/un.xml')], 'ca-listed': [host.url('/ca.xml')] };
      writeFileSync(listAddresses, JSON.stringify(addresses));
      return { listAddresses };
    });
    ({ bench } = opened);
  }, 120_000);

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  afterAll(async () => {
    await opened.close();
    await host.close();
  });

  it('watches a name and those of a file, and says who is newly hit and who was never asked', {
    timeout: 60_000,
  }, async () => {
    const page = await bench.open('/watch');
    await page.getByText('No name is watched here').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Majeed Brigade');
    await page.getByRole('textbox', { name: 'Your number' }).fill('C-17');
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByText('These names have not been screened yet').waitFor();
    await page.getByRole('row', { name: /Majeed Brigade.*not screened yet/ }).waitFor();

    await page.locator('input[type=file]').setInputFiles({
      name: 'suppliers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,name,country\n1,Quentin Invented Trading,GB\n2,,GB\n'),
    });
    await page.getByText(/One name came from the file/).waitFor();
    await page.getByText(/Row \d was left out/).waitFor();

    await page.getByRole('button', { name: 'Screen 2 names now' }).click();
    const found = page.getByRole('region', { name: 'What the last run found otherwise' });
    await found.getByText('newly hit').waitFor();
    await found.getByRole('link', { name: 'Balochistan Liberation Army' }).waitFor();
    await page.getByRole('row', { name: /Quentin Invented Trading.*no hit/ }).waitFor();
    await page.reload();
    await found.getByText('newly hit').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await found.getByText('this list was run for the first time').waitFor();
    const urdu = await bench.open('/watch', { language: 'ur' });
    await urdu.getByText('یہ فہرست پہلی بار چلائی گئی').first().waitFor();
    await urdu.context().close();

    await page.getByRole('button', { name: 'Remove: Quentin Invented Trading' }).click();
    await page.getByText('One name, 1 of them hit').waitFor();
    await page.route('**/api/v1/watch/run', (route) => route.abort());
    await page.getByRole('button', { name: 'Screen the name now' }).click();
    await page.getByText('This could not be asked').waitFor();
    await page.context().close();
  });

  it('updates lists as it goes on, and shows one that failed as failed', { timeout: 60_000 }, async () => {
    vi.stubEnv('ENTENTE_ALLOW_HOSTS', '127.0.0.1');
    host.serve(
      '/un.xml',
      file(unList([{ reference: 'QDe.990', name: 'INVENTED BLUE FRONT' }], '2026-11-24T00:00:00Z')),
    );
    host.serve('/ca.xml', status(404));
    const page = await bench.open('/lists?list=ca-listed');
    await page.getByRole('button', { name: 'Update this list' }).click();
    const card = page.getByRole('region', { name: 'Update from the publishers' });
    await card.getByText('One list of 1 could not be updated').waitFor();
    await card.getByRole('row', { name: /ca-listed.*failed.*404/ }).waitFor();
    await page.goto(`${bench.address}/app/lists?list=un-sc`);
    await page.getByRole('button', { name: 'Update this list' }).click();
    await card.getByRole('row', { name: /un-sc.*loaded/ }).waitFor();
    // What came in shows in the table without asking anew.
    await page.getByRole('row', { name: /un-sc.*1 snapshot/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('refuses an address of a private network in words, and reads one of the public web as text alone', {
    timeout: 60_000,
  }, async () => {
    host.serve('/story', file(REPORT, { type: 'text/html; charset=utf-8' }));
    const page = await bench.open('/read');
    await page.getByRole('textbox', { name: 'A report on the web' }).fill(host.url('/story'));
    await page.getByRole('button', { name: 'Fetch and read' }).click();
    await page.getByText(/127\.0\.0\.1 is .*not fetched from/).waitFor();

    vi.stubEnv('ENTENTE_ALLOW_HOSTS', '127.0.0.1');
    await page.getByRole('button', { name: 'Fetch and read' }).click();
    await page.getByText(/Received as/).waitFor();
    await page
      .getByRole('region', { name: 'Who and what is named' })
      .getByText('Balochistan Liberation Army')
      .first()
      .waitFor();
    expect(await page.title()).toMatch(/^Read a report/);
    // The page as it came, beside its words: as text, with the same things marked in both.
    await page.getByRole('switch', { name: 'Original beside' }).click();
    const original = page.getByRole('region', { name: 'Words of the original' });
    const marked = original.locator('mark', { hasText: 'Balochistan Liberation Army' });
    await marked.click();
    expect(await page.locator('[role=button][data-chosen]').first().textContent()).toContain('Balochistan');
    await page.getByRole('switch', { name: 'With its markup' }).click();
    await original.getByText('<h1>Two governments').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'as JSON' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).document.text).toContain('ISLAMABAD');
    await page.context().close();
  });

  it('reads a mail that is brought as a file, and says why a broken PDF cannot be read', async () => {
    const page = await bench.open('/read');
    const bring = (name: string, content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await bring('broken.pdf', '%PDF-1.7\nnothing that can be read');
    await page.getByText('This could not be asked').waitFor();
    await bring(
      'report.eml',
      [
        'From: desk@example.org',
        'Subject: Dialogue',
        'Date: Tue, 12 Aug 2025 10:00:00 +0000',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'ISLAMABAD: The United States on Monday designated the Majeed Brigade as a foreign terrorist organization.',
      ].join('\r\n'),
    );
    await page.getByText(/Received as/).waitFor();
    expect(await page.getByLabel('Published on').inputValue()).toBe('2025-08-12');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await page.locator('[data-chosen]').count()).toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
