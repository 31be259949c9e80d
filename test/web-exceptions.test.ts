import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';
import { type Bench, chromiumPath, faultsOf, workbench } from './support/workbench.ts';

const chromium = chromiumPath();
const PASSWORDS = { amina: 'a long enough password', bilal: 'another long password' } as const;
const NAME = 'Invented Green Front';
const SCREEN = `/screen?q=${encodeURIComponent(NAME)}&country=PK`;

describe.runIf(chromium !== null)('exceptions by two people in the workbench', () => {
  let work: Desk;
  let bench: Bench;

  const load = async (observed: string, alias: string) => {
    const path = join(work.folder, `${observed}.xml`);
    writeFileSync(
      path,
      unList([{ reference: 'QDe.900', name: NAME.toUpperCase(), aliases: [{ name: alias }] }]),
    );
    const { code, err } = await work.entente('load', 'un-sc', path, '--observed', observed);
    if (code !== 0) throw new Error(err);
  };

  beforeAll(async () => {
    work = desk();
    await load('2026-01-01', 'Green Front of Erewhon');
    for (const [name, role] of [
      ['amina', 'analyst'],
      ['bilal', 'reviewer'],
    ] as const) {
      const own = desk({ stdin: `${PASSWORDS[name]}\n` });
      await own.entente(...['user', 'add', name, '--role', role, '--password-stdin', '--store', work.store]);
      own.close();
    }
    bench = await workbench(work.store, chromium ?? '', { refreshSeconds: 1 });
  }, 120_000);

  afterAll(async () => {
    await bench.close();
    work.close();
  });

  const signedIn = async (name: keyof typeof PASSWORDS, options = {}) => {
    const page = await bench.open('/sign-in', options);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.locator('input[type=password]').fill(PASSWORDS[name]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name }).waitFor();
    return page;
  };
  const at = (page: Page, path: string) => page.goto(`${bench.address}/app${path}`);

  it('are proposed from a hit, approved by another person with the keyboard, and then set the hit aside', {
    timeout: 90_000,
  }, async () => {
    const hers = await signedIn('amina');
    await at(hers, SCREEN);
    await hers.getByRole('button', { name: 'Not the same…' }).click();
    const form = hers.getByRole('form', { name: 'Why it is not the same' });
    await form.getByLabel('Reason code').selectOption('kind');
    await form.getByRole('textbox', { name: 'Reason' }).fill('a football club of our town');
    expect(await faultsOf(hers)).toEqual([]);
    await form.getByRole('button', { name: 'Propose to a second person' }).click();
    await hers.getByText('Proposed; another person must approve it.').waitFor();
    await at(hers, '/review?kind=proposed');
    await hers.getByText('You proposed this; another person must agree.').waitFor();
    expect(await hers.getByRole('button', { name: 'Not the same: approve' }).count()).toBe(0);

    const his = await signedIn('bilal');
    await at(his, '/review?kind=proposed');
    const queue = his.getByRole('region', { name: 'Exceptions' });
    await queue.getByText('a football club of our town').waitFor();
    await his.keyboard.press('m');
    const reason = his.getByRole('form', { name: 'Not the same: approve' });
    await reason.waitFor();
    // The key opened the reason and decided nothing.
    const standing = async () => {
      const answer = await his.request.get(`${bench.address}/api/v1/exceptions/1`);
      return (await answer.json()).standing;
    };
    expect(await standing()).toBe('proposed');
    await reason.getByRole('textbox', { name: 'Reason' }).fill('seen the club’s statutes');
    expect(await faultsOf(his)).toEqual([]);
    await reason.getByRole('button', { name: 'Decide' }).click();
    await queue.getByText('No exception waits').waitFor();
    expect(await standing()).toBe('active');

    await at(hers, SCREEN);
    const hit = hers.getByRole('region', { name: 'Results' }).getByRole('note');
    await hit.waitFor();
    expect(await hit.textContent()).toMatch(
      /excepted.*Not counted as an open alert until \d{4}-\d{2}-\d{2}, by amina and bilal.*a football club of our town/,
    );
    expect(await hers.getByRole('button', { name: 'Not the same…' }).count()).toBe(0);
    expect(await faultsOf(hers)).toEqual([]);
    await hers.context().close();
    await his.context().close();
  });

  it('come back with what changed when the entity changes, and `u` takes back what was just proposed', {
    timeout: 90_000,
  }, async () => {
    await load('2026-06-01', 'Green Front Renewed');
    const his = await signedIn('bilal');
    await at(his, '/review');
    await his.getByLabel('Show').selectOption('reopened');
    expect(his.url()).toContain('kind=reopened');
    const queue = his.getByRole('region', { name: 'Exceptions' });
    const changed = queue.getByRole('table', { name: 'What its entries say otherwise since' });
    await changed.waitFor();
    expect(await changed.textContent()).toMatch(/gone: Green Front of Erewhon.*new: Green Front Renewed/s);
    expect(await faultsOf(his)).toEqual([]);
    await his.keyboard.press('m');
    const form = his.getByRole('form', { name: 'Why it is not the same' });
    await form.getByRole('textbox', { name: 'Reason' }).fill('still the club');
    await form.getByRole('button', { name: 'Propose to a second person' }).click();
    await his.getByText('Done last:').waitFor();
    await his.getByRole('heading', { name: 'Exceptions' }).click();
    await his.keyboard.press('u');
    await his.getByText('Done last:').waitFor({ state: 'detached' });
    const answer = await his.request.get(`${bench.address}/api/v1/exceptions/2`);
    expect((await answer.json()).standing).toBe('withdrawn');
    await at(his, SCREEN);
    await his.getByText('Open again. It was excepted until').waitFor();
    await his.getByText('the entity changed').waitFor();
    await his.context().close();
  });

  it('are decided many at once only by another person’s blind sample', { timeout: 90_000 }, async () => {
    for (const country of ['AE', 'QA'])
      await work.entente(
        ...['exception', 'add', NAME, '--country', country, '--entity', 'un-sc:QDe.900', '--reason', 'names'],
        ...[
          '--note',
          'another club',
          '--until',
          new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
        ],
        ...['--by', 'carla'],
      );
    const hers = await signedIn('amina');
    await at(hers, '/review?kind=proposed');
    await hers.getByText('One decision for many').click();
    const form = hers.getByRole('form', { name: 'One decision for many' });
    await form.getByLabel('all of these').check();
    await form.getByRole('textbox', { name: 'Reason' }).fill('all of them clubs');
    expect(await faultsOf(hers)).toEqual([]);
    await form.getByRole('button', { name: 'Propose to a second person' }).click();
    await hers.getByText('No exception waits').waitFor();

    const his = await signedIn('bilal');
    await at(his, '/review?kind=samples');
    const sample = his.getByRole('region', { name: 'Samples of bulk decisions' });
    for (const place of [1, 2]) {
      await sample.getByText(`Item ${place} of 2 of the sample`).waitFor();
      expect(await sample.textContent()).not.toContain('all of them clubs');
      expect(await faultsOf(his)).toEqual([]);
      await sample.getByRole('textbox', { name: 'Reason' }).fill('looked at it');
      await sample.getByRole('button', { name: 'Not the same: approve the exception' }).click();
    }
    await sample.getByText('took effect').waitFor();
    expect(await sample.textContent()).toContain('all of them clubs');
    await hers.context().close();
    await his.context().close();
  });

  it.each([
    [390, 'light', 'ur'],
    [390, 'dark', 'en'],
    [1280, 'dark', 'ar'],
    [1280, 'light', 'en'],
  ] as const)('fit a page of %i, %s, in %s', async (width, colorScheme, language) => {
    const page = await signedIn('bilal', { colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(`localStorage['entente.language'] = '${language}'`);
    for (const path of ['/review?kind=reopened', SCREEN]) {
      await at(page, path);
      await page.getByText('QDe.900').first().waitFor();
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect({ path, over: await page.evaluate(over) }).toEqual({ path, over: 0 });
      expect(await faultsOf(page)).toEqual([]);
      if (process.env.ENTENTE_SHOTS !== undefined)
        await page.screenshot({
          path: join(
            process.env.ENTENTE_SHOTS,
            `${path.slice(1, 7)}-${width}-${colorScheme}-${language}.png`,
          ),
          fullPage: true,
        });
    }
    await page.context().close();
  });
});
