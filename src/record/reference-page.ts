import { dateBounds, groupBy, parseDate } from '../kernel/index.ts';
import type { Designation, Edition, Group } from './group.ts';
import { recordParts } from './parts.ts';
import { stood } from './standing.ts';

/** An authority has a column of its own when it lists at least one in so many of the groups. */
const COLUMN_SHARE = 12;
/** Groups of one letter stand in one table, and letters share a table up to so many groups. */
const ROWS = 45;

/**
 * The reference page of an edition as Markdown: groups by authorities with the days since which they are
 * listed, and counts of what the edition holds. `gaps` is its `GAPS.md`, whose list items are counted. The same
 * edition makes the same page.
 */
export function recordPage(edition: Edition, gaps: string): string {
  const claims = new Map(edition.groups.map((group) => [group.slug, claimsOf(group, edition)] as const));
  const columns = columnsOf(edition, claims);
  const tables = chapters(edition.groups);
  return [
    '# The starter record',
    '',
    `Made by \`npm run docs\` from the files of [\`record/\`](../../record/README.md), edition of ${edition.date}; a test fails when it is not current.`,
    'It says who lists whom by the sources that the files name; the record lists nobody itself.',
    '',
    ...counts(edition, gaps),
    '## Authorities',
    '',
    ...authorityTable(edition, claims),
    '## Groups by authorities',
    '',
    'A date is the day since which the authority lists the group, on whichever of its lists came first; where sources differ, the one that the record goes by.',
    '`≤` on or before, `c.` about, `–` some time between; `listed` without a date: no source at hand gives one.',
    'A date that is struck through has ended, and the second date says when. The last column has the authorities that list few of the groups.',
    '',
    tables.map(({ title, anchor }) => `[${title}](#${anchor})`).join(' · '),
    '',
    ...tables.flatMap(({ title, groups }) => [`### ${title}`, '', ...matrix(groups, claims, columns), '']),
  ].join('\n');
}

/** What an authority says of a group over all its lists. */
interface Claim {
  readonly authority: string;
  readonly text: string;
  readonly ended: boolean;
}

type Claims = ReadonlyMap<string, ReadonlyMap<string, Claim>>;

function claimsOf(group: Group, edition: Edition): ReadonlyMap<string, Claim> {
  const authorityOf = new Map(edition.lists.map((list) => [list.id, list.authority.id]));
  const byAuthority = groupBy(group.designations, ({ list }) => authorityOf.get(list) ?? list);
  return new Map(
    [...byAuthority].map(([authority, entries]) => [authority, claimOf(authority, entries, edition.date)]),
  );
}

function claimOf(authority: string, entries: readonly Designation[], today: string): Claim {
  const standing = entries.filter((entry) => stood(entry, today) !== 'no');
  if (standing.length > 0) {
    return { authority, text: first(standing.map(since)) ?? 'listed', ended: false };
  }
  const start = first(entries.map(since)) ?? 'listed';
  const last = entries
    .flatMap(({ delisted }) => delisted.slice(0, 1).map(({ date }) => date))
    .sort(byLatest)
    .at(-1);
  return { authority, text: `~~${start}~~ ${last === undefined ? '' : shown(last)}`.trim(), ended: true };
}

/** When the designation began, or began again after it had ended; at the latest when it was first renewed. */
function since({ listed, delisted, relisted }: Designation): string | undefined {
  const [again] = relisted;
  if (again === undefined || (listed.length > 0 && delisted.length === 0)) return listed[0]?.date;
  return delisted.length > 0 || again.date.includes('/') ? again.date : `../${again.date}`;
}

/** Of the dates the one that came first, even where each is taken for the last day that it may mean. */
function first(dates: readonly (string | undefined)[]): string | undefined {
  const [earliest] = dates.filter((date) => date !== undefined).sort(byLatest);
  return earliest === undefined ? undefined : shown(earliest);
}

function byLatest(a: string, b: string): number {
  const [x, y] = [a, b].map((date) => dateBounds(parseDate(date)).to ?? '\uffff');
  return (x ?? '') < (y ?? '') ? -1 : x === y ? 0 : 1;
}

/** A date as people write it. */
function shown(date: string): string {
  if (date.startsWith('../')) return `≤ ${shown(date.slice('../'.length))}`;
  if (date.endsWith('~')) return `c. ${date.slice(0, -1)}`;
  return date.replace('/', ' – ');
}

/** The authorities with a column: the United Nations first, then by country, the others in `others`. */
function columnsOf(edition: Edition, claims: Claims): readonly string[] {
  const authorities = new Map(edition.lists.map(({ authority }) => [authority.id, authority]));
  const held = new Map<string, number>();
  for (const ofGroup of claims.values()) {
    for (const id of ofGroup.keys()) held.set(id, (held.get(id) ?? 0) + 1);
  }
  return [...authorities.values()]
    .filter(({ id }) => (held.get(id) ?? 0) * COLUMN_SHARE >= edition.groups.length)
    .map(({ id, country }) => ({ id, order: `${country === 'UN' ? 0 : 1} ${country} ${id}` }))
    .sort((a, b) => a.order.localeCompare(b.order, 'en'))
    .map(({ id }) => id);
}

