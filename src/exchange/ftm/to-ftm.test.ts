import { describe, expect, it } from 'vitest';
import { nested } from './nested.ts';
import { toFtm } from './to-ftm.ts';
import { listOf, name, said, viewOf } from './view-for-test.ts';

const NOW = { asOf: null };
const group = [
  name('Lantern Column'),
  name('LC', { kind: 'alias', strength: 'weak' }),
  name('Old Lantern', { kind: 'former' }),
  name('Lamp Front', { kind: 'alias', strength: 'strong' }),
  said('programme', 'Al-Qaida'),
  said('listedOn', '2011-07-29'),
  said('country', 'Islamic Republic of Iran'),
];

describe('an entity in FollowTheMoney', () => {
  it('has all keys of a line of entities.ftm.json, values as lists of text', async () => {
    const { entity } = toFtm(await viewOf([['2020-01-01', group]]), NOW);
    expect(entity).toMatchObject({
      caption: 'Lantern Column',
      schema: 'Organization',
      datasets: ['un_sc'],
      referents: ['un-sc:E1'],
      target: true,
      first_seen: '2020-01-01T00:00:00',
      last_seen: '2020-01-01T00:00:00',
      last_change: '2020-01-01T00:00:00',
    });
    expect(entity.properties).toMatchObject({
      name: ['Lantern Column'],
      alias: ['Lamp Front'],
      weakAlias: ['LC'],
      previousName: ['Old Lantern'],
      country: ['ir'],
      topics: ['sanction'],
      program: ['Al-Qaida'],
      programId: ['UN-SCISIL'],
    });
    expect(
      Object.values(entity.properties)
        .flat()
        .every((value) => typeof value === 'string'),
    ).toBe(true);
  });

  it('hangs one Sanction on a listing, with its dates, authority, reference and address', async () => {
    const view = await viewOf([['2020-01-01', group]]);
    const lists = new Map([['un-sc', listOf('un-sc')]]);
    const { related } = toFtm(view, { asOf: null, lists });
    expect(related).toMatchObject([
      {
        id: 'sanction__un-sc__E1',
        schema: 'Sanction',
        properties: {
          entity: [view.entity],
          authority: ['Office of un-sc'],
          unscId: ['E1'],
          recordId: ['E1'],
          startDate: ['2011-07-29'],
          listingDate: ['2011-07-29'],
          status: ['listed'],
          country: ['fr'],
          sourceUrl: ['https://un-sc.example/'],
        },
      },
    ]);
    expect(related[0]?.properties.endDate).toBeUndefined();
  });

  it('gives a listing that ended and began again two Sanctions, and no exact day that nobody printed', async () => {
    const view = await viewOf([
      ['2023-10-17', group],
      ['2023-10-19', null],
      ['2025-11-15', group],
    ]);
    const { entity, related } = toFtm(view, NOW);
    expect(entity.target).toBe(true);
    expect(related.map(({ id, properties }) => [id, properties.status, properties.endDate])).toEqual([
      ['sanction__un-sc__E1', ['delisted'], ['2023-10']],
      ['sanction__un-sc__E1__2', ['listed'], undefined],
    ]);
    expect(related[1]?.properties.startDate).toBeUndefined();
    expect(related[1]?.properties.summary?.[0]).toMatch(/some day from 2023-10-19 to 2025-11-15/);
  });

  it('is no target when it is delisted everywhere, and still says who it is', async () => {
    const { entity, related } = toFtm(
      await viewOf([
        ['2020-01-01', group],
        ['2020-03-01', null],
      ]),
      NOW,
    );
    expect(entity).toMatchObject({
      target: false,
      caption: 'Lantern Column',
      last_seen: '2020-01-01T00:00:00',
    });
    expect(entity.properties.topics).toBeUndefined();
    expect(entity.properties.name).toEqual(['Lantern Column']);
    expect(related[0]?.properties).toMatchObject({
      status: ['delisted'],
      endDate: ['2020'],
      program: ['Al-Qaida'],
    });
  });

  it('is mapped as of a day: a name that came later is not there yet', async () => {
    const later = [...group, name('Wick Brigade', { kind: 'alias' })];
    const shown = [
      ['2020-01-01', group],
      ['2022-01-01', later],
    ] as const;
    const asOf = '2020-06-01';
    const then = toFtm(await viewOf(shown.slice(0), { clocks: { asOf: '2019-06-01', knownAt: null } }), {
      asOf: '2019-06-01',
    });
    expect(then.entity.properties.alias).toEqual(['Lamp Front']);
    expect(toFtm(await viewOf(shown, { clocks: { asOf, knownAt: null } }), { asOf }).entity.target).toBe(
      true,
    );
    expect(toFtm(await viewOf(shown), NOW).entity.properties.alias).toEqual(['Lamp Front', 'Wick Brigade']);
  });

  it('keeps a person’s dates as precise as known and numbers under their kind', async () => {
    const person = [
      name('Sardan, Ivo'),
      said('birthDate', '1960~'),
      said('birthDate', '1958/1962'),
      said('birthDate', '1965-08-12'),
      said('identifier', 'A001', { detail: { type: 'Passport', country: 'Ruritania' } }),
      said('identifier', '44103-5', { detail: { type: 'National ID No.' } }),
      said('identifier', 'QDi.901', { detail: { type: 'UN reference' } }),
      said('cryptoWallet', 'bc1qexample', { detail: { currency: 'XBT' } }),
    ];
    const view = await viewOf([['2020-01-01', person]], { list: 'uk-sanctions', schema: 'Person' });
    const { entity, related } = toFtm(view, NOW);
    expect(entity.properties).toMatchObject({
      birthDate: ['1960', '1958', '1962', '1965-08-12'],
      passportNumber: ['A001'],
      idNumber: ['44103-5'],
    });
    expect(related.map(({ schema }) => schema)).toEqual(['Sanction', 'CryptoWallet']);
    expect(related[0]?.properties.unscId).toEqual(['QDi.901']);
    expect(related[1]?.properties).toMatchObject({ publicKey: ['bc1qexample'], holder: [view.entity] });
  });

  it('gives a ship no property that ships do not have', async () => {
    const ship = [
      name('QUAY STAR'),
      said('identifier', '9000001', {
        detail: { type: 'Vessel Registration Identification', scheme: 'IMO' },
      }),
      said('flag', 'Panama'),
      said('flag', 'Malta', { detail: { former: 'yes' } }),
      said('email', 'quay@example.org'),
      said('tonnage', '318,000'),
    ];
    const { entity } = toFtm(await viewOf([['2020-01-01', ship]], { schema: 'Vessel' }), NOW);
    expect(entity.properties).toMatchObject({
      imoNumber: ['9000001'],
      flag: ['pa'],
      pastFlags: ['mt'],
      tonnage: ['318000'],
      notes: ['Email: quay@example.org'],
    });
    expect(entity.properties.email).toBeUndefined();
  });

  it('puts what hangs on an entity inside it on demand, and gives the same lines for the same view', async () => {
    const view = await viewOf([['2020-01-01', group]]);
    const inside = nested(toFtm(view, NOW)).properties.sanctions;
    expect(inside).toEqual(toFtm(view, NOW).related);
  });
});
