import { describe, expect, it } from 'vitest';
import { LISTS, listReader, listsError, sourceBytes } from './index.ts';
import { refusal } from './reading-for-test.ts';

const TABLE = '101,7,"aka","HARBOUR FRONT",-0- \r\n\x1a';

describe('the lists', () => {
  it('are known by their ids, each of which is once there', () => {
    expect(LISTS.map(({ info }) => info.id)).toEqual([
      'au-dfat',
      'au-listed',
      'ca-listed',
      'ca-sema',
      'ch-seco',
      'eu-cp931',
      'eu-fsf',
      'il-nbctf',
      'il-nbctf-individuals',
      'in-mha',
      'jp-mof',
      'nz-police',
      'pk-nacta',
      'uk-home-office',
      'uk-sanctions',
      'un-sc',
      'us-csl',
      'us-federal-register',
      'us-ofac-consolidated',
      'us-ofac-sdn',
      'us-state-fto',
      'us-state-tel',
    ]);
    for (const reader of LISTS) expect(listReader(reader.info.id)).toBe(reader);
  });

  it('that are unknown are refused with those that are known', async () => {
    const error = await refusal(Promise.resolve().then(() => listReader('xx')));
    const known = LISTS.map(({ info }) => info.id).join(', ');
    expect(error.message).toContain(`no list "xx"; those that can be read: ${known}`);
  });

  it('that come as one file want one', async () => {
    for (const { info } of LISTS.filter(({ info }) => info.id !== 'us-ofac-sdn')) {
      const files = [sourceBytes('a', TABLE), sourceBytes('b', TABLE)];
      for (const some of [[], files]) {
        expect((await refusal(listReader(info.id).open(some))).code).toBe('ENT_LIST_FILES');
      }
    }
  });

  it('tell their digests when they have been read, and not before', async () => {
    const snapshot = await listReader('us-ofac-sdn').open([sourceBytes('alt.csv', TABLE)]);
    const early = await refusal(Promise.resolve().then(() => snapshot.trailer()));
    expect(early.code).toBe('ENT_LIST_UNREAD');
    for (let time = 0; time < 2; time += 1) {
      let records = 0;
      for await (const batch of snapshot.records()) records += batch.length;
      expect(records).toBe(1);
      expect(snapshot.trailer().published).toBeNull();
      expect([...snapshot.trailer().files]).toEqual([
        ['alt', { name: 'alt.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      ]);
    }
  });

  it('have error codes that are all documented', () => {
    for (const [code, spec] of Object.entries(listsError.specs)) {
      expect(code).toMatch(/^ENT_LIST_[A-Z_]+$/);
      expect(spec.doc).toMatch(/^[A-Z].*\.$/);
    }
  });
});