function matrix(groups: readonly Group[], claims: Claims, columns: readonly string[]): readonly string[] {
  const head = ['group', ...columns.map((id) => `\`${id}\``), 'others'];
  const rows = groups.map((group) => {
    const own = claims.get(group.slug) ?? new Map<string, Claim>();
    const others = [...own.values()]
      .filter(({ authority }) => !columns.includes(authority))
      .map(({ authority, text }) => `\`${authority}\` ${text}`);
    return [
      `[${cell(group.caption)}](../../record/${group.file})`,
      ...columns.map((id) => own.get(id)?.text ?? ''),
      others.join('<br>'),
    ];
  });
  return table(head, rows);
}

function authorityTable(edition: Edition, claims: Claims): readonly string[] {
  const all = [...claims.values()].flatMap((ofGroup) => [...ofGroup.values()]);
  const lists = groupBy(edition.lists, ({ authority }) => authority.id);
  const rows = [...lists]
    .map(([id, own]) => {
      const of = all.filter(({ authority }) => authority === id);
      const ended = of.filter((claim) => claim.ended).length;
      const [{ authority }] = own as [(typeof own)[number]];
      const titles = own.map((list) => `[${cell(list.title)}](${list.url})`).join('<br>');
      return { id, cells: [`\`${id}\``, cell(authority.name), titles, `${of.length - ended}`, `${ended}`] };
    })
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return [
    ...table(
      ['authority', 'name', 'lists', 'groups listed', 'ended'],
      rows.map(({ cells }) => cells),
    ),
    '',
  ];
}

function counts(edition: Edition, gaps: string): readonly string[] {
  const names = edition.groups.flatMap((group) => group.names);
  const designations = edition.groups.flatMap((group) => group.designations);
  const dates = designations.flatMap(({ listed, amended, delisted, relisted }) => [
    ...listed,
    ...amended,
    ...delisted,
    ...relisted,
  ]);
  const entries = edition.sources.filter(({ list }) => list !== undefined).length;
  const copies = edition.sources.filter(({ list, url }) => list === undefined && url === undefined).length;
  const sum = (count: (group: Group) => number) =>
    edition.groups.reduce((total, group) => total + count(group), 0);
  const scripts = [...groupBy(names, ({ script }) => script)]
    .map(([script, own]) => [script, own.length] as const)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
  const items = gaps.split('\n').filter((line) => line.startsWith('- ')).length;
  return [
    '## What it holds',
    '',
    ...table(
      ['what', 'how many'],
      [
        ['groups', edition.groups.length],
        ['names', names.length],
        [
          'prints of names, each by one source',
          sum(({ names: own }) => own.flatMap((name) => name.prints).length),
        ],
        ['names in scripts other than Latin', names.filter(({ script }) => script !== 'Latn').length],
        ['relations', sum(({ relations }) => relations.length)],
        ['countries of activity', sum(({ countries }) => countries.length)],
        ['dates of founding or of a name', sum((group) => group.founded.length + group.firstNamed.length)],
        ['designations', designations.length],
        [
          'designations that have ended',
          designations.filter((entry) => stood(entry, edition.date) === 'no').length,
        ],
        ['dates of designations', dates.length],
        ['lists', new Set(designations.map(({ list }) => list)).size],
        ['statements, one a fact and source', recordParts(edition).flatMap((part) => part.statements).length],
        ['sources', edition.sources.length],
        ['of them entries of official lists as printed on a day', entries],
        ['of them read in a copy, with no address of the publisher', copies],
        ['[gaps](../../record/GAPS.md) named', items],
      ].map(([what, many]) => [`${what}`, `${many}`]),
    ),
    '',
    `Names by script (ISO 15924): ${scripts.map(([script, many]) => `${script} ${many}`).join(', ')}.`,
    '',
  ];
}

interface Chapter {
  readonly title: string;
  readonly anchor: string;
  readonly groups: readonly Group[];
}

/** The groups by caption, in tables of whole letters. */
function chapters(groups: readonly Group[]): readonly Chapter[] {
  const sorted = [...groups].sort((a, b) => a.caption.localeCompare(b.caption, 'en'));
  const letters = groupBy(sorted, ({ caption }) => caption.normalize('NFD').charAt(0).toUpperCase());
  const tables: { from: string; to: string; groups: Group[] }[] = [];
  for (const [letter, own] of letters) {
    const last = tables.at(-1);
    if (last === undefined || last.groups.length + own.length > ROWS) {
      tables.push({ from: letter, to: letter, groups: [...own] });
    } else {
      last.to = letter;
      last.groups.push(...own);
    }
  }
  return tables.map(({ from, to, groups: own }) => {
    const title = from === to ? from : `${from} to ${to}`;
    return { title, anchor: title.toLowerCase().replaceAll(' ', '-'), groups: own };
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
