import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayAfter } from '../kernel/index.ts';
import { checkAgainstLists } from './check-lists.ts';
import { citations } from './citations.ts';
import { fails } from './finding.ts';
import type { Designation, Edition, Group } from './group.ts';
import { viewOf } from './list-view.ts';
import { citedParts, extractSnapshots, type Loaded } from './published-for-test.ts';
import { readRecord } from './read.ts';

const LISTS = ['au-dfat', 'eu-fsf', 'in-mha', 'uk-sanctions', 'un-sc', 'us-ofac-sdn'];
/** Lists that print of each entry the day on which it was listed. */
const DATED = ['au-dfat', 'uk-sanctions', 'un-sc'];
/** Lists whose programmes the record names. */
const WITH_PROGRAMMES = ['eu-fsf', 'un-sc', 'us-ofac-sdn'];

let edition: Edition;
let loaded: readonly Loaded[];
beforeAll(async () => {
  edition = await readRecord(resolve(import.meta.dirname, '../../record'));
  loaded = await citedParts(edition, extractSnapshots());
});

/** The groups whose every entry on the list is in its extract: of the others the extract cannot tell. */
function covered(list: string): readonly Group[] {
  const held = new Set(
    loaded.filter((one) => one.list === list).flatMap(({ parts }) => parts.map(({ key }) => key)),
  );
  const cited = citations(edition).filter((citation) => citation.list === list);
  return edition.groups.filter((group) => {
    const own = cited.filter((citation) => citation.group === group.slug);
    return own.length > 0 && own.every(({ reference }) => held.has(reference));
  });
}

/** What fails, by code, when the shipped groups are compared with the extract of the list, each changed first. */
function failing(list: string, change: (group: Group) => Group = (group) => group): ReadonlySet<string> {
  const view = viewOf(loaded.filter((one) => one.list === list));
  const groups = covered(list).map(change);
  return new Set(
    checkAgainstLists({ ...edition, groups }, view)
      .filter(fails)
      .map(({ code, group }) => `${group} ${code}`),
  );
}

const each = (list: string, code: string) => new Set(covered(list).map(({ slug }) => `${slug} ${code}`));

const onList =
  (list: string, change: (entry: Designation) => Designation) =>
  (group: Group): Group => ({
    ...group,
    designations: group.designations.map((entry) => (entry.list === list ? change(entry) : entry)),
  });

describe.each(LISTS)('the starter record against an extract of %s', (list) => {
  it('is of at least two groups, and differs in nothing', () => {
    expect(covered(list).length).toBeGreaterThanOrEqual(2);
    expect(failing(list)).toEqual(new Set());
  });

  it('fails for a main name that the list does not print', () => {
    const printed = covered(list).filter(({ designations }) =>
      designations.some((entry) => entry.list === list && entry.printedName !== undefined),
    );
    const renamed = failing(
      list,
      onList(list, (entry) =>
        entry.printedName === undefined ? entry : { ...entry, printedName: `${entry.printedName}s` },
      ),
    );
    expect(renamed).toEqual(new Set(printed.map(({ slug }) => `${slug} printed-name`)));
  });

  it('fails for a name that is said to be printed and is not', () => {
    const spelled = failing(list, (group) => ({
      ...group,
      names: group.names.map((name) => ({ ...name, text: `${name.text}h` })),
    }));
    expect(spelled).toEqual(each(list, 'name-not-printed'));
  });

  it('fails for an entry that the list does not have', () => {
    const elsewhere = onList(list, (entry) =>
      entry.reference === undefined ? entry : { ...entry, reference: `${entry.reference}0` },
    );
    expect(failing(list, elsewhere)).toEqual(each(list, 'reference-unknown'));
  });
});

it.each(DATED)('the starter record against an extract of %s fails for a listing a day off', (list) => {
  const late = onList(list, (entry) => ({
    ...entry,
    listed: entry.listed.map((fact) => ({ ...fact, date: dayAfter(fact.date) })),
  }));
  expect(failing(list, late)).toEqual(each(list, 'listed-differs'));
});

it.each(WITH_PROGRAMMES)(
  'the starter record against an extract of %s fails for another programme',
  (list) => {
    const other = onList(list, (entry) => ({ ...entry, programme: `${entry.programme}X` }));
    const missing = [...failing(list, other)].filter((found) => found.endsWith('programme-missing'));
    expect(new Set(missing)).toEqual(each(list, 'programme-missing'));
  },
);

describe('the starter record against two extracts of one list', () => {
  it('fails for an end that is a year off', () => {
    const early = onList('us-ofac-sdn', (entry) => ({
      ...entry,
      delisted: entry.delisted.map((fact) => ({ ...fact, date: '2021-05-20' })),
    }));
    expect(failing('us-ofac-sdn', early)).toEqual(new Set(['aum-shinrikyo standing-differs']));
  });

  it('fails for an end that is left out', () => {
    const lasting = onList('us-ofac-sdn', (entry) => ({ ...entry, delisted: [] }));
    expect(failing('us-ofac-sdn', lasting)).toEqual(new Set(['aum-shinrikyo programme-missing']));
  });
});
