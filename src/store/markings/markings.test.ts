import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../store-for-test.ts';

const act = (at: string) => ({ by: 'amina', at, why: 'told so by the owner' });

describe.each(DIALECTS)('markings ($name)', ({ fresh }) => {
  it('M1: stand beside one another until taken off, and what stood is kept with who and why', async () => {
    const { store, drop } = await fresh();
    const { markings } = store;
    await markings.set('entity', 'ent-1', 'TLP:GREEN', act('2026-01-01'));
    await markings.set('entity', 'ent-1', 'TLP:AMBER//OWNER in-mea', act('2026-02-01'));
    await markings.set('document', 'ent-1', 'TLP:RED', act('2026-02-01'));
    expect(await markings.standing('entity')).toEqual(
      new Map([['ent-1', ['TLP:GREEN', 'TLP:AMBER//OWNER in-mea']]]),
    );
    const [first] = await markings.history('entity', 'ent-1');
    expect(await markings.remove(first?.id ?? 0, act('2026-03-01'))).toBe(true);
    expect(await markings.remove(first?.id ?? 0, act('2026-04-01'))).toBe(false);
    expect(await markings.standing('entity')).toEqual(new Map([['ent-1', ['TLP:AMBER//OWNER in-mea']]]));
    expect(await markings.history('entity', 'ent-1')).toMatchObject([
      { marking: 'TLP:GREEN', by: 'amina', removed: { at: '2026-03-01', why: 'told so by the owner' } },
      { marking: 'TLP:AMBER//OWNER in-mea', removed: null },
    ]);
    await drop();
  });
});
