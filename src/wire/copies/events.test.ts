import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, isOneEvent } from './agree.ts';
import { incidentOf } from './incident.ts';
import { joinEvents } from './join-events.ts';
import type { Telling, ToldAttribution, ToldFigure } from './telling.ts';

const at = { quote: 'attack', start: 0, end: 6 };
const figure = (low: number, more: Partial<ToldFigure> = {}): ToldFigure => ({
  kind: 'killed',
  category: 'people',
  low,
  high: low,
  source: null,
  part: false,
  at,
  ...more,
});
const by = (
  kind: ToldAttribution['kind'],
  entity = 'ent-a',
  more: Partial<ToldAttribution> = {},
): ToldAttribution => ({
  kind,
  actor: { text: 'the Front', entity },
  speaker: null,
  reporter: null,
  hedge: null,
  at,
  ...more,
});
const attack = (more: Partial<Telling> = {}): Telling => ({
  type: 'attack',
  subtype: 'bombing',
  status: 'happened',
  date: '2025-06-03',
  precision: 'day',
  from: '2025-06-03',
  to: '2025-06-03',
  place: 'Quetta',
  country: 'PK',
  placePrecision: 'city',
  things: ['police bus'],
  sides: [],
  programmes: [],
  figures: [],
  attributions: [],
  at,
  ...more,
});
const on = (day: string) => ({ date: day, from: day, to: day });
const undated = { date: null, precision: null, from: null, to: null };
const one = (a: Telling, b: Telling) => isOneEvent(agreement(a, b));

describe('tellings of two documents', () => {
  it.each<[string, Partial<Telling>]>([
    ['they share day and town', { things: [], subtype: 'suicide-bombing' }],
    ['they are a day apart and share town and thing', on('2025-06-04')],
    ['one gives no place, and they share day and thing', { place: null, placePrecision: null }],
    ['one gives no day, and they share town and thing', undated],
    [
      'the thing is named with a word more',
      { things: ['police bus convoy'], place: null, placePrecision: null },
    ],
  ])('O5 are one event when %s', (_, more) => {
    expect(one(attack(), attack(more))).toBe(true);
    expect(one(attack(more), attack())).toBe(true);
  });

  it.each<[string, Partial<Telling>]>([
    ['they are two days apart', on('2025-06-06')],
    ['they are in two towns', { place: 'Sibi', things: [] }],
    ['they are in two states', { country: 'AF' }],
    ['one is an arrest', { type: 'arrest' }],
    ['one is a kidnapping', { subtype: 'abduction' }],
    ['one was foiled', { status: 'foiled' }],
    [
      'they share a day and a province alone',
      { place: 'Balochistan', placePrecision: 'division', things: [] },
    ],
    ['they share nothing that tells', { ...undated, place: null, placePrecision: null, things: [] }],
  ])('O5 are two events when %s', (_, more) => {
    expect(one(attack(), attack(more))).toBe(false);
    expect(one(attack(more), attack())).toBe(false);
  });

  it('O5 are not joined by a group and a toll alone', () => {
    const bare = {
      ...undated,
      place: null,
      placePrecision: null,
      things: [],
      attributions: [by('claimed')],
      figures: [figure(5)],
    } as const;
    expect(one(attack(bare), attack(bare))).toBe(false);
  });

  it('O5 of list events are one only about the same target and programme', () => {
    const listing = { type: 'designation', subtype: null, place: null, placePrecision: null } as const;
    const fto = attack({ ...listing, things: ['blue front'], programmes: ['FTO'], sides: ['US'] });
    expect(one(fto, { ...fto, things: ['blue front'] })).toBe(true);
    expect(one(fto, { ...fto, things: ['red column'] })).toBe(false);
    expect(one(fto, { ...fto, programmes: ['SDGT'] })).toBe(false);
  });

  it('O6 of one document stay two', () => {
    const two = ['a', 'b'].map((key) => ({ key, document: 'd1', telling: attack() }));
    expect(joinEvents(two)).toHaveLength(2);
  });

  it('O6 come together the same way in whatever order they are given', () => {
    const some = fc.record({
      document: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
      day: fc.constantFrom('2025-06-02', '2025-06-03', '2025-06-05', null),
      place: fc.constantFrom('Quetta', 'Sibi', null),
      thing: fc.constantFrom('police bus', 'railway bridge', null),
    });
    const made = fc.array(some, { maxLength: 12 }).map((list) =>
      list.map(({ document, day, place, thing }, n) => ({
        key: `${document}#${n}`,
        document,
        telling: attack({
          ...(day === null ? undated : on(day)),
          place,
          placePrecision: place === null ? null : 'city',
          things: thing === null ? [] : [thing],
        }),
      })),
    );
    const shape = (groups: readonly (readonly { readonly key: string }[])[]) =>
      groups
        .map((group) =>
          group
            .map(({ key }) => key)
            .sort()
            .join(),
        )
        .sort();
    fc.assert(
      fc.property(made, fc.nat(), (list, turn) => {
        const turned = [
          ...list.slice(turn % (list.length + 1)),
          ...list.slice(0, turn % (list.length + 1)),
        ].reverse();
        const groups = joinEvents(list);
        expect(shape(joinEvents(turned))).toEqual(shape(groups));
        expect(groups.flat()).toHaveLength(list.length);
        for (const group of groups)
          for (const a of group)
            for (const b of group) if (a !== b) expect(agreement(a.telling, b.telling).conflict).toBe(false);
      }),
    );
  });
});

describe('a joined event', () => {
  const group = [
    {
      key: 'd1#a',
      document: 'd1',
      telling: attack({
        figures: [figure(31), figure(14, { part: true })],
        attributions: [by('claimed', 'ent-a', { speaker: 'the Front' })],
      }),
    },
    {
      key: 'd2#a',
      document: 'd2',
      telling: attack({ figures: [figure(31)], attributions: [by('claimed')] }),
    },
    {
      key: 'd3#a',
      document: 'd3',
      telling: attack({
        ...on('2025-06-04'),
        figures: [figure(48, { high: null, source: 'police' })],
        attributions: [by('accused-by-authority')],
      }),
    },
  ];
  const joined = incidentOf(group, (document) => (document === 'd2' ? 'd1' : document));

  it('O7 bounds the toll by all whole figures, and keeps who gives each', () => {
    expect(joined.killed).toEqual({ low: 31, high: null });
    expect(
      joined.figures.map(({ low, part, sources, documents }) => [low, part, sources, documents]),
    ).toEqual([
      [14, true, [null], ['d1']],
      [31, false, [null], ['d1', 'd2']],
      [48, false, ['police'], ['d3']],
    ]);
  });

  it('O7 lists what documents say otherwise, and counts printings of one story once', () => {
    const said = joined.differences.map(({ about, of, versions }) => [
      about,
      of,
      versions.map(({ says, origins }) => `${says} (${origins})`),
    ]);
    expect(said).toEqual([
      ['date', null, ['2025-06-03 (1)', '2025-06-04 (1)']],
      ['killed', null, ['31 dead (1)', 'at least 48 dead (1)']],
      ['attribution', 'the Front', ['accused by authority (1)', 'claimed (1)']],
    ]);
    expect(joined.origins).toBe(2);
  });
});
