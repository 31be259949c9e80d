import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntError, errorTable, formatPlace } from './error.ts';
import { formatSourceKey, isEntityId, newEntityId, parseSourceKey } from './id.ts';
import { schemasAgree } from './schema.ts';
import { type Statement, statementKey } from './statement.ts';
import { answeredAt, dayAfter, timePointMs, timePointOf } from './time-point.ts';

describe('ids', () => {
  it('are random, well-formed, and never drawn twice', () => {
    const drawn = Array.from({ length: 5000 }, newEntityId);
    expect(new Set(drawn).size).toBe(5000);
    expect(drawn.every(isEntityId)).toBe(true);
    expect(isEntityId('ent-balochistan-libe')).toBe(false);
  });

  it('read a source key back as it was written, colons and spaces in the reference included', () => {
    const reference = fc.stringMatching(/^[A-Za-z0-9.:/-]([A-Za-z0-9.:/ -]{0,20}[A-Za-z0-9])?$/);
    fc.assert(
      fc.property(reference, (text) => {
        const key = { list: 'un-sc', reference: text };
        expect(parseSourceKey(formatSourceKey(key))).toEqual(key);
      }),
    );
    for (const text of ['QDe.132', ':x', 'un-sc:', 'Un-sc:x', 'un-sc: x']) {
      expect(() => parseSourceKey(text)).toThrowError(expect.objectContaining({ code: 'ENT_ID_SYNTAX' }));
    }
  });
});

describe('errors', () => {
  const table = errorTable({
    ENT_TEST_BAD: { status: 'refused', doc: 'For the test.', text: (d: { what: string }) => `bad ${d.what}` },
  });

  it('carry code, status, place and cause, and say the place first', () => {
    const cause = new Error('below');
    const error = table(
      'ENT_TEST_BAD',
      { what: 'row' },
      { place: { file: 'a.csv', line: 3, column: 7, path: 'x/y' }, cause },
    );
    expect(error).toBeInstanceOf(EntError);
    expect(error).toMatchObject({
      code: 'ENT_TEST_BAD',
      status: 'refused',
      message: 'a.csv:3:7 (x/y): bad row',
      cause,
    });
  });

  it('write a place as far as it is known', () => {
    expect([formatPlace({}), formatPlace({ path: 'x' }), formatPlace({ file: 'a', line: 2 })]).toEqual([
      '',
      'x',
      'a:2',
    ]);
  });
});

describe('statements', () => {
  const base: Statement = {
    property: 'name',
    value: 'Blue Front',
    place: 'NAME',
    kind: 'primary',
    detail: { b: '2', a: '1' },
  };

  it('are the same whatever the order of their details, and differ in any field', () => {
    expect(statementKey(base)).toBe(statementKey({ ...base, detail: { a: '1', b: '2' } }));
    const others: Statement[] = [
      { ...base, value: 'Red' },
      { ...base, kind: 'alias' },
      { ...base, strength: 'weak' },
      { ...base, language: 'ur' },
      { ...base, validFrom: '2019' },
      { ...base, detail: { a: '1' } },
      { ...base, source: 's1' },
      { ...base, place: 'OTHER' },
    ];
    expect(new Set([base, ...others].map(statementKey)).size).toBe(others.length + 1);
  });
});

describe('time points', () => {
  it('compare as text as they compare in time', () => {
    const moment = fc.integer({ min: timePointMs('0002-01-01'), max: timePointMs('9998-01-01') });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(Math.sign(a - b)).toBe(
          timePointOf(a) < timePointOf(b) ? -1 : timePointOf(a) > timePointOf(b) ? 1 : 0,
        );
        expect(timePointMs(timePointOf(a))).toBe(a);
      }),
    );
  });

  it('answer a day at its end', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(answeredAt('2024-02-28') < dayAfter('2024-02-28')).toBe(true);
    expect(answeredAt('2024-02-28T10:00:00.000Z')).toBe('2024-02-28T10:00:00.000Z');
  });
});

describe('schemas', () => {
  it('agree when one thing can be both', () => {
    expect([
      schemasAgree('Person', 'LegalEntity'),
      schemasAgree('Person', 'Organization'),
      schemasAgree('Vessel', 'Vessel'),
      schemasAgree('Vessel', 'LegalEntity'),
    ]).toEqual([true, false, true, false]);
  });
});
