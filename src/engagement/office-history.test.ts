import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Delegate, type MeetingEntry, Store } from '../store/index.ts';
import { dossierOf } from './dossier.ts';
import { officeHistory } from './office-history.ts';

function meeting(date: string, ...delegates: Delegate[]): MeetingEntry {
  return {
    kind: 'meeting',
    id: `aa-bb/${date}`,
    series: 'aa-bb',
    title: `Round of ${date}`,
    date,
    place: null,
    status: 'held',
    delegates,
    sources: [],
  };
}

const delegate = (name: string, office: string, change: Partial<Delegate> = {}): Delegate => ({
  party: 'AA',
  role: 'head',
  name,
  office,
  body: null,
  acting: false,
  ...change,
});

describe('who held what office', () => {
  let store: Store;
  beforeEach(async () => {
    store = await Store.open(':memory:');
  });
  afterEach(() => store.close());

  it('follows an office through its names, with each person in the office that he held that day', async () => {
    const body = 'aa-ct';
    await store.engagement.record(
      [
        {
          kind: 'series',
          id: 'aa-bb',
          series: 'aa-bb',
          title: 'AA-BB',
          parties: ['AA', 'BB'],
          reviewMonths: null,
          sources: [],
        },
        {
          kind: 'body',
          id: body,
          series: null,
          form: 'office',
          within: null,
          country: 'AA',
          names: [
            { text: 'Coordinator', to: '2022' },
            { text: 'Ambassador for Counterterrorism', from: '2023' },
          ],
          sources: [],
        },
        meeting('2021-05-01', delegate('Ada One', 'Coordinator', { body })),
        meeting('2023-05-01', delegate('Bo Two', 'Ambassador for Counterterrorism', { body, acting: true })),
        meeting('2024-05-01', delegate('Bo Two', 'Secretary for Asia')),
      ],
      { at: '2024-06-01', by: 'desk' },
    );
    const at = async (asOf: string) =>
      officeHistory(await dossierOf(store.engagement, ['aa-bb'], { asOf, knownAt: null }, '2026-11-24'));
    const offices = await at('2026-01-01');
    expect(
      offices.map(({ office, holders }) => [office, holders.map(({ name, acting }) => [name, acting])]),
    ).toEqual([
      [
        'Ambassador for Counterterrorism',
        [
          ['Ada One', false],
          ['Bo Two', true],
        ],
      ],
      ['Secretary for Asia', [['Bo Two', false]]],
    ]);
    expect(offices[0]?.holders[0]?.office).toBe('Coordinator');
    expect((await at('2022-01-01')).flatMap(({ holders }) => holders)).toHaveLength(1);
  });
});
