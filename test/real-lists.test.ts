import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';

const DATA = resolve(import.meta.dirname, '../../shared/data');
const HERE = existsSync(DATA);
if (!HERE)
  console.warn(
    `left out: the official lists are not at ${DATA}, so the histories over eight years are not checked`,
  );

/** Every snapshot, in an order that is fixed and neither of the two that come naturally. */
function snapshots(): readonly { list: string; observed: string; files: readonly string[] }[] {
  const ofac = join(DATA, 'us-ofac-sdn');
  const set = (folder: string, observed: string) => ({
    list: 'us-ofac-sdn',
    observed,
    files: ['sdn', 'alt', 'add', 'sdn_comments'].map((name) => join(ofac, folder, `${name}.csv.gz`)),
  });
  const alone = readdirSync(join(ofac, 'snapshots')).map((name) => ({
    list: 'us-ofac-sdn',
    observed: name.slice(4, 14),
    files: [join(ofac, 'snapshots', name)],
  }));
  const aliases = {
    list: 'us-ofac-sdn',
    observed: '2025-12-24',
    files: ['alt', 'add', 'sdn_comments'].map((name) => join(ofac, '2025-12-24-aliases', `${name}.csv.gz`)),
  };
  const un = readdirSync(join(DATA, 'un-sc'))
    .filter((name) => name.startsWith('un_'))
    .map((name) => ({ list: 'un-sc', observed: name.slice(3, 13), files: [join(DATA, 'un-sc', name)] }));
  const all = [
    set('2018-12', '2018-12-31'),
    set('2021-07', '2021-07-31'),
    set('2023-12-28', '2023-12-28'),
    ...alone,
    aliases,
    ...un,
  ];
  return all
    .map((snapshot, index) => ({ snapshot, key: (index * 17 + 5) % all.length }))
    .sort((a, b) => a.key - b.key)
    .map(({ snapshot }) => snapshot);
}

