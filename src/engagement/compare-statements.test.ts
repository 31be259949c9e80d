import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStatements } from './compare-statements.ts';
import { group, said, statement } from './statement-for-test.ts';

const labels = (subjects: readonly { readonly label: string }[]) => subjects.map(({ label }) => label);

describe('comparing statements', () => {
  it('C1: names what was added and dropped: groups, bodies known and unknown, resolutions, topics, figures', () => {
    const { subjects } = compareStatements(
      statement([said('train 450 border guards with the Gulf of Azure Maritime Council')], {
        said: ['In line with Security Council resolution 1373, GCTF good practices were noted.'],
      }),
      statement([said('counter drones used by the Lantern Column', { groups: [group('Lantern Column')] })], {
        said: ['The Shanghai Cooperation Organization met.'],
      }),
    );
    expect(labels(subjects.group.added)).toEqual(['Lantern Column']);
    expect(labels(subjects.forum.dropped)).toEqual([
      'UN Security Council',
      'Global Counterterrorism Forum',
      'Gulf of Azure Maritime Council',
    ]);
    expect(labels(subjects.forum.added)).toEqual(['Shanghai Cooperation Organisation']);
    expect(labels(subjects.instrument.dropped)).toEqual(['Resolution 1373']);
    expect(labels(subjects.figure.dropped)).toEqual(['450 border guards']);
    expect(labels(subjects.topic.added)).toEqual(['unmanned systems']);
    expect(labels(subjects.topic.dropped)).toEqual(expect.arrayContaining(['border security', 'training']));
  });

  it('C1: takes neither dates, nor numbers of laws and meetings, for figures', () => {
    const { subjects } = compareStatements(
      statement([]),
      statement([], {
        said: [
          'The 26/11 attack, section 219, the 17th session, resolution 2593 (2021) and 10 May 2024 were named in 2019.',
        ],
      }),
    );
    expect(subjects.figure.added).toEqual([]);
  });

  it.each([
    [
      'narrowed',
      'share data on airline passengers and on crypto transfers',
      'share data on airline passengers',
    ],
    [
      'widened',
      'share data on airline passengers',
      'share data on airline passengers and on crypto transfers',
    ],
    ['carried-over', 'protect soft targets in large cities', 'protecting soft targets of large cities'],
  ])('C4: a promise is %s by its scope', (change, before, after) => {
    const { items } = compareStatements(statement([said(before)]), statement([said(after)]));
    expect(items.map(({ changes }) => changes)).toEqual([[change]]);
  });

  it('C4: a promise is stronger by its verb and by a date, weaker without them', () => {
    const weak = said('repatriate fighters from the camps', { act: 'acknowledge', binding: 'weak' });
    const strong = said('repatriate fighters from the camps', {
      act: 'commit',
      binding: 'strong',
      measurable: true,
      why: 'date: 2026',
    });
    const up = compareStatements(statement([weak]), statement([strong])).items[0];
    expect(up?.changes).toEqual(['strengthened']);
    expect(up?.force).toEqual(['acknowledge (weak) → commit (strong)', 'now measurable: date: 2026']);
    expect(compareStatements(statement([strong]), statement([weak])).items[0]?.changes).toEqual(['weakened']);
  });

  it('C4: a promise that one party no longer makes is narrowed', () => {
    const { items } = compareStatements(
      statement([said('extradite suspects')]),
      statement([said('extradite suspects', { parties: ['AA'] })]),
    );
    expect(items[0]).toMatchObject({ changes: ['narrowed'], lost: ['party: BB'] });
  });

  it('C5: tells what was dropped without a word from what is still spoken of', () => {
    const before = statement([said('build prisons for convicts'), said('patrol the coast together at sea')]);
    const after = statement([said('deepen trade')], {
      said: ['The coast guards at sea of both were praised.'],
    });
    const [prisons, coast] = compareStatements(before, after).items;
    expect(prisons).toMatchObject({ changes: ['dropped'], stillSpokenOf: null });
    expect(coast?.changes).toEqual(['dropped']);
    expect(coast?.stillSpokenOf?.quote).toBe('The coast guards at sea of both were praised.');
    expect(compareStatements(before, after).counts).toMatchObject({
      dropped: 2,
      droppedWithoutAWord: 1,
      added: 1,
    });
  });

  it('C6: says what limits it', () => {
    const { limits } = compareStatements(
      statement([], { warnings: ['cut-off'] }),
      statement([], { standing: 'secondary' }),
    );
    expect(limits.join(' ')).toMatch(/held cut off.*report and not the statement itself/s);
  });

  const words = fc.constantFrom(
    'border',
    'police',
    'train',
    'drones',
    'finance',
    'share',
    'intelligence',
    'prisons',
    'hostages',
    'patrol',
    'strengthen',
    'cooperation',
    'extradition',
    'charities',
    'explosives',
    'ports',
  );
  const promise = fc
    .tuple(fc.array(words, { minLength: 1, maxLength: 6 }), fc.constantFrom('strong', 'medium', 'weak'))
    .map(([list, binding]) => said(list.join(' '), { binding: binding as 'weak' }));
  const promises = fc.array(promise, { maxLength: 8 });

  it('C3: every promise of both is in the answer exactly once', () => {
    fc.assert(
      fc.property(promises, promises, (a, b) => {
        const { items } = compareStatements(statement(a), statement(b));
        expect(items.flatMap(({ before }) => before?.id ?? []).sort()).toEqual(
          a.map((_, at) => `c${at + 1}`).sort(),
        );
        expect(items.flatMap(({ after }) => after?.id ?? []).sort()).toEqual(
          b.map((_, at) => `c${at + 1}`).sort(),
        );
      }),
    );
  });

  it('C3: a statement beside itself is carried over whole', () => {
    fc.assert(
      fc.property(promises, (list) => {
        const { items, subjects } = compareStatements(statement(list), statement(list));
        expect(
          items.every(({ changes }) =>
            changes.every(
              (change) => change === 'carried-over' || change === 'strengthened' || change === 'weakened',
            ),
          ),
        ).toBe(true);
        expect(
          Object.values(subjects).every(({ added, dropped }) => added.length + dropped.length === 0),
        ).toBe(true);
      }),
    );
  });
});
