import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanValue } from './clean-value.ts';
import { FTM_SCHEMATA, ftmSchema, matchableSchemata, wordsOf } from './model.ts';

describe('the model of FollowTheMoney', () => {
  it('gives a schema what its parents have', () => {
    const company = ftmSchema('Company');
    expect([...(company?.schemata ?? [])].sort()).toEqual([
      'Asset',
      'Company',
      'LegalEntity',
      'Organization',
      'Thing',
      'Value',
    ]);
    expect(company?.properties.get('name')).toMatchObject({ schema: 'Thing', type: 'name', matchable: true });
    expect(company?.properties.get('weakAlias')?.matchable).toBe(false);
    expect(company?.caption[0]).toBe('name');
    expect(company?.plural).toBe('Companies');
  });

  it('reads each link from its other end', () => {
    expect(ftmSchema('Person')?.properties.get('ownershipOwner')).toMatchObject({
      stub: true,
      range: 'Ownership',
      reverse: { schema: 'Ownership', name: 'owner' },
    });
    for (const schema of FTM_SCHEMATA.values()) {
      for (const { range } of schema.properties.values())
        if (range !== null) expect(ftmSchema(range)).toBeDefined();
    }
  });

  it('matches along one line of descent and never across', () => {
    const person = ftmSchema('Person');
    if (person === undefined) throw new TypeError('no Person');
    expect([...matchableSchemata(person)].sort()).toEqual(['LegalEntity', 'Person']);
    expect(ftmSchema('Sanction')?.matchable).toBe(false);
    expect(ftmSchema('Ownership')?.edge).toEqual(['owner', 'asset']);
  });

  it('makes words of names', () => {
    expect(['birthDate', 'innCode', 'sourceUrl', 'LegalEntity'].map(wordsOf)).toEqual([
      'Birth date',
      'Inn code',
      'Source url',
      'Legal entity',
    ]);
  });
});

describe('a value, cleaned', () => {
  it.each([
    ['country', 'Pakistan', 'pk'],
    ['country', 'PK', 'pk'],
    ['country', 'nowhere at all', null],
    ['date', 1965, '1965'],
    ['date', '1965-8-2', '1965-08-02'],
    ['date', '1965-02-31', null],
    ['date', '02/08/1965', null],
    ['gender', 'M', 'male'],
    ['gender', '__proto__', null],
    ['topic', 'Sanction', 'sanction'],
    ['topic', 'invented', null],
    ['name', '  Sample   Person ', 'Sample Person'],
    ['name', { a: 1 }, null],
    ['email', 'A@Example.ORG', 'A@example.org'],
    ['url', 'example.org/x', 'http://example.org/x'],
    ['url', 'javascript://x', null],
    ['phone', '+44 (0)20 7946', '+440207946'],
    ['iban', 'gb33 bukb 2020', 'GB33BUKB2020'],
    ['iban', '!', null],
    ['phone', '(((((', null],
  ] as const)('of %s: %j is %j', (type, raw, clean) => {
    expect(cleanValue(type, raw)).toBe(clean);
  });

  it('stays as it is when it is cleaned again', () => {
    const types = ['country', 'date', 'gender', 'topic', 'name', 'email', 'phone', 'iban', 'string'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
        ),
        (type, raw) => {
          const once = cleanValue(type, raw);
          if (once !== null) expect(cleanValue(type, once)).toBe(once);
        },
      ),
    );
  });
});
