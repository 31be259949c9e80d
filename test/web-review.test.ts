import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePair } from '../src/app/index.ts';
import { Store } from '../src/store/index.ts';
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
const PASSWORDS = { amina: 'a long enough password', bilal: 'another long password' } as const;
const GROUP = '/entities/record:balochistan-liberation-army?tab=relations';

describe.runIf(chromium !== null)('review by two people, relations and changes in the workbench', () => {
  let opened: WorkbenchDesk;
  let bench: Bench;

  beforeAll(async () => {
    opened = await workbenchDesk(chromium ?? '', filled);
    bench = opened.bench;
  }, 120_000);

  afterAll(() => opened.close());

  const filled = async (work: Desk) => {
    const marked = (quality: string) =>
      unList(
        Array.from({ length: 60 }, (_, index) => ({
          reference: `QDe.${900 + index}`,
          name: `INVENTED BLUE FRONT ${index}`,
          aliases: [{ name: `IBF ${index}`, quality }],
        })),
      );
    const load = (name: string, text: string, observed: string) => {
      const path = join(work.folder, name);
      writeFileSync(path, text);
      return work.entente('load', 'un-sc', path, '--observed', observed);
    };
    await load('a.xml', marked('Low'), '2023-07-01');
    await load('b.xml', marked('Good'), '2023-08-02');
    await addAccount(work, 'amina', 'analyst', PASSWORDS.amina);
    await addAccount(work, 'bilal', 'reviewer', PASSWORDS.bilal);
    const store = await Store.open(work.store, { mustExist: true });
    await judgePair(
      store,
      {
        left: 'un-sc:QDe.900',
        right: 'un-sc:QDe.901',
        verdict: 'same',
        why: 'names: one front, two entries',
      },
      { by: 'amina', now: () => new Date(), fourEyes: true },
    );
    await store.close();
    return {};
  };

  const signedIn = async (name: keyof typeof PASSWORDS, options = {}) => {
    const page = await bench.open('/sign-in', options);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.locator('input[type=password]').fill(PASSWORDS[name]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name }).waitFor();
    return page;
  };

  it('has no pair approved by who proposed it, and joins it when another person agrees', {
    timeout: 60_000,
  }, async () => {
    const hers = await signedIn('amina');
    await hers.goto(`${bench.address}/app/review`);
    await hers.getByText('You proposed this; another person must agree.').waitFor();
    expect(await hers.getByRole('button', { name: 'Agree to the proposal' }).count()).toBe(0);
    await hers.context().close();

    const his = await signedIn('bilal');
    await his.goto(`${bench.address}/app/review`);
    const pair = his.getByRole('region', { name: 'One thing or two?' });
    await pair.getByRole('row', { name: /^name/ }).waitFor();
    expect(await pair.getByRole('row', { name: /^name/ }).textContent()).toMatch(
      /INVENTED BLUE FRONT 0.*INVENTED BLUE FRONT 1/s,
    );
    expect(await pair.textContent()).toContain('names: one front, two entries');
    expect(await faultsOf(his)).toEqual([]);
    await pair.getByRole('button', { name: 'Agree to the proposal' }).click();
    await his.getByText('No pair waits for a decision').waitFor();
    const answer = await his.request.get(`${bench.address}/api/v1/entities/un-sc:QDe.901`);
    expect((await answer.json()).records.map(({ key }: { key: string }) => key)).toEqual([
      'un-sc:QDe.900',
      'un-sc:QDe.901',
    ]);
    await his.context().close();
  });

  it('shows what a snapshot in quarantine would change before anybody decides', async () => {
    const page = await signedIn('bilal');
    await page.goto(`${bench.address}/app/review`);
    const card = page.getByRole('region', { name: /2023-08-02/ });
    await card.getByText('What it would change').click();
    await card.getByText(/name's kind changed: \d+/).waitFor();
    await card.getByText('Compared with the snapshot of').waitFor();
    await page.goto(`${bench.address}/app/changes?list=un-sc&from=2023-07-01`);
    await page.getByText('One snapshot of this list is held back').waitFor();
    const feed = page.getByRole('link', { name: 'Subscribe to this list (Atom)' });
    const atom = await page.request.get(new URL((await feed.getAttribute('href')) ?? '', bench.address).href);
    expect(atom.headers()['content-type']).toContain('application/atom+xml');
    expect(await atom.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    await page.context().close();
  });

  it('draws the relations that others state too, in words, and leads along them by keyboard', async () => {
    const page = await signedIn('bilal');
    await page.goto(`${bench.address}/app${GROUP}`);
    const picture = page.getByRole('figure', { name: /^Balochistan Liberation Army and \d+ relations/ });
    await picture.getByText('split off from it').waitFor();
    expect(await picture.textContent()).not.toMatch(/record:|[a-z]+-of\b/);
    const more = picture.getByRole('button', { name: /further ties of Baloch Raji Aajoi Sangar/ }).first();
    await more.focus();
    await page.keyboard.press('Enter');
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    expect(await faultsOf(page)).toEqual([]);
    await picture.getByRole('link', { name: 'United Baloch Army' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'United Baloch Army' }).waitFor();
    await page.getByRole('figure').getByText('split from').waitFor();
    await page.goto(`${bench.address}/app/entities/record:al-qaida?tab=relations`);
    await page.getByRole('figure').getByText('its affiliates').waitFor();
    await page.context().close();
  });

  it.each([390, 1280])('keeps the picture of relations within a page of %i, mirrored too', async (width) => {
    for (const language of ['en', 'ur']) {
      const page = await signedIn('bilal');
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate(`localStorage['entente.language'] = '${language}'`);
      await page.goto(`${bench.address}/app${GROUP}`);
      await page.getByRole('figure').getByRole('link').first().waitFor();
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect({ language, over: await page.evaluate(over) }).toEqual({ language, over: 0 });
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });
});
