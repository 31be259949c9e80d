import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Store } from '../src/store/index.ts';
import { load, type Served, serve } from './support/served.ts';

let own: Served;
beforeAll(async () => {
  own = await serve({ ftm: [] });
});
afterAll(async () => own.close());

it('a server warms its names up by itself after it is ready, and again when the record has changed', async () => {
  const first = own.server.record.edition;
  await vi.waitFor(() => expect(first.warm).toBe(true), { timeout: 20_000 });
  const store = await Store.open(own.location);
  await load(store, own.folder, '2026-02-01', 8);
  await store.close();
  await own.server.record.refresh();
  const next = own.server.record.edition;
  expect(next).not.toBe(first);
  await vi.waitFor(() => expect(next.warm).toBe(true), { timeout: 20_000 });
});
