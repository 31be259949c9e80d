import { EVENT_KINDS, type EventKind, groupBy, type TimePoint } from '../kernel/index.ts';
import { type Bound, inferredBound, statedBound } from './bound.ts';
import { episodesOf, type KnownStatement, presence, type RecordHistory } from './designation.ts';
import type { KnownRecord } from './history.ts';
import { primaryName } from './record-values.ts';
import type { Run } from './runs.ts';

/** One event in the life of a source record. */
export interface RecordEvent {
  readonly kind: EventKind;
  readonly list: string;
  readonly reference: string;
  /** The entity that the entry resolves to now. */
  readonly entity: string;
  /** The name that the entry went by in the snapshot that showed it, or last went by. */
  readonly name: string | null;
  /** When it took effect, as precisely as is known. */
  readonly when: Bound;
  /** The snapshot that showed it: known time. */
  readonly seen: TimePoint;
  readonly property: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The events of a source record, from what its snapshots show (SPEC D5): in order of known time. Statements
 * that a record has from its first snapshot on are not events; a value whose qualifiers alone changed is one
 * change, not a removal and an addition; and what ends after its entry has left the list ends with it, silently.
 */
export function eventsOf(record: KnownRecord): readonly RecordEvent[] {
  const { history, list, reference, entity } = record;
  const runs = presence(history);
  const episodes = episodesOf(history);
  const name = (at: TimePoint) => nameAt(history.statements, at);
  const events: Omit<RecordEvent, 'list' | 'reference' | 'entity' | 'name'>[] = [];
  runs.forEach((run, index) => {
    const episode = episodes[index];
    if (episode === undefined) return;
    const kind = index === 0 ? 'listed' : 'relisted';
    events.push({
      kind,
      when: episode.from,
      seen: run.from,
      property: null,
      before: null,
      after: name(run.from),
    });
    if (run.to === null || episode.to === null) return;
    const last = history.statements.filter(
      (statement) => statement.seen.to === run.to && statement.kind === 'primary',
    );
    events.push({
      kind: 'delisted',
      when: episode.to,
      seen: run.to,
      property: null,
      before: last[0]?.value ?? null,
      after: null,
    });
  });
  const within = (at: TimePoint) => runs.some((run) => run.from < at && (run.to === null || at < run.to));
  const came = history.statements.filter((statement) => !standsFromTheStart(statement, runs, history));
  const went = history.statements.filter(({ seen }) => seen.to !== null && within(seen.to));
  const edge = (at: TimePoint, part: string) => JSON.stringify([at, part]);
  const cameAt = groupBy(came, (statement) => edge(statement.seen.from, statement.part));
  const wentAt = groupBy(went, (statement) => edge(statement.seen.to ?? '', statement.part));
  for (const key of new Set([...cameAt.keys(), ...wentAt.keys()])) {
    const [at, part] = JSON.parse(key) as [TimePoint, string];
    const before = (history.timelines.get(part) ?? []).filter((time) => time < at).at(-1) ?? null;
    const when = inferredBound(before, at);
    const { came, went, otherwise } = movedNames(history, cameAt.get(key) ?? [], wentAt.get(key) ?? []);
    const changes = [...otherwise, ...changesAt(came, went)];
    events.push(...changes.map((change) => ({ ...change, when: change.when ?? when, seen: at })));
  }
  const last = (at: TimePoint) => name(at) ?? primaryName(record);
  return events
    .map((event) => ({
      ...event,
      list,
      reference,
      entity,
      name: event.kind === 'delisted' ? event.before : last(event.seen),
    }))
    .sort((a, b) => compare(a.seen, b.seen) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** What ends comes before what begins at the same snapshot. */
const ORDER: readonly EventKind[] = ['delisted', ...EVENT_KINDS.filter((kind) => kind !== 'delisted')];

type Change = Pick<RecordEvent, 'kind' | 'property' | 'before' | 'after'> & { readonly when: Bound | null };

/**
 * Takes out of what came and went in one part of a snapshot the names that another part gave up or took up: such a name is
 * neither new nor gone, but said otherwise. Snapshots of the two parts need not be of one day. When the other part was
 * not looked at in between, the name may have moved at any time since it last was.
 */
function movedNames(
  history: RecordHistory,
  came: readonly KnownStatement[],
  went: readonly KnownStatement[],
): {
  readonly came: readonly KnownStatement[];
  readonly went: readonly KnownStatement[];
  readonly otherwise: readonly Change[];
} {
  const isFurtherName = ({ property, kind }: KnownStatement) => property === 'name' && kind !== 'primary';
  const borneElsewhere = (statement: KnownStatement) =>
    isFurtherName(statement)
      ? history.statements.filter(
          (other) => other.part !== statement.part && isFurtherName(other) && other.value === statement.value,
        )
      : [];
  const unseenSince = ({ part, seen }: KnownStatement) =>
    (history.timelines.get(part) ?? []).filter((time) => time < seen.from).at(-1) ?? '';
  /** Whether one part had the name until another had it, as far as can be told. */
  const moved = (from: KnownStatement, to: KnownStatement) =>
    from.seen.from < to.seen.from && (from.seen.to === null || unseenSince(to) < from.seen.to);
  const otherwise = (before: KnownStatement, after: KnownStatement): readonly Change[] => {
    const [left, right] = [qualifiers(before), qualifiers(after)];
    return left === right
      ? []
      : [{ kind: 'name-requalified', property: 'name', before: left, after: right, when: null }];
  };
  const told: Change[] = [];
  return {
    otherwise: told,
    came: came.filter((statement) => {
      const before = borneElsewhere(statement).find((other) => moved(other, statement));
      if (before !== undefined) told.push(...otherwise(before, statement));
      return before === undefined;
    }),
    went: went.filter((statement) => {
      const others = borneElsewhere(statement);
      // It was told when the other came.
      if (others.some((other) => moved(statement, other))) return false;
      const end = statement.seen.to ?? '';
      const still = others.find(({ seen }) => seen.from <= end && (seen.to === null || end < seen.to));
      if (still !== undefined) told.push(...otherwise(statement, still));
      return still === undefined;
    }),
  };
}

/**
 * Pairs what came with what went in one part of a snapshot, each in the order of its values: rows stand in the order in
 * which snapshots were loaded, and no answer may depend on that.
 */
function changesAt(
  unorderedCame: readonly KnownStatement[],
  unorderedWent: readonly KnownStatement[],
): readonly Change[] {
  const [came, went] = [inOrder(unorderedCame), inOrder(unorderedWent)];
  const changes: Change[] = [];
  const properties = new Set([...came, ...went].map((statement) => statement.property));
  for (const property of properties) {
    const added = came.filter((statement) => statement.property === property);
    const removed = went.filter((statement) => statement.property === property);
    const requalified = added.filter((statement) => removed.some((other) => other.value === statement.value));
    const onlyAdded = added.filter((statement) => !requalified.includes(statement));
    const onlyRemoved = removed.filter(
      (statement) => !added.some((other) => other.value === statement.value),
    );
    for (const statement of requalified) {
      const from = removed.find((other) => other.value === statement.value);
      changes.push({
        kind: property === 'name' ? 'name-requalified' : 'changed',
        property,
        before: from === undefined ? null : qualifiers(from),
        after: qualifiers(statement),
        when: null,
      });
    }
    changes.push(...valueChanges(property, onlyAdded, onlyRemoved));
  }
  return changes;
}

function valueChanges(
  property: string,
  added: readonly KnownStatement[],
  removed: readonly KnownStatement[],
): readonly Change[] {
  const is = (kind: string) => (statement: KnownStatement) => statement.kind === kind;
  if (property === 'name') {
    const [newName, oldName] = [added.find(is('primary')), removed.find(is('primary'))];
    const renamed = newName !== undefined && oldName !== undefined;
    const rest = (statement: KnownStatement) => !renamed || (statement !== newName && statement !== oldName);
    return [
      ...(renamed
        ? [{ kind: 'renamed' as const, property, before: oldName.value, after: newName.value, when: null }]
        : []),
      ...added
        .filter(rest)
        .map(
          (s): Change => ({ kind: 'name-added', property, before: null, after: s.value, when: startOf(s) }),
        ),
      ...removed
        .filter(rest)
        .map((s): Change => ({ kind: 'name-removed', property, before: s.value, after: null, when: null })),
    ];
  }
  if (property === 'programme') {
    return [
      ...added.map(
        (s): Change => ({
          kind: 'programme-added',
          property,
          before: null,
          after: s.value,
          when: startOf(s),
        }),
      ),
      ...removed.map(
        (s): Change => ({ kind: 'programme-removed', property, before: s.value, after: null, when: null }),
      ),
    ];
  }
  if (property === 'amendedOn') {
    return added.map(
      (s): Change => ({
        kind: 'amended',
        property,
        before: null,
        after: s.value,
        when: statedBound(s.value),
      }),
    );
  }
  const paired = added.map(
    (s, index): Change => ({
      kind: 'changed',
      property,
      before: removed[index]?.value ?? null,
      after: s.value,
      when: null,
    }),
  );
  const left = removed
    .slice(added.length)
    .map((s): Change => ({ kind: 'changed', property, before: s.value, after: null, when: null }));
  return [...paired, ...left];
}

function inOrder(statements: readonly KnownStatement[]): readonly KnownStatement[] {
  return [...statements].sort(
    (a, b) =>
      compare(a.property, b.property) || compare(a.value, b.value) || compare(qualifiers(a), qualifiers(b)),
  );
}

function startOf(statement: KnownStatement): Bound | null {
  return statement.validFrom === undefined ? null : statedBound(statement.validFrom);
}

/** Whether no snapshot of the statement's part, within the same presence of its record, lacks it before it came. */
function standsFromTheStart(
  statement: KnownStatement,
  runs: readonly Run[],
  history: RecordHistory,
): boolean {
  const { from } = statement.seen;
  const start = runs.find((run) => run.from <= from && (run.to === null || from < run.to))?.from ?? from;
  return !(history.timelines.get(statement.part) ?? []).some((time) => start <= time && time < from);
}

function nameAt(statements: readonly KnownStatement[], at: TimePoint): string | null {
  const standing = statements.filter(
    (s) => s.property === 'name' && s.seen.from <= at && (s.seen.to === null || at < s.seen.to),
  );
  return (standing.find((s) => s.kind === 'primary') ?? standing[0])?.value ?? null;
}

function qualifiers(statement: KnownStatement): string {
  const parts = [statement.value, statement.kind, statement.strength, statement.language, statement.script];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
