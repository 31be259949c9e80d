import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayBatch } from '../src/app/index.ts';
import { Store } from '../src/store/index.ts';
import { type Desk, desk } from './support/cli.ts';
import { unList } from './support/un-list.ts';

const NAME = 'Invented Sample Front';

describe('entente exception', () => {
  let at: Desk;
  let today = '2026-11-24';

  const load = async (observed: string, alias: string) => {
    const path = join(at.folder, `${observed}.xml`);
    writeFileSync(
      path,
      unList([{ reference: 'QDe.900', name: NAME.toUpperCase(), aliases: [{ name: alias }] }]),
    );
    return at.entente('load', 'un-sc', path, '--observed', observed);
  };
  const add = (...more: readonly string[]) =>
    at.entente(
      ...['exception', 'add', NAME, '--country', 'PK', '--entity', 'un-sc:QDe.900', '--reason', 'kind'],
      ...['--note', 'a football club', '--until', '2027-06-01', '--by', 'amina', ...more],
    );

  beforeEach(async () => {
    today = '2026-11-24';
    at = desk({ now: () => new Date(`${today}T12:00:00Z`) });
    await load('2026-01-01', 'Blue Front');
  });
  afterEach(() => at.close());

  it('proposes, has another person approve, and marks the hit in text, JSON and a file', async () => {
    const made = await add();
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toContain('waits for a second person');
    expect(await at.entente('exception', 'approve', '1', '--note', 'ok', '--by', 'amina')).toMatchObject({
      code: 3,
      err: expect.stringContaining('amina proposed this exception; another person approves it'),
    });
    expect(await at.entente('exception', 'approve', '1', '--note', 'ok', '--by', 'bilal')).toMatchObject({
      code: 0,
    });

    const screen = await at.entente('screen', NAME, '--country', 'PK');
    expect(screen.out).toContain('1 match excepted');
    expect(screen.out).toContain('match, excepted');
    expect(screen.out).toMatch(
      /excepted until 2027-06-01 by amina and bilal, because of kind: a football club/,
    );
    expect((await at.entente('screen', NAME, '--country', 'PK', '--json')).json().results[0]).toMatchObject({
      match: true,
      exception: { id: 1, state: 'active', approvedBy: 'bilal' },
    });
    const input = join(at.folder, 'in.csv');
    writeFileSync(input, `name,country\n${NAME},PK\n${NAME},\n`);
    const output = join(at.folder, 'out.jsonl');
    const batch = await at.entente('screen', '--input', input, '--output', output, '--threads', '0');
    expect(batch.out).toContain('1 match, 1 excepted');
    expect(readFileSync(output, 'utf8')).toContain('"status":"excepted"');
    const log = await at.entente('audit', 'list', '--json');
    const entry = log.json().entries.find((one: { asked: object }) => 'batch' in one.asked);
    const store = await Store.open(at.store, { mustExist: true });
    try {
      const kept = await store.audit.get(entry.id);
      expect(await replayBatch(store, kept, input, { workers: 0 })).toMatchObject({ outcome: 'same' });
    } finally {
      await store.close();
    }
  });

  it('lists what waits: proposals, and what ended or changed, with what changed', async () => {
    expect((await at.entente('exception', 'list')).out).toContain('There is no exception.');
    await add();
    await at.entente('exception', 'approve', '1', '--note', 'ok', '--by', 'bilal');
    expect((await at.entente('exception', 'list')).out).toContain('No exception waits for a decision.');
    expect((await at.entente('exception', 'list', '--all')).out).toContain('excepted; until 2027-06-01');
    await load('2026-06-01', 'Red Front');
    const changed = await at.entente('exception', 'list');
    expect(changed.out).toContain('the entity changed: decide again');
    expect(changed.out).toMatch(/- un-sc:QDe\.900 name: Blue Front/);
    expect(changed.out).toMatch(/\+ un-sc:QDe\.900 name: Red Front/);
    expect((await at.entente('screen', NAME, '--country', 'PK')).out).toContain(
      'exception 1 is open again: the entity changed since',
    );
    today = '2027-06-01';
    expect((await at.entente('exception', 'list', '--json')).json()).toMatchObject({
      waiting: 1,
      exceptions: [{ id: 1, standing: 'expired' }],
    });
    await at.entente('exception', 'withdraw', '1', '--note', 'not any more', '--by', 'carla');
    expect((await at.entente('exception', 'list', '--json')).json().waiting).toBe(0);
  });

  it('says what is wrong with what it is given', async () => {
    for (const [args, why] of [
      [
        ['add', '--entity', 'un-sc:QDe.900', '--reason', 'kind', '--note', 'x', '--until', '2027-01-01'],
        'give a name, or --watch',
      ],
      [['approve', 'one', '--note', 'x'], 'not a whole number above 0'],
    ] as const) {
      const { code, err } = await at.entente('exception', ...args);
      expect({ code, says: err.includes(why) }).toEqual({ code: 2, says: true });
    }
    expect(await add('--until', '2028-01-01')).toMatchObject({
      code: 3,
      err: expect.stringContaining('at most 365 days'),
    });
    expect(await at.entente('exception', 'reject', '9', '--note', 'x')).toMatchObject({ code: 1 });
  });
});
