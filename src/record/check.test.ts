import { describe, expect, it } from 'vitest';
import type { RecordPart } from '../kernel/index.ts';
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
      ['name-not-taken', 'lantern-column', 'Its translations stay with it.'],
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

  const found = (reference: string, dates: string, seen = '2026-01-01') =>
    withFiles(
      {
        'groups/slate-circle.yaml': `id: ent-0000000000000003
caption: Slate Circle
schema: Organization
sources:
  river: { list: river-list, reference: ${reference}, seen: ${seen} }
names: [{ text: Slate Circle, kind: primary, sources: [gazette] }]
designations:
  - { list: river-list, reference: ${reference}, ${dates} sources: [river] }
`,
      },
      async (folder) =>
        checkRecord(await readRecord(folder), fixtureLists())
          .filter(({ group, severity }) => group === 'slate-circle' && severity === 'error')
          .map(({ code }) => code),
    );

  it('does not hold against the record what it dates after the list was seen', async () => {
    const ferry = (listed: string) => found('RVe.4', `programme: ferry, listed: ${listed},`);
    expect(await ferry('2016-07-08')).toEqual(['programme-missing']);
    expect(await ferry('2026-03-01')).toEqual(['listed-differs']);
  });

  it('does not miss an entry that had ended, had not begun or was not yet read when the list was seen', async () => {
    expect(await found('RVe.7', '')).toEqual(['reference-unknown']);
    expect(await found('RVe.7', 'delisted: 2020-05,')).toEqual([]);
    expect(await found('RVe.7', 'listed: 2026-04-02,')).toEqual([]);
    expect(await found('RVe.7', '', '2026-04-02')).toEqual([]);
  });

  it('lets a name be what an entry prints before or in brackets', async () => {
    const printed: RecordPart = {
      key: 'RVe.7',
      part: 'main',
      schema: 'Organization',
      statements: [{ property: 'name', value: 'Slate Circle (SC)', place: 'name', kind: 'primary' }],
    };
    const text = (names: string) => `id: ent-0000000000000003
caption: ${names}
schema: Organization
sources: { river: { list: river-list, reference: RVe.7, seen: 2026-01-01 } }
names: [{ text: ${names}, kind: primary, sources: [river] }]
designations: [{ list: river-list, reference: RVe.7, sources: [river] }]
`;
    const codes = (name: string) =>
      withFiles({ 'groups/slate-circle.yaml': text(name) }, async (folder) =>
        checkRecord(
          await readRecord(folder),
          viewOf([{ list: 'river-list', seen: '2026-02-28', parts: [printed] }]),
        )
          .filter(({ group }) => group === 'slate-circle')
          .map(({ code }) => code),
      );
    expect(await codes('SC')).toEqual([]);
    expect(await codes('Slate Circle')).toEqual([]);
    expect(await codes('Circle')).toEqual(['name-not-printed', 'name-not-taken']);
  });

  it('sorts what it finds by file and line', async () => {
    const findings = checkRecord(await readRecord(SOUND), fixtureLists());
    const places = findings.map(({ place }) => `${place.file}:${String(place.line).padStart(5)}`);
    expect(places).toEqual([...places].sort());
  });
});
