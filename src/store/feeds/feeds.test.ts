import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { DIALECTS } from '../store-for-test.ts';
import type { FeedItem, NewFeed } from './feed.ts';

const HARBOUR: NewFeed = {
  id: 'harbour',
  url: 'https://harbour.example.org/feed.xml',
  title: 'Harbour news',
  home: 'https://harbour.example.org/',
  pages: true,
  everySeconds: 900,
};
const act = (at: string) => ({ by: 'desk', at });
const item = (guid: string, more: Partial<FeedItem> = {}): FeedItem => ({
  guid,
  digest: 'd1',
  url: `https://harbour.example.org/${guid}`,
  headline: `About ${guid}`,
  firstSeen: '2026-11-01T00:00:00.000Z',
  seenAt: '2026-11-01T00:00:00.000Z',
  outcome: 'kept',
  document: `doc-${guid}`,
  tries: 0,
  retryAt: null,
  error: null,
  ...more,
});

describe.each(DIALECTS)('the feeds of a store ($name)', ({ fresh }) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await fresh());
  });
  afterEach(() => drop());

  it('FE1 are due at once, and an address has one id', async () => {
    const added = await store.feeds.add(HARBOUR, act('2026-11-01T00:00:00.000Z'));
    expect(added).toMatchObject({ ...HARBOUR, dueAt: '2026-11-01T00:00:00.000Z', runAt: null, failures: 0 });
    expect(await store.feeds.list()).toEqual([added]);
    const again = act('2026-11-02T00:00:00.000Z');
    await expect(store.feeds.add({ ...HARBOUR, id: 'other' }, again)).rejects.toMatchObject({
      code: 'ENT_FEED_KNOWN',
    });
    await expect(
      store.feeds.add({ ...HARBOUR, url: 'https://example.org/b.xml' }, again),
    ).rejects.toMatchObject({ code: 'ENT_FEED_ID' });
    for (const id of ['', 'Harbour', '-a', 'a b', 'a'.repeat(81)])
      await expect(store.feeds.add({ ...HARBOUR, id }, again)).rejects.toMatchObject({ code: 'ENT_FEED_ID' });
  });

  it('FE1 come back with their items and their old id after they were removed', async () => {
    await store.feeds.add(HARBOUR, act('2026-11-01T00:00:00.000Z'));
    await store.feeds.recordItem('harbour', item('one'));
    await store.feeds.remove('harbour', act('2026-11-02T00:00:00.000Z'));
    expect(await store.feeds.list()).toEqual([]);
    const [gone] = await store.feeds.list({ removed: true });
    expect(gone?.removed).toEqual(act('2026-11-02T00:00:00.000Z'));
    await expect(store.feeds.remove('harbour', act('2026-11-03T00:00:00.000Z'))).rejects.toMatchObject({
      code: 'ENT_FEED_UNKNOWN',
    });
    const back = await store.feeds.add({ ...HARBOUR, id: 'new-id' }, act('2026-11-04T00:00:00.000Z'));
    expect(back).toMatchObject({ id: 'harbour', removed: null, dueAt: '2026-11-04T00:00:00.000Z' });
    expect([...(await store.feeds.items('harbour', ['one', 'two'])).keys()]).toEqual(['one']);
  });

  it('FE2 count failures until one is answered, and keep what was known through them', async () => {
    await store.feeds.add(HARBOUR, act('2026-11-01T00:00:00.000Z'));
    const run = (day: string, outcome: 'changed' | 'unchanged' | 'failed') =>
      store.feeds.recordRun('harbour', {
        at: `${day}T00:00:00.000Z`,
        outcome,
        error: outcome === 'failed' ? { code: 'ENT_FETCH_TIMEOUT', reason: 'no answer' } : null,
        dueAt: `${day}T01:00:00.000Z`,
        ...(outcome === 'changed' ? { title: 'The harbour', askedSeconds: 3600 } : {}),
      });
    await run('2026-11-01', 'changed');
    await run('2026-11-02', 'failed');
    await run('2026-11-03', 'failed');
    expect((await store.feeds.list())[0]).toMatchObject({
      title: 'The harbour',
      home: HARBOUR.home,
      askedSeconds: 3600,
      failures: 2,
      error: { code: 'ENT_FETCH_TIMEOUT', reason: 'no answer' },
      runAt: '2026-11-03T00:00:00.000Z',
      answeredAt: '2026-11-01T00:00:00.000Z',
      changedAt: '2026-11-01T00:00:00.000Z',
      dueAt: '2026-11-03T01:00:00.000Z',
    });
    await run('2026-11-04', 'unchanged');
    expect((await store.feeds.list())[0]).toMatchObject({
      failures: 0,
      error: null,
      answeredAt: '2026-11-04T00:00:00.000Z',
      changedAt: '2026-11-01T00:00:00.000Z',
    });
  });

  it('FE3 FE4 know an item for ever by when it was first seen, and what became of it last', async () => {
    await store.feeds.add(HARBOUR, act('2026-11-01T00:00:00.000Z'));
    const failed = item('one', {
      outcome: 'failed',
      document: null,
      tries: 1,
      retryAt: '2026-11-02T00:00:00.000Z',
      error: { code: 'ENT_FETCH_STATUS', reason: 'answered 503' },
    });
    await store.feeds.recordItem('harbour', failed);
    expect((await store.feeds.items('harbour', ['one'])).get('one')).toEqual(failed);
    const later = '2026-11-02T00:00:00.000Z';
    await store.feeds.recordItem('harbour', item('one', { firstSeen: later, seenAt: later, digest: 'd2' }));
    expect((await store.feeds.items('harbour', ['one'])).get('one')).toEqual(
      item('one', { seenAt: later, digest: 'd2' }),
    );
    await store.feeds.recordItem('harbour', item('two', { outcome: 'failed', document: null }));
    expect((await store.feeds.counts()).get('harbour')).toMatchObject({ kept: 1, failed: 1 });
  });

  it('FE3 find the document of a page, and the newest other item of an id, an address or a headline', async () => {
    await store.feeds.add(HARBOUR, act('2026-11-01T00:00:00.000Z'));
    await store.feeds.recordItem('harbour', item('one'));
    await store.feeds.recordItem('harbour', item('two', { headline: 'About one', seenAt: '2026-11-05' }));
    await store.feeds.recordItem('harbour', item('three', { headline: 'About one', document: null }));
    expect(await store.feeds.wholeAt('https://harbour.example.org/one')).toBe('doc-one');
    expect(await store.feeds.wholeAt('https://harbour.example.org/three')).toBeNull();
    const found = async (named: { id?: string; headline?: string }, not: string) =>
      (await store.feeds.itemNamed('harbour', named, not))?.guid ?? null;
    expect(await found({ headline: 'About one' }, 'nine')).toBe('two');
    expect(await found({ headline: 'About one' }, 'two')).toBe('one');
    expect(await found({ id: 'https://harbour.example.org/two' }, 'one')).toBe('two');
    expect(await found({ id: 'doc-two' }, 'two')).toBeNull();
    expect(await found({}, 'nine')).toBeNull();
  });
});
