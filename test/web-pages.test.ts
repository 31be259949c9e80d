import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../src/store/index.ts';
import type { Desk } from './support/cli.ts';
import {
  type Bench,
  chromiumPath,
  faultsOf,
  type WorkbenchDesk,
  workbenchDesk,
} from './support/workbench.ts';

const chromium = chromiumPath();
const PASSWORD = 'correct horse battery';

describe.runIf(chromium !== null)('audit, people and markings in the workbench', () => {
  let opened: WorkbenchDesk;
  let work: Desk;
  let bench: Bench;

  beforeAll(async () => {
    opened = await workbenchDesk(chromium ?? '');
    ({ work, bench } = opened);
  });

  afterAll(() => opened.close());

  it('shows a screening in the log, verifies the log and asks the screening again', async () => {
    const page = await bench.open('/screen?q=Majeed%20Brigade');
    await page.getByRole('link', { name: 'Balochistan Liberation Army' }).waitFor();
    await page.goto(`${bench.address}/app/audit?action=screen`);
    const row = page.getByRole('row').filter({ hasText: 'Majeed Brigade' });
    await row.first().waitFor();
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await page.getByText('The log is whole').waitFor();
    await row.first().getByRole('link').first().click();
    await page.getByRole('heading', { name: /^Entry aud-/ }).waitFor();
    expect(page.url()).toMatch(/entry=aud-/);
    await page.getByRole('button', { name: /Ask this again/ }).click();
    await page.getByText('The same answer, byte for byte').waitFor();
    await page.getByLabel('Verdict').selectOption('deny');
    await page.getByText('No entry fits these filters').waitFor();
    expect(page.url()).toContain('verdict=deny');
    await page.context().close();
  });

  it('shows the marking of an entity above it, and none above what is published', async () => {
    const store = await Store.open(work.store);
    await store.markings.set('record', 'record:balochistan-liberation-army', 'TLP:GREEN//CAVEAT no-court', {
      by: 'test',
      at: '2026-11-24T12:00:00.000Z',
      why: 'test',
    });
    await store.close();
    await new Promise((done) => setTimeout(done, 1100));
    const page = await bench.open('/entities/record:balochistan-liberation-army');
    const banner = page.getByRole('region', { name: 'Marking' });
    await banner.waitFor();
    expect(await banner.textContent()).toMatch(/TLP:GREEN.*caveat=no-court/);
    expect(await faultsOf(page)).toEqual([]);
    // On every page that shows something of it, and on paper at both ends.
    for (const path of ['/screen?q=Majeed%20Brigade', '/dialogues', '/agenda?a=PK&b=US']) {
      await page.goto(`${bench.address}/app${path}`);
      await banner.waitFor();
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('TLP:GREEN').filter({ visible: true }).count()).toBe(2);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${bench.address}/app/entities/record:jaish-e-mohammed`);
    await page.getByRole('tab', { name: 'Names' }).waitFor();
    expect(await banner.count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['en', 'light'],
    ['ur', 'dark'],
  ] as const)('has no accessibility fault in %s, %s', async (language, colorScheme) => {
    const page = await bench.open('/people', { language, colorScheme, reducedMotion: 'reduce' });
    for (const path of ['/people', '/audit']) {
      await page.goto(`${bench.address}/app${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('makes the first account, closes the server, and gives keys and codes once', {
    timeout: 60_000,
  }, async () => {
    const page = await bench.open('/people');
    await page.getByText('This server runs open').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('keeper');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // The server believes for two seconds that it is open.
    await page.waitForTimeout(2200);
    await page.getByRole('textbox', { name: 'Name' }).fill('keeper');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'keeper' }).click();

    await page.getByRole('textbox', { name: 'Label' }).fill('nightly batch');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByText(/^ent_[a-z2-7]{16}_[A-Z2-7]{32}$/).waitFor();
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByText(/^ent_/).waitFor({ state: 'detached' });
    expect(await page.getByText(/^ent_/).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke: nightly batch' }).click();
    await page.getByText(/^revoked /).waitFor();
    await page.getByRole('button', { name: 'Set up one-time codes' }).click();
    // Its own session ends with it, and the link must still stand there.
    await page.getByText(/^otpauth:\/\/totp\//).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('tells who may not see a page whose it is', async () => {
    const page = await bench.open('/audit');
    await page.getByText('This page is for the role “auditor”').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await page.context().close();
  });
});
