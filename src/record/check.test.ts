import { describe, expect, it } from 'vitest';
import { checkRecord } from './check.ts';
import { fails } from './finding.ts';
import { fixtureCases, SOUND, withFiles } from './fixture-for-test.ts';
import { fixtureLists } from './list-for-test.ts';
import { viewOf } from './list-view.ts';
import { readRecord } from './read.ts';

describe('checking a record', () => {
  it('finds nothing that fails in a sound one, and says what it found explained', async () => {
    const findings = checkRecord(await readRecord(SOUND), fixtureLists());
    expect(findings.filter(fails)).toEqual([]);
    expect(findings.map(({ code, group, explained }) => [code, group, explained])).toEqual([
      ['shared-name', 'lantern-column', 'both groups sign so'],
      ['programme-missing', 'lantern-column', 'the list stopped printing programmes in 2026'],
      ['shared-name', 'reed-company', 'both groups sign so'],
    ]);
  });

  it.each(fixtureCases('found'))('finds $name', async ({ text, expected }) => {
    await withFiles({ 'groups/slate-circle.yaml': text }, async (folder) => {
      const found = checkRecord(await readRecord(folder), fixtureLists())
        .filter(({ group }) => group === 'slate-circle')
        .map(({ severity, code, message, place }) => `${place.line} ${severity} ${code} ${message}`);
      expect(found).toContainEqual(expect.stringContaining(expected));
    });
  });

  it('has nothing to say of lists that are not loaded', async () => {
    const findings = checkRecord(await readRecord(SOUND), viewOf([]));
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['shared-name']));
  });

  it('does not hold against the record what it dates after the list was seen', async () => {
    const dated = (listed: string) =>
      `id: ent-0000000000000003
caption: Slate Circle
schema: Organization
names: [{ text: Slate Circle, kind: primary, sources: [gazette] }]
designations:
  - { list: river-list, reference: RVe.4, programme: ferry, listed: ${listed}, sources: [gazette] }
`;
    const codes = (text: string) =>
      withFiles({ 'groups/slate-circle.yaml': text }, async (folder) =>
        checkRecord(await readRecord(folder), fixtureLists())
          .filter(({ group, severity }) => group === 'slate-circle' && severity === 'error')
          .map(({ code }) => code),
      );
    expect(await codes(dated('2016-07-08'))).toEqual(['programme-missing']);
    expect(await codes(dated('2026-03-01'))).toEqual(['listed-differs']);
  });

  it('sorts what it finds by file and line', async () => {
    const findings = checkRecord(await readRecord(SOUND), fixtureLists());
    const places = findings.map(({ place }) => `${place.file}:${String(place.line).padStart(5)}`);
    expect(places).toEqual([...places].sort());
  });
});
