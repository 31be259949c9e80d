import { dateBounds, earliest, groupBy, parseDate } from '../kernel/index.ts';
import { defined } from './defined.ts';
import { type Finding, placeIn } from './finding.ts';
import type { DateFact, Designation, Edition, Group } from './group.ts';
import { sameWordsKey } from './same-words.ts';

/** What is wrong with an edition in itself. */
export function checkGroups(edition: Edition): readonly Finding[] {
  const slugs = new Set(edition.groups.map((group) => group.slug));
  const captions = groupBy(edition.groups, ({ caption }) => sameWordsKey(caption));
  const lists = new Set(edition.lists.map((list) => list.id));
  return [
    ...sharedNames(edition),
    ...edition.groups.flatMap((group) => [
      ...targets(group, slugs),
      ...heldByName(group, captions),
      ...unknownLists(group, lists),
      ...group.designations.flatMap((entry, index) => order(group, entry, index)),
      ...spans(group),
    ]),
  ];
}

/**
 * Names that groups share. A reason in the file of any of them that names all the others explains it for all,
 * so that the reason stands once.
 */
function sharedNames(edition: Edition): readonly Finding[] {
  const uses = edition.groups.flatMap((group) =>
    group.names.map((name, index) => ({ group, name, index, key: sameWordsKey(name.text) })),
  );
  const findings: Finding[] = [];
  const explained = new Set<string>();
  for (const [key, sharing] of groupBy(uses, (use) => use.key)) {
    const slugs = [...new Set(sharing.map(({ group }) => group.slug))];
    if (slugs.length < 2) continue;
    const reason = sharing
      .flatMap(({ group }) => group.sharedNames.map((entry) => ({ group, entry })))
      .find(
        ({ group, entry }) =>
          sameWordsKey(entry.text) === key &&
          slugs.every((slug) => slug === group.slug || entry.with.includes(slug)),
      );
    if (reason !== undefined) explained.add(`${reason.group.slug}\n${key}`);
    for (const { group, name, index } of sharing) {
      const others = slugs.filter((slug) => slug !== group.slug).join(', ');
      findings.push(
        defined({
          code: 'shared-name' as const,
          severity: 'error' as const,
          group: group.slug,
          place: placeIn(group, name.line, `names[${index}]`),
          message: `"${name.text}" is a name of ${others} too`,
          explained: reason?.entry.reason,
        }),
      );
    }
  }
  const idle = edition.groups.flatMap((group) =>
    group.sharedNames
      .filter((entry) => !explained.has(`${group.slug}\n${sameWordsKey(entry.text)}`))
      .map(
        (entry): Finding => ({
          code: 'explains-nothing',
          severity: 'warning',
          group: group.slug,
          place: placeIn(group, entry.line, 'sharedNames'),
          message: `"${entry.text}" is not shared by just the groups named, or the reason stands elsewhere`,
        }),
      ),
  );
  return [...findings, ...idle];
}

function targets(group: Group, slugs: ReadonlySet<string>): readonly Finding[] {
  const missing = (slug: string | undefined, line: number, path: string): readonly Finding[] =>
    slug === undefined || slugs.has(slug)
      ? []
      : [
          {
            code: 'relation-target',
            severity: 'error',
            group: group.slug,
            place: placeIn(group, line, path),
            message: `no group "${slug}" in the record`,
          },
        ];
  return [
    ...group.relations.flatMap(({ group: slug, line }, index) =>
      missing(slug, line, `relations[${index}].group`),
    ),
    ...group.sharedNames.flatMap((entry, index) =>
      entry.with.flatMap((slug) => missing(slug, entry.line, `sharedNames[${index}].with`)),
    ),
  ];
}

/** Relations by name to a group that the record holds: its main name is this. */
function heldByName(group: Group, captions: ReadonlyMap<string, readonly Group[]>): readonly Finding[] {
  return group.relations.flatMap(({ name, line }, index): readonly Finding[] => {
    const [held] = captions.get(sameWordsKey(name ?? '')) ?? [];
    if (held === undefined) return [];
    return [
      {
        code: 'relation-target',
        severity: 'warning',
        group: group.slug,
        place: placeIn(group, line, `relations[${index}].name`),
        message: `"${name}" is the group "${held.slug}"; name it so`,
      },
    ];
  });
}

function unknownLists(group: Group, lists: ReadonlySet<string>): readonly Finding[] {
  const named = [
    ...group.designations.map((entry, index) => ({ ...entry, path: `designations[${index}].list` })),
    ...group.differs.map((entry, index) => ({ ...entry, path: `differs[${index}].list` })),
  ];
  return named
    .filter(({ list }) => !lists.has(list))
    .map(({ list, line, path }) => ({
      code: 'unknown-list',
      severity: 'error',
      group: group.slug,
      place: placeIn(group, line, path),
      message: `no list "${list}" in authorities.yaml`,
    }));
}

/** The events of a designation in order: nothing before it was listed, no relisting before a delisting. */
function order(group: Group, entry: Designation, index: number): readonly Finding[] {
  const wrong = (message: string): Finding => ({
    code: 'dates-order',
    severity: 'error',
    group: group.slug,
    place: placeIn(group, entry.line, `designations[${index}]`),
    message,
  });
  const before = (what: string, facts: readonly DateFact[], than: string, others: readonly DateFact[]) =>
    facts
      .filter((fact) => others.length > 0 && others.every((other) => surelyBefore(fact.date, other.date)))
      .map((fact) => wrong(`${what} ${fact.date}, before it was ${than} ${others[0]?.date}`));
  const { listed, amended, delisted, relisted } = entry;
  return [
    ...before('amended', amended, 'listed', listed),
    ...before('delisted', delisted, 'listed', listed),
    ...before('relisted', relisted, 'listed', listed),
    ...before('relisted', relisted, 'delisted', delisted),
  ];
}

function spans(group: Group): readonly Finding[] {
  const spans = [
    ...group.names.map((name, index) => ({ ...name, path: `names[${index}]` })),
    ...group.relations.map((relation, index) => ({ ...relation, path: `relations[${index}]` })),
  ];
  return spans.flatMap(({ from, until, line, path }): readonly Finding[] =>
    from === undefined || until === undefined || !surelyBefore(until, from)
      ? []
      : [
          {
            code: 'dates-order',
            severity: 'error',
            group: group.slug,
            place: placeIn(group, line, path),
            message: `ends ${until}, before it begins ${from}`,
          },
        ],
  );
}

/** Whether every point that the one date may mean is before every point that the other may mean. */
function surelyBefore(date: string, other: string): boolean {
  const end = dateBounds(parseDate(date)).to;
  const start = earliest(parseDate(other));
  return end !== null && start !== null && end <= start;
}