describe.runIf(HERE)('the real lists, eight years of them, loaded in any order', () => {
  let at: Desk;

  beforeAll(async () => {
    at = desk();
    expect((await at.entente('init')).code).toBe(0);
    for (const { list, observed, files } of snapshots()) {
      const { code, err } = await at.entente('load', list, ...files, '--observed', observed);
      expect({ list, observed, code, err: code === 0 ? '' : err }).toEqual({
        list,
        observed,
        code: 0,
        err: '',
      });
    }
  }, 600_000);
  afterAll(() => at.close());

  const listing = async (key: string, ...clocks: string[]) => {
    const { code, json } = await at.entente('show', key, '--json', ...clocks);
    if (code !== 0) return null;
    return json().listings.find((l: any) => l.record === key);
  };

  it('leave a record that is sound by its own rules', async () => {
    const { code, json } = await at.entente('verify', '--json');
    expect({ code, faults: json().faults }).toEqual({ code: 0, faults: [] });
    expect(json().snapshots).toBe(38);
  }, 120_000);

  it('hold the two UN files of August 2023 that mark every alias Good, and nothing else', async () => {
    const { json } = await at.entente('lists', '--json');
    const held = json().lists.flatMap((l: any) =>
      l.snapshots.filter((s: any) => s.state !== 'accepted').map((s: any) => `${l.id} ${s.observed}`),
    );
    expect(held).toEqual(['un-sc 2023-08-02', 'un-sc 2023-08-11']);
  });

  it('know nothing of BLA on OFAC’s list at the end of 2018, and have it listed by August 2021', async () => {
    expect((await at.entente('show', 'us-ofac-sdn:26953', '--known-at', '2018-12-31')).code).toBe(1);
    expect(await listing('us-ofac-sdn:26953', '--known-at', '2021-08-01')).toMatchObject({
      status: 'listed',
    });
    const screened = await at.entente(
      'screen',
      'Balochistan Liberation Army',
      '--known-at',
      '2018-12-31',
      '--json',
    );
    expect(screened.json().results).toEqual([]);
    expect(screened.json().searched.lists.map((l: any) => l.id)).toEqual(['un-sc', 'us-ofac-sdn']);
  });

  it('show that OFAC 12299 was renamed and stayed the same entry', async () => {
    const { json } = await at.entente('history', 'us-ofac-sdn:12299', '--json');
    const renamed = json().events.filter((e: any) => e.list === 'us-ofac-sdn' && e.kind === 'renamed');
    expect(renamed).toMatchObject([{ before: 'JUNDALLAH', after: 'JAYSH AL-ADL', seen: '2021-07-31' }]);
  });

  const history = async (key: string, list: string) =>
    (await at.entente('history', key, '--json'))
      .json()
      .events.filter((e: any) => e.list === list && !['remarks', 'note', 'reference'].includes(e.property))
      .map((e: any) => `${e.seen} ${e.kind} ${e.after ?? e.before} (${e.when.date})`);

  it('tell the life of BLA, which got two names in 2025', async () => {
    expect(await history('us-ofac-sdn:26953', 'us-ofac-sdn')).toEqual([
      '2021-07-31 listed BALOCHISTAN LIBERATION ARMY (2018-12-31/2021-07-31)',
      '2025-12-24 name-added MAJEED BRIGADE (2023-12-28/2025-12-24)',
      '2025-12-24 name-added ZEPHYR INTELLIGENCE RESEARCH AND ANALYSIS BUREAU (2023-12-28/2025-12-24)',
    ]);
  });

  it('tell the life of TTP, joined over the UN and OFAC, with its date as every version of the UN list has it', async () => {
    expect(await history('us-ofac-sdn:12206', 'un-sc')).toEqual([
      '2018-06-07 listed TEHRIK-E TALIBAN PAKISTAN (TTP) (2011-07-29)',
      '2021-03-01 amended 2020-11-24 (2020-11-24)',
    ]);
    expect(await history('un-sc:QDe.132', 'us-ofac-sdn')).toEqual([
      '2018-12-31 listed TEHRIK-E TALIBAN PAKISTAN (TTP) (../2018-12-31)',
    ]);
    const { json } = await at.entente('lists', '--json');
    const versions = json()
      .lists.find((l: any) => l.id === 'un-sc')
      .snapshots.filter((s: any) => s.state === 'accepted');
    expect(versions).toHaveLength(19);
    for (const { observed } of versions) {
      const then = await listing('un-sc:QDe.132', '--known-at', observed, '--as-of', observed);
      expect({ observed, status: then.status, from: then.effective.from }).toEqual({
        observed,
        status: 'listed',
        from: { date: '2011-07-29', basis: 'stated' },
      });
    }
  });

  it('tell the life of Jaysh al-Adl, which was Jundallah, and of Jamaat-ul-Ahrar', async () => {
    const jaysh = await history('us-ofac-sdn:12299', 'us-ofac-sdn');
    expect(jaysh.slice(0, 2)).toEqual([
      '2018-12-31 listed JUNDALLAH (../2018-12-31)',
      '2021-07-31 renamed JAYSH AL-ADL (2018-12-31/2021-07-31)',
    ]);
    expect(jaysh).toContain('2021-07-31 name-added JUNDALLAH (2018-12-31/2021-07-31)');
    expect(await history('us-ofac-sdn:20360', 'un-sc')).toEqual([
      '2018-06-07 listed JAMAAT-UL-AHRAR (JuA) (2017-07-06)',
      '2023-04-18 amended 2022-11-08 (2022-11-08)',
    ]);
  });

  it('show five groups losing FTO and keeping SDGT on 20 May 2022', async () => {
    const { json } = await at.entente(
      'changes',
      '--list',
      'us-ofac-sdn',
      '--from',
      '2022-05-19',
      '--to',
      '2022-05-20',
      '--json',
    );
    const lost = json()
      .events.filter((e: any) => e.kind === 'programme-removed' && e.before === 'FTO')
      .map((e: any) => e.reference);
    expect(lost.sort()).toEqual(['17187', '4691', '4693', '4694', '4700']);
    for (const uid of lost) {
      const programmes = (await listing(`us-ofac-sdn:${uid}`, '--as-of', '2022-06-01'))?.programmes;
      expect(programmes.find((p: any) => p.programme === 'FTO').to.date).toBe('2022-05-19/2022-05-20');
      expect(programmes.find((p: any) => p.programme === 'SDGT').to).toBeNull();
    }
  });

  it('give the 84 UN entries that left and came back with their old date two intervals each', async () => {
    const { json } = await at.entente(
      'changes',
      '--list',
      'un-sc',
      '--from',
      '2025-06-16',
      '--to',
      '2025-11-15',
      '--json',
    );
    const back = json()
      .events.filter((e: any) => e.kind === 'relisted')
      .map((e: any) => e.reference);
    expect(back).toHaveLength(84);
    const left = await at.entente(
      'changes',
      '--list',
      'un-sc',
      '--from',
      '2023-10-17',
      '--to',
      '2023-10-19',
      '--json',
    );
    const gone = left
      .json()
      .events.filter((e: any) => e.kind === 'delisted')
      .map((e: any) => e.reference);
    expect([...gone].sort()).toEqual([...back].sort());
    const one = await listing(`un-sc:${back[0]}`);
    expect(one.episodes.map((e: any) => [e.from.basis, e.to?.date ?? null])).toEqual([
      ['stated', '2023-10-17/2023-10-19'],
      ['inferred', null],
    ]);
  });

  it('refuse the malformed file and the truncated one, with file, place and reason, and keep nothing of them', async () => {
    const malformed = await at.entente(
      'load',
      'un-sc',
      join(DATA, 'un-sc/MALFORMED_un_2025-08-16.xml.gz'),
      '--observed',
      '2025-08-16',
    );
    expect(malformed.code).toBe(3);
    expect(malformed.err).toMatch(/MALFORMED_un_2025-08-16\.xml\.gz:\d+(:\d+)?: .*\[ENT_/);
    const truncated = await at.entente(
      'load',
      'us-csl',
      join(DATA, 'us-csl/csl_2023-11-30_TRUNCATED.csv.gz'),
      '--observed',
      '2023-11-30',
    );
    expect(truncated.code).toBe(3);
    expect(truncated.err).toMatch(/csl_2023-11-30_TRUNCATED\.csv\.gz:\d+.*\[ENT_/);
    const { json } = await at.entente('lists', '--json');
    expect(json().lists.find((l: any) => l.id === 'us-csl').snapshots).toEqual([]);
    expect(json().lists.find((l: any) => l.id === 'un-sc').snapshots).toHaveLength(21);
  });

  it('agree with the starter record wherever the two speak of the same entry', async () => {
    const { code, json } = await at.entente('record', 'check', '--json');
    expect({
      code,
      failing: json().findings.filter((f: any) => f.severity !== 'note' && f.explained === undefined),
    }).toEqual({ code: 0, failing: [] });
    expect(json().compared).toBeGreaterThan(15);
  });
});
