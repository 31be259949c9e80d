import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordPart } from '../kernel/index.ts';
import { listReader, type SourceFile, sourceFile } from '../lists/index.ts';
import { checkRecord } from './check.ts';
import { citations } from './citations.ts';
import { fails } from './finding.ts';
import type { Edition } from './group.ts';
import { type LoadedList, viewOf } from './list-view.ts';
import { readRecord } from './read.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = resolve(ROOT, '../shared/data');
const OFAC = join(DATA, 'us-ofac-sdn');

/** The snapshots to compare with, oldest first, so that each part of an entry is the latest there is. */
const SNAPSHOTS: readonly (readonly [list: string, seen: string, files: readonly SourceFile[]])[] = [
  ['us-ofac-sdn', '2023-12-28', sdnSet('2023-12-28', ['sdn', 'alt'])],
  ['us-ofac-sdn', '2024-05-03', [sourceFile(join(OFAC, 'snapshots/sdn_2024-05-03.csv.gz'))]],
  ['us-ofac-sdn', '2025-12-24', sdnSet('2025-12-24-aliases', ['alt'])],
  ['un-sc', '2026-02-27', [sourceFile(join(DATA, 'un-sc/un_2026-02-27.xml.gz'))]],
];

function sdnSet(folder: string, parts: readonly string[]): readonly SourceFile[] {
  return parts.map((part) => sourceFile(join(OFAC, folder, `${part}.csv.gz`)));
}

describe.runIf(existsSync(DATA))('the starter record against the real lists', () => {
  let edition: Edition;
  let loaded: readonly (LoadedList & { readonly parts: readonly RecordPart[] })[];

  beforeAll(async () => {
    edition = await readRecord(join(ROOT, 'record'));
    const cited = new Set(citations(edition).map(({ list, reference }) => `${list}:${reference}`));
    loaded = await Promise.all(
      SNAPSHOTS.map(async ([list, seen, files]) => {
        const parts: RecordPart[] = [];
        const reader = listReader(list);
        for await (const batch of (await reader.open(files)).records()) {
          parts.push(...batch.filter(({ key }) => cited.has(`${list}:${key}`)));
        }
        return { list, seen, parts };
      }),
    );
  });

  it('compares something: every cited entry of those lists is held by a snapshot', () => {
    const held = new Set(loaded.flatMap(({ list, parts }) => parts.map(({ key }) => `${list}:${key}`)));
    const wanted = citations(edition)
      .filter(({ list }) => list === 'us-ofac-sdn' || list === 'un-sc')
      .map(({ list, reference }) => `${list}:${reference}`);
    expect([...held].sort()).toEqual([...new Set(wanted)].sort());
  });

  it('differs from them in nothing that the files do not explain', () => {
    const differences = checkRecord(edition, viewOf(loaded)).filter(fails);
    expect(differences.map(({ place, message }) => `${place.file}:${place.line} ${message}`)).toEqual([]);
  });

  it('has every name that they print for its groups', () => {
    const left = checkRecord(edition, viewOf(loaded)).filter(({ code }) => code === 'name-not-taken');
    expect(left.map(({ message }) => message)).toEqual([]);
  });

  it('prints the names of India’s schedule as its page does', () => {
    const page = readFileSync(join(DATA, 'in-mha/mha_banned_organisations_2023-12-18.html'), 'utf8');
    const names = edition.groups.flatMap(({ designations }) =>
      designations.flatMap(({ list, printedName }) =>
        list === 'in-mha' && printedName ? [printedName] : [],
      ),
    );
    expect(names).toHaveLength(4);
    for (const name of names) expect(page.includes(name), name).toBe(true);
  });
});
